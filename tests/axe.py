"""What axe says of an open page: all its rules, or only those whose answer can differ from a page seen before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
ALL = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")  # half of the time, and nothing that words can change

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
