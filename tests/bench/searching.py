"""How long a search takes in Chromium, ours beside Pagefind's, over the same made-up services.

`python tests/bench/searching.py [COUNT]` builds COUNT services (default 5000) with Handrail, and with Hugo and
Pagefind, serves both as hosts do, and prints: bytes and time until the first answer, from an empty cache; the time from
a key to the results, letter by letter, with the processor slowed down six times and the files at hand; and what the
whole index weighs. Our pause after a key (150 ms) is not counted: it waits for the next key on purpose. Needs Hugo,
Pagefind and Chromium: `apt-get install hugo chromium`, `pip install "pagefind[bin]"`.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import squeezing  # noqa: E402
from build import ROOT, measure  # noqa: E402
from peers import hugo, ours, version  # noqa: E402

SLOWER = 6
PAUSE = 150  # milliseconds that our page waits after a key, see find/run.mjs
SHOWN = 8  # results that our page shows at once; as many are asked of Pagefind
FIRST = "food pantry"
QUERIES = ("food pantry", "rent help", "legal aid", "light bill", "housing", "clinic", "medical ride", "wic", "shelter")
PAGEFIND = f"""window.asked = import("/pagefind/pagefind.js").then((pagefind) => {{
  window.ask = async (words) => {{
    const found = await pagefind.search(words);
    return Promise.all(found.results.slice(0, {SHOWN}).map((one) => one.data()));
  }};
}});"""
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
ASK = """async (words) => {
  const start = performance.now();
  await window.ask(words);
  return performance.now() - start;
}"""


def main(count: int) -> None:
    """Builds, measures and prints."""
    squeezing.Squeezing = Counted  # type: ignore[misc]
    missing = [program for program in ("hugo", "chromium") if not shutil.which(program)]
    if missing or not version([sys.executable, "-m", "pagefind", "--version"]):
        print(f"Needs {', '.join([*missing, 'pagefind'])}: see the first lines of this file.", file=sys.stderr)
        raise SystemExit(2)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        for part in ("ours", "hugo"):
            (folder / part).mkdir()
        built = measure(ours(folder / "ours", count), folder / "ours", {"PYTHONPATH": str(ROOT)})
        subprocess.run(hugo(folder / "hugo", count), check=True, capture_output=True)
        pagefind = [sys.executable, "-m", "pagefind"]
        subprocess.run([*pagefind, "--site", str(folder / "hugo/site")], check=True, capture_output=True)
        (folder / "hugo/site/search.html").write_text("<!doctype html><script src=search.js></script>", "utf-8")
        (folder / "hugo/site/search.js").write_text(PAGEFIND, "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        print(f"{count:,} services, Pagefind {version([*pagefind, '--version'])}, load {os.getloadavg()[0]:.1f}")
        print(f"Our build: {built.cpu:.1f} s of CPU, {built.wall:.1f} s, at most {built.peak:.0f} MiB in a process.\n")
        with squeezing.served(folder / "ours/site") as here, squeezing.served(folder / "hugo/site") as there:
            print("| | bytes until the first answer | requests | ms until it | ms a key: middle | 95 of 100 |")
            print("|---|---|---|---|---|---|")
            tell("Handrail", *of_ours(browser, here))
            tell("Pagefind", *of_pagefind(browser, there))
        browser.close()
        index = folder / "ours/site/assets/handrail/data/search/en"
        parts = [path for path in index.iterdir() if path.name.startswith(("index", "terms", "length"))]
        weight = sum(len(squeezing.squeezed_bytes(path)) for path in parts)
        print(f"\nOur whole index: {weight / 1e6:.2f} MB in {len(parts)} files.")


def of_ours(browser: Browser, address: str) -> tuple[int, int, float, list[float]]:
    """Bytes, requests and milliseconds of the first answer; milliseconds of each key."""
    with opened(browser) as page:
        page.goto(f"{address}search/#q={FIRST.replace(' ', '%20')}")
        page.locator("[data-results] li.card").first.wait_for()
        first = float(page.evaluate("performance.now()"))
        page.wait_for_load_state("networkidle")
        weight = taken()
        slow(page)
        typed = [page.evaluate(TYPE, words) for words in steps() * 2]
        keys = [max(0.0, took - PAUSE) for took in typed[len(typed) // 2 :] if took is not None]
        return sum(weight), len(weight), first, keys


def of_pagefind(browser: Browser, address: str) -> tuple[int, int, float, list[float]]:
    """The same of Pagefind."""
    with opened(browser) as page:
        page.goto(f"{address}search.html")
        page.evaluate("() => window.asked")
        page.evaluate(ASK, FIRST)
        first = float(page.evaluate("performance.now()"))
        page.wait_for_load_state("networkidle")
        weight = taken()
        slow(page)
        typed = [float(page.evaluate(ASK, words)) for words in steps() * 2]
        return sum(weight), len(weight), first, typed[len(typed) // 2 :]


def steps() -> list[str]:
    """The queries as they are typed: each beginning of two letters or more."""
    return [query[:end] for query in QUERIES for end in range(2, len(query) + 1) if not query[:end].endswith(" ")]


class Counted(squeezing.Squeezing):
    """Says what it sends: a browser does not tell of what its workers ask for."""

    sent: ClassVar[list[tuple[str, int]]] = []  # path and bytes of each answer

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_file():
            is_text = path.suffix in squeezing.TEXT
            self.sent.append((path.name, len(squeezing.squeezed_bytes(path)) if is_text else path.stat().st_size))
        super().do_GET()


def taken() -> list[int]:
    """Bytes of the answers since the last call: scripts and data, no styles and pictures."""
    found = [size for name, size in Counted.sent if not name.endswith((".css", ".svg", ".png", ".ico", ".html"))]
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


def tell(name: str, weight: int, requests: int, first: float, keys: list[float]) -> None:
    """One line of the table."""
    most = sorted(keys)[int(len(keys) * 0.95)]
    print(
        f"| {name} | {weight:,} | {requests} | {first:.0f} | {statistics.median(keys):.0f} | {most:.0f} |", flush=True
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
