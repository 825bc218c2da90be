"""What a screen reader is given: names of pages and controls, words for what changes, help in the same place.

No press leaves the focus nowhere.
"""

from __future__ import annotations

import re

import pytest
from filled_pages import FILLED, plan
from page_types import LANGUAGES, LOST, PAGES, open_page, some_in
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
    wrong, frames, titles = {}, {}, {}
    for path in some_in(base):
        open_page(page, site_url, base, path)
        if found := nameless(page):
            wrong[path] = found
        heading = page.locator("h1").inner_text()
        if path and heading not in page.title():
            wrong[path] = [f"{page.title()} does not say: {heading}"]
        titles[path.split("#")[0]] = page.title()
        frames[path] = page.evaluate(FRAME)
    for fill in FILLED.values():
        for name in fill(page, site_url + base):
            if found := nameless(page):
                wrong[name] = found
    context.close()
    assert wrong == {}
    assert sorted(titles.values()) == sorted(set(titles.values()))
    usual = frames["guides/"]
    assert [one for one in usual if "tel:911" in one] and "tel:211" in usual[-1] and "main" in usual
    framed = {path: frame for path, frame in frames.items() if path in PAGES}
    assert {path: frame for path, frame in framed.items() if frame != usual} == {}


def test_the_page_for_lost_readers_has_help_too(phone: Page, site_url: str) -> None:
    for path in LOST:
        phone.goto(site_url + path)
        for number in ("911", "211"):
            assert phone.locator(f"main section[lang=en] a[href='tel:{number}']").is_visible()


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
    phone.locator("#letter-kind").select_option("snap")
    for field, value in (("month", "11"), ("day", "16"), ("year", "2026")):
        phone.locator(f"#letter-{field}").fill(value)
    phone.locator(".hr-letter-form button[type=submit]").click()
    phone.get_by_role("button", name="Copy the letter").click()
    expect(phone.locator(".hr-letter [role=status]", has_text=re.compile("Copied|marked"))).to_be_attached()
    phone.goto(f"{site_url}plan/")
    phone.locator(".plan-week input").first.press("Space")
    said = phone.locator("main [role=status].plan-said").first
    expect(said).to_have_text("Ticked.")
    phone.goto(f"{site_url}helper/")
    phone.locator("#helper-find").fill("food")
    expect(phone.locator("main [role=status].helper-count")).to_have_text(re.compile("services found"))


# Removing and clearing are tested where they are at home; these open another view.
ELSEWHERE = ("remove:", "desk", "again")
PRESSED = """() => Array.from(document.querySelectorAll(
  "main button[data-key], main input[type=checkbox][data-key]"
)).filter((one) => one.checkVisibility() && !one.disabled).map((one) => one.getAttribute("data-key"))"""


def test_no_press_on_the_plan_leaves_the_focus_nowhere(phone: Page, site_url: str) -> None:
    phone.add_init_script("window.print = () => {};")
    for _ in plan(phone, site_url):
        pass
    keys = [key for key in phone.evaluate(PRESSED) if not key.startswith(ELSEWHERE)]
    assert len(keys) > 40
    lost = []
    for key in keys:
        one = phone.locator(f"main [data-key='{key}']").first
        if one.count() and one.is_visible() and one.is_enabled():
            one.press("Space")
            phone.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            if phone.evaluate("document.activeElement === document.body"):
                lost.append(key)
    assert lost == []
