"""I got a letter: the dates as the browser counts them, the page with and without scripts, and the letter on paper."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe import violations
from conftest import PHONE, ROOT
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

TABLE = yaml.safe_load((Path(__file__).parent / "letters.yaml").read_text("utf-8"))
MODULES = ROOT / "docs" / "assets" / "handrail"
NOW = "2026-11-21T12:00:00"
LAST_DAYS = """async (cases) => {
  const { lastDays } = await import("/letter-dates.mjs");
  return cases.map((one) => lastDays(one.last_days, one.from, one.today));
}"""
NOTICE_DAYS = """async (cases) => {
  const { noticeDay } = await import("/letter-dates.mjs");
  return cases.map((one) => noticeDay(one.typed, "2026-11-21", one.counted_from || "notice"));
}"""


@pytest.fixture
def dates(phone: Page, serve: Callable[[Path], str]) -> Page:
    """A page that can load the modules alone."""
    phone.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    phone.goto(f"{serve(MODULES)}letter-dates.mjs")
    return phone


def kinds(site: Path, code: str = "en") -> dict[str, Any]:
    data = json.loads((site / "assets" / "handrail" / "data" / f"letters.{code}.json").read_text("utf-8"))
    return {kind["id"]: kind for kind in data["kinds"]}


def test_last_days_of_shipped_letters(dates: Page, site: Path) -> None:
    known = kinds(site)
    cases = [{**case, "last_days": known[case["kind"]]["last_days"]} for case in TABLE["shipped"]]
    found = dates.evaluate(LAST_DAYS, cases)
    assert [[last["day"] for last in one] for one in found] == [case["days"] for case in TABLE["shipped"]]


def test_what_is_said_of_a_day(dates: Page) -> None:
    cases = [{**case, "last_days": [{"days": case["days"]}]} for case in TABLE["flags"]]
    for case, [last] in zip(TABLE["flags"], dates.evaluate(LAST_DAYS, cases), strict=True):
        assert {key: last[key] for key in ("left", "passed", "weekend")} == {
            key: case[key] for key in ("left", "passed", "weekend")
        }, case


def test_days_as_people_type_them(dates: Page) -> None:
    assert dates.evaluate(NOTICE_DAYS, TABLE["typed"]) == [case["gives"] for case in TABLE["typed"]]


def show(page: Page, url: str, kind: str, month: str = "11", day: str = "16", year: str = "2026") -> None:
    """Choose a kind of letter and type its date; the clock stands on 21 November 2026."""
    page.clock.set_fixed_time(NOW)
    page.goto(url)
    page.locator("#letter-kind").select_option(kind)
    for field, value in (("month", month), ("day", day), ("year", year)):
        page.locator(f"#letter-{field}").fill(value)
    page.locator(".hr-letter-form button[type=submit]").click()


@pytest.mark.parametrize(
    ("kind", "program", "dates_shown"),
    [
        ("snap", "SNAP", ["November 26, 2026", "February 14, 2027"]),
        ("medicaid", "Medicaid", ["November 26, 2026", "December 16, 2026"]),
        ("ssi", "SSI", ["December 1, 2026", "January 20, 2027"]),
    ],
)
def test_from_the_notice_to_the_letter_on_paper(
    phone: Page, site_url: str, tmp_path: Path, kind: str, program: str, dates_shown: list[str]
) -> None:
    page = phone
    show(page, f"{site_url}letter/", kind)
    found = page.locator(".hr-letter-found")
    expect(found.locator("h2")).to_be_focused()
    expect(found.locator(".hr-letter-date bdi")).to_have_text(dates_shown)
    expect(found).to_contain_text("Your notice’s own date wins.")
    expect(found.locator("li", has_text="Last day to keep")).to_contain_text("you may have to pay it back")
    expect(found.get_by_text("What to check")).to_be_visible()
    assert found.locator("a[href^='tel:']").count() >= 1

    page.locator("#letter-name").fill("Ana Ruiz")
    page.locator("#letter-address").fill("12 Oak Street\nDayton, OH 45402")
    page.locator("#letter-case").fill("C-778")
    page.locator("#letter-what").fill("I sent my pay stubs. <b>They</b> did not look.")
    sheet = page.locator(".hr-letter-text")
    expect(sheet).to_contain_text("<b>They</b> did not look.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("JSON.stringify([Object.keys(sessionStorage), Object.keys(localStorage)])") == "[[],[]]"
    assert "?" not in page.url and "#" not in page.url

    page.evaluate("window.print = () => { window.asked = true; }")
    page.get_by_role("button", name="Print the letter").click()
    assert page.evaluate("window.asked") is True
    pdf = tmp_path / "letter.pdf"
    pdf.write_bytes(page.pdf(format="Letter"))
    read = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    text = " ".join(read.stdout.split())
    assert len(PdfReader(pdf).pages) == 1
    assert text.startswith("Ana Ruiz 12 Oak Street Dayton, OH 45402 Date: November 21, 2026 Case number: C-778")
    assert program in text and "dated November 16, 2026" in text
    for other in ("Leave this page", "Last day", "What to check", "Print the letter", "211", "I got a letter"):
        assert other not in text, other
    assert page.evaluate("document.body.classList.contains('hr-letter-print')") is False


def test_the_longest_letter_stays_on_one_sheet(phone: Page, site_url: str, tmp_path: Path) -> None:
    show(phone, f"{site_url}letter/", "ssdi")
    phone.locator("#letter-what").fill("They did not ask my doctor. " * 60)
    assert len(phone.locator("#letter-what").input_value()) <= 1500
    phone.evaluate("window.print = () => {}")
    for paper in ("Letter", "A4"):
        phone.get_by_role("button", name="Print the letter").click()
        pdf = tmp_path / f"{paper}.pdf"
        pdf.write_bytes(phone.pdf(format=paper))
        assert len(PdfReader(pdf).pages) == 1


def test_a_day_that_has_passed_is_no_end(phone: Page, site_url: str) -> None:
    show(phone, f"{site_url}letter/", "snap", month="6", day="1")
    passed = phone.locator(".hr-letter-passed")
    assert passed.count() == 2
    expect(passed.first).to_contain_text("Ask anyway")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", "16", "2026"), "Write the month, the day and the year."),
        (("2", "30", "2026"), "This is not a day in the calendar."),
        (("12", "24", "2026"), "This day has not come yet."),
    ],
)
def test_a_wrong_date_gets_a_plain_error(phone: Page, site_url: str, typed: tuple[str, str, str], said: str) -> None:
    show(phone, f"{site_url}letter/", "snap", *typed)
    summary = phone.locator(".hr-error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(said)
    expect(phone.locator("#letter-month")).to_have_attribute("aria-invalid", "true")
    assert phone.locator(".hr-letter-date").count() == 0
    phone.locator("#letter-month").fill("11")
    phone.locator("#letter-day").fill("16")
    phone.locator(".hr-letter-form button[type=submit]").click()
    expect(phone.locator(".hr-letter-date")).to_have_count(2)
    expect(summary).to_be_hidden()
    assert phone.locator(".hr-error").count() == 0


def test_leave_takes_the_letter_along(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.route("https://**", lambda route: route.fulfill(body="<title>Away</title>", content_type="text/html"))
    page.goto(f"{site_url}about/")
    show(page, f"{site_url}letter/", "snap")
    page.locator("#letter-name").fill("Ana Ruiz")
    page.locator("#leave").click()
    page.wait_for_url("https://**")
    page.go_back()
    assert "Ana Ruiz" not in page.content()
    context.close()


def test_a_wipe_empties_the_letter_in_place(phone: Page, site_url: str) -> None:
    show(phone, f"{site_url}letter/", "snap")
    phone.locator("#letter-name").fill("Ana Ruiz")
    phone.evaluate("import('../assets/handrail/state.mjs').then((state) => state.wipe())")
    expect(phone.locator(".hr-letter-found")).to_be_empty()
    assert "Ana Ruiz" not in phone.locator("main").inner_text()
    assert phone.locator("#letter-year").input_value() == ""


def test_in_spanish_the_letter_is_in_english_and_says_what_it_says(phone: Page, site_url: str) -> None:
    show(phone, f"{site_url}es/letter/", "snap")
    expect(phone.locator(".hr-letter-date").first).to_have_text("26 de noviembre de 2026")
    expect(phone.locator(".hr-letter-text")).to_contain_text("I ask for a fair hearing")
    expect(phone.locator(".hr-letter-text")).to_contain_text("November 16, 2026")
    phone.get_by_text("Qué dice la carta").click()
    expect(phone.locator(".hr-letter-own")).to_contain_text("Pido una audiencia imparcial")


def test_nobody_is_shut_out(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    for path, submit in (("letter/", "snap"), ("es/letter/", "hospital-bill")):
        show(page, site_url + path, submit)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.locator("#letter-day").fill("40")
        page.locator(".hr-letter-form button[type=submit]").click()
        expect(page.locator(".hr-error-summary")).to_be_visible()
        page.evaluate("scrollTo(0, 0)")  # a header that stays covers what lies below it
        assert violations(page) == []
    context.close()


def test_without_javascript_every_kind_is_there(browser: Browser, site_url: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site_url}letter/")
    assert page.locator(".hr-letter-kind").count() == len(kinds(site)) >= 15
    ssi = page.locator("#letter-ssi")
    ssi.locator("summary").click()
    expect(ssi).to_contain_text("65 days from the date on the notice. That is with 5 days for the mail.")
    expect(ssi).to_contain_text("If you lose, you may have to pay it back.")
    context.close()


def test_every_kind_is_whole_in_both_languages(site: Path) -> None:
    english, spanish = kinds(site), kinds(site, "es")
    for id_, kind in spanish.items():
        assert kind["lang"] == "es", id_
        assert set(kind["letters"]) == {"en", "es"}
        told = [*kind["reasons"], *(last["label"] for last in kind["last_days"]), *kind["letters"]["es"][1:-1]]
        source = english[id_]
        same = {*source["reasons"], *(last["label"] for last in source["last_days"]), *source["letters"]["en"][1:-1]}
        assert [text for text in told if text in same] == [], id_
        assert any(helper["href"] for helper in kind["helpers"]), id_
