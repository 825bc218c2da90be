"""What would change a result, the find-out list, life changes and the cards of each person, as the browser has them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from playwright.sync_api import Page, expect
from test_road_browser import answer_about_the_family, button, heading
from test_rules import screening

from generators.rules import check_facts

TABLE = yaml.safe_load((Path(__file__).parent / "changes.yaml").read_text("utf-8"))
MODULES = ROOT / "docs" / "assets" / "handrail"
OURS = [
    *(MODULES / name for name in ("changes.mjs", "find-out.mjs", "life-changes.mjs")),
    *sorted((MODULES / "changes").glob("*.mjs")),
    *(
        MODULES / "check" / f"{name}.mjs"
        for name in ("would-change", "each-person", "find-out", "life", "cards", "results")
    ),
]
RUN_CHANGES = """async (cases) => {
  const { whatWouldChange } = await import("/changes.mjs");
  return cases.map(([data, one]) => whatWouldChange(data, one.facts, "it"));
}"""
RUN_FIND_OUT = """async (cases) => {
  const { toFindOut } = await import("/find-out.mjs");
  return cases.map(([data, one]) => toFindOut(data, one.facts, Object.keys(data.questions)));
}"""
RUN_LIFE = """async (cases) => {
  const { lifeChange } = await import("/life-changes.mjs");
  return cases.map(([data, one]) => {
    const before = JSON.stringify(one.facts);
    const { report, ends, opens } = lifeChange(data, one.facts, one.event, one.given);
    return { report, ends, opens, untouched: JSON.stringify(one.facts) === before };
  });
}"""
RUN_EVENTS = """async (cases) => {
  const { eventsFor } = await import("/life-changes.mjs");
  return cases.map(([data, one]) => eventsFor(one.facts));
}"""


def run(page: Page, serve: Callable[[Path], str], script: str, table: str) -> list[tuple[dict[str, Any], Any]]:
    """Every case of a table with what the browser says."""
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(f"{serve(MODULES)}changes.mjs")
    cases = [(data_of(case), case) for case in TABLE[table]]
    return list(zip(TABLE[table], page.evaluate(script, cases), strict=True))


def data_of(case: dict[str, Any]) -> dict[str, Any]:
    """The screening data of a case, with every question that facts can answer."""
    data = screening(case.get("services", {"it": {"rule": {"dates": {"from": "2026-01-01"}}}}))
    known = ["people", *data["questions"], "disabled", "receives", "situations", "income", "expenses", "savings"]
    return {**data, "questions": {question: data["questions"].get(question, {}) for question in known}}


@pytest.mark.parametrize("table", ["changes", "find_out", "life", "events"])
def test_the_facts_of_the_cases_are_facts(table: str) -> None:
    assert [case["name"] for case in TABLE[table] if check_facts(case["facts"])] == []


def test_what_would_change(phone: Page, serve: Callable[[Path], str]) -> None:
    results = run(phone, serve, RUN_CHANGES, "changes")
    assert {case["name"]: found for case, found in results} == {case["name"]: case["gives"] for case, _ in results}


def test_what_to_find_out(phone: Page, serve: Callable[[Path], str]) -> None:
    results = run(phone, serve, RUN_FIND_OUT, "find_out")
    assert {case["name"]: found for case, found in results} == {case["name"]: case["gives"] for case, _ in results}


def test_life_changes(phone: Page, serve: Callable[[Path], str]) -> None:
    for case, found in run(phone, serve, RUN_LIFE, "life"):
        wanted = {key: case[key] for key in ("report", "ends", "opens")}
        assert found == {**wanted, "untouched": True}, case["name"]


def test_events_that_can_happen(phone: Page, serve: Callable[[Path], str]) -> None:
    results = run(phone, serve, RUN_EVENTS, "events")
    assert {case["name"]: found for case, found in results} == {case["name"]: case["gives"] for case, _ in results}


def test_the_modules_keep_to_old_browsers() -> None:
    newer = re.compile(r"\?\.[a-zA-Z\[(]|\?\?|\{\s*\.\.\.|\(\?<[=!]|\bimport\(|\.flat(Map)?\(|replaceAll")
    for path in OURS:
        text = re.sub(r"(?m)^\s*//.*$|/\*[\s\S]*?\*/", "", path.read_text("utf-8"))
        assert not newer.search(text), path.name


# the walk


def walk_unsure(page: Page) -> None:
    """A mother of 29 who is pregnant, with a child of 4; 3,300 dollars; not sure who has a disability."""
    for _ in range(40):
        title = heading(page)
        if title == "Check your answers":
            button(page, "Show my results")
            return
        if page.get_by_role("button", name="Add an income").count():
            button(page, "Add an income")
            page.locator("#person").select_option(label="You")
            page.locator("#kind").select_option("wages")
            page.locator("input[name=much][value=fixed]").check()
            page.locator("#amount").fill("3300")
            page.locator("#per").select_option("month")
            button(page, "Save this income")
            button(page, "That is all the income")
        else:
            answer_one(page, title)
        page.wait_for_function("title => document.querySelector('h1').innerText.trim() !== title", arg=title)
    raise AssertionError("the questions never end")


def answer_one(page: Page, title: str) -> None:
    if title == "Is anyone in your home pregnant?":
        page.get_by_label("You", exact=True).check()
    elif title == "Does anyone in your home have a disability?":
        page.get_by_label("Not sure", exact=True).check()
    elif title.startswith("Does anyone in your home get any of these"):
        page.get_by_label("SNAP (food stamps or EBT)").check()
        page.get_by_label("WIC (food for babies and mothers)").check()
    elif title.startswith("What is the status"):
        selects = page.locator("main select").all()
        selects[0].select_option("no-help")
        for choice in selects[1:]:
            choice.select_option("citizen")
    elif page.get_by_text("No one", exact=True).count():
        page.get_by_label("No one", exact=True).check()
    elif page.get_by_text("None of these", exact=True).count():
        page.get_by_label("None of these", exact=True).check()
    elif page.get_by_label("Rather not say").count():
        page.get_by_label("Rather not say").first.check()
    button(page, "Continue")


def test_a_mixed_family_sees_what_its_child_may_get(phone: Page, site_url: str, tmp_path: Path) -> None:
    page = phone
    page.goto(f"{site_url}check/#needs=food,health,disability")
    button(page, "Continue")
    answer_about_the_family(page)
    walk_unsure(page)
    expect(page.locator("h1")).to_have_text("Your results")

    cards = page.locator(".hr-people > .hr-for-one")
    expect(cards).to_have_count(2)
    expect(cards.nth(0)).to_contain_text("Does not want help")
    expect(cards.nth(1)).to_contain_text("Child, 4")
    expect(cards.nth(1)).to_contain_text("Looks possible:")
    expect(cards.nth(1)).to_contain_text("Worth asking:")

    later = page.locator(".hr-would", has_text="What would change this?")
    later.first.wait_for()
    texts = " ".join(later.all_inner_texts())
    assert "turns 5" in texts or "turn" in texts or "New limits" in texts

    found = page.locator(".hr-find-out")
    expect(found).to_contain_text("Does anyone in your home have a disability?")
    expect(found).to_contain_text("A doctor or clinic can tell you.")
    expect(found).to_contain_text("It could open:")

    life = page.locator(".hr-life")
    life.locator("#life-event").select_option(label="Someone turns 5")
    button(page, "Show what it changes")
    expect(life).to_contain_text("Tell these programs about the change: SNAP")
    expect(life.get_by_role("heading", name="What may end")).to_be_visible()
    expect(life).to_contain_text("WIC")
    life.locator("#life-event").select_option("moved-state")
    button(page, "Show what it changes")
    expect(life).to_contain_text("Please fill in the fields above.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert cards.nth(1).bounding_box()["y"] > cards.nth(0).bounding_box()["y"]

    pdf = tmp_path / "results.pdf"
    pdf.write_bytes(page.pdf(format="Letter"))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    text = " ".join(text.split())
    assert "To find out" in text and "A doctor or clinic can tell you." in text
    assert "For each person" in text
    assert "Will something change?" not in text
