"""The whole road as a family walks it: home, need, questionnaire, answers, results, plan, paper."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader


def button(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text().strip()


def answer_about_the_family(page: Page) -> None:
    """A mother of 29, pregnant, with a child of 4, in Ohio."""
    expect(page.locator("h1")).to_have_text("Where do you live?")
    page.locator("#state").select_option("OH")
    button(page, "Continue")
    expect(page.locator("h1")).to_have_text("How old are you?")
    page.locator("#age").fill("29")
    button(page, "Continue")
    button(page, "Add another person")
    page.locator("input[name=relation][value=child]").check()
    page.locator("#age").fill("4")
    button(page, "Continue")
    expect(page.locator("h1")).to_have_text("Who lives in your home?")
    button(page, "That is everyone")


def answer_about_money(page: Page) -> None:
    """2,000 dollars of wages a month."""
    button(page, "Add an income")
    page.locator("#person").select_option(label="You")
    page.locator("#kind").select_option("wages")
    page.locator("input[name=much][value=fixed]").check()
    page.locator("#amount").fill("2000")
    page.locator("#per").select_option("month")
    button(page, "Save this income")


def walk_to_results(page: Page) -> list[str]:
    """Answers whatever is asked; gives the questions in their order."""
    asked: list[str] = []
    for _ in range(40):
        title = heading(page)
        asked.append(title)
        if title == "Check your answers":
            return asked
        if page.get_by_role("button", name="Add an income").count():
            answer_about_money(page)
            button(page, "That is all the income")
        elif page.get_by_text("No one", exact=True).count():
            page.get_by_label("No one", exact=True).check()
            button(page, "Continue")
        elif page.get_by_text("None of these", exact=True).count():
            page.get_by_label("None of these", exact=True).check()
            button(page, "Continue")
        elif title.startswith("What is the status"):
            for choice in page.locator("main select").all():
                choice.select_option("citizen")
            button(page, "Continue")
        else:
            page.get_by_label("Rather not say").first.check()
            button(page, "Continue")
        page.wait_for_function("title => document.querySelector('h1').innerText.trim() !== title", arg=title)
    raise AssertionError(f"the questions never end: {asked}")


def test_the_whole_road_on_a_phone(phone: Page, site_url: str, tmp_path: Path) -> None:
    page = phone
    page.goto(site_url)
    assert page.get_by_role("link", name="Call 911").is_visible()
    page.locator("a[href$='needs/food/']").first.click()
    expect(page.locator("h1")).to_have_text("Food")
    page.get_by_role("link", name="Check what you may get").first.click()
    expect(page.locator("h1")).to_have_text("What do you need help with?")
    assert page.locator("input[value=food]").is_checked()
    button(page, "Continue")
    answer_about_the_family(page)

    asked = walk_to_results(page)
    assert len(asked) <= 20
    page.get_by_role("button", name="Change").first.wait_for()
    button(page, "Show my results")

    expect(page.locator("h1")).to_have_text("Your results")
    possible = page.locator("section.hr-likely")
    expect(possible.locator("h2").first).to_have_text("Looks possible: apply")
    wic = page.locator(".hr-card", has=page.get_by_role("link", name="WIC (Women, Infants and Children)", exact=True))
    assert "Child, 4" in wic.first.inner_text()
    wic.first.get_by_text("Show the numbers").click()
    assert "$2,000" in wic.first.inner_text()
    for name in ("WIC", "SNAP"):
        card = page.locator(".hr-card", has_text=name).first
        card.get_by_role("button", name="Add to my plan").click()
    page.get_by_role("link", name="Go to my plan").click()

    expect(page.locator("h1")).to_have_text("My plan")
    expect(page.get_by_role("heading", name="Three things this week")).to_be_visible()
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(page.pdf(format="Letter", print_background=False))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert 1 <= len(PdfReader(pdf).pages) <= 3
    assert "Three things this week" in text
    assert "WIC" in text and "1-800-221-5689" in text
    assert "Proof of income" in text
    assert "www.fns.usda.gov/snap/" in text
    for button_words in ("Leave this page", "Add to my plan", "Print my plan", "Remove", "Start again"):
        assert button_words not in text, button_words


def test_the_plan_of_five_services_fits_three_sheets(phone: Page, site_url: str, tmp_path: Path) -> None:
    for service in ("snap", "wic", "medicaid", "liheap", "head-start"):
        phone.goto(f"{site_url}services/{service}/")
        phone.get_by_role("button", name="Add to my plan").first.click()
    phone.goto(f"{site_url}plan/")
    expect(phone.get_by_role("heading", name="Three things this week")).to_be_visible()
    for paper in ("Letter", "A4"):
        pdf = tmp_path / f"{paper}.pdf"
        pdf.write_bytes(phone.pdf(format=paper))
        assert 1 <= len(PdfReader(pdf).pages) <= 3


def test_the_road_without_javascript(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site_url)
    assert page.locator("a[href='tel:911']").first.is_visible()
    page.locator("a[href$='needs/food/']").first.click()
    assert page.get_by_text("Who can get it").first.is_visible()
    page.get_by_role("link", name="WIC (Women, Infants and Children)").first.click()
    text = page.locator("main").inner_text()
    assert "Who can get it" in text and "What to bring" in text and "pregnant" in text
    page.goto(f"{site_url}services/call-211/")
    assert page.locator("a[href='tel:211']").first.is_visible()
    page.goto(f"{site_url}check/")
    screener = page.locator("main").inner_text()
    assert "Where do you live?" in screener and "What money comes into your home?" in screener
    page.goto(f"{site_url}search/")
    assert page.locator("main a[href*='services/snap/']").count() >= 1
    leave = page.locator("#leave")
    assert leave.get_attribute("href", timeout=1000).startswith("https://")
    context.close()


@pytest.mark.parametrize(
    ("words", "service"),
    [
        ("rent help", "housing-voucher"),
        ("food stamps", "snap"),
        ("light bill", "liheap"),
        ("ebt", "snap"),
        ("formula", "wic"),
        ("suicide", "lifeline-988"),
    ],
)
def test_search_as_people_type(phone: Page, site_url: str, words: str, service: str) -> None:
    phone.goto(f"{site_url}search/")
    phone.get_by_role("searchbox").first.press_sequentially(words)
    first_three = phone.locator("[data-results] a[href*='services/']")
    first_three.first.wait_for()
    phone.wait_for_timeout(600)
    hrefs = [link.get_attribute("href") or "" for link in first_three.all()[:6]]
    assert any(f"services/{service}/" in href for href in hrefs[:4]), hrefs
    assert "?" not in phone.url


def test_search_that_finds_nothing_names_a_person(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}search/#q=xqzzkw")
    results = phone.locator("[data-results]")
    expect(results).to_contain_text("211")


def test_spanish_is_one_tap_away_and_stays(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}services/snap/")
    phone.locator(".hr-language summary").click()
    phone.get_by_role("link", name="Español").first.click()
    assert phone.url == f"{site_url}es/services/snap/"
    assert phone.locator("html").get_attribute("lang") == "es"
    phone.goto(f"{site_url}es/check/")
    expect(phone.locator("h1")).not_to_have_text("What do you need help with?")
    phone.locator(".hr-language summary").click()
    phone.get_by_role("link", name="English", exact=True).first.click()
    assert phone.url == f"{site_url}check/"


def test_a_phone_whose_clock_stands_in_1970_screens_on_the_day_of_the_build(phone: Page, site_url: str) -> None:
    phone.clock.set_fixed_time("1970-01-02T12:00:00Z")
    phone.goto(f"{site_url}check/#needs=food")
    button(phone, "Continue")
    answer_about_the_family(phone)
    walk_to_results(phone)
    button(phone, "Show my results")
    expect(phone.locator("section.hr-likely")).to_contain_text("WIC (Women, Infants and Children)")
