"""The language of a page can be changed anywhere: the page, the answers and the plan stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from test_road_browser import answer_about_the_family, button, heading

PAGES = [
    "",
    "check/",
    "check/form/",
    "plan/",
    "letter/",
    "helper/",
    "search/",
    "services/wic/",
    "needs/food/",
    "guides/",
]
SPANISH, ENGLISH = "Español", "English"


def switch(page: Page, name: str) -> None:
    page.locator(".hr-languages summary").first.click()
    page.locator(".hr-languages").get_by_role("link", name=name, exact=True).first.click()


def kept(page: Page) -> dict[str, Any]:
    """The answers and the plan that the tab keeps."""
    state = json.loads(page.evaluate("sessionStorage.getItem('handrail')"))["state"]
    return {name: state[name] for name in ("facts", "needs", "plan")}


def asked(site: Path, code: str) -> dict[str, str]:
    """How each question is put, by its id."""
    data = json.loads((site / f"assets/handrail/data/check.{code}.json").read_text("utf-8"))
    return {one["id"]: one["ask"] for one in data["questions"]}


def test_answers_and_plan_stay_on_every_page(phone: Page, site_url: str, site: Path) -> None:
    page = phone
    page.goto(f"{site_url}check/#needs=food")
    button(page, "Continue")
    answer_about_the_family(page)
    page.wait_for_function("() => document.querySelector('h1').innerText.trim().endsWith('?')")
    now = next(id_ for id_, words in asked(site, "en").items() if words == heading(page))
    before = kept(page)
    assert before["facts"]["people"] and before["needs"] == ["food"]
    switch(page, SPANISH)
    expect(page.locator("h1")).to_have_text(asked(site, "es")[now])  # the very question, in Spanish
    assert page.url == f"{site_url}es/check/"
    assert kept(page) == before

    page.goto(f"{site_url}services/snap/")
    page.get_by_role("button", name="Add to my plan").first.click()
    before = kept(page)
    assert before["plan"]["services"] == ["snap"]
    for path in PAGES:
        page.goto(f"{site_url}{path}")
        switch(page, SPANISH)
        assert page.url == f"{site_url}es/{path}"
        expect(page.locator("html")).to_have_attribute("lang", "es")
        assert kept(page) == before, path
        switch(page, ENGLISH)
        assert page.url == f"{site_url}{path}"
        assert kept(page) == before, path


@pytest.mark.parametrize("path", ["plan/", "helper/"])
def test_the_plan_is_told_in_the_other_language(phone: Page, site_url: str, path: str) -> None:
    phone.goto(f"{site_url}services/snap/")
    phone.get_by_role("button", name="Add to my plan").first.click()
    phone.goto(f"{site_url}{path}")
    expect(phone.locator("main")).to_contain_text("SNAP (food stamps)")
    switch(phone, SPANISH)
    expect(phone.locator("main")).to_contain_text("SNAP (estampillas de comida)")


def test_the_list_of_languages_does_not_stay_in_the_way(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}services/wic/")
    phone.wait_for_load_state("networkidle")
    menu, names = phone.locator(".hr-languages > summary"), phone.locator(".hr-languages > ul")
    menu.press("Enter")
    expect(names).to_be_visible()
    phone.keyboard.press("Escape")
    expect(names).to_be_hidden()
    expect(menu).to_be_focused()
    menu.press("Enter")
    names.locator("a").last.focus()
    expect(names).to_be_visible()
    phone.keyboard.press("Tab")
    expect(names).to_be_hidden()
    menu.click()
    phone.locator("h1").click(position={"x": 2, "y": 2}, force=True)
    expect(names).to_be_hidden()
