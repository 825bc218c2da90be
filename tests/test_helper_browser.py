"""The desk for helpers in a browser: a plan by keyboard, sheets in the family's language, and nothing left behind."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from axe import violations
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

FIVE = {"food st": "snap", "wic": "wic", "medica": "medicaid", "liheap": "liheap", "head s": "head-start"}
HINT = "Expedited service"  # begins the hint for helpers of SNAP


def desk(page: Page, site_url: str, base: str = "") -> None:
    page.goto(f"{site_url}{base}helper/")
    page.locator("#helper-find").wait_for()


def state(page: Page) -> dict[str, Any]:
    """What lies in the tab's storage."""
    stored = page.evaluate("sessionStorage.getItem('handrail')")
    return json.loads(stored)["state"] if stored else {}


def services(page: Page) -> list[str]:
    return page.locator(".helper-list > li").evaluate_all("list => list.map(one => one.getAttribute('data-service'))")


def add(page: Page, *words: str) -> None:
    page.locator("#helper-find").focus()
    for word in words:
        before = said(page)
        page.keyboard.type(word)
        page.keyboard.press("Enter")  # the desk waits for its answer
        expect(page.locator("#helper-find")).to_have_value("")
        expect(page.locator(".helper-said [role=status]")).not_to_have_text(before)  # its data is fetched


def said(page: Page) -> str:
    return page.locator(".helper-said [role=status]").inner_text()


def preset(page: Page, name: str) -> None:
    page.locator(".helper-presets > summary").click()
    before = said(page)
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".helper-said [role=status]")).not_to_have_text(before)  # its services are fetched


def text_of(page: Page, path: Path, **options: Any) -> str:
    path.write_bytes(page.pdf(**{"format": "Letter", **options}))
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout


# Searching and adding


