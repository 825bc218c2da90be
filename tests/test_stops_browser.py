"""On every type of page: each stop of the keyboard can be seen, nothing lies over it, and nothing else needs a mouse.

In English on a phone, in Spanish in a window of 1280 px magnified to 400 %, in Arabic with the colours of the system.
"""

from __future__ import annotations

from typing import Any

import pytest
from conftest import PHONE
from filled_pages import FILLED
from page_types import open_page, some_in
from playwright.sync_api import Browser, Page

MAGNIFIED = {"width": 320, "height": 256}
# Goes to each stop of the main order and back again, all that is folded open; gives what is wrong, and how many stops.
STOPS = """() => {
  document.querySelectorAll("main details").forEach((one) => { one.open = true; });
  const forced = matchMedia("(forced-colors: active)").matches;
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled;
  const stops = Array.from(document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]"))
    .filter((one) => one.tabIndex >= 0 && shown(one));
  const found = stops.filter((one) => one.tabIndex > 0).map((one) => "out of order: " + one.outerHTML.slice(0, 80));
  for (const one of stops.concat(stops.slice().reverse())) {
    one.focus();
    const style = getComputedStyle(one), name = one.outerHTML.slice(0, 80);
    if (document.activeElement !== one) { found.push("takes no focus: " + name); continue; }
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!outlined && (forced || style.boxShadow === "none")) found.push("no focus to be seen: " + name);
    const hits = [];
    for (const box of Array.from(one.getClientRects())) {
      for (const part of [0.1, 0.5, 0.9]) {
        const at = (from, to, size) => Math.max(from, 0) + part * (Math.min(to, size) - Math.max(from, 0));
        hits.push(document.elementFromPoint(at(box.left, box.right, innerWidth), at(box.top, box.bottom, innerHeight)));
      }
    }
    const isIn = (hit) => hit && (one.contains(hit) || (hit.closest("label") && hit.closest("label").control === one));
    if (!hits.some(isIn)) {
      const over = hits[0] ? hits[0].tagName + "." + hits[0].className : "nothing";
      found.push("covered by " + over + ": " + name);
    }
  }
  return { wrong: Array.from(new Set(found)), count: stops.length };
}"""
# What looks as if it could be tapped and is no stop: a link without address, a role that needs a key.
MOUSE_ONLY = """() => Array.from(document.querySelectorAll("a:not([href]), [onclick], [role=button], [role=link]"))
  .filter((one) => one.checkVisibility() && one.tabIndex < 0).map((one) => one.outerHTML.slice(0, 80))"""
WAYS: dict[str, dict[str, Any]] = {
    "": {"viewport": PHONE},
    "es/": {"viewport": MAGNIFIED},
    "ar/": {"viewport": PHONE, "forced_colors": "active"},
}


def stops(page: Page) -> list[str]:
    """What is wrong with the stops of the page that is open."""
    page.keyboard.press("Tab")  # so that the focus is one of the keyboard
    found = page.evaluate(STOPS)
    assert found["count"] >= 4
    return [*found["wrong"], *page.evaluate(MOUSE_ONLY)]


@pytest.mark.parametrize("base", WAYS)
def test_each_stop_is_seen_and_nothing_lies_over_it(browser: Browser, site_url: str, base: str) -> None:
    context = browser.new_context(**WAYS[base])
    page = context.new_page()
    wrong = {}
    for path in some_in(base):
        open_page(page, site_url, base, path)
        if found := stops(page):
            wrong[base + path] = found
    for fill in FILLED.values():
        for name in fill(page, site_url + base):
            if found := stops(page):
                wrong[base + name] = found
    context.close()
    assert wrong == {}
