"""No axe violation on the road itself: each question with its error, results, plan, helper, letter, and on paper.

The short run looks with all rules in English, and with all but those of colour in Spanish and Arabic. HANDRAIL_LONG=1
takes all rules in each language, narrow and wide, light and dark.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import road
from axe import COLOURS, sideways, violations
from page_types import LANGUAGES
from playwright.sync_api import Browser, Page

LONG = bool(os.environ.get("HANDRAIL_LONG"))
SIZES = ({"width": 320, "height": 800}, {"width": 1280, "height": 800})
TURNS = [(size, scheme) for size in SIZES for scheme in ("light", "dark")] if LONG else [(SIZES[0], "light")]
ON_PAPER = ("target-size", "skip-link", "page-has-heading-one")  # for fingers, keyboards and moving about
PLAN = ("snap", "wic", "medicaid")
QUESTIONS = """() => fetch(document.querySelector("[data-questions]").getAttribute("data-questions"))
  .then((answer) => answer.json()).then((texts) => texts.questions.map((one) => one.id))"""


@pytest.fixture(params=LANGUAGES)
def base(request: pytest.FixtureRequest) -> str:
    """The folder of a language."""
    return str(request.param)


@pytest.fixture
def wrong() -> Iterator[dict[str, list[str]]]:
    """What was found, at what step; the test fails when there is anything."""
    found: dict[str, list[str]] = {}
    yield found
    assert found == {}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZES[0], bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def look(page: Page, base: str, name: str, wrong: dict[str, list[str]]) -> None:
    """Notes what axe says of what is shown now."""
    page.evaluate("scrollTo(0, 0)")  # the header stays, and lies over links that are half scrolled away
    for size, scheme in TURNS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found = violations(page, without=() if LONG or base == "" else COLOURS) + sideways(page)
        if found:
            wrong[f"{base}{name} {size['width']} {scheme}"] = found
    page.set_viewport_size(SIZES[0])


def print_preview(page: Page, base: str, name: str, wrong: dict[str, list[str]]) -> None:
    """Notes what axe says of what would be printed."""
    page.emulate_media(media="print", color_scheme="light")
    without = ON_PAPER if LONG or base == "" else (*ON_PAPER, *COLOURS)
    found = violations(page, without=without)
    page.emulate_media(media="screen")
    if found:
        wrong[f"{base}{name} on paper"] = found


def unfold(page: Page) -> None:
    """Opens all that is folded in the main part."""
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")


def jump(page: Page, name: str) -> bool:
    """Goes to a step by its name; is it one that this family may be asked?"""
    page.evaluate(
        """(name) => { const state = { handrail: { step: name, then: "answers", depth: 9 } };
        history.pushState(state, ""); dispatchEvent(new PopStateEvent("popstate", { state: state })); }""",
        name,
    )
    return road.step(page) == name


def send_nothing(page: Page) -> bool:
    """Sends the question as it is; does an error show?"""
    page.evaluate(f"document.querySelectorAll('{road.FORM} input').forEach((one) => {{ one.checked = false; }})")
    page.locator(road.SEND).click()
    return page.locator(".hr-error-summary:not([hidden])").count() > 0


def test_every_question_with_its_error_the_results_and_the_plan(
    page: Page, site_url: str, base: str, wrong: dict[str, list[str]]
) -> None:
    errors = []

    def at(name: str) -> None:
        fields = page.locator(f"{road.FORM} input, {road.FORM} #state, {road.FORM} #kind").count()
        if LONG or not fields:
            look(page, base, name, wrong)
        if name in ("needs", "results", "answers"):
            unfold(page)
        if fields and name != "needs" and send_nothing(page):
            errors.append(name)
            look(page, base, f"{name} with an error", wrong)
        if name in ("results", "answers"):
            print_preview(page, base, name, wrong)

    road.start(page, site_url, base)
    walked = road.walk(page, at)
    others = [name for name in page.evaluate(QUESTIONS) if name not in walked and jump(page, name)]
    for name in others:
        at(name)
    assert {"place", "people", "people/new", "income/new", "situations", "pregnant", "savings"} <= set(errors), errors
    assert len(set(walked) | set(others)) >= 16


def test_the_plan(page: Page, site_url: str, base: str, wrong: dict[str, list[str]]) -> None:
    for service in PLAN:
        page.goto(f"{site_url}{base}services/{service}/")
        page.locator(f"main button[data-service={service}]").first.click()
    page.goto(f"{site_url}{base}plan/")
    page.locator(".plan-week").wait_for()
    look(page, base, "plan", wrong)
    for key in ("fold:snap", "desk"):
        page.locator(f"[data-key='{key}']").first.click()
    unfold(page)
    look(page, base, "plan, all unfolded", wrong)
    print_preview(page, base, "plan", wrong)


def test_the_helper(page: Page, site_url: str, base: str, wrong: dict[str, list[str]]) -> None:
    page.goto(f"{site_url}{base}helper/")
    page.locator("#helper-find").wait_for()
    page.locator(".helper-presets > summary").click()
    page.locator(".helper-presets button").first.click()
    page.locator(".helper-list > li").first.wait_for()
    look(page, base, "helper with a preset", wrong)
    unfold(page)
    page.locator("#helper-find").fill("SNAP")
    page.locator(".helper-answers > li").first.wait_for()
    look(page, base, "helper, all unfolded, while searching", wrong)
    page.locator("#helper-find").fill("")
    print_preview(page, base, "helper", wrong)


def test_the_letter(page: Page, site_url: str, base: str, wrong: dict[str, list[str]]) -> None:
    page.goto(f"{site_url}{base}letter/")
    page.locator(".hr-letter-form button[type=submit]").click()
    look(page, base, "letter with errors", wrong)


PRINTED = ("services/snap/", "needs/food/", "check/paper/transport/", "needs/reentry/booklet/", "helper/paper/oh/")


def test_what_is_printed(page: Page, site_url: str, base: str, wrong: dict[str, list[str]]) -> None:
    for path in PRINTED:
        page.goto(site_url + base + path)
        print_preview(page, base, path, wrong)


def test_what_is_wrong_is_found(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}about/")
    page.evaluate(
        """() => { const main = document.querySelector("main");
        main.appendChild(document.createElement("button"));
        main.appendChild(document.createElement("p")).textContent = "Hardly there";
        main.lastChild.style.color = "#ddd"; main.lastChild.style.background = "#fff"; }"""
    )
    found = {one.split(":")[0] for one in violations(page)}
    assert found == {"button-name", "color-contrast"}