def test_services_are_added_without_leaving_the_keyboard(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    field = desktop.get_by_role("combobox", name="Find a service and add it")
    field.focus()
    desktop.keyboard.type("food stamps")
    options = desktop.get_by_role("listbox", name="Services found").get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    desktop.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    desktop.keyboard.press("ArrowUp")
    desktop.keyboard.press("Enter")
    assert services(desktop) == ["snap"]
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert said(desktop) == "Added: SNAP (food stamps). 1 service in the plan."
    add(desktop, "wic")
    add(desktop, "snap")
    assert said(desktop) == "Already in the plan: SNAP (food stamps)."
    assert services(desktop) == ["snap", "wic"]
    desktop.keyboard.type("xqzzkw")
    expect(desktop.locator(".helper-count")).to_have_text("Nothing found")
    desktop.keyboard.press("Enter")
    desktop.keyboard.press("Escape")
    expect(field).to_have_value("")


def test_the_answers_are_shut_while_the_keyboard_is_elsewhere(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    field, answers = desktop.locator("#helper-find"), desktop.locator(".helper-answers")
    field.fill("food")
    expect(answers).to_be_visible()
    desktop.keyboard.press("Tab")
    expect(answers).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    desktop.keyboard.press("Shift+Tab")
    expect(field).to_be_focused()
    expect(answers.get_by_role("option").first).to_be_visible()
    answers.get_by_role("option").first.click()
    expect(field).to_be_focused()
    assert len(services(desktop)) == 1


def test_a_private_service_asks_before_its_name_is_kept(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    add(desktop, "abuse by a partner")
    assert said(desktop).startswith("Private:")
    assert state(desktop) == {}
    desktop.get_by_role("button", name="Do not add it").click()
    assert services(desktop) == []
    add(desktop, "abuse by a partner")
    desktop.keyboard.press("Enter")  # the focus is on "Add it"
    assert services(desktop) == ["support-line"]
    expect(desktop.locator("#helper-find")).to_be_focused()
    assert "Left out of this text: 1 private" in desktop.locator("#helper-notes-text").input_value()
    assert "Domestic" not in desktop.locator("#helper-notes-text").input_value()
    desktop.get_by_label("Put private services into the text too").check()
    assert "Domestic" in desktop.locator("#helper-notes-text").input_value()


def test_what_the_form_finds_comes_to_the_desk(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    desktop.get_by_role("link", name="Run the one-page form").click()
    desktop.wait_for_url(f"{site_url}check/form/**")
    desktop.evaluate(
        "() => import('../../assets/handrail/plan/add.mjs').then((plan) => plan.addToPlan('wic'))"
    )  # as the button of a result does
    desk(desktop, site_url)
    assert services(desktop) == ["wic"]


# Ready plans


def test_a_ready_plan_takes_one_press_and_can_be_taken_back(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    preset(desktop, "Coming home from jail or prison")
    assert services(desktop)[:3] == ["reentry-help", "homeless-shelter-entry", "snap"]
    assert said(desktop) == "Coming home from jail or prison: 8 services added. 8 services in the plan."
    today = desktop.locator(".helper-today")
    expect(today).to_contain_text("Keep your release papers")
    expect(today).to_contain_text("For you only:")
    assert state(desktop)["plan"]["goal"] == "A bed, an ID, food and a doctor"
    desktop.get_by_role("button", name="Undo").click()
    assert services(desktop) == []
    assert said(desktop) == "Taken back."
    assert state(desktop).get("plan", {}).get("goal", "") == ""


def test_a_private_ready_plan_asks_first(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    preset(desktop, "Getting away from abuse")
    assert services(desktop) == [] and state(desktop) == {}
    desktop.get_by_role("button", name="Add it", exact=True).click()
    assert services(desktop)[0] == "support-line"
    expect(desktop.get_by_role("link", name="Print this list")).to_have_count(0)


def test_the_goal_of_a_ready_plan_speaks_the_family_s_language(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    preset(desktop, "Lost a job")
    english = desktop.get_by_label("Goal, in the next weeks").input_value()
    desktop.locator("#helper-language").select_option("es")
    expect(desktop.get_by_label("Goal, in the next weeks")).to_have_value(
        "La renta y la luz pagadas hasta el próximo trabajo"
    )
    assert f"Goal, soon: {english}" in desktop.locator("#helper-notes-text").input_value()


# Trimming and setting


def test_the_plan_is_trimmed_and_put_in_order_by_buttons_and_keys(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    add(desktop, "snap", "wic", "liheap")
    first = services(desktop)
    desktop.get_by_role("button", name="Move up: WIC").click()
    moved = services(desktop)
    assert moved.index("wic") == first.index("wic") - 1
    fold = desktop.locator("[data-key='fold:wic']")
    fold.focus()
    desktop.keyboard.press("Alt+ArrowDown")
    assert services(desktop) == first
    expect(fold).to_be_focused()
    desktop.keyboard.press("Alt+Delete")
    assert "wic" not in services(desktop)
    desktop.get_by_role("button", name="Undo").click()
    assert services(desktop) == first
    desktop.get_by_role("button", name="Take out: WIC").click()
    assert state(desktop)["plan"]["services"] == [one for one in first if one != "wic"]


def test_steps_get_an_owner_and_a_day(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    add(desktop, "snap")
    desktop.locator("[data-key='fold:snap']").click()
    expect(desktop.locator(".helper-list .helper-hint")).to_contain_text(HINT)
    desktop.locator("[data-key='owner:snap/0']").select_option("me")
    desktop.locator("[data-key='soon:snap/0']").select_option("7")
    desktop.locator("[data-key='soon:snap/1']").select_option("other")
    desktop.locator("[data-key='due:snap/1']").fill("2031-05-06")
    plan = state(desktop)["plan"]
    day = desktop.evaluate(
        "() => Promise.all([import('../assets/handrail/today.mjs'), import('../assets/handrail/plan.mjs')])"
        ".then(([clock, plan]) => plan.daysAfter(clock.today(), 7))"
    )
    assert plan["owners"] == {"snap/0": "me"}
    assert plan["due"] == {"snap/0": day, "snap/1": "2031-05-06"}
    expect(desktop.locator("[data-key='fold:snap']")).to_contain_text("2 of 6 steps set")
    expect(desktop.locator("[data-key='due:snap/1']")).to_be_visible()
    desktop.locator("[data-key='fold-papers']").click()
    desktop.get_by_label("Photo ID").check()
    notes = desktop.locator("#helper-notes-text").input_value()
    assert "family, by " in notes and "by May 6, 2031" in notes
    assert "Photo ID" not in notes.partition("Papers still missing")[2]
    assert "Proof of income" in notes.partition("Papers still missing")[2]
    desktop.get_by_role("button", name="Take out: SNAP").click()
    assert state(desktop)["plan"]["due"] == {}


# What they take along


def test_papers_in_spanish_from_the_english_page(desktop: Page, site_url: str, tmp_path: Path) -> None:
    desk(desktop, site_url)
    desktop.locator("#helper-language").select_option("es")
    add(desktop, "snap", "wic")
    desktop.locator("[data-key='fold:snap']").click()
    desktop.locator("[data-key='owner:snap/0']").select_option("helper")
    desktop.locator("[data-key='sheet']").select_option("snap")
    expect(desktop.locator("h1")).to_have_text("For helpers and case managers")
    sheet = desktop.locator(".helper-referral")
    expect(sheet).to_contain_text("Estoy de acuerdo en que esta hoja se entregue")
    expect(sheet.locator("input, textarea, select")).to_have_count(0)
    for paper in ("Letter", "A4"):
        text = text_of(desktop, tmp_path / f"{paper}.pdf", format=paper)
        assert len(PdfReader(tmp_path / f"{paper}.pdf").pages) == 1
        assert "Remisión" in text and "Referral" in text and "1-800-221-5689" in text
        assert "(quien ayuda)" in text and "(the helper)" in text
        assert "I agree that this sheet is given" in text and "Firma" in text
        for only_here in ("Next family", "Leave this page", HINT, "case notes", "WIC"):
            assert only_here not in text
    desktop.get_by_role("link", name="Open the plan to print it: Español").click()
    desktop.wait_for_url(f"{site_url}es/plan/")
    expect(desktop.locator("h1")).to_have_text("Mi plan")
    expect(desktop.locator("#plan-snap, #plan-wic")).to_have_count(2)
    assert HINT not in desktop.locator("main").inner_text()
    desk(desktop, site_url)
    expect(desktop.locator("#helper-language")).to_have_value("es")


def test_the_front_desk_sheet_is_the_only_thing_on_paper(desktop: Page, site_url: str, tmp_path: Path) -> None:
    desk(desktop, site_url)
    desktop.locator("#helper-language").select_option("es")
    add(desktop, "snap", "wic")
    desktop.locator("[data-key='sheet']").select_option(label="What to say at the front desk")
    expect(desktop.locator(".desk-sheet")).to_contain_text("estampillas de comida")
    text = text_of(desktop, tmp_path / "desk.pdf")
    assert len(PdfReader(tmp_path / "desk.pdf").pages) == 1
    assert "SNAP (estampillas de comida)" in text and "SNAP (food stamps)" in text
    for only_here in ("Next family", "Leave this page", "case notes", "Which sheet", "Make the link"):
        assert only_here not in text


def test_the_link_opens_the_plan_in_the_family_s_language(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    desktop.locator("#helper-language").select_option("es")
    add(desktop, "snap", "wic")
    desktop.locator("[data-key=share]").click()
    desktop.locator("[data-key=share-make]").click()
    assert "/es/plan/#" in desktop.locator("#share-link").input_value()
    expect(desktop.locator(".share-result svg").first).to_be_visible()


def test_the_text_for_notes_is_english_on_the_spanish_page_and_can_be_copied(browser: Browser, site_url: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    desk(page, site_url, "es/")
    add(page, "wic")
    text = page.locator("#helper-notes-text").input_value()
    assert "Papers for the family in: Spanish" in text and "Find your WIC clinic" in text
    page.get_by_role("button", name="Copiar el texto").click()
    expect(page.locator(".helper-notes [role=status]")).to_have_text("Copiada.")
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate("document.execCommand = () => false")
    page.get_by_role("button", name="Copiar el texto").click()
    expect(page.locator(".helper-notes [role=status]")).to_contain_text("seleccionado")
    assert page.evaluate("getSelection().toString() || document.activeElement.id") in (text, "helper-notes-text")
    context.close()


# Next family


def test_next_family_finds_nothing(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    desktop.evaluate("localStorage.setItem('handrail-kept', JSON.stringify({plan: {services: ['snap']}}))")
    desktop.locator("#helper-language").select_option("es")
    preset(desktop, "Hurt at work")
    add(desktop, "liheap")
    desktop.locator("[data-key='fold:snap']").click()
    desktop.locator("[data-key='soon:snap/0']").select_option("7")
    desktop.get_by_label("Goal, in the next weeks").fill("Rosa keeps the flat")
    desktop.locator("[data-key='sheet']").select_option("snap")
    desktop.locator("[data-key=share]").click()
    desktop.locator("#share-note-text").fill("Call Rosa")
    desktop.locator("[data-key=share-make]").click()
    assert "/es/plan/#" in desktop.locator("#share-link").input_value()
    desktop.evaluate("location.hash = 'plan=secret'")
    desktop.get_by_role("link", name="Open the plan to print it").click()
    desktop.wait_for_url(f"{site_url}es/plan/")
    desktop.go_back()
    desktop.locator("#helper-find").wait_for()
    expect(desktop.get_by_label("Goal, in the next weeks")).to_have_value("Rosa keeps the flat")
    desktop.locator("#helper-find").type("half a wor")

    desktop.get_by_role("button", name="Next family").click()
    expect(desktop.locator(".helper-said")).to_contain_text("Ready for the next family.")
    expect(desktop.locator("#helper-find")).to_be_focused()
    assert_nothing_left(desktop)
    desktop.get_by_role("button", name="Undo").wait_for(state="detached")
    desktop.go_forward()  # the Spanish plan
    expect(desktop.get_by_text("Su plan está vacío")).to_be_visible()
    assert "Rosa" not in desktop.content()
    desktop.go_back()
    desktop.locator("#helper-find").wait_for()
    assert_nothing_left(desktop)
    desktop.reload()
    desktop.locator("#helper-find").wait_for()
    assert_nothing_left(desktop)


def assert_nothing_left(page: Page) -> None:
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    assert page.evaluate("location.hash + location.search + JSON.stringify(history.state)") == "null"
    assert page.evaluate("document.cookie") == ""
    fields = page.evaluate(
        "Array.from(document.querySelectorAll('input, textarea'), one => one.type === 'checkbox' ? '' : one.value)"
    )
    assert [value for value in fields if value] == []
    assert page.locator("#helper-language").input_value() == "en"
    shown = page.locator("[data-module=helper] .helper-sheet").inner_text()
    assert "Nothing is in it yet." in shown and "SNAP" not in shown and "Hurt at work" not in shown
    assert page.locator("[data-plan-count]").first.is_hidden()
    for word in ("Rosa", "half a wor", "LIHEAP", "secret"):
        assert word not in page.content()


# Ten minutes


class Counted:
    """Does what a helper does, and counts each key and each click."""

    def __init__(self, page: Page) -> None:
        self.page, self.steps = page, 0

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.steps += len(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.steps += 1

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.steps += 1

    def choose(self, selector: str, value: str) -> None:
        self.page.locator(selector).select_option(value)
        self.steps += 2  # open the list, pick


def numbers_told() -> list[int]:
    """The counts that the maintainers' page promises: by search, from a ready plan."""
    page = (ROOT / "docs/maintain/helpers.md").read_text("utf-8")
    return [int(number) for number in re.findall(r"\*\*(\d+)(?: key presses and clicks)?\*\*", page)]


def test_a_spanish_plan_of_five_services_takes_as_few_steps_as_we_say(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    hand = Counted(desktop)
    hand.choose("#helper-language", "es")
    hand.click("#helper-find")
    for words in FIVE:
        hand.type(words)
        hand.press("Enter")
        expect(desktop.locator("#helper-find")).to_have_value("")
    assert sorted(services(desktop)) == sorted(FIVE.values())
    hand.click("[data-key=open-plan]")
    desktop.wait_for_url(f"{site_url}es/plan/")
    expect(desktop.locator(".plan-services > li")).to_have_count(5)
    print("key presses and clicks:", hand.steps)
    assert hand.steps <= numbers_told()[0]


def test_a_spanish_plan_from_a_ready_one_takes_as_few_steps_as_we_say(desktop: Page, site_url: str) -> None:
    desk(desktop, site_url)
    hand = Counted(desktop)
    hand.choose("#helper-language", "es")
    hand.click(".helper-presets > summary")
    hand.click("[data-key='preset:new-mother']")
    hand.click("[data-key=open-plan]")
    desktop.wait_for_url(f"{site_url}es/plan/")
    expect(desktop.locator(".plan-services > li")).to_have_count(6)
    assert hand.steps <= numbers_told()[1]


# What families' pages do not carry, and what works without a script


def test_hints_for_helpers_are_on_no_page_and_in_no_data_of_families(site: Path) -> None:
    carriers = {
        path.relative_to(site).as_posix()
        for pattern in ("**/*.html", "**/*.json")
        for path in site.glob(pattern)
        if HINT in path.read_text("utf-8")
    }
    assert carriers == {"assets/handrail/data/helper.en.json"}


def test_every_ready_plan_is_one_sheet_but_private_ones(
    desktop: Page, site_url: str, site: Path, tmp_path: Path
) -> None:
    data = json.loads((site / "assets/handrail/data/helper.en.json").read_text("utf-8"))
    assert len(data["presets"]) >= 12
    assert not (site / "helper/fleeing-abuse").exists()
    for one in data["presets"]:
        for base in ("", "es/") if one["url"] else ():
            desktop.goto(f"{site_url}{base}{one['url']}")
            text = text_of(desktop, tmp_path / "sheet.pdf")
            assert len(PdfReader(tmp_path / "sheet.pdf").pages) == 1, one["id"]
            assert "211" in text and "☐" in text


@pytest.mark.parametrize("base", ["", "es/"])
def test_without_a_script_it_leads_to_paper(browser: Browser, site_url: str, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{base}helper/")
    assert page.locator(f"main a[href$='{base}check/form/'], main a[href$='/check/form/']").first.is_visible()
    assert page.locator("main a[href$='search/']").first.is_visible()
    page.locator(".helper-sheets summary").click()
    page.locator("main a[href$='leaving-hospital-today/']").click()
    assert page.locator(".preset-boxes > li").count() > 5
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_filled_desk_has_no_violation(browser: Browser, site_url: str, width: int, scheme: Any) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    desk(page, site_url)
    page.locator("#helper-language").select_option("es")
    preset(page, "A new baby")
    page.locator("[data-key='fold:wic']").click()
    page.locator("[data-key='sheet']").select_option("wic")
    page.locator("#helper-find").focus()
    page.keyboard.type("rent")
    page.locator(".helper-answers > li").first.wait_for()
    page.evaluate("scrollTo(0, 0)")  # the sticky header lies over links half scrolled away
    found = violations(page)
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_service_that_does_not_load_says_so_and_can_be_added_again(browser: Browser, site_url: str) -> None:
    desktop = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    desk(desktop, site_url)
    parts = re.compile(r"/data/plan/en/\d+\.json$")
    desktop.route(parts, lambda route: route.fulfill(status=200, body="<p>Sign in</p>"))
    add(desktop, "wic")
    assert said(desktop) == "This could not be loaded. Check the connection and open it again."
    assert services(desktop) == []
    desktop.unroute(parts)
    add(desktop, "wic")
    assert services(desktop) == ["wic"]
    assert said(desktop).startswith("Added: ")
