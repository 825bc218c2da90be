"""Where to apply in each state: the rows, the browser's table, the pages, and what a script makes of them."""

from __future__ import annotations

import json

import pytest
from conftest import ROOT, TODAY
from playwright.sync_api import Browser, Page, expect

from generators.languages import language
from generators.model import Records
from generators.pages import View
from generators.pages.doorways import doorways_data, finder, programs, rows_of
from generators.pipeline import gather
from generators.questionnaire import check_data

SIX = {"snap", "medicaid", "tanf", "liheap", "child-care-subsidy", "unemployment-insurance"}
MOST_LETTERS = 60_000  # of the table that the browser fetches


@pytest.fixture(scope="module")
def records() -> Records:
    found, problems = gather(ROOT / "resources", TODAY)
    assert found is not None, problems
    return found


def seen(records: Records, code: str = "en") -> View:
    return View(records, language(code), TODAY, {"check": check_data(records, language(code)), "said": {}})


def test_every_program_has_a_row_or_a_finder_in_each_of_51_places(records: Records) -> None:
    assert set(programs(records)) == SIX
    for program in SIX:
        rows = rows_of(seen(records), program)
        assert len(rows) == 51
        assert (finder(records, program) or "").startswith("https://")
        assert sum(1 for row in rows if row.doorway) >= 45


def test_rows_are_sorted_by_the_name_in_the_language(records: Records) -> None:
    names = [row.state for row in rows_of(seen(records, "es"), "snap")]
    assert names == sorted(names)
    assert "Nueva York" in names or "New York" in names


def test_a_program_without_rows_has_none(records: Records) -> None:
    assert rows_of(seen(records), "wic") == []


def test_the_browser_s_table_is_compact_and_can_be_dialled(records: Records) -> None:
    table = doorways_data(records)
    assert len(table) == 51
    assert table["CA"]["snap"] == {
        "name": "CalFresh",
        "url": "https://benefitscal.com/",
        "phone": {"number": "1-877-847-3663", "href": "tel:+18778473663"},
    }
    assert "phone" not in table["CA"]["tanf"]
    assert len(json.dumps(table, separators=(",", ":"))) < MOST_LETTERS


def test_the_service_page_lists_the_states_without_a_script(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for base in ("", "es/"):
        page.goto(f"{site_url}{base}services/tanf/states/")
        items = page.locator(".hr-doorways li")
        assert items.count() == page.locator(".hr-doorways li[data-state]").count() + 1
        assert "usa.gov" in items.last.text_content()
        assert (
            page.locator(".hr-doorways li[data-state=CA] a").first.get_attribute("href") == "https://benefitscal.com/"
        )
    page.goto(f"{site_url}services/wic/")
    assert page.locator(".hr-doorways").count() == 0
    context.close()


def test_the_reader_s_state_stands_first(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}check/")
    remember(phone, {"place": {"state": "CA"}})
    phone.goto(f"{site_url}services/snap/")
    first = phone.locator(".hr-doorway-here")
    expect(first).to_contain_text("CalFresh")
    expect(first.get_by_role("link", name="Call 1-877-847-3663")).to_be_visible()
    phone.get_by_role("link", name="See your state’s page and number").click()
    expect(first).to_contain_text("CalFresh")
    phone.get_by_label("Your state", exact=True).select_option("OH")
    expect(first).to_contain_text("Ohio")
    phone.get_by_label("Your state", exact=True).select_option("elsewhere")
    expect(first).to_contain_text("fns.usda.gov")
    phone.get_by_label("Your state", exact=True).select_option("")
    expect(first).to_be_hidden()


def test_without_answers_no_state_is_guessed(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}services/medicaid/")
    expect(phone.locator(".hr-doorway-here")).to_have_count(0)
    phone.goto(f"{site_url}services/medicaid/states/")
    expect(phone.get_by_label("Your state", exact=True)).to_have_value("")
    expect(phone.locator(".hr-doorway-here")).to_be_hidden()


def test_the_plan_begins_with_the_state_s_own_number(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}services/snap/")
    phone.get_by_role("button", name="Add to my plan").click()
    phone.goto(f"{site_url}plan/")
    numbers = phone.locator(".plan-numbers li")
    expect(numbers.first).to_contain_text("1-800-221-5689")
    remember(phone, {"place": {"state": "CA"}})
    phone.reload()
    expect(numbers.first).to_contain_text("1-877-847-3663")
    expect(numbers.first).to_contain_text("CalFresh")
    expect(phone.locator(".plan-contacts a[href='https://benefitscal.com/']")).to_have_count(1)
    assert "1-800-221-5689" in phone.locator(".plan-numbers").inner_text()


def test_a_plan_without_the_table_still_shows(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/doorways.json", lambda route: route.abort())
    page.goto(f"{site_url}services/snap/")
    page.get_by_role("button", name="Add to my plan").click()
    page.goto(f"{site_url}plan/")
    expect(page.locator(".plan-numbers li").first).to_contain_text("1-800-221-5689")
    page.goto(f"{site_url}check/")
    expect(page.locator("h1")).to_have_text("What do you need help with?")
    context.close()


def test_doorway_for_a_state(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}check/")
    found = phone.evaluate(
        """async (root) => {
          const { loadDoorways, doorwayFor, doorwayLine } = await import(root + "assets/handrail/doorways.mjs");
          await loadDoorways(root + "assets/handrail/data/doorways.json");
          return [
            doorwayFor("CA", "snap").name,
            doorwayFor("CA", "wic"),
            doorwayFor("PR", "snap"),
            doorwayFor(undefined, "snap"),
            doorwayFor("not-sure", "snap"),
            doorwayFor("constructor", "name"),
            doorwayLine("CA", "snap").textContent,
            doorwayLine("PR", "snap"),
          ];
        }""",
        site_url,
    )
    line = "Apply in your state: CalFresh Call 1-877-847-3663"
    assert found == ["CalFresh", None, None, None, None, None, line, None]


def test_the_grid_for_maintainers(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}maintain/doorways/")
    assert phone.locator("tbody tr").count() == 51
    assert phone.locator("tbody td").count() == 51 * len(SIX)
    named = phone.locator("tbody td", has_text="national finder").count()
    expect(phone.locator("main")).to_contain_text(f"{51 * len(SIX) - named} of {51 * len(SIX)} cells")


REMEMBER = """async (facts) => {
  const entry = document.querySelector("script[src*='assets/joined/']").src;
  const { write } = await import(entry.replace(/joined.*/, "handrail/state.mjs"));
  write({ facts, needs: ["food"] });
}"""


def remember(page: Page, facts: dict[str, object]) -> None:
    """Puts facts into the tab as if they had been answered."""
    page.evaluate(REMEMBER, facts)
