"""How a plan goes on: goals, who does what, did it help, what to try next, and what to say on the phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe import AXE
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from test_state import stored

FIVE = ("snap", "wic", "medicaid", "liheap", "head-start")


@pytest.fixture
def filled(phone: Page, site_url: str) -> Callable[[str], Page]:
    """The plan of five services, with everything filled in, in a language."""

    def open_filled(base: str) -> Page:
        phone.goto(f"{site_url}{base}plan/")
        plan = {
            "services": FIVE,
            "since": "2026-11-21",
            "goal": "A warm home",
            "later": "A steady job",
            "review": "2026-12-20",
            "owners": {"snap/0": "me", "snap/1": "helper", "wic/0": "agency"},
            "helped": {"snap": "no", "wic": "met", "liheap": "partly"},
        }
        phone.evaluate(
            'plan => import(document.querySelector("script[src*=plan-]").src.replace(/joined.*/, "handrail/state.mjs"))'
            ".then((s) => s.write({ plan: plan }))",
            plan,
        )
        phone.reload()
        phone.locator(".plan-week").wait_for()
        return phone

    return open_filled


@pytest.mark.parametrize("base", ["", "es/"])
def test_a_filled_plan_can_be_used_by_everyone_on_a_small_phone(filled: Callable[[str], Page], base: str) -> None:
    page = filled(base)
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("() => document.querySelectorAll('.plan-sheet details').forEach((one) => { one.open = true; })")
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run(document)")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_filled_plan_fits_three_sheets(filled: Callable[[str], Page], paper: str, tmp_path: Path) -> None:
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(filled("").pdf(format=paper))
    reader = PdfReader(pdf)
    assert len(reader.pages) <= 3
    text = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    for wanted in (
        "A warm home",
        "A steady job",
        "December 20, 2026",
        "Who does it: a helper",
        "Did it help?",
        "Ask each",
    ):
        assert wanted in text
    assert "Save the dates" not in text


def test_no_help_shows_what_to_try_next(filled: Callable[[str], Page]) -> None:
    page = filled("")
    page.locator("#plan-snap summary").first.click()
    first = page.locator("#plan-snap .plan-next").get_by_role("button").first
    name = (first.get_attribute("aria-label") or "").removeprefix("Add to my plan: ")
    first.click()
    expect(page.locator(".plan-name").get_by_text(name, exact=True)).to_have_count(1)
    page.locator("#plan-snap").get_by_label("Did it help?").select_option("met")
    expect(page.locator("#plan-snap .plan-next")).to_have_count(0)
    page.locator("#plan-snap").get_by_label("Who does it:").first.select_option("agency")
    plan = stored(page)["state"]["plan"]
    assert plan["helped"]["snap"] == "met" and plan["owners"]["snap/3"] == "agency"
    page.get_by_role("button", name="Remove from my plan: SNAP").click()
    plan = stored(page)["state"]["plan"]
    assert list(plan["owners"]) == ["wic/0"] and "snap" not in plan["helped"]


def test_what_to_say_names_the_service_and_the_papers(filled: Callable[[str], Page]) -> None:
    page = filled("")
    page.get_by_label("Photo ID").first.check()
    page.locator("#plan-snap summary").first.click()
    page.locator("#plan-snap").get_by_text("What to say when you call").click()
    said = page.locator("#plan-snap .plan-say")
    expect(said).to_contain_text("Hello. I want to apply for SNAP")
    expect(said).to_contain_text("Can I get an interpreter?")
    expect(said).to_contain_text("I have these papers: ")


def test_an_example_is_put_after_what_was_typed(filled: Callable[[str], Page]) -> None:
    page = filled("")
    page.get_by_label("Soon, in the next weeks").fill("Sleep well")
    page.get_by_label("Or pick an example").first.select_option("See a doctor")
    expect(page.get_by_label("Soon, in the next weeks")).to_have_value("Sleep well; See a doctor")
