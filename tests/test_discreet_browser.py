"""Discreet mode at work: nothing stored, nothing in the history, on paper or in a calendar that was not chosen."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from playwright.sync_api import Page, expect

PRIVATE = "support-line"
OTHER_PRIVATE = "adult-services"  # shares its number with a service that is not private
NAMES = ("National Domestic Violence Hotline", "Adult Protective Services", "800-799-7233")


def kept(page: Page) -> int:
    return int(page.evaluate("sessionStorage.length + localStorage.length"))


def test_from_the_first_page_to_a_private_number_leaves_nothing(phone: Page, site_url: str) -> None:
    phone.goto(site_url)
    phone.get_by_role("link", name="Someone hurts or scares me").click()
    expect(phone).to_have_title(re.compile("^Before you go on"))
    phone.get_by_role("link", name=re.compile("^Continue")).first.click()
    expect(phone).to_have_title(re.compile("^People to talk to"))
    assert phone.url == f"{site_url}needs/support/"
    phone.get_by_role("link", name="National Domestic Violence Hotline", exact=True).click()
    expect(phone).to_have_title(re.compile("^Support line"))
    assert phone.url == f"{site_url}services/{PRIVATE}/"
    assert kept(phone) == 0
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_questions_about_a_private_need_are_stored_nowhere(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}needs/support/")
    phone.get_by_role("link", name="Check what you may get").click()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    expect(phone.get_by_label("Someone hurts or scares me")).to_be_checked()
    phone.get_by_role("button", name="Continue").click()
    expect(phone.get_by_text("We keep nothing here")).to_be_visible()
    assert kept(phone) == 0
    assert phone.url == f"{site_url}check/"


@pytest.mark.parametrize(("text", "is_private"), [("beats me", True), ("rape", True), ("food stamps", False)])
def test_what_is_searched_for_stays_out_of_the_history(phone: Page, site_url: str, text: str, is_private: bool) -> None:
    addresses: list[str] = []
    phone.on("framenavigated", lambda frame: addresses.append(frame.url))
    phone.goto(site_url)
    phone.locator("#q").fill(text)
    phone.locator("#q").press("Enter")
    expect(phone.locator("[data-results] h3").first).to_be_visible()
    assert phone.locator("#q").input_value() == text
    assert ("#q=" in phone.url) is not is_private
    assert any("#q=" in address for address in addresses) is not is_private
    assert text not in phone.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    if is_private:
        card = phone.locator("[data-results] .card").first
        expect(card).to_contain_text("Calls and texts may show on a shared phone bill")
        assert re.search(r"/services/[a-z]+-line/$", str(card.get_by_role("link").first.evaluate("link => link.href")))


def make_plan(page: Page, site_url: str) -> None:
    """A plan in which private services come with everything that a plan can hold about them."""
    page.goto(f"{site_url}plan/")
    page.evaluate(
        """([one, other]) => import("../assets/handrail/state.mjs").then((s) => {
          const services = [one, "eldercare-locator", other, "snap", "wic"];
          const of = (id, place) => id + "/" + place;
          s.write({keep_plan: true, plan: {
            services: services, since: "2026-11-20", moved: true,
            due: {[of(one, 0)]: "2026-11-28", [of("snap", 1)]: "2026-11-29"},
            owners: {[of(one, 0)]: "me"}, status: {[one]: "waiting", snap: "asked"},
            barriers: {[one]: "fear"}, helped: {[one]: "partly"},
            log: [{day: "2026-11-20", id: one, who: "Person at the line", said: "private words"},
                  {day: "2026-11-20", id: "snap", who: "Clerk", said: "bring pay stubs"}]
          }});
        })""",
        [PRIVATE, OTHER_PRIVATE],
    )
    expect(page.locator(f"#plan-{PRIVATE}")).to_be_visible()


def printed(page: Page, path: Path) -> str:
    path.write_bytes(page.pdf(format="Letter"))
    read = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(read.stdout.split())


def test_paper_holds_private_services_only_when_chosen(phone: Page, site_url: str, tmp_path: Path) -> None:
    make_plan(phone, site_url)
    steps = [
        step["do"] for step in yaml.safe_load((ROOT / f"resources/us/services/{PRIVATE}.yaml").read_text())["steps"]
    ]
    text = printed(phone, tmp_path / "without.pdf")
    assert "SNAP" in text and "Eldercare Locator" in text
    assert [name for name in (*NAMES, "private words", "Person at the line", *steps) if name in text] == []

    phone.locator(f"#plan-{PRIVATE} summary").first.click()
    expect(phone.locator(f"#plan-{PRIVATE}")).to_contain_text("shared phone bill")
    phone.locator(f"#plan-{PRIVATE}").get_by_label("Print it too").check()
    text = printed(phone, tmp_path / "with.pdf")
    assert "National Domestic Violence Hotline" in text
    assert steps[1] in text
    assert "Adult Protective Services" not in text


def test_the_calendar_file_holds_private_dates_only_when_chosen(phone: Page, site_url: str) -> None:
    make_plan(phone, site_url)

    def dates() -> int:
        with phone.expect_download() as taken:
            phone.get_by_role("button", name="Save the dates to my calendar").click()
        text = Path(taken.value.path()).read_text("utf-8")
        assert taken.value.suggested_filename == "dates.ics"
        assert [word for word in (*NAMES, PRIVATE, OTHER_PRIVATE, "SNAP", "WIC") if word in text] == []
        return text.count("BEGIN:VEVENT")

    without = dates()
    phone.locator(f"#plan-{PRIVATE} summary").first.click()
    phone.locator(f"#plan-{PRIVATE}").get_by_label("Print it too").check()
    assert dates() > without
