"""Papers that get papers, errands that are one, days that are counted: as values, and as people use them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from test_plan_browser import open_plan, pages
from test_state import served, stored
from whole_plan import whole_plan


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


def value(page: Page, module: str, call: str, **given: Any) -> Any:
    """The value of `call` with a module of the plan as `m`."""
    return page.evaluate(
        f'({{{", ".join(given)}}}) => import("/assets/handrail/plan/{module}.mjs").then((m) => {call})', given
    )


# Papers. Each case: who asks for each, which papers each asks for, what is in hand, the order, what helps to get what.

PAPERS: dict[str, tuple[dict[str, str], dict[str, list[list[str]]], str, str, dict[str, list[str]]]] = {
    "the most wanted first": ({"a": "1", "b": "123", "c": "12"}, {}, "", "bca", {}),
    "one that gets a wanted one before it": ({"a": "123", "b": "1"}, {"a": [["b"]]}, "", "ba", {"b": ["a"]}),
    "through another": (
        {"a": "12", "b": "1", "c": "1"},
        {"a": [["b"]], "b": [["c"]]},
        "",
        "cba",
        {"b": ["a"], "c": ["b"]},
    ),
    "what is in hand gets nothing and comes last": ({"a": "123", "b": "1"}, {"a": [["b"]]}, "b", "ab", {}),
    "one in hand settles its line": (
        {"a": "123", "b": "1", "c": "1"},
        {"a": [["b", "c"]]},
        "c",
        "abc",
        {},
    ),
    "the usual one of a line is named": (
        {"a": "123", "b": "1", "c": "12"},
        {"a": [["b", "c"]]},
        "",
        "bac",
        {"b": ["a"]},
    ),
    "a ring does not hang": (
        {"a": "12", "b": "12", "c": "1"},
        {"a": [["b"]], "b": [["a"]]},
        "",
        "abc",
        {"a": ["b"], "b": ["a"]},
    ),
    "as given where nothing tells them apart": ({"a": "1", "b": "2", "c": "3"}, {}, "", "abc", {}),
    "a paper that nobody asks for is not named": ({"a": "1"}, {"a": [["b"]], "b": [["a"]]}, "", "a", {}),
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_order_of_papers(page: Page, name: str) -> None:
    uses, asks, had, order, unlocks = PAPERS[name]
    documents = {key: {"asks_for": asks.get(key, [])} for key in "abc"}
    found = value(
        page,
        "paper-order",
        "m.inPaperOrder(list, documents, (id) => had.indexOf(id) !== -1)",
        list=[{"id": key, "uses": [{"id": use} for use in given]} for key, given in uses.items()],
        documents=documents,
        had=had,
    )
    assert "".join(paper["id"] for paper in found) == order
    assert {paper["id"]: paper["unlocks"] for paper in found if paper["unlocks"]} == unlocks


def test_a_paper_says_what_gets_it_and_the_way_without(page: Page, home: str) -> None:
    open_plan(page, home, "groceries", "babies", "heat", "rent")
    papers = page.locator(".plan-papers .plan-paper-lists > ul > li")
    assert [one.locator(".tick-label").inner_text() for one in papers.all()] == [
        "Proof of income: needed for 4",
        "Photo ID: needed for 2",
    ]
    expect(papers.nth(0)).to_contain_text("It helps you get: Photo ID.")
    photo = papers.nth(1)
    photo.locator("summary").click()
    for words in ("Proof of income", "A fee.", "Ask to drop it.", "Two weeks", "Bring a friend.", "example.org/id"):
        expect(photo.locator("dl")).to_contain_text(words)
    expect(photo.locator('dl a[href="../services/helpline/"]')).to_have_count(1)
    papers.nth(0).get_by_role("checkbox").click()
    expect(page.get_by_role("heading", name="You have these")).to_be_visible()
    expect(page.locator(".plan-had")).to_contain_text("Proof of income")
    expect(page.locator(".plan-unlocks")).to_have_count(0)
    expect(page.locator(".plan-get dl").first).to_contain_text("you have: Proof of income")


# Errands

PHONE = {"number": "412-555-0150", "label": None, "href": "tel:+14125550150"}


def service(*steps: str | dict[str, Any], **more: Any) -> dict[str, Any]:
    """A service with these steps."""
    told = [{"after_days": None, "errand": None, **({"do": step} if isinstance(step, str) else step)} for step in steps]
    return {
        "urgency": "usual",
        "effort": "form",
        "doors": [],
        "phones": [],
        "links": [],
        "office": None,
        "sensitive": False,
        "documents": [],
        "dates": None,
        "appeal_days": None,
        "steps": told,
        **more,
    }


ERRANDS: dict[str, tuple[dict[str, Any], list[list[str]]]] = {
    "same words at one number": (
        {"a": service("Call", phones=[PHONE]), "b": service("Call", phones=[PHONE])},
        [["a/0", "b/0"]],
    ),
    "same words at one page": (
        {"a": service("Go", links=[{"url": "https://x.org/"}]), "b": service("Go", links=[{"url": "https://x.org/"}])},
        [["a/0", "b/0"]],
    ),
    "same words at one door": ({"a": service("Go", office="o"), "b": service("Go", office="o")}, [["a/0", "b/0"]]),
    "same words elsewhere": ({"a": service("Call", phones=[PHONE]), "b": service("Call")}, [["a/0"], ["b/0"]]),
    "other words at one number": (
        {"a": service("Call", phones=[PHONE]), "b": service("Ask", phones=[PHONE])},
        [["a/0"], ["b/0"]],
    ),
    "not on the same day": (
        {
            "a": service({"do": "Call", "after_days": 7}, phones=[PHONE]),
            "b": service({"do": "Call", "after_days": 30}, phones=[PHONE]),
        },
        [["a/0"], ["b/0"]],
    ),
    "one errand in other words": (
        {"a": service({"do": "File taxes", "errand": "taxes"}), "b": service({"do": "Go and file", "errand": "taxes"})},
        [["a/0", "b/0"]],
    ),
    "a private service shares nothing": (
        {"a": service("Call", phones=[PHONE]), "b": service("Call", phones=[PHONE], sensitive=True)},
        [["a/0"], ["b/0"]],
    ),
    "a crisis line is no office": (
        {key: service("Call", phones=[{**PHONE, "href": "tel:988"}]) for key in "ab"},
        [["a/0"], ["b/0"]],
    ),
    "never two steps of one service": ({"a": service("Call", "Call", phones=[PHONE])}, [["a/0"], ["a/1"]]),
}


@pytest.mark.parametrize("name", ERRANDS)
def test_which_steps_are_one_errand(page: Page, name: str) -> None:
    services, keys = ERRANDS[name]
    found = value(page, "errands", "m.errands(order, services)", order=list(services), services=services)
    assert [errand["keys"] for errand in found] == keys


def test_one_call_does_for_two_services(page: Page) -> None:
    services = {
        "a": service("Ask about food", phones=[PHONE]),
        "b": service("Ask about heat", "Send it", phones=[PHONE]),
        "c": service("Go"),
    }
    things = value(page, "this-week", "m.thisWeek(order, services, {})", order=["a", "b", "c"], services=services)
    assert [thing["keys"] for thing in things] == [["a/0"], ["c/0"], ["b/1"]]
    assert [(along["id"], along["place"]) for along in things[0]["along"]] == [("b", 0)]
    assert [thing["by"] for thing in things] == ["call", None, None]


def test_what_is_due_soon_or_late_comes_first(page: Page) -> None:
    services = {"a": service("One", "Two", "Three"), "b": service("Four")}
    due = {"a/2": "2026-11-20", "b/0": "2026-11-27", "a/1": "2026-12-24"}
    things = value(
        page,
        "this-week",
        "m.thisWeek(['a', 'b'], services, {}, due, '2026-11-21')",
        services=services,
        due=due,
    )
    assert [(thing["keys"][0], thing["due"]) for thing in things] == [
        ("a/2", "2026-11-20"),
        ("b/0", "2026-11-27"),
        ("a/0", None),
    ]


def test_services_of_one_office_stand_together(page: Page) -> None:
    services = {
        "a": service("x", phones=[PHONE], effort="call"),
        "b": service("x", effort="call"),
        "c": service("x", phones=[PHONE], effort="papers"),
        "now": service("x", urgency="now"),
    }
    order = page.evaluate(
        'services => import("/assets/handrail/plan.mjs").then((m) => m.inOrder(["a", "b", "c", "now"], services))',
        services,
    )
    assert order == ["now", "a", "c", "b"]


def test_an_errand_is_shown_once_and_ticked_for_all(page: Page, home: str) -> None:
    open_plan(page, home, "groceries", "market")
    week = page.locator(".plan-things > li").first
    expect(week).to_contain_text("Send the form")
    expect(week).to_contain_text("Grocery Card, Market Money")
    expect(week).to_contain_text("What comes after: They call you.")
    page.locator("summary", has_text="Market Money").click()
    expect(page.locator("#plan-market .plan-same")).to_have_text(
        "Send the form: do it together with the same step of Grocery Card."
    )
    week.get_by_role("checkbox").click()
    assert stored(page)["state"]["plan"]["done"] == {"groceries/0": True, "market/0": True}
    expect(page.locator("#plan-market .plan-progress")).to_have_text("1 of 1 done")


# Days

DATES = {"interview_days": 10, "decision_days": 30, "renewal_months": 6, "note": None}


def days(page: Page, services: dict[str, Any], documents: tuple[str, ...] = (), **plan: Any) -> list[tuple[str, str]]:
    """(day, kind or key of a step) of the list, begun on 2026-11-21."""
    found = value(
        page,
        "day-list",
        "m.dayList(order, data, plan, '2026-11-21')",
        order=list(services),
        data={"services": services, "documents": {key: {} for key in documents}},
        plan={"due": {}, "done": {}, "status": {}, **plan},
    )
    return [(item["day"], item["key"] if item["kind"] in ("step", "due") else item["kind"]) for item in found]


def test_every_day_comes_from_one_start(page: Page) -> None:
    services = {"a": service({"do": "Call", "after_days": 7}, dates=DATES)}
    assert days(page, services) == [
        ("2026-11-28", "a/0"),
        ("2026-12-01", "interview"),
        ("2026-12-21", "decision"),
        ("2027-04-21", "renewal"),
    ]


def test_the_days_of_letters_win(page: Page) -> None:
    services = {"a": service("Call", dates=DATES, appeal_days=90, documents=[{"id": "photo-id", "note": None}])}
    due = {
        "a/interview": "2026-12-03",
        "a/letter": "2026-12-10",
        "a/apply": "2026-11-25",
        "paper/photo-id": "2027-01-02",
    }
    assert days(
        page, services, ("photo-id", "letter"), due={**due, "a/0": "2026-11-24", "paper/letter": "2027-01-03"}
    ) == [
        ("2026-11-24", "a/0"),
        ("2026-11-25", "apply"),
        ("2026-12-03", "interview"),
        ("2026-12-21", "decision"),
        ("2027-01-02", "paper"),
        ("2027-03-10", "appeal"),
        ("2027-04-21", "renewal"),
    ]
    assert ("2027-01-15", "appeal") in days(page, services, due={"a/letter": "2026-12-10", "a/appeal": "2027-01-15"})


@pytest.mark.parametrize(
    ("status", "left"), [("waiting", 4), ("yes", 1), ("no", 0), ("stopped", 0)], ids=lambda value: str(value)
)
def test_an_answer_ends_the_waiting(page: Page, status: str, left: int) -> None:
    services = {"a": service({"do": "Call", "after_days": 7}, dates=DATES)}
    assert len(days(page, services, status={"a": status})) == left
    assert ("2026-11-28", "a/0") not in days(page, services, done={"a/0": True})


def test_months_end_where_they_end(page: Page) -> None:
    call = "[m.monthsAfter('2026-08-31', 6), m.monthsAfter('2026-11-21', 14), m.monthsAfter('2027-08-31', 6)]"
    assert value(page, "days", call) == ["2027-02-28", "2028-01-21", "2028-02-29"]


def test_a_day_from_a_letter_is_put_in_and_taken_out(page: Page, home: str) -> None:
    open_plan(page, home, "groceries", "shelter")
    page.locator("summary", has_text="Put in a day").click()
    page.get_by_label("What day is it?").select_option("Interview or visit")
    page.get_by_label("For which one?").select_option("Grocery Card (GC)")
    page.get_by_label("The day", exact=True).fill("2026-12-03")
    page.get_by_role("button", name="Put it in").click()
    expect(page.locator(".plan-dates > .plan-list")).to_contain_text("December 3, 2026: Interview · Grocery Card")
    page.get_by_label("What day is it?").select_option("A paper runs out")
    page.get_by_label("For which one?").select_option("Photo ID")
    page.get_by_label("The day", exact=True).fill("2027-02-01")
    page.get_by_role("button", name="Put it in").click()
    expect(page.locator(".plan-dates > .plan-list")).to_contain_text("February 1, 2027: Photo ID runs out")
    assert stored(page)["state"]["plan"]["due"] == {"groceries/interview": "2026-12-03", "paper/photo-id": "2027-02-01"}
    page.get_by_role("button", name="Take out: Interview or visit").click()
    expect(page.locator(".plan-dates > .plan-list")).not_to_contain_text("Interview")
    page.locator(".plan-services summary", has_text="Grocery Card").first.click()
    page.get_by_role("button", name="Remove from my plan: Grocery Card").click()
    assert stored(page)["state"]["plan"]["due"] == {"paper/photo-id": "2027-02-01"}


def test_a_service_without_a_number_says_where_to_find_it(page: Page, home: str) -> None:
    open_plan(page, home, "market")
    expect(page.locator("#plan-market .plan-contacts")).to_contain_text("Find the one near you")
    expect(page.locator(".plan-numbers")).to_contain_text("Market Money: find the number here: Official website")
    page.locator("summary", has_text="Market Money").click()
    expect(page.get_by_text("What to say when you call")).to_be_visible()


def test_every_service_of_the_site_has_a_number_or_says_how_to_find_one(site: Path) -> None:
    services = whole_plan(site)["services"]
    lost = [id_ for id_, service in services.items() if not (service["phones"] or service["links"])]
    assert lost == []
