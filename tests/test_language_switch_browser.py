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
SPANISH, ENGLISH, ARABIC = "Español", "English", "العربية"


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


def with_last_days(page: Page, site_url: str) -> None:
    """The page of letters with the last days of a letter about SNAP."""
    page.clock.set_fixed_time("2026-11-21T12:00:00")
    page.goto(f"{site_url}letter/")
    page.locator("#letter-kind").select_option("snap")
    for field, value in (("month", "11"), ("day", "16"), ("year", "2026")):
        page.locator(f"#letter-{field}").fill(value)
    page.locator(".hr-letter-form button[type=submit]").click()


def test_a_letter_keeps_its_kind_its_date_and_its_words(phone: Page, site_url: str) -> None:
    page = phone
    with_last_days(page, site_url)
    typed = {
        "name": "Ana Ruiz",
        "address": "12 Oak Street\nDayton, OH",
        "case": "C-778",
        "what": "Paid, 50% & <b>not</b>.",
    }
    for field, value in typed.items():
        page.locator(f"#letter-{field}").fill(value)

    def is_kept(base: str, said: str) -> None:
        expect(page.locator(".hr-letter-found .hr-letter-date bdi").first).to_have_text(said)
        assert page.url == f"{site_url}{base}letter/"  # nothing of it stays in the address, nor in the tab
        assert page.locator("#letter-kind").input_value() == "snap"
        assert [page.locator(f"#letter-{part}").input_value() for part in ("month", "day", "year")] == [
            "11",
            "16",
            "2026",
        ]
        assert {field: page.locator(f"#letter-{field}").input_value() for field in typed} == typed
        expect(page.locator(".hr-letter-text")).to_contain_text("Paid, 50% & <b>not</b>.")
        assert page.evaluate("Object.keys(sessionStorage)") == ["handrail:typed"]  # that there is something, not what

    switch(page, SPANISH)
    is_kept("es/", "26 de noviembre de 2026")
    switch(page, ARABIC)
    is_kept("ar/", "26 نوفمبر 2026")
    page.get_by_role("link", name="Read it in English").click()
    is_kept("", "November 26, 2026")
    page.reload()
    assert page.locator("#letter-name").count() == 0  # once


def test_half_a_date_stays_too(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}letter/")
    phone.locator("#letter-month").fill("marzo, 3")
    switch(phone, SPANISH)
    expect(phone.locator("#letter-month")).to_have_value("marzo, 3")
    expect(phone.locator(".hr-error")).to_have_count(0)


def test_private_words_of_a_letter_are_not_put_into_the_tab(phone: Page, site_url: str) -> None:
    page = phone
    with_last_days(page, site_url)
    page.locator("#letter-what").fill("He hit me.")
    page.evaluate("import('../assets/handrail/state.mjs').then((state) => state.write({ sensitive: true }))")
    page.evaluate("addEventListener('pagehide', () => { name = JSON.stringify(Object.entries(sessionStorage)); })")
    switch(page, SPANISH)
    expect(page.locator(".hr-letter-found .hr-letter-date")).to_have_count(2)
    assert "hit" not in page.evaluate("name")
    assert page.locator("#letter-what").input_value() == ""


def test_a_search_keeps_its_words_and_choices(phone: Page, site_url: str) -> None:
    page = phone
    page.goto(f"{site_url}search/#q=wic&need=food&cost=free")
    expect(page.locator(".find-chips button")).to_have_count(2)
    for name, base in ((SPANISH, "es/"), (ARABIC, "ar/"), (ENGLISH, "")):
        switch(page, name)
        assert page.url.split("#")[0] == f"{site_url}{base}search/"
        expect(page.locator("#main input[type=search], main input[type=search]").first).to_have_value("wic")
        expect(page.locator(".find-chips button")).to_have_count(2)


def test_a_private_search_is_not_put_into_the_address_of_another_language(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}search/")
    phone.locator("main input[type=search]").first.fill("he hits me")
    expect(phone.locator(".search-list .card").first).to_be_visible()
    switch(phone, SPANISH)
    assert phone.url == f"{site_url}es/search/"


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


def off_the_screen(page: Page) -> list[str]:
    """Names of the open list that do not lie wholly on the screen."""
    found: list[str] = page.evaluate(
        """() => Array.from(document.querySelectorAll(".hr-languages li a")).filter((link) => {
          const box = link.getBoundingClientRect();
          return box.width === 0 || box.left < 0 || box.right > innerWidth;
        }).map((link) => link.textContent)"""
    )
    return found


@pytest.mark.parametrize("folder", ["", "es/", "ar/", "vi/", "zh/", "ht/", "so/"])
def test_what_stands_above_a_page_leaves_room_for_it(phone: Page, site_url: str, folder: str) -> None:
    """With a plan too: the choice of language stands beside the numbers for help, not in a row of its own."""
    phone.goto(f"{site_url}services/snap/")
    phone.locator("[data-module=plan-add]").click()
    phone.goto(f"{site_url}{folder}services/snap/")
    phone.locator("[data-plan-count]:not([hidden])").wait_for()
    row, help_, choice = (
        phone.locator(name).bounding_box() for name in (".hr-under-row", ".hr-emergency", ".hr-languages summary")
    )
    assert row and help_ and choice
    assert row["height"] <= 3 * 44 + 8
    assert help_["height"] <= 46  # "Call 911" and "Call 988" in one row
    assert help_["y"] - 8 <= choice["y"] <= help_["y"] + 8


@pytest.mark.parametrize("folder", ["", "es/", "ar/"])
def test_every_language_can_be_reached_with_letters_twice_as_big(phone: Page, site_url: str, folder: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"{site_url}{folder}guides/")
    phone.evaluate("document.documentElement.style.fontSize = '200%'")
    phone.locator(".hr-languages summary").click()
    assert off_the_screen(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
