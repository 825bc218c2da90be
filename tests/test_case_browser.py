"""Case management on the plan: status, what stands in the way, days, team, comparison, contact log, summary."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe import AXE
from conftest import ROOT
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader
from test_plan import made_up
from test_state import stored

from generators.languages import language
from generators.model import BARRIERS, Barrier, Permission
from generators.plan import compare_data, plan_data

FIVE = ("snap", "wic", "medicaid", "liheap", "head-start")
PRIVATE = "support-line"
FILLED = {
    "goal": "A warm home",
    "later": "A steady job",
    "due": {"snap/1": "2026-11-24", "liheap/0": "2026-11-20"},
    "status": {"snap": "no", "wic": "yes", "medicaid": "waiting"},
    "barriers": {"snap": "ride", "medicaid": "paper"},
    "helped": {"wic": "met"},
    "team": [{"role": "nurse", "name": "Ana", "phone": "412-555-0125", "does": "calls each week"}],
    "log": [
        {"day": "2026-11-19", "id": "snap", "who": "Ms. Lee", "said": "number 4711"},
        {"day": "2026-11-21", "id": None, "who": "School", "said": "sends a letter"},
    ],
}

Opener = Callable[..., Page]


@pytest.fixture
def opened(phone: Page, site_url: str) -> Opener:
    """Opens the plan of some services, with what is noted of it."""
    phone.clock.install(time=datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC))

    def open_plan(*ids: str, base: str = "", **noted: Any) -> Page:
        phone.goto(f"{site_url}{base}plan/")
        phone.evaluate(
            'plan => import(document.querySelector("script[src*=plan-]").src.replace(/joined.*/, "handrail/state.mjs"))'
            ".then((s) => s.write({ plan: plan }))",
            {"services": ids, "since": "2026-11-21", **noted},
        )
        phone.reload()
        phone.locator(".plan-week").wait_for()
        return phone

    return open_plan


def plan(page: Page) -> dict[str, Any]:
    kept: dict[str, Any] = stored(page)["state"]["plan"]
    return kept


def unfold(page: Page, key: str) -> Locator:
    page.locator(f'[data-key="fold:{key}"]').click()
    return page.locator(f"#plan-{key}") if key in FIVE else page.locator(f".plan-{key}")


def printed(page: Page, path: Path) -> str:
    path.write_bytes(page.pdf(format="Letter"))
    return " ".join(" ".join(one.extract_text() for one in PdfReader(path).pages).split())


# Status and what stands in the way


def test_a_no_leads_to_the_letter_and_a_yes_to_how_to_keep_it(opened: Opener) -> None:
    page = opened(*FIVE)
    snap = unfold(page, "snap")
    expect(snap.locator(".plan-advice")).to_have_count(0)
    snap.get_by_label("How far is it?").focus()
    snap.get_by_label("How far is it?").select_option("no")
    expect(snap.get_by_label("How far is it?")).to_be_focused()
    expect(snap.locator(".plan-advice").get_by_role("link")).to_have_attribute("href", "../letter/")
    expect(snap.locator(".plan-advice")).to_contain_text("fair hearing")
    snap.get_by_label("How far is it?").select_option("yes")
    expect(snap.locator(".plan-advice")).to_contain_text("You must renew")
    page.reload()
    expect(page.locator("#plan-snap .plan-status")).to_have_text("they said yes")
    snap = unfold(page, "snap")
    snap.get_by_label("How far is it?").select_option("")
    assert plan(page)["status"] == {}


def test_what_stands_in_the_way_shows_what_may_help(opened: Opener) -> None:
    page = opened(*FIVE)
    snap = unfold(page, "snap")
    snap.get_by_label("What stands in the way?").select_option("ride")
    help_ = snap.locator(".plan-advice")
    expect(help_).to_contain_text("Ask if somebody can come to you.")
    help_.get_by_role("button", name="Add to my plan: Rides to the doctor with Medicaid").click()
    assert "medicaid-rides" in plan(page)["services"]
    page.reload()
    unfold(page, "snap")
    expect(page.locator("#plan-snap").get_by_label("What stands in the way?")).to_have_value("ride")
    page.get_by_role("button", name="Remove from my plan: SNAP").click()
    assert plan(page)["barriers"] == {}


# Days


def test_a_day_is_set_by_keyboard_and_shows_in_the_week(opened: Opener) -> None:
    page = opened("snap", "wic")
    snap = unfold(page, "snap")
    snap.get_by_role("button", name="Set a day").nth(2).focus()
    page.keyboard.press("Enter")
    field = snap.get_by_label("Do it by:")
    expect(field).to_be_focused()
    page.keyboard.type("11232026")
    expect(field).to_be_focused()
    assert plan(page)["due"] == {"snap/2": "2026-11-23"}
    expect(page.locator(".plan-things > li").first).to_contain_text("Answer the interview call")
    expect(page.locator(".plan-things > li").first).to_contain_text("November 23, 2026")
    expect(page.locator(".plan-dates")).to_contain_text("November 23, 2026: Answer the interview call")
    field.fill("")
    assert plan(page)["due"] == {}
    expect(page.locator(".plan-things > li").first).not_to_contain_text("Answer the interview call")


def test_all_that_is_due_comes_first_and_late_is_said(opened: Opener) -> None:
    due = {f"{id_}/1": f"2026-11-{20 + place}" for place, id_ in enumerate(("snap", "wic", "medicaid", "liheap"))}
    page = opened(*FIVE, due={**due, "snap/0": "2027-03-01"})
    things = page.locator(".plan-things > li")
    expect(things).to_have_count(4)
    expect(things.nth(0)).to_contain_text("This was due: November 20, 2026")
    expect(things.nth(3)).to_contain_text("Do it by: November 23, 2026")


def test_a_settled_service_asks_for_no_papers_and_no_calls(opened: Opener) -> None:
    page = opened("snap", "liheap", status={"snap": "stopped"})
    assert "SNAP" not in page.locator(".plan-week").inner_text()
    assert "SNAP" not in page.locator(".plan-dates").inner_text()
    assert "SNAP" not in page.locator(".plan-papers").inner_text()


# Team


def test_a_team_is_made_by_keyboard_and_outlives_a_reload(opened: Opener) -> None:
    page = opened("snap")
    page.locator('[data-key="fold:team"]').focus()
    page.keyboard.press("Enter")
    team = page.locator(".plan-team")
    team.get_by_label("Who is it?").select_option("nurse")
    team.get_by_label("Name, if you like").focus()
    page.keyboard.type("Ana <b>")
    page.keyboard.press("Tab")
    page.keyboard.type("412-555-0125")
    page.keyboard.press("Tab")
    page.keyboard.type("Calls each week")
    page.keyboard.press("Enter")
    expect(team.get_by_role("row")).to_have_count(2)
    expect(team.get_by_label("What they do for you")).to_be_focused()
    expect(team.get_by_label("What they do for you")).to_have_value("")
    expect(page.locator(".plan-said").first).to_have_text("Added to your team.")
    page.reload()
    unfold(page, "team")
    expect(team.get_by_role("rowheader")).to_have_text("Nurse")
    expect(team.get_by_role("cell").nth(1)).to_have_text("Ana <b>")
    expect(team.get_by_role("link", name="412-555-0125")).to_have_attribute("href", "tel:4125550125")
    team.get_by_role("button", name="Take out: Ana").click()
    expect(page.locator('[data-key="fold:team"]')).to_be_focused()
    assert plan(page)["team"] == []


def test_permissions_name_the_form_of_each_program(opened: Opener) -> None:
    page = opened("snap", "ssi", "liheap")
    team = unfold(page, "team")
    expect(team.get_by_role("link", name="Form: SSA-1696")).to_have_attribute(
        "href", "https://www.ssa.gov/forms/ssa-1696.html"
    )
    expect(team).to_contain_text("SSA-3288")
    expect(team.locator(".plan-permissions li", has_text="SNAP")).to_have_count(1)
    expect(team.locator(".plan-permissions li", has_text="LIHEAP")).to_have_count(0)


def test_a_team_prints_when_filled_or_asked(opened: Opener, tmp_path: Path) -> None:
    page = opened("snap")
    assert "My team" not in printed(page, tmp_path / "empty.pdf")
    unfold(page, "team").get_by_label("Print empty lines for my team").check()
    asked = printed(page, tmp_path / "asked.pdf")
    assert "My team" in asked and "Add to my team" not in asked and "HIPAA" not in asked


# Contact log


def test_calls_are_written_down_newest_first_and_deleted(opened: Opener) -> None:
    page = opened("snap", "wic")
    log = unfold(page, "log")
    for day, who in (("2026-11-20", "Ms. Lee"), ("2026-11-18", "Mr. Poe"), ("2026-11-20", "Dr. Ray")):
        log.get_by_label("Day").fill(day)
        log.get_by_label("About").select_option("snap")
        log.get_by_label("Who I spoke to").fill(who)
        log.get_by_label("What they said, and the reference number").fill("4711")
        log.get_by_role("button", name="Write it down").click()
    page.reload()
    log = unfold(page, "log")
    rows = log.locator("tbody tr")
    assert [row.locator("td").nth(1).inner_text() for row in rows.all()] == ["Dr. Ray", "Ms. Lee", "Mr. Poe"]
    log.get_by_role("button", name="Delete the line: Ms. Lee").click()
    assert [line["who"] for line in plan(page)["log"]] == ["Mr. Poe", "Dr. Ray"]
    log.get_by_role("button", name="Write it down").click()
    expect(page.locator(".plan-said").first).to_contain_text("Write whom you spoke to")
    assert len(plan(page)["log"]) == 2
    assert "Lee" not in page.url and page.evaluate("() => localStorage.length") == 0


def test_what_is_typed_outlives_a_tick_and_not_a_wipe(opened: Opener) -> None:
    page = opened("snap")
    unfold(page, "log").get_by_label("Who I spoke to").fill("Ms. Lee")
    page.locator(".plan-things input").first.click()
    expect(page.locator(".plan-log").get_by_label("Who I spoke to")).to_have_value("Ms. Lee")
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Yes, clear everything").click()
    assert page.evaluate("() => document.body.textContent.includes('Lee')") is False
    page.evaluate(
        'plan => import(document.querySelector("script[src*=plan-]").src.replace(/joined.*/, "handrail/state.mjs"))'
        ".then((s) => s.write({ plan: plan }))",
        {"services": ["wic"]},
    )
    expect(page.locator(".plan-log").get_by_label("Who I spoke to")).to_have_value("")
    assert page.locator(".plan-sheet details[open]").count() == 0


# Comparison


def test_two_services_side_by_side_and_one_is_kept(opened: Opener) -> None:
    page = opened("snap", "wic", "liheap")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    compare = unfold(page, "compare")
    compare.get_by_label("Compare", exact=True).select_option("snap")
    compare.get_by_label("with").select_option("wic")
    table = compare.get_by_role("table")
    expect(table.locator("thead th[scope=col]")).to_have_count(3)
    expect(table.locator("tbody th[scope=row]")).to_have_text(
        ["What you get", "What it costs", "How long it takes", "How to reach it", "Papers", "Who it is for"]
    )
    expect(table.get_by_role("row", name="What you get")).to_contain_text("A card called EBT")
    expect(table.get_by_role("row", name="How to reach it")).to_contain_text("In person")
    assert asked and all(re.search(r"/data/compare/en/\d+\.json$", url) for url in asked)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    compare.get_by_role("button", name="Keep WIC").click()
    assert "snap" in plan(page)["services"]
    compare.get_by_role("button", name="No, keep both").click()
    compare.get_by_role("button", name="Keep WIC").click()
    compare.get_by_role("button", name="Yes, take it out").click()
    assert plan(page)["services"] == ["wic", "liheap"]


def test_a_comparison_that_does_not_load_says_so(opened: Opener, phone: Page) -> None:
    phone.route("**/data/compare/en/*", lambda route: route.fulfill(status=200, body="<html>"))
    compare = unfold(opened("snap", "wic"), "compare")
    compare.get_by_label("Compare", exact=True).select_option("snap")
    expect(compare.get_by_role("alert")).to_contain_text("could not be loaded")
    phone.unroute("**/data/compare/en/*")
    compare.get_by_label("with").select_option("wic")
    expect(compare.get_by_role("alert")).to_have_count(0)
    compare.get_by_label("Compare", exact=True).select_option("")
    compare.get_by_label("Compare", exact=True).select_option("snap")
    expect(compare.get_by_role("table")).to_be_visible()


# Summary


def test_the_summary_says_how_things_stand(opened: Opener) -> None:
    page = opened(*FIVE, **FILLED)
    summary = unfold(page, "summary")
    summary.get_by_label("Was the goal for the next weeks met?").select_option("partly")
    for wanted in (
        "Soon: A warm home · Met: Partly",
        "SNAP (food stamps): they said no · In the way: No ride",
        "they said yes · Did it help? Yes",
        "November 24, 2026: ",
        "November 19, 2026 · Ms. Lee · SNAP (food stamps) · number 4711",
        "Nurse · Ana · 412-555-0125 · calls each week",
        "Share this only when",
    ):
        expect(summary).to_contain_text(wanted)
    page.reload()
    summary = unfold(page, "summary")
    expect(summary.get_by_label("Was the goal for the next weeks met?")).to_have_value("partly")


def test_the_summary_is_copied_as_text(opened: Opener) -> None:
    page = opened("snap", **FILLED)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    unfold(page, "summary").get_by_role("button", name="Copy as text").click()
    expect(page.locator(".plan-summary [role=status]")).to_have_text("Copied.")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("Summary to hand on\n\nNovember 21, 2026\n\nWhat we wanted\n- Soon: A warm home\n")


def test_the_summary_is_marked_where_it_cannot_be_copied(opened: Opener) -> None:
    page = opened("snap", **FILLED)
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    summary = unfold(page, "summary")
    summary.get_by_role("button", name="Copy as text").click()
    expect(summary.get_by_label("The summary as text")).to_be_focused()
    assert "A warm home" in page.evaluate("() => getSelection().toString()")


def test_the_summary_prints_alone_and_only_when_asked(opened: Opener, tmp_path: Path) -> None:
    page = opened(*FIVE, **FILLED)
    assert "Summary to hand on" not in printed(page, tmp_path / "plan.pdf")
    page.evaluate("() => { window.print = () => {}; }")
    unfold(page, "summary").get_by_role("button", name="Print this summary").click()
    alone = printed(page, tmp_path / "summary.pdf")
    assert len(PdfReader(tmp_path / "summary.pdf").pages) == 1
    for wanted in ("Summary to hand on", "Still open", "Ms. Lee", "I agree to share this with"):
        assert wanted in alone
    for unwanted in ("Three things this week", "Papers to bring", "Copy as text", "Was the goal"):
        assert unwanted not in alone
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert "Summary to hand on" not in printed(page, tmp_path / "again.pdf")


def test_a_private_service_is_in_the_summary_and_on_paper_only_when_chosen(opened: Opener, tmp_path: Path) -> None:
    line = {"day": "2026-11-20", "id": PRIVATE, "who": "Quiet voice", "said": ""}
    gone = {"day": "2026-11-20", "id": "no-longer-here", "who": "Somebody", "said": ""}
    page = opened("snap", PRIVATE, status={PRIVATE: "waiting"}, log=[line, gone])
    summary = unfold(page, "summary")
    expect(summary).to_contain_text("One private service is left out.")
    expect(summary).not_to_contain_text("Quiet voice")
    text = printed(page, tmp_path / "plan.pdf")
    assert "Quiet voice" not in text and "Somebody" not in text and "Calls and visits" not in text
    page.locator(f'[data-key="fold:{PRIVATE}"]').click()
    page.get_by_label("Print it too").check()
    expect(page.locator(".plan-summary")).to_contain_text("Quiet voice")
    assert "Quiet voice" in printed(page, tmp_path / "chosen.pdf")


# The whole


@pytest.mark.parametrize("base", ["", "es/"])
def test_everything_open_is_accessible_and_fits_a_small_phone(opened: Opener, base: str) -> None:
    page = opened(*FIVE, base=base, **FILLED)
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("() => document.querySelectorAll('.plan-sheet details').forEach((one) => { one.open = true; })")
    expect(page.locator(".plan-compare select").first).to_be_visible()
    page.locator('[data-key="compare-a"]').select_option("snap")
    page.locator('[data-key="compare-b"]').select_option("wic")
    expect(page.locator(".plan-compare table")).to_be_visible()
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run(document)")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_filled_plan_of_five_still_fits_three_sheets(opened: Opener, paper: str, tmp_path: Path) -> None:
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(opened(*FIVE, **FILLED).pdf(format=paper))
    reader = PdfReader(pdf)
    assert len(reader.pages) <= 3
    text = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
    for wanted in ("they said no", "No ride", "Do it by: November 24, 2026", "Ana", "Ms. Lee", "number 4711"):
        assert wanted in text
    for unwanted in ("How far is it?", "Set a day", "Write it down", "Take out", "Compare"):
        assert unwanted not in text


# As data


def test_what_is_exported_for_the_plan_and_for_the_comparison() -> None:
    form = Permission(text="You both sign.", form="X-1", url="https://example.org/x-1")
    records = made_up(groceries={"representative": form.model_dump(), "renewal": "Each year."})
    ride = Barrier.model_validate({"name": "No ride", "try": ["Call."], "services": ["helpline"]})
    object.__setattr__(records, "barriers", {"ride": ride})
    records.translations["es"]["barrier/ride"] = {("try", 0): "Llame."}
    data = plan_data(records, language("es"))
    assert data["barriers"] == [{"id": "ride", "name": "No ride", "try": ["Llame."], "services": ["helpline"]}]
    groceries = data["services"]["groceries"]
    assert groceries["representative"] == {"text": "You both sign.", "url": "https://example.org/x-1", "form": "X-1"}
    assert (groceries["release"], groceries["renewal"]) == (None, "Each year.")
    assert compare_data(records, language("en"))["services"]["groceries"] == {
        "who_for": "Families.",
        "you_get": "A card for the store.",
        "cost": "Free.",
        "reach": ["Online", "By phone", "In person"],
    }


def test_the_plan_keeps_every_barrier_of_the_data() -> None:
    kept = (
        (ROOT / "docs/assets/handrail/plan-shape.mjs").read_text("utf-8").split("const BARRIERS = [")[1].split("]")[0]
    )
    assert tuple(word.strip().strip('"') for word in kept.split(",")) == BARRIERS
