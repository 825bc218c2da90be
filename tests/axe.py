"""What axe says of an open page: all its rules, or only those whose answer can differ from a page seen before.

A turn is a size of the window and light or dark. HANDRAIL_LONG=1 takes all turns and all rules everywhere.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
ALL = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")  # half of the time, and nothing that words can change

LONG = bool(os.environ.get("HANDRAIL_LONG"))
NARROW: ViewportSize = {"width": 320, "height": 800}
WIDE: ViewportSize = {"width": 1280, "height": 800}
Turn = tuple[ViewportSize, str]
TURNS: tuple[Turn, ...] = tuple(product((NARROW, WIDE), ("light", "dark")))

RUN = """async (options) => {
  const found = await axe.run(document, Object.assign({ resultTypes: ["violations"], preload: false }, options));
  return found.violations.flatMap((one) => one.nodes.map((node) => one.id + ": " + JSON.stringify(node.target)));
}"""


def violations(page: Page, without: Sequence[str] = (), only: Sequence[str] = ()) -> list[str]:
    """One line for each rule and place. The page needs a context with `bypass_csp`."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    rules = {name: {"enabled": False} for name in without}
    run_only = {"type": "rule", "values": list(only)} if only else list(ALL)
    return list(page.evaluate(RUN, {"runOnly": run_only, "rules": {} if only else rules}))


def sideways(page: Page) -> list[str]:
    """A line when the page is wider than its window."""
    more = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {more} px"] if more > 0 else []


def in_turns(page: Page, base: str, turns: Sequence[Turn]) -> dict[str, list[str]]:
    """What is wrong with what is shown now, by turn: `{"320 dark": [...]}`. Words do not change colours: the short run
    looks at those in English only.
    """
    without = () if LONG or base == "" else COLOURS
    wrong = {}
    for size, scheme in turns:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        if found := violations(page, without) + sideways(page):
            wrong[f"{size['width']} {scheme}"] = found
    return wrong
