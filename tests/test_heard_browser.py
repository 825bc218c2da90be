"""What a screen reader is given: a name for every control, words for what changes, and help in the same place."""

from __future__ import annotations

import re

import pytest
from page_types import LANGUAGES, PAGES, open_page
from playwright.sync_api import Browser, Page, expect

CONTROLS = set(
    "button link textbox searchbox checkbox radio combobox ComboBoxMenuButton listbox slider spinbutton switch tab "
    "DisclosureTriangle Date menuitem option".split()
)
# The way home, out, to the parts and to people, in the order of the page, and where the main part stands among them.
FRAME = """() => Array.from(document.querySelectorAll(
  ".hr-brand, #leave, .hr-nav > ul > li > a, .hr-emergency a, main, .hr-footer-stuck a"
)).map((one) => one.tagName === "MAIN" ? "main" : one.textContent.replace(/[\\s\\d]+/g, " ").trim() + " " +
  (one.protocol === "tel:" ? one.href : ""))"""


def nameless(page: Page) -> list[str]:
    """Controls in the accessibility tree that have no name."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    shown = [node for node in nodes if not node["ignored"] and node["role"]["value"] in CONTROLS]
    assert len(shown) > 5
    return [f"{node['role']['value']} {node['nodeId']}" for node in shown if not node.get("name", {}).get("value")]


@pytest.mark.parametrize("base", LANGUAGES)
def test_every_control_has_a_name_and_help_is_in_the_same_place(browser: Browser, site_url: str, base: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wrong, frames = {}, {}
    for path in PAGES:
        open_page(page, site_url, base, path)
        if found := nameless(page):
            wrong[path] = found
        frames[path] = page.evaluate(FRAME)
    context.close()
    assert wrong == {}
    usual = frames["guides/"]
    assert [one for one in usual if "tel:911" in one] and "tel:211" in usual[-1] and "main" in usual
    assert {path: frame for path, frame in frames.items() if frame != usual} == {}


def test_an_empty_answer_is_said_with_its_field(phone: Page, site_url: str) -> None:
    open_page(phone, site_url, "", "check/")
    phone.locator("form.hr-question button[type=submit]").click()
    expect(phone.locator(".hr-error-summary")).to_be_focused()
    expect(phone).to_have_title(re.compile("^Error: "))
    phone.locator(".hr-error-summary a").click()
    field = phone.locator("[aria-invalid=true]")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile("Choose at least one"))


def test_what_changes_is_said(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}search/")
    status = phone.locator("main [role=status].search-count")
    phone.get_by_role("searchbox").fill("food")
    expect(status).to_have_text(re.compile(r"\d+ services? found"))
    phone.get_by_role("searchbox").fill("xqzzkw")
    expect(phone.locator("main [role=status]", has_text=re.compile("[Nn]othing|No service")).first).to_be_attached()
    phone.goto(f"{site_url}services/snap/")
    phone.locator("main button[data-service=snap]").first.click()
    expect(phone.locator("main [role=status]", has_text="Added to your plan.").first).to_be_attached()
    phone.goto(f"{site_url}letter/")
    phone.locator(".hr-letter-form button[type=submit]").click()
    expect(phone.locator(".hr-error-summary[role=alert], .hr-error-summary:focus").first).to_be_attached()
