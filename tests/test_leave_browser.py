"""Leave this page, on the finished site: every way to it, and what Back finds of the pages before."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import PHONE
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

PAGES = ("", "before/", "needs/support/", "services/support-line/", "letter/", "plan/", "check/", "guides/", "es/plan/")
ANSWERS = '{needs: ["food"], plan: {services: ["snap"], goal: "my goal"}}'


def stand_in(context: BrowserContext) -> BrowserContext:
    """Nothing outside is reached: the site that Leave opens is made up."""
    answer = "<!doctype html><title>Away</title><h1>Elsewhere</h1>"
    context.route("https://**", lambda route: route.fulfill(body=answer, content_type="text/html"))
    return context


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = stand_in(browser.new_context(viewport=PHONE))
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def keeping(browser: Browser) -> Iterator[Browser]:
    """A browser that keeps whole pages for Back, as phones do; that of the other tests is told not to."""
    kept = browser.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-gpu"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield kept
    kept.close()


@pytest.fixture
def keeping_tab(keeping: Browser) -> Iterator[Page]:
    context = stand_in(keeping.new_context(viewport=PHONE))
    yield context.new_page()
    context.close()


def state(page: Page, root: str, call: str) -> Any:
    return page.evaluate(f"import('{root}assets/handrail/state.mjs').then((s) => {call})")


def arrived(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Elsewhere")


def kept(page: Page) -> list[str]:
    return list(page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]"))


def press_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_button_in_sight_and_a_link_for_keyboards(tab: Page, site_url: str, path: str) -> None:
    tab.goto(site_url + path)
    button = tab.locator("#leave")
    expect(button).to_be_in_viewport()
    box = button.bounding_box()
    assert box is not None and box["height"] >= 44
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(button).to_be_in_viewport()
    tab.evaluate("scrollTo(0, 0)")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")  # the second thing that the keyboard reaches
    second = tab.locator(":focus")
    expect(second).to_have_attribute("data-module", "leave")
    expect(second).to_be_in_viewport()
    tab.keyboard.press("Enter")
    arrived(tab)


@pytest.mark.parametrize("way", ["button", "shift"])
def test_leaving_puts_another_site_in_the_place_of_the_page(tab: Page, site_url: str, way: str) -> None:
    tab.goto(f"{site_url}about/")
    tab.goto(f"{site_url}plan/")
    state(tab, site_url, f"s.write({ANSWERS})")
    tab.evaluate("localStorage.setItem('handrail-kept', '1')")
    length = tab.evaluate("history.length")
    if way == "button":
        tab.locator("#leave").click()
    else:
        press_shift(tab, 3)
    arrived(tab)
    assert tab.evaluate("history.length") == length
    tab.go_back()
    assert tab.url == f"{site_url}about/"  # not the plan: its entry is gone
    assert kept(tab) == []
    assert state(tab, site_url, "s.isEmpty()") is True
    tab.go_forward()
    arrived(tab)


def test_capitals_in_a_field_do_not_leave(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}search/")
    tab.locator("#q").focus()
    press_shift(tab, 4)
    tab.keyboard.press("Shift+F")
    press_shift(tab, 3)
    tab.locator("#q").blur()
    assert tab.url.startswith(site_url)
    assert tab.locator("#q").input_value() == "F"


def test_without_javascript_it_is_a_plain_link(browser: Browser, site_url: str) -> None:
    context = stand_in(browser.new_context(java_script_enabled=False))
    page = context.new_page()
    for link in ("#leave", ".hr-before [data-module=leave]"):
        page.goto(f"{site_url}before/")
        page.locator(link).first.click()
        expect(page).to_have_title("Away")
    page.goto(f"{site_url}before/")
    page.get_by_role("link", name=re.compile("Continue")).first.click()
    assert page.url == f"{site_url}needs/support/"
    context.close()


def test_fields_of_every_kind_are_empty_before_the_other_site_answers(tab: Page, site_url: str) -> None:
    tab.goto(f"{site_url}about/")
    tab.unroute("https://**")
    tab.context.unroute("https://**")
    tab.route("https://**", lambda route: None)  # never answers
    found = tab.evaluate(
        """() => {
          const main = document.getElementById("main");
          for (const type of ["text", "search", "tel", "date", "number", "email", "checkbox", "radio"]) {
            const field = main.appendChild(document.createElement("input"));
            field.type = type;
            field.className = "made-up";
            if (field.type === "checkbox" || field.type === "radio") field.checked = true;
            else field.value = {date: "2026-11-21", number: "7"}[type] || "my words";
          }
          const select = main.appendChild(document.createElement("select"));
          select.add(new Option("", ""));
          select.add(new Option("my words", "my words"));
          select.value = "my words";
          select.className = "made-up";
          const area = main.appendChild(document.createElement("textarea"));
          area.value = "my words";
          area.className = "made-up";
          document.getElementById("leave").click();
          const over = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
          return {over: over.id, title: document.title.trim(), hash: location.hash,
            left: Array.from(document.querySelectorAll(".made-up"), (field) =>
              ["checkbox", "radio"].includes(field.type) ? field.checked : field.value).filter(Boolean)};
        }"""
    )
    assert found == {"over": "left", "title": "\u200b", "hash": "", "left": []}


def search(page: Page, site_url: str) -> None:
    """Words in a field that no state knows, and what was found with them."""
    page.goto(f"{site_url}search/")
    page.locator("#q").fill("beats me")
    expect(page.locator("[data-results] h3").first).to_be_visible()
    page.evaluate("window.same = true")


def drawn_anew(page: Page) -> None:
    for _ in range(100):
        try:
            if page.evaluate("window.same === undefined"):
                return page.wait_for_load_state()
        except Error:
            pass  # it is being drawn
        page.wait_for_timeout(50)
    raise AssertionError("the page of before is still there")


def test_back_alone_keeps_what_was_typed(keeping_tab: Page, site_url: str) -> None:
    search(keeping_tab, site_url)
    keeping_tab.goto(f"{site_url}about/")
    keeping_tab.go_back(wait_until="commit")
    keeping_tab.wait_for_timeout(300)
    assert keeping_tab.evaluate("window.same") is True  # the very page, kept alive
    expect(keeping_tab.locator("#q")).to_have_value("beats me")


def test_back_after_leaving_a_later_page_shows_nothing_typed_before(keeping_tab: Page, site_url: str) -> None:
    search(keeping_tab, site_url)
    keeping_tab.locator("[data-results] h3 a").first.click()
    keeping_tab.wait_for_url("**/services/**")
    expect(keeping_tab.locator("#main h1")).to_be_visible()
    keeping_tab.locator("#leave").click()
    arrived(keeping_tab)
    keeping_tab.go_back(wait_until="commit")
    drawn_anew(keeping_tab)
    expect(keeping_tab.locator("#q")).to_have_value("")
    expect(keeping_tab.locator("[data-results] h3")).to_have_count(0)
    assert kept(keeping_tab) == []


def test_private_words_are_not_there_after_plain_back(keeping_tab: Page, site_url: str) -> None:
    search(keeping_tab, site_url)
    state(keeping_tab, site_url, 's.write({needs: ["support"], sensitive: true})')
    keeping_tab.goto(f"{site_url}about/")
    assert kept(keeping_tab) == []
    keeping_tab.go_back(wait_until="commit")
    drawn_anew(keeping_tab)
    expect(keeping_tab.locator("#q")).to_have_value("")


@pytest.mark.parametrize("is_left", [True, False])
def test_a_page_loaded_anew_by_back_shows_nothing_typed_before(
    site: Path, tab: Page, site_url: str, is_left: bool
) -> None:
    text = (site / "about/index.html").read_text("utf-8").replace("<h1>", '<textarea id="own"></textarea><h1>')
    tab.route("**/about/", lambda route: route.fulfill(body=text, content_type="text/html"))
    tab.goto(f"{site_url}about/")
    tab.locator("#own").fill("my words")
    tab.goto(f"{site_url}guides/")
    if is_left:
        tab.locator("#leave").click()
        arrived(tab)
    tab.go_back()
    assert tab.url == f"{site_url}about/"
    expect(tab.locator("#own")).to_have_value("" if is_left else "my words")  # browsers fill in fields again


def test_back_after_leaving_shows_no_answers_of_a_page_kept_alive(keeping_tab: Page, site_url: str) -> None:
    keeping_tab.goto(f"{site_url}plan/")
    state(keeping_tab, site_url, f"s.write({ANSWERS})")
    expect(keeping_tab.locator(".plan-name")).to_have_count(1)
    keeping_tab.goto(f"{site_url}about/")
    keeping_tab.locator("#leave").click()
    arrived(keeping_tab)
    keeping_tab.go_back(wait_until="commit")
    expect(keeping_tab.locator("h1")).to_have_text("My plan")
    expect(keeping_tab.locator(".plan-name")).to_have_count(0)
    assert "my goal" not in keeping_tab.content()
