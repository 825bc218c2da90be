"""Where do you live: a ZIP code finds the state and the county, and nothing is lost where the table does not load."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect
from road import SEND, answer, start, step

UNKNOWN = "We do not know the ZIP code 00000. Check the five digits, or choose your county."


def to_the_question(page: Page, site_url: str) -> None:
    start(page, site_url, "")
    while step(page) != "place":
        answer(page)


@pytest.mark.parametrize("zip_code, state, county", [("15222", "PA", "Allegheny"), ("90012", "CA", "Los Angeles")])
def test_a_zip_code_finds_state_and_county(phone: Page, site_url: str, zip_code: str, state: str, county: str) -> None:
    to_the_question(phone, site_url)
    phone.locator("#zip").fill(zip_code)
    expect(phone.locator("#state")).to_have_value(state)
    expect(phone.locator("#county")).to_have_value(county)


def test_in_several_counties_it_asks(phone: Page, site_url: str) -> None:
    to_the_question(phone, site_url)
    phone.locator("#zip").fill("15001")
    phone.get_by_role("button", name="Allegheny, PA").click()
    expect(phone.locator("#county")).to_have_value("Allegheny")
    assert phone.get_by_role("button", name="Beaver, PA").count() == 0


def test_one_that_does_not_exist_changes_nothing(phone: Page, site_url: str) -> None:
    to_the_question(phone, site_url)
    phone.locator("#state").select_option("OH")
    phone.locator("#zip").fill("00000")
    expect(phone.locator(".hr-zip-said")).to_have_text(UNKNOWN)
    expect(phone.locator("#state")).to_have_value("OH")


def test_another_state_has_other_counties(phone: Page, site_url: str) -> None:
    to_the_question(phone, site_url)
    phone.locator("#state").select_option("DE")
    expect(phone.locator("#county option")).to_have_text(["Choose a county", "Kent", "New Castle", "Sussex"])
    phone.locator("#state").select_option("not-sure")
    phone.locator(SEND).click()
    expect(phone.locator("#zip")).to_have_count(0)


def test_without_the_table_a_county_is_typed(phone: Page, site_url: str) -> None:
    def captive_portal(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body="<p>Please sign in</p>")

    phone.route("**/places/*.json", captive_portal)
    to_the_question(phone, site_url)
    phone.locator("#zip").fill("15222")
    phone.locator("#state").select_option("PA")
    phone.locator("#county").fill("Allegheny County")
    phone.locator(SEND).click()
    expect(phone.locator("#zip")).to_have_count(0)
