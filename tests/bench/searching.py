"""How long a search takes in Chromium, ours beside Pagefind's, over the same made-up services.

`python tests/bench/searching.py [COUNT ...]` builds COUNT services (default 5000) with Handrail, and with Hugo and
Pagefind, serves both as hosts do, and writes into docs/maintain/performance.md: bytes and requests of scripts and data
until the first answer, from an empty cache, and until the page is quiet after it; the time of the first answer, in the
middle of some visits, which all take in turns; the time from a key to the results, letter by letter, with the processor
slowed down six times and the files at hand; and what the whole index weighs. Our pause after a key (150 ms) is not
counted: it waits for the next key on purpose. Needs Hugo, Pagefind and Chromium: `apt-get install hugo chromium`,
`pip install "pagefind[bin]"`.
"""

from __future__ import annotations

import math
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import ClassVar, NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import squeezing  # noqa: E402
from build import ROOT, measure  # noqa: E402
from into_page import load, machine, put  # noqa: E402
from peers import hugo, ours, version  # noqa: E402

SLOWER = 6
PAUSE = 150  # milliseconds that our page waits after a key, see find/run.mjs
VISITS = 15  # with an empty cache each, in turns
SHOWN = 8  # results that our page shows at once; as many are asked of Pagefind
FIRST = "food pantry"
TOLD = "answered"  # what a page says at its first answer: to look for it from outside would take the page's own time
QUERIES = ("food pantry", "rent help", "legal aid", "light bill", "housing", "clinic", "medical ride", "wic", "shelter")
PAGEFIND = f"""window.asked = import("/pagefind/pagefind.js").then((pagefind) => {{
  window.ask = async (words) => {{
    const found = await pagefind.search(words);
    return Promise.all(found.results.slice(0, {SHOWN}).map((one) => one.data()));
  }};
}});
const waiting = new URLSearchParams(location.hash.slice(1)).get("q");
if (waiting) window.asked.then(() => window.ask(waiting)).then(() => {{
  window.first = performance.now();
  console.log("{TOLD}");
}});"""
PAGEFIND_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Find</title>
<link rel="stylesheet" href="/pagefind/pagefind-ui.css"><script defer src="/pagefind/pagefind-ui.js"></script>
<script defer src="own.js"></script></head><body><h1>Find</h1><div id="search"></div></body></html>"""
PAGEFIND_OWN = f"""const own = {{ pageSize: {SHOWN}, showImages: false, debounceTimeoutMs: 0 }};
const ui = new PagefindUI(Object.assign({{ element: "#search" }}, own));
ui.triggerSearch(new URLSearchParams(location.hash.slice(1)).get("q"));"""
TYPE = """(words) => new Promise((done) => {
  const field = document.querySelector(".hr-search input");
  const list = document.querySelector("[data-results]");
  const seen = new MutationObserver(() => {
    seen.disconnect();
    requestAnimationFrame(() => done(performance.now() - start));
  });
  seen.observe(list, { childList: true, subtree: true, characterData: true });
  setTimeout(() => done(null), 5000);
  const start = performance.now();
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
SEEN = f"""new MutationObserver(() => {{
  const answers = document.querySelectorAll("[data-results] li.card, .pagefind-ui__result-link").length;
  if (!window.first && answers >= {SHOWN}) {{
    window.first = performance.now();
    console.log("{TOLD}");
  }}
}}).observe(document, {{ childList: true, subtree: true }});"""
ASK = """async (words) => {
  const start = performance.now();
  await window.ask(words);
  return performance.now() - start;
}"""


TABLE = [
    "| services | | bytes until the first answer | requests | ms | bytes, then | a key: middle, ms | 95 of 100 |",
    "|---:|---|---:|---:|---:|---:|---:|---:|",
]


def main(counts: list[int]) -> None:
    """Measures directories of these sizes, and writes the table."""
    squeezing.Squeezing = Counted  # type: ignore[misc]
    squeezing.squeezed_bytes = cache(squeezing.squeezed_bytes)  # hosts keep them so
    missing = [program for program in ("hugo", "chromium") if not shutil.which(program)]
    if missing or not version([sys.executable, "-m", "pagefind", "--version"]):
        print(f"Needs {', '.join([*missing, 'pagefind'])}: see the first lines of this file.", file=sys.stderr)
        raise SystemExit(2)
    said = version([sys.executable, "-m", "pagefind", "--version"])
    lines, indexes = [f"{machine(load())} Pagefind {said}.", "", *TABLE], []
    for count in counts:
        rows, index = measured(count)
        lines += rows
        indexes.append(f"{index} at {count:,} services")
    put("search", [*lines, "", f"Our whole index: {', '.join(indexes)}."])


def measured(count: int) -> tuple[list[str], str]:
    """The lines of one size, and what the whole index weighs."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        for part in ("ours", "hugo"):
            (folder / part).mkdir()
        measure(ours(folder / "ours", count), folder / "ours", {"PYTHONPATH": str(ROOT)})
        subprocess.run(hugo(folder / "hugo", count), check=True, capture_output=True)
        pagefind = [sys.executable, "-m", "pagefind"]
        subprocess.run([*pagefind, "--site", str(folder / "hugo/site")], check=True, capture_output=True)
        (folder / "hugo/site/search.html").write_text("<!doctype html><script src=search.js></script>", "utf-8")
        (folder / "hugo/site/search.js").write_text(PAGEFIND, "utf-8")
        (folder / "hugo/site/own.html").write_text(PAGEFIND_PAGE, "utf-8")
        (folder / "hugo/site/own.js").write_text(PAGEFIND_OWN, "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with squeezing.served(folder / "ours/site") as here, squeezing.served(folder / "hugo/site") as there:
            ours_there = f"{here}search/#q={quote(FIRST)}", TYPE, PAUSE
            asked = {
                "Handrail": ours_there,
                "Pagefind": (f"{there}search.html#q={quote(FIRST)}", ASK, 0),  # on a page that has nothing else
                "Pagefind, its own page": (f"{there}own.html#q={quote(FIRST)}", "", 0),
                "Handrail, again": ours_there,
            }
            firsts = in_turns(browser, {name: address for name, (address, *_) in asked.items()})
            rows = [told(count, name, firsts[name], typed(browser, *asked[name])) for name in asked]
        browser.close()
        index = folder / "ours/site/assets/handrail/data/search/en"
        parts = [path for path in index.iterdir() if path.name.startswith(("index", "terms", "length"))]
        weight = sum(len(squeezing.squeezed_bytes(path)) for path in parts)
    return rows, f"{weight / 1e6:.2f} MB in {len(parts)} files"


class First(NamedTuple):
    """What the first answer took."""

    weight: int  # bytes of scripts and data until it
    requests: int
    milliseconds: float
    whole: int  # bytes until the page was quiet


def in_turns(browser: Browser, addresses: dict[str, str]) -> dict[str, list[First]]:
    """The first answers of some visits to each address, one after the other: the machine is not always as quick."""
    found: dict[str, list[First]] = {name: [] for name in addresses}
    for number in range(VISITS + 1):
        for name, address in addresses.items():
            with opened(browser) as page:
                first = visited(page, address)
            if number:  # the first visit of each is not counted
                found[name].append(first)
    return found


def visited(page: Page, address: str) -> First:
    """The first answer of one visit; the page is quiet then."""
    page.add_init_script(SEEN)
    with page.expect_console_message(lambda message: message.text == TOLD):
        page.goto(address, wait_until="commit")
    first = float(page.evaluate("window.first"))
    began = float(page.evaluate("performance.timeOrigin"))
    page.wait_for_load_state("networkidle")
    before = taken(began + first)
    return First(sum(before), len(before), first, sum(taken()))


def typed(browser: Browser, address: str, typing: str, pause: int) -> list[float]:
    """Milliseconds of each key, when the files are at hand; none where there is nothing to type into."""
    if not typing:
        return []
    with opened(browser) as page:
        visited(page, address)
        slow(page)
        each = [page.evaluate(typing, words) for words in steps() * 2]
    return [max(0.0, took - pause) for took in each[len(each) // 2 :] if took is not None]


def steps() -> list[str]:
    """The queries as they are typed: each beginning of two letters or more."""
    return [query[:end] for query in QUERIES for end in range(2, len(query) + 1) if not query[:end].endswith(" ")]


class Counted(squeezing.Squeezing):
    """Says what it sends: a browser does not tell of what its workers ask for."""

    sent: ClassVar[list[tuple[str, int, float]]] = []  # path, bytes and time (milliseconds) of each answer

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_file():
            is_text = path.suffix in squeezing.TEXT
            size = len(squeezing.squeezed_bytes(path)) if is_text else path.stat().st_size
            self.sent.append((path.name, size, time.time() * 1000))
        super().do_GET()


def taken(until: float = math.inf) -> list[int]:
    """Bytes of the answers up to a moment: scripts and data, no styles and pictures. Forgets all, if up to now."""
    left_out = (".css", ".svg", ".png", ".ico", ".html")
    found = [size for name, size, at in Counted.sent if at <= until and not name.endswith(left_out)]
    if until == math.inf:
        Counted.sent.clear()
    return found


@contextmanager
def opened(browser: Browser) -> Iterator[Page]:
    """A page with an empty cache."""
    context = browser.new_context()
    taken()
    yield context.new_page()
    context.close()


def slow(page: Page) -> None:
    """As on an old phone."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def told(count: int, name: str, first: list[First], keys: list[float]) -> str:
    """One line of the table."""
    weight, requests, took, whole = (statistics.median(column) for column in zip(*first, strict=True))
    of_keys = [statistics.median(keys), sorted(keys)[int(len(keys) * 0.95)]] if keys else []
    cells = [f"{cell:,.0f}" for cell in (weight, requests, took, whole, *of_keys)] + [""] * (0 if keys else 2)
    line = " | ".join([f"| {count:,}", name, *cells]) + " |"
    print(line, file=sys.stderr, flush=True)
    return line


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [5000])
