"""Where a system chooses the colours, focus and choices are seen; where it asks for stillness, nothing moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import PHONE
from filled_pages import FILLED
from page_types import open_page, pages_in
from playwright.sync_api import Browser, Page

# One of each kind that can have the focus: page, selector.
STOPS = (
    ("", ".hr-skip"),
    ("", ".hr-brand"),
    ("", "#leave"),
    ("", ".hr-nav a"),
    ("", ".hr-languages > summary"),
    ("", ".hr-emergency a"),
    ("", ".hr-search input"),
    ("", ".hr-search button"),
    ("", ".hr-tile"),
    ("", ".hr-way"),
    ("", "footer a"),
    ("services/snap/", "main .hr-button"),
    ("search/#q=rent", "main summary"),
    ("check/", ".hr-choice input"),
    ("letter/", "main select"),
)
MOVES = """() => Array.from(document.querySelectorAll("*")).filter((one) => {
  const style = getComputedStyle(one);
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration)) ||
    style.scrollBehavior === "smooth";
}).map((one) => one.tagName + " " + one.className)"""


def picture(page: Page, selector: str) -> bytes:
    """What is seen of an element and close around it."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    left, top = max(0, box["x"] - 8), max(0, box["y"] - 8)
    return page.screenshot(clip={"x": left, "y": top, "width": box["width"] + 16, "height": box["height"] + 16})


@pytest.fixture(scope="module")
def forced(browser: Browser) -> Iterator[Page]:
    """A phone whose system has colours of its own."""
    context = browser.new_context(viewport=PHONE, forced_colors="active")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("path", "selector"), STOPS)
def test_the_focus_is_seen_in_forced_colours(forced: Page, site_url: str, path: str, selector: str) -> None:
    if forced.url != site_url + path:
        open_page(forced, site_url, "", path)
    one = forced.locator(selector).first
    one.scroll_into_view_if_needed()
    forced.keyboard.press("Tab")  # so that the focus is one of the keyboard
    forced.evaluate("document.activeElement.blur()")
    one.focus()
    style, width = one.evaluate("one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]")
    assert style != "none" and float(width.removesuffix("px")) >= 2


def test_what_is_chosen_is_seen_in_forced_colours(forced: Page, site_url: str) -> None:
    open_page(forced, site_url, "", "check/")
    before = picture(forced, ".hr-choice")
    forced.locator(".hr-choice input").first.check()
    forced.evaluate("document.activeElement.blur()")
    assert picture(forced, ".hr-choice") != before
    here = forced.locator(".hr-nav [aria-current=page]")
    there = forced.locator(".hr-nav > ul > li > a:not([aria-current])").first
    look = "one => { const s = getComputedStyle(one); return [s.textDecorationLine, s.borderBottomStyle]; }"
    assert here.evaluate(look) != there.evaluate(look)


def test_nothing_moves_where_stillness_is_asked_for(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    page = context.new_page()
    moving = {}
    for path in pages_in(""):
        open_page(page, site_url, "", path)
        if found := page.evaluate(MOVES):
            moving[path] = found
    for fill in FILLED.values():
        for name in fill(page, site_url):
            if found := page.evaluate(MOVES):
                moving[name] = found
    context.close()
    assert moving == {}
