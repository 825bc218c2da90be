# The two commands of the README: `make site` and `make test`.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: help site build test test-long lint bench bench-questions bench-screening bench-build bench-peers bench-search bench-lighthouse clean

help:
	@echo "make site   install, build and show the site on http://127.0.0.1:$(PORT)"
	@echo "make build  install and build the site into site/"
	@echo "make test   every check: style, types, data, tests, a real browser"
	@echo "make test-long  the same with 20,000 random households, 20,000 broken files, every state and language, and all of axe"
	@echo "make bench  measure: questions, screening, building, searching, beside others where they are there (hours)"
	@echo "make clean  remove what the commands above made"

site: .venv/installed
	$(BIN)/python -m generators serve --port $(PORT)

build: .venv/installed
	$(BIN)/python -m generators build

test: .venv/installed-test lint browser
	$(BIN)/python -m generators check
	$(BIN)/python -m pytest -n 2

test-long: .venv/installed-test browser
	HANDRAIL_LONG=1 $(BIN)/python -m pytest -n 2 -o timeout=0

bench: bench-questions bench-screening bench-build bench-peers bench-search bench-lighthouse

# How many questions are asked; writes the table into docs/maintain/questions.md.
bench-questions: .venv/installed-test
	$(BIN)/python tests/bench/questions.py

# Milliseconds to screen one household in Chromium, slowed down six times.
bench-screening: .venv/installed-test browser
	$(BIN)/python tests/bench/screening.py

# Seconds and memory of a build, cold and after an edit; writes the table into docs/maintain/performance.md, as the next two do.
bench-build: .venv/installed-test
	$(BIN)/python tests/bench/build.py 1000 5000 20000

# The same beside Hugo, Pagefind and others, where they are there.
bench-peers: .venv/installed-test
	$(BIN)/python tests/bench/peers.py --material 1000 5000 20000

# Bytes and milliseconds of a search in Chromium, beside Pagefind.
bench-search: .venv/installed-test browser
	$(BIN)/python tests/bench/searching.py 5000 20000

# What Lighthouse says of the shipped site; npm brings it, into a folder outside this one.
bench-lighthouse: .venv/installed-test browser
	$(BIN)/python tests/bench/lighthouse.py

lint: .venv/installed-test
	$(BIN)/ruff format --check generators tests
	$(BIN)/ruff check generators tests
	$(BIN)/mypy

.venv/made:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is missing. On Debian: apt-get install python3 python3-venv"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "This Python is too old. Install Python 3.11 or newer, then: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -q && apt-get install -yq python3-venv; else echo "Python's venv is missing. On Debian: sudo apt-get install python3-venv"; exit 2; fi
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/installed-test: .venv/made pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@ .venv/installed

# The browser tests drive Chromium, and read PDFs back with poppler.
.PHONY: browser
browser:
	@if command -v chromium >/dev/null && command -v pdftotext >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends chromium poppler-utils fonts-dejavu-core fonts-noto-core fonts-droid-fallback; \
	else echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium poppler-utils"; fi

clean:
	rm -rf .venv site .site-spare .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
