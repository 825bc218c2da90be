"""Narrow, magnified and large: nothing scrolls sideways or is cut, and what is tapped is big enough for a thumb."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
import road
from filled_pages import FILLED
from page_types import FOR_MAINTAINERS, LANGUAGES, PAGES, open_page, some_in
from playwright.sync_api import Browser, Page

NARROW, PHONE, HALF = {"width": 320, "height": 256}, {"width": 360, "height": 740}, {"width": 640, "height": 800}
# Words that are cut off: in a box that hides what does not fit, and is not one to type in.
CUT = """() => Array.from(document.querySelectorAll("main *, header *, footer *")).filter((one) => {
  if (one.tagName === "INPUT") return false;
  const style = getComputedStyle(one);
  const hides = style.overflowX === "hidden" || style.overflowX === "clip" || style.textOverflow === "ellipsis";
  const box = one.getBoundingClientRect();
  return hides && box.width > 4 && box.height > 4 && (one.scrollWidth > one.clientWidth + 1);
}).map((one) => "cut: " + one.className + " " + one.textContent.trim().slice(0, 40))"""
# What is tapped, less than 44 px wide or high: not links in a line of text, not what only lies over its label. Boxes in
# the tables of the paper questions are for a pen: 24 px, the least that WCAG asks for.
SMALL = """() => {
  const inText = (one) => getComputedStyle(one).display === "inline" &&
    one.closest("p, li, dd, td, th, blockquote, small, h3, h2, span") !== null;
  const found = [];
  for (const one of document.querySelectorAll("a[href], button, summary, select, input, textarea")) {
    const box = one.getBoundingClientRect();
    const isShown = box.width > 1 && box.height > 1 && getComputedStyle(one).visibility === "visible";
    const around = one.closest("label") || (one.id && document.querySelector('label[for="' + one.id + '"]'));
    const isBox = one.type === "checkbox" || one.type === "radio";
    const whole = isBox && around ? around.getBoundingClientRect() : box;
    const least = isBox && one.closest("table") ? 24 : 43.5;
    if (isShown && !inText(one) && (whole.height < least || whole.width < least)) {
      const size = Math.round(whole.width) + " x " + Math.round(whole.height);
      const name = one.tagName + " " + (one.className || one.id) + " " + one.textContent.trim().slice(0, 30);
      found.push(size + ": " + name);
    }
  }
  return found;
}"""


def sideways(page: Page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{wide} px sideways"] if wide > 0 else []


def at_both_widths(page: Page) -> list[str]:
    """What does not fit a page of large letters, in half a window and on a phone."""
    found = []
    for size in (PHONE, HALF):
        page.set_viewport_size(size)
        found += [f"{size['width']} px: {what}" for what in (*sideways(page), *page.evaluate(CUT))]
    return found


@pytest.fixture(scope="module")
def large(browser: Browser) -> Iterator[Page]:
    """A page of a browser whose letters are set twice as big."""
    chromium = shutil.which("chromium")
    args = ["--no-sandbox", "--disable-gpu", "--blink-settings=defaultFontSize=32"]
    instance = browser.browser_type.launch(executable_path=chromium, args=args)
    page = instance.new_page(viewport=HALF, reduced_motion="reduce")
    page.set_default_timeout(15_000)
    yield page
    instance.close()


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A window of 320 px, which is also one of 1280 px magnified to 400 %."""
    context = browser.new_context(viewport=NARROW, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


@pytest.mark.parametrize("base", LANGUAGES)
def test_every_type_of_page_fits_and_has_room_for_a_thumb(narrow: Page, site_url: str, base: str) -> None:
    wrong = {}
    for path in some_in(base):
        open_page(narrow, site_url, base, path)
        found = sideways(narrow)
        if path not in FOR_MAINTAINERS:
            narrow.set_viewport_size(PHONE)
            found += narrow.evaluate(SMALL)
            narrow.set_viewport_size(NARROW)
        if found:
            wrong[base + path] = found
    assert wrong == {}


@pytest.mark.parametrize("base", LANGUAGES)
def test_every_type_of_page_takes_letters_twice_as_big(large: Page, site_url: str, base: str) -> None:
    wrong = {}
    for path in some_in(base) if base else {**PAGES, **FOR_MAINTAINERS}:
        open_page(large, site_url, base, path)
        if found := at_both_widths(large):
            wrong[base + path] = found
    assert large.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert wrong == {}


@pytest.mark.parametrize("size", ["narrow", "large"])
def test_every_step_fits(request: pytest.FixtureRequest, site_url: str, size: str) -> None:
    page: Page = request.getfixturevalue(size)
    wrong: dict[str, list[str]] = {}

    def look(name: str) -> None:
        found = (
            [*sideways(page), *page.evaluate(CUT), *page.evaluate(SMALL)] if size == "narrow" else at_both_widths(page)
        )
        if found:
            wrong[name] = found

    road.start(page, site_url, "es/")
    road.walk(page, look)
    road.to_the_plan(page, "wic", "snap")
    look("plan")
    for fill in FILLED.values():
        for name in fill(page, f"{site_url}es/"):
            look(name)
    assert wrong == {}
