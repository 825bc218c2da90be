"""Listen: the page read aloud by a voice of the device, only when asked, and silent at once when the page is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

VOICES = """
window.said = []; window.cancelled = 0;
const voices = %s;
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => voices, speak: (one) => window.said.push(one), cancel: () => { window.cancelled += 1; },
  addEventListener: () => {}
}});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
LOCAL = (
    '[{lang: "de-DE", localService: true}, {lang: "en-US", localService: true}, {lang: "es_MX", localService: true}]'
)
REMOTE = '[{lang: "en-US", localService: false}, {lang: "de-DE", localService: true}]'


def said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.said.map((one) => one.text)")
    return found


def open_with(page: Page, address: str, voices: str = LOCAL) -> None:
    page.add_init_script(VOICES % voices)
    page.goto(address)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("path", "name", "words", "lang"),
    [
        ("needs/food/", "Listen", "Food", "en-US"),
        ("services/snap/", "Listen", "SNAP (food stamps)", "en-US"),
        ("es/services/snap/", "Escuchar", "SNAP (estampillas de comida)", "es_MX"),
    ],
)
def test_a_page_is_read_when_asked(phone: Page, site_url: str, path: str, name: str, words: str, lang: str) -> None:
    open_with(phone, site_url + path)
    toggle = phone.get_by_role("button", name=name, exact=True)
    expect(toggle).to_be_visible()
    assert said(phone) == []  # never by itself
    box = toggle.bounding_box()
    assert box and box["height"] >= 44
    toggle.click()
    pieces = said(phone)
    assert pieces[0] == phone.locator("h1").inner_text().strip() and len(pieces) > 10
    assert words.split(" ")[0] in pieces[0]
    assert name not in pieces and len(pieces[5]) < 1500
    assert phone.evaluate("window.said[0].voice.lang") == lang
    stop = phone.locator(".hr-listen button")
    before = phone.evaluate("window.cancelled")
    stop.click()
    assert phone.evaluate("window.cancelled") == before + 1
    expect(stop).to_have_text(name)


def test_the_button_returns_at_the_end(phone: Page, site_url: str) -> None:
    open_with(phone, f"{site_url}services/snap/")
    toggle = phone.locator(".hr-listen button")
    toggle.click()
    expect(toggle).to_have_text("Stop reading aloud")
    phone.evaluate("window.said[window.said.length - 1].onend()")
    expect(toggle).to_have_text("Listen")


def test_a_new_question_ends_the_reading(phone: Page, site_url: str) -> None:
    open_with(phone, f"{site_url}check/")
    expect(phone.locator("h1")).to_have_text("What do you need help with?")
    toggle = phone.locator(".hr-listen button")
    toggle.click()
    pieces = said(phone)
    assert pieces[0] == "What do you need help with?" and "Food" in pieces
    phone.get_by_label("Food", exact=True).check()
    expect(toggle).to_have_text("Stop reading aloud")
    phone.get_by_role("button", name="Continue", exact=True).click()
    expect(phone.locator("h1")).to_have_text("Where do you live?")
    expect(toggle).to_have_text("Listen")


def test_leaving_is_silent(browser: Browser, site_url: str) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.route("https://**", lambda route: None)  # the other site never answers
    open_with(page, f"{site_url}needs/food/")
    page.locator(".hr-listen button").click()
    before = page.evaluate("window.cancelled")
    silent = page.evaluate("() => { document.querySelector('#leave').click(); return window.cancelled; }")
    assert silent == before + 1
    page.context.close()


@pytest.mark.parametrize(
    ("path", "voices"), [("needs/food/", REMOTE), ("needs/food/", "[]"), ("", LOCAL), ("plan/", LOCAL)]
)
def test_no_button_without_a_voice_on_the_device(phone: Page, site_url: str, path: str, voices: str) -> None:
    open_with(phone, site_url + path, voices)
    assert phone.locator(".hr-listen").count() == 0
