"""Arabic on a phone: pages go from right to left, numbers do not, and what is missing stands in English and says so."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Page, expect

from generators import languages
from generators.languages import language
from generators.publish import publish

PAGES = ("", "needs/food/", "services/pantry/", "check/", "plan/", "letter/", "search/", "guides/")
# Where the first and the last letter of each number stand on the screen; a number over two lines says nothing.
NUMBERS = """() => Array.from(document.querySelectorAll("bdi[dir=ltr]")).filter((one) => one.firstChild).map((one) => {
  const at = (place) => { const range = document.createRange(); range.setStart(one.firstChild, place);
    range.setEnd(one.firstChild, place + 1); return range.getBoundingClientRect(); };
  const first = at(0), last = at(one.firstChild.length - 1);
  return {text: one.textContent, shown: first.width > 0 && first.top === last.top, fine: first.left <= last.left};
})"""


@pytest.fixture(scope="module")
def home(
    tmp_path_factory: pytest.TempPathFactory, today: datetime.date, small: Path, serve: Callable[[Path], str]
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("rtl")
    shutil.copytree(small, folder / "resources")
    settings = folder / "resources" / "site.yaml"
    text = settings.read_text("utf-8")
    codes = "languages: [en, es, ar, vi, zh, ht, so]"
    lines = [codes if line.startswith("languages:") else line for line in text.splitlines()]
    settings.write_text("\n".join(lines if codes in lines else [*lines, codes]) + "\n", "utf-8")
    (folder / "languages").mkdir()
    shutil.copy(ROOT / "tests" / "arabic.po", folder / "languages" / "ar.po")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(languages, "FOLDER", folder / "languages")
        language.cache_clear()
        publish(folder / "resources", folder / "site", today, folder / "cache")
    language.cache_clear()
    yield serve(folder / "site")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_goes_from_right_to_left(phone: Page, home: str, path: str) -> None:
    phone.goto(f"{home}ar/{path}")
    assert phone.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    numbers = [one for one in phone.evaluate(NUMBERS) if one["shown"]]
    assert numbers and [one["text"] for one in numbers if not one["fine"]] == []
    mark = phone.locator(".hr-mark").bounding_box()
    assert mark and mark["x"] > 180  # the way home stands at the right


@pytest.mark.parametrize("path", PAGES)
def test_what_a_machine_made_says_so_and_english_is_one_tap_away(phone: Page, home: str, path: str) -> None:
    phone.goto(f"{home}ar/{path}")
    expect(phone.locator(".hr-machine")).to_contain_text("ترجمة آلية لم يراجعها بعد متحدث أصلي.")
    expect(phone.locator(".hr-emergency a").first).to_be_visible()
    phone.locator(".hr-machine a").click()
    expect(phone).to_have_url(f"{home}{path}")
    assert phone.locator(".hr-machine").count() == 0


def test_what_is_missing_stands_in_english_and_says_so(phone: Page, home: str) -> None:
    phone.goto(f"{home}ar/services/pantry/")
    missing = phone.locator("nav.hr-nav a", has_text="Check").locator("span[lang=en][dir=ltr]")
    expect(missing).to_have_text("Check")
    assert "\ue000" not in phone.content() and "\ue001" not in phone.content()
    assert phone.locator("[aria-label*='span']").count() == 0
    phone.goto(f"{home}ar/plan/")  # said by a module
    expect(phone.locator("main span[lang=en][dir=ltr]").first).to_be_visible()


def test_a_language_is_chosen_by_its_own_name_on_the_same_page(phone: Page, home: str) -> None:
    phone.goto(f"{home}services/pantry/")
    phone.locator(".hr-languages summary").click()
    names = phone.locator(".hr-languages ul a")
    shown = [
        (one.get_attribute("lang"), one.evaluate("link => getComputedStyle(link).direction"), one.inner_text())
        for one in names.all()
    ]
    assert shown == [(told.code, told.dir, told.name) for told in languages.KNOWN.values()]
    for name in names.all():
        box = name.bounding_box()
        assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 360
    names.nth(2).click()
    expect(phone).to_have_url(f"{home}ar/services/pantry/")


def test_a_language_is_chosen_without_scripts(browser, home: str) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{home}needs/food/")
    page.locator(".hr-languages summary").click()
    page.get_by_role("link", name="Soomaali").click()
    assert page.url == f"{home}so/needs/food/"
    context.close()
