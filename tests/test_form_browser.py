"""All questions on one page: the same facts as the questionnaire, only questions that matter, results and back."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, TODAY
from playwright.sync_api import Browser, Page, expect
from test_questionnaire_browser import modules
from test_rules_random import forget, random_family

from generators.pipeline import gather, screening
from generators.questionnaire import of_needs, open_questions
from generators.rules import screen

FAMILIES = 60
RUN_ASKED = """async ([url, data, needs]) => {
  const { questionsOf } = await import(url);
  return needs.map((chosen) => questionsOf(data, chosen));
}"""


def facts(page: Page) -> dict[str, Any]:
    """What the tab keeps."""
    return json.loads(page.evaluate("sessionStorage.getItem('handrail')"))["state"]["facts"]


def opened(page: Page, site_url: str, needs: str = "food,health", base: str = "") -> None:
    page.goto(f"{site_url}{base}check/form/#needs={needs}")
    page.locator("form.hr-form").wait_for()


def question(page: Page, id_: str) -> Any:
    return page.locator(f"[data-question={id_}]")


def add_a_family(page: Page) -> None:
    """A mother of 29 and a child of 4 in Ohio, by keyboard alone after the first field."""
    page.locator("#state").select_option("OH")
    page.locator("#age-p1").fill("29")
    page.get_by_role("button", name="Add another person").press("Enter")
    expect(page.locator("#relation-p2")).to_be_focused()
    page.keyboard.type("My child")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    page.keyboard.press("Tab")
    expect(question(page, "pregnant")).to_be_visible()


def test_the_form_offers_the_shared_computer(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    phone.locator("#age-p1").fill("29")
    phone.get_by_label("Other people use this phone or computer").check()
    assert phone.locator("#age-p1").input_value() == "29"
    assert json.loads(phone.evaluate("sessionStorage.getItem('handrail')"))["state"]["shared"] is True


def test_the_same_facts_and_the_results(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    add_a_family(phone)
    question(phone, "pregnant").get_by_label("You").check()
    phone.locator("#babies-expected-p1").select_option("2")
    phone.get_by_role("button", name="“No one” for all that are left").click()
    question(phone, "receives").get_by_label("Medicaid", exact=True).check()
    phone.locator("#kind-1").select_option("wages")
    phone.locator("#amount-1").fill("2,000")
    phone.locator("#savings").fill("150")
    phone.get_by_role("button", name="Show my results").click()
    expect(phone.locator("h1")).to_have_text("Your results")
    found = facts(phone)
    assert found["place"] == {"state": "OH", "county": "rather-not", "zip": "rather-not"}
    self, child = found["people"]
    assert (self["relation"], self["age"], self["pregnant"], self["babies_expected"]) == ("self", 29, True, 2)
    assert (child["relation"], child["age"], child["disabled"]) == ("child", 4, False)
    assert "pregnant" not in child and "status" not in self
    assert found["receives"]["medicaid"] is True and found["receives"]["snap"] is False
    assert found["incomes"] == [{"person": "p1", "kind": "wages", "amount": 2000, "per": "month"}]
    assert found["savings"] == 150
    assert "situations" not in found and "expenses" not in found
    wic = phone.locator(".hr-likely .hr-card", has_text="WIC")
    expect(wic.first).to_be_visible()


@pytest.mark.parametrize(
    ("age", "amount", "savings"),
    [("٢٩", "٢٬٣٠٠٫٥٠", "١٥٠"), ("۲۹", "۲۳۰۰٫۵۰", "۱۵۰"), ("２９", "２，３００．５０", "１５０")],
    ids=["Arabic", "Persian", "full width"],
)
def test_digits_of_other_keyboards(phone: Page, site_url: str, age: str, amount: str, savings: str) -> None:
    opened(phone, site_url)
    phone.locator("#state").select_option("OH")
    phone.locator("#age-p1").fill(age)
    phone.locator("#kind-1").select_option("wages")
    phone.locator("#amount-1").fill(amount)
    phone.locator("#savings").fill(savings)
    phone.get_by_role("button", name="Show my results").click()
    expect(phone.locator("h1")).to_have_text("Your results")
    found = facts(phone)
    assert found["people"][0]["age"] == 29 and found["savings"] == 150
    assert found["incomes"] == [{"person": "p1", "kind": "wages", "amount": 2300.5, "per": "month"}]


def test_one_change_goes_straight_back_to_the_results(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    add_a_family(phone)
    phone.get_by_role("button", name="Show my results").click()
    phone.locator(".hr-counted").get_by_role("button", name="Change").click()
    phone.get_by_role("button", name="That is everyone").click()
    expect(phone.locator("h1")).to_have_text("Your results")
    phone.get_by_role("button", name="All questions on one page").click()
    expect(phone.locator("#age-p2")).to_have_value("4")
    question(phone, "disabled").get_by_label("Child, 4").check()
    phone.get_by_role("button", name="Show my results").click()
    expect(phone.locator("h1")).to_have_text("Your results")
    assert [one.get("disabled") for one in facts(phone)["people"]] == [False, True]


def test_the_form_and_the_questionnaire_share_their_answers(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    add_a_family(phone)
    phone.get_by_role("link", name="One question at a time instead").click()
    expect(phone.locator("h1")).to_have_text("What do you need help with?")
    assert phone.locator("input[value=food]").is_checked()
    phone.get_by_role("link", name="All questions on one page, for helpers").click()
    expect(phone.locator("#state")).to_have_value("OH")
    expect(phone.locator("#relation-p2")).to_have_value("child")


def test_a_need_brings_and_takes_its_questions(phone: Page, site_url: str) -> None:
    opened(phone, site_url, "veterans")
    phone.locator("#age-p1").fill("70")
    phone.locator("#age-p1").press("Tab")
    expect(question(phone, "veteran")).to_be_visible()
    expect(question(phone, "breastfeeding")).to_be_hidden()
    opened(phone, site_url, "legal")
    expect(question(phone, "savings")).to_be_hidden()
    phone.get_by_role("checkbox", name="Health care", exact=True).check()
    expect(question(phone, "savings")).to_be_visible()
    phone.get_by_role("checkbox", name="Health care", exact=True).uncheck()
    expect(question(phone, "savings")).to_be_hidden()


def test_what_is_wrong_is_named_and_what_is_left_out_is_not_asked(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    phone.locator("#age-p1").fill("200")
    phone.locator("#kind-1").select_option("wages")
    phone.get_by_role("button", name="Show my results").click()
    summary = phone.locator(".hr-error-summary")
    expect(summary).to_be_focused()
    assert summary.locator("li").count() == 2
    summary.get_by_role("link").first.click()
    expect(phone.locator("#age-p1")).to_be_focused()
    phone.locator("#age-p1").fill("")
    phone.locator("#kind-1").select_option("")
    phone.get_by_role("button", name="Show my results").click()
    expect(phone.locator("h1")).to_have_text("Your results")
    assert facts(phone) == {}


def test_an_answer_can_be_taken_back(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    add_a_family(phone)
    box = question(phone, "blind").get_by_label("No one")
    box.check()
    assert [one["blind"] for one in facts(phone)["people"]] == [False, False]
    box.uncheck()
    assert ["blind" in one for one in facts(phone)["people"]] == [False, False]
    none = question(phone, "income").get_by_label("No one has any income")
    none.check()
    assert facts(phone)["incomes"] == []
    none.uncheck()
    assert "incomes" not in facts(phone)


def test_money_that_changes_and_people_who_go(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    add_a_family(phone)
    phone.locator("#person-1").select_option("p2")
    phone.locator("#kind-1").select_option("child-support")
    phone.locator("#per-1").select_option("changes")
    phone.locator("#amount-low-1").fill("100")
    phone.locator("#amount-high-1").fill("300")
    phone.locator("#amount-high-1").press("Tab")
    assert facts(phone)["incomes"] == [
        {"person": "p2", "kind": "child-support", "amount_low": 100, "amount_high": 300, "per": "month"}
    ]
    phone.get_by_role("button", name=re.compile("Remove.*Person 2")).click()
    assert [one["id"] for one in facts(phone)["people"]] == ["p1"]
    assert "incomes" not in facts(phone)
    assert question(phone, "income").locator("select[id^=kind]").count() == 1


def test_private_answers_are_never_stored(phone: Page, site_url: str) -> None:
    opened(phone, site_url, "support")
    phone.locator("#age-p1").fill("30")
    phone.locator("#age-p1").press("Tab")
    assert phone.evaluate("sessionStorage.getItem('handrail')") is None
    phone.get_by_role("button", name="Show my results").click()
    expect(phone.locator("h1")).to_have_text("Your results")
    phone.go_back()
    expect(phone.locator("#age-p1")).to_have_value("30")


def test_start_again_empties_the_form(phone: Page, site_url: str) -> None:
    opened(phone, site_url)
    add_a_family(phone)
    phone.get_by_role("button", name="Start again").click()
    phone.get_by_role("button", name="Yes, forget everything").click()
    expect(phone.locator("#age-p1")).to_have_value("")
    assert phone.locator("input[value=food]").is_checked() is False
    assert phone.evaluate("sessionStorage.getItem('handrail')") is None


def test_in_spanish_and_without_a_script(phone: Page, browser: Browser, site_url: str) -> None:
    opened(phone, site_url, "food", "es/")
    expect(phone.locator("h1")).to_have_text("Todas las preguntas en una página")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}check/form/")
    expect(page.locator("main")).to_contain_text("Where do you live?")
    page.goto(f"{site_url}helper/")
    page.get_by_role("link", name="All questions on one page").click()
    assert page.url == f"{site_url}check/form/"
    context.close()


def test_no_question_that_may_come_open_is_left_out(phone: Page, serve: Callable[[Path], str]) -> None:
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    data = screening(records, TODAY)
    needs: list[list[str]] = [[need] for need in records.needs] + [[]]
    asked = phone.evaluate(RUN_ASKED, [modules(phone, serve) + "check/form-asked.mjs", data, needs])
    assert len(asked[-1]) > 15 and min(len(some) for some in asked) < 8
    pick = random.Random(3)
    for _ in range(FAMILIES):
        family = forget(pick, random_family(pick), 0.5)
        found = screen(data, family)["services"]
        for chosen, some in zip(needs, asked, strict=True):
            if of_needs(data, chosen):
                assert set(open_questions(data, found, chosen)) <= set(some), (chosen, family)
