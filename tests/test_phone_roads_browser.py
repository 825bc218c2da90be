"""The whole road on a phone in Spanish and in Arabic: from the first page to the paper in the hand, read back; the
plan on paper in Chinese too.

In Arabic everything goes from right to left but numbers, and lists have Arabic commas.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import road
from conftest import ROOT
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from test_right_to_left_browser import NUMBERS

from generators.languages import language

# Of the plan: a text with no letters that a PDF writes as one sign, so that it can be read back.
READ_BACK = {"es": ("Mi plan", "Tres cosas para esta semana"), "ar": ("خطتي", "خطوة بخطوة")}
ARABIC = re.compile("[\u0620-\u064a]")
# Amounts whose dollar sign does not stand before the first digit.
AMOUNTS = """() => {
  const wrong = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const found of node.textContent.matchAll(/[$]\\d/g)) {
      const at = (place) => { const range = document.createRange(); range.setStart(node, place);
        range.setEnd(node, place + 1); return range.getBoundingClientRect(); };
      const sign = at(found.index), digit = at(found.index + 1);
      if (sign.width && sign.top === digit.top && sign.left > digit.left) wrong.push("amount: " + node.textContent);
    }
  }
  return wrong;
}"""
LATIN_MARK = re.compile("[\u0620-\u064a][,;?]")  # a Latin mark after an Arabic letter


def wrong_on(page: Page, code: str) -> list[str]:
    """What is not as it should be in what is shown now."""
    found = []
    if page.evaluate("document.documentElement.scrollWidth") > 360:
        found.append("scrolls sideways")
    found += [f"reversed: {one['text']}" for one in page.evaluate(NUMBERS) if one["shown"] and not one["fine"]]
    found += page.evaluate(AMOUNTS)
    if code == "ar":
        text = page.locator("main").inner_text()
        found += [text[max(0, mark.start() - 30) : mark.end() + 10] for mark in LATIN_MARK.finditer(text)]
        if page.locator("h1").count() and not ARABIC.search(page.locator("h1").first.inner_text()):
            found.append("the heading is not in Arabic")
    return found


@pytest.mark.parametrize("code", ["es", "ar"])
def test_the_whole_road(phone: Page, site_url: str, tmp_path: Path, code: str) -> None:
    told = language(code)
    wrong: dict[str, list[str]] = {}

    def look(name: str) -> None:
        html = phone.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (code, told.dir)
        found = wrong_on(phone, code)
        if found:
            wrong[name] = found

    phone.goto(f"{site_url}{code}/")
    look("home")
    phone.goto(f"{site_url}{code}/needs/food/")
    look("need")
    road.start(phone, site_url, f"{code}/")
    road.walk(phone, look)
    expect(phone.locator("h1")).to_have_text(told.t("Your results"))
    assert "$2,000" in phone.locator("main").inner_text()
    road.to_the_plan(phone, "wic", "snap")
    look("plan")
    assert wrong == {}

    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(phone.pdf(format="Letter"))
    assert 1 <= len(PdfReader(pdf).pages) <= 3
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for words in (*READ_BACK[code], "1-866-244-0071", "WIC", "www.fns.usda.gov/wic", "1 / "):
        assert words in text, words
    for words in ("Leave this page", told.t("Leave this page"), told.t("Add to my plan"), told.t("Start again")):
        assert words not in text, words


def test_a_plan_in_chinese_on_paper(phone: Page, site_url: str, tmp_path: Path) -> None:
    told = language("zh")
    for id_ in ("snap", "wic"):
        phone.goto(f"{site_url}zh/services/{id_}/")
        phone.get_by_role("button", name=told.t("Add to my plan")).first.click()
    phone.goto(f"{site_url}zh/plan/")
    phone.locator(".plan-name").first.wait_for()
    assert wrong_on(phone, "zh") == []
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(phone.pdf(format="Letter"))
    assert 1 <= len(PdfReader(pdf).pages) <= 3
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for words in ("1-800-221-5689", "www.signupwic.com", "www.fns.usda.gov/wic", "SNAP", "1 / "):
        assert words in text, words
    assert not re.search("[\u4e00-\u9fff]; ", text)  # the marks of English
    if subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=True).stdout:
        for words in (told.t("My plan"), told.t("Step by step"), "没有统一的电话号码"):
            assert words in text, words


def test_lists_have_the_marks_of_their_language() -> None:
    arabic, english = language("ar"), language("en")
    assert english.commas(["a", "b"]) == "a, b" and english.semicolons(["a", "b"]) == "a; b"
    assert arabic.commas(["a", "b"]) == "a، b" and arabic.semicolons(["a", "b"]) == "a؛ b"


def test_numbers_of_pages_are_not_reversed() -> None:
    sheets = (ROOT / "docs/assets/handrail/sheets.css").read_text("utf-8")
    assert r'content: "\2066" counter(page) " / " counter(pages) "\2069"' in sheets
