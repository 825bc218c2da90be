"""The plan in a browser: its order and lists as values, and the page as people use it."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from test_plan import made_up
from test_state import framed, served, state, stored

from generators.languages import language
from generators.plan import plan_data

ALL = ["rent", "babies", "heat", "groceries", "helpline"]


def pages() -> dict[str, str]:
    plan = (
        '<h1>My plan</h1><div data-module="plan" data-plan="{}plan.json" data-root="../"><p>Without a script</p></div>'
    )
    button = '<h1>A service</h1><p><button data-module="plan-add" data-service="{}"{} hidden>Add</button></p>'
    service, entry = "assets/handrail/service.mjs", "assets/handrail/plan-page.mjs"
    formats = language("es").formats
    spanish = {"lang": "es", "messages": {"Papers to bring": "Papeles para llevar"}, "plurals": {}, "formats": formats}
    return {
        "index.html": framed("<h1>Home</h1>", ""),
        "away/index.html": "<title>Away</title>",
        "plan/index.html": framed(plan.format(""), "../", entry),
        "plan/plan.json": json.dumps(plan_data(made_up(), language("en"))),
        "es/plan/index.html": framed(plan.format(""), "../../", entry, words=spanish),
        "es/plan/plan.json": json.dumps(plan_data(made_up(), language("es"))),
        "lost/index.html": framed(plan.format("no-"), "../", entry),
        "services/heat/index.html": framed(button.format("heat", ""), "../../", service),
        "services/shelter/index.html": framed(button.format("shelter", " data-sensitive"), "../../", service),
    }


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with served(pages()) as address:
        yield address


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.clock.install(time=datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(home)
    yield page
    context.close()
    assert errors == []


def values(page: Page, call: str, **given: Any) -> Any:
    """The value of `call` with plan.mjs as `p` and the made-up plan data as `data`."""
    given["data"] = plan_data(made_up(), language("en"))
    names = ", ".join(given)
    return page.evaluate(f'({{{names}}}) => import("/assets/handrail/plan.mjs").then((p) => {call})', given)


def plan_of(page: Page, *ids: str, **more: Any) -> None:
    state(page, f"s.write({json.dumps({'plan': {'services': ids, 'since': '2026-11-21', **more}})})")


def open_plan(page: Page, home: str, *ids: str, **more: Any) -> None:
    plan_of(page, *ids, **more)
    page.goto(home + "plan/")
    page.wait_for_selector(".plan-week, .plan-empty")


# As values


def test_urgent_first_then_doors_then_the_easiest(page: Page) -> None:
    order = values(page, "p.inOrder(ids, data.services)", ids=ALL)
    assert order == ["helpline", "groceries", "heat", "babies", "rent"]


def test_a_door_comes_before_what_it_opens_and_is_as_urgent(page: Page) -> None:
    services = {
        "late": {"urgency": "usual", "effort": "papers", "doors": [], "phones": [], "links": []},
        "open": {"urgency": "now", "effort": "call", "doors": ["late"], "phones": [], "links": []},
        "soon": {"urgency": "soon", "effort": "call", "doors": [], "phones": [], "links": []},
    }
    assert values(page, "p.inOrder(['soon', 'open', 'late'], services)", services=services) == ["late", "open", "soon"]


def test_a_ring_of_doors_does_not_hang(page: Page) -> None:
    services = {
        key: {"urgency": "usual", "effort": "form", "doors": ["a", "b"], "phones": [], "links": []} for key in "ab"
    }
    assert values(page, "p.inOrder(['a', 'b'], services)", services=services) == ["a", "b"]


def test_services_that_are_gone_are_left_out(page: Page) -> None:
    assert values(page, "p.inOrder(['gone', 'rent', 'rent', 'toString'], data.services)") == ["rent"]


def test_three_things_this_week_are_the_first_open_steps(page: Page) -> None:
    things = values(
        page,
        "p.thisWeek(order, data.services, {'groceries/0': true, 'heat/0': true})",
        order=["groceries", "heat", "rent"],
    )
    assert [(thing["id"], thing["place"]) for thing in things] == [("rent", 0), ("groceries", 1)]
    assert len(values(page, "p.thisWeek(order, data.services, {})", order=ALL)) == 3


def test_papers_come_once_the_most_wanted_first(page: Page) -> None:
    papers = values(page, "p.papers(order, data)", order=["groceries", "babies", "heat", "rent", "helpline"])
    assert [(paper["id"], len(paper["uses"])) for paper in papers] == [("proof-of-income", 4), ("photo-id", 2)]


def test_days_are_counted_without_a_clock(page: Page) -> None:
    assert values(page, "p.daysAfter('2028-02-28', 1)") == "2028-02-29"


def test_moving_stops_at_both_ends(page: Page) -> None:
    assert values(
        page, "[p.moved(['a', 'b', 'c'], 'c', -1), p.moved(['a', 'b'], 'a', -1), p.moved(['a'], 'x', 1)]"
    ) == [
        ["a", "c", "b"],
        ["a", "b"],
        ["a"],
    ]


# As a page


def test_adding_from_a_service_page(page: Page, home: str) -> None:
    page.goto(home + "services/heat/")
    button = page.get_by_role("button")
    expect(button).to_have_text("Add to my plan")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_text("In my plan: open it")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status")).to_have_text("Added to your plan.")
    expect(page.locator("[data-plan-count]")).to_have_text("1")
    assert stored(page)["state"]["plan"]["since"] == "2026-11-21"
    button.click()
    page.wait_for_url(home + "plan/")
    expect(page.get_by_role("heading", name="Home Energy Help")).to_be_visible()


def test_a_private_service_asks_once_more(page: Page, home: str) -> None:
    page.goto(home + "services/shelter/")
    button = page.get_by_role("button")
    button.click()
    assert page.evaluate("() => sessionStorage.length") == 0
    expect(button).to_have_text("Add it anyway")
    expect(page.get_by_role("status")).to_contain_text("may see it")
    button.click()
    expect(button).to_have_text("In my plan: open it")


def test_the_plan_opens_on_three_things(page: Page, home: str) -> None:
    open_plan(page, home, *ALL)
    assert page.locator("h2").first.inner_text() == "Three things this week"
    first = page.locator(".plan-things > li")
    expect(first).to_have_count(3)
    expect(first.nth(1)).to_contain_text("Send the form")
    expect(page.get_by_text("Without a script")).to_have_count(0)
    assert page.locator("details[open]").count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_ticking_goes_on_to_the_next_step_and_is_remembered(page: Page, home: str) -> None:
    open_plan(page, home, "groceries")
    page.get_by_label("Send the form").first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".plan-things > li")).to_contain_text("Answer their call")
    expect(page.locator("#plan-week")).to_be_focused()
    page.reload()
    expect(page.locator(".plan-progress")).to_have_text("1 of 2 done")
    page.locator(".plan-services summary").first.click()
    box = page.locator(".plan-steps").get_by_label("Send the form")
    box.uncheck()
    expect(page.locator(".plan-steps").get_by_label("Send the form")).to_be_focused()
    assert stored(page)["state"]["plan"]["done"] == {}


def test_papers_numbers_and_dates_are_merged(page: Page, home: str) -> None:
    open_plan(page, home, *ALL)
    papers = page.locator(".plan-papers")
    expect(papers).to_contain_text("Proof of income: needed for 4")
    expect(papers).to_contain_text("Photo ID: needed for 2")
    expect(papers).to_contain_text("One of these will do: Pay stubs; A letter.")
    numbers = page.locator(".plan-numbers a")
    assert "tel:+14125550125;ext=7" in [link.get_attribute("href") for link in numbers.all()]
    assert len({link.get_attribute("href") for link in numbers.all()}) == numbers.count()
    dates = page.locator(".plan-dates li")
    expect(dates.nth(0)).to_contain_text("November 24, 2026")
    page.locator("#plan-since").fill("2026-12-01")
    page.locator("#plan-since").blur()
    expect(page.locator(".plan-dates li").nth(0)).to_contain_text("December 4, 2026")


def test_moving_removing_and_the_suggested_order(page: Page, home: str) -> None:
    open_plan(page, home, *ALL)
    names = page.locator(".plan-name")
    assert names.all_inner_texts()[0] == "Helpline"
    page.locator("summary", has_text="Emergency Rent Fund").click()
    page.get_by_role("button", name="Move up: Emergency Rent Fund").click()
    assert names.all_inner_texts()[3:] == ["Emergency Rent Fund", "Baby Food"]
    expect(page.get_by_role("button", name="Move up: Emergency Rent Fund")).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text("Emergency Rent Fund is now number 4.")
    page.get_by_role("button", name="Use the order we suggest").click()
    assert names.all_inner_texts()[4] == "Emergency Rent Fund"
    page.get_by_role("button", name="Remove from my plan: Emergency Rent Fund").click()
    assert "Emergency Rent Fund" not in names.all_inner_texts()
    expect(page.locator("[data-plan-count]")).to_have_text("4")


def test_the_goal_is_kept_in_the_state_only(page: Page, home: str) -> None:
    open_plan(page, home, "heat")
    page.get_by_role("textbox", name="Soon, in the next weeks").type("A warm <b>home</b>")
    expect(page.get_by_role("textbox", name="Soon, in the next weeks")).to_be_focused()
    page.reload()
    expect(page.get_by_role("textbox", name="Soon, in the next weeks")).to_have_value("A warm <b>home</b>")
    assert "home" not in page.url


def test_start_again_asks_and_then_wipes(page: Page, home: str) -> None:
    open_plan(page, home, *ALL)
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="No, keep it").click()
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Yes, clear everything").click()
    expect(page.get_by_role("heading", name="Your plan is empty")).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("Everything is cleared.")
    expect(page.locator("[data-plan-count]")).to_be_hidden()
    assert page.evaluate("() => sessionStorage.length") == 0


def test_an_empty_plan_says_how_to_begin_and_whom_to_call(page: Page, home: str) -> None:
    open_plan(page, home)
    for target in ("../check/", "../", "../search/", "tel:211"):
        expect(page.locator(f'.plan-empty a[href="{target}"]')).to_have_count(1)


def test_a_service_that_is_gone_is_said(page: Page, home: str) -> None:
    open_plan(page, home, "heat", "long-gone")
    expect(page.get_by_text("One service of your plan is not on this site any more.")).to_be_visible()


def test_data_that_does_not_load_keeps_the_page(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.goto(home + "lost/")
    expect(page.get_by_role("alert")).to_contain_text("could not be shown")
    expect(page.get_by_text("Without a script")).to_be_visible()
    page.close()


def test_spanish_with_english_parts_marked(page: Page, home: str) -> None:
    plan_of(page, "groceries", "heat")
    page.goto(home + "es/plan/")
    expect(page.get_by_role("heading", name="Papeles para llevar")).to_be_visible()
    expect(page.locator(".plan-inside[lang=en]")).to_have_count(1)
    expect(page.locator(".plan-things")).to_contain_text("Envíe el formulario")


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_paper(page: Page, home: str, paper: str) -> None:
    open_plan(page, home, *ALL, "shelter", goal="A warm home")
    reader = PdfReader(io.BytesIO(page.pdf(format=paper, tagged=True)))
    assert 1 <= len(reader.pages) <= 3
    text = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    for wanted in (
        "Three things this week",
        "Answer their call",  # of a folded service
        "412-555-0125",
        "example.org/apply",
        "Proof of income: needed for 4",
        "Who I spoke to",
        "November 24, 2026",
        "A warm home",
        "The tests",
        "Only the agency decides",
        "Printed on November 21, 2026",
    ):
        assert wanted in text
    for unwanted in ("Print my plan", "Move up", "Remove", "Start again", "Quiet House", "1-800-555-0199"):
        assert unwanted not in text


def test_a_private_service_is_printed_when_chosen(page: Page, home: str) -> None:
    open_plan(page, home, "shelter")
    page.locator("summary", has_text="Quiet House").click()
    page.get_by_label("Print it too").check()
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "Quiet House" in text
