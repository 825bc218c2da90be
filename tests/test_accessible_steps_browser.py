"""No axe violation on the road itself: each question with its error, results, plan, helper, letter, and on paper.

The short run looks with all rules in English, and with all but those of colour in Spanish and Arabic. HANDRAIL_LONG=1
takes all rules in each language, narrow and wide, light and dark.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import road
from axe import COLOURS, LONG, NARROW, TURNS, in_turns, violations
from filled_pages import FILLED, unfold
from page_types import LANGUAGES
from playwright.sync_api import Browser, Page

ON_PAPER = ("target-size", "skip-link", "page-has-heading-one")  # for fingers, keyboards and moving about
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
    context = browser.new_context(viewport=NARROW, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def look(page: Page, base: str, name: str, wrong: dict[str, list[str]]) -> None:
    """Notes what axe says of what is shown now."""
    page.evaluate("scrollTo(0, 0)")  # the header stays, and lies over links that are half scrolled away
    for turn, found in in_turns(page, base, TURNS if LONG else TURNS[:1]).items():
        wrong[f"{base}{name} {turn}"] = found
    page.set_viewport_size(NARROW)


def print_preview(page: Page, base: str, name: str, wrong: dict[str, list[str]]) -> None:
    """Notes what axe says of what would be printed."""
    page.emulate_media(media="print", color_scheme="light")
    without = ON_PAPER if LONG or base == "" else (*ON_PAPER, *COLOURS)
    found = violations(page, without=without)
    page.emulate_media(media="screen")
    if found:
        wrong[f"{base}{name} on paper"] = found


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


@pytest.mark.parametrize("name", FILLED)
def test_pages_that_a_script_fills(
    page: Page, site_url: str, base: str, name: str, wrong: dict[str, list[str]]
) -> None:
    shown = ""
    for shown in FILLED[name](page, site_url + base):
        look(page, base, shown, wrong)
    print_preview(page, base, shown, wrong)


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
