"""Services of which only a name is known, as in many imports, walk the whole road: no missing field stops a page."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from road import start, to_the_plan, walk

from generators.publish import publish

TODAY = datetime.date(2026, 11, 21)
LINES = "needs: [food]\nimported: {source: made-up, id: '%s'}\n"
RULE = "rule_for: household\nrule: {place: {states: [OH]}}\n"
BARE = {"bare": LINES % 1 + RULE, "bare-two": LINES % 2 + RULE, "bare-open": LINES % 3}
OPENED = (
    "services/bare/",
    "es/services/bare/",
    "needs/food/",
    "search/#q=bare",
    "check/form/",
    "check/paper/",
    "helper/",
    "letter/",
    "plan/",
)


@pytest.fixture(scope="module")
def made(small: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    folder = tmp_path_factory.mktemp("bare")
    shutil.copytree(small, folder / "resources")
    for name, lines in BARE.items():
        path = folder / "resources/us/services" / f"{name}.yaml"
        path.write_text(f"name: {name.replace('-', ' ').title()}\n{lines}", "utf-8")
    publish(folder / "resources", folder / "site", TODAY, folder / "cache")
    return serve(folder / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone on which an error of a script fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    found: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert found == []


def test_from_the_questions_to_the_plan(page: Page, made: str) -> None:
    start(page, made, "")
    walk(page)
    expect(page.locator("article", has_text="Bare Two")).to_be_visible()
    expect(page.locator(".hr-others", has_text="Bare Open")).to_be_visible()
    to_the_plan(page, "bare", "bare-two", "food-stamps")
    expect(page.locator(".plan-sheet", has_text="Bare Two").first).to_be_visible()
    assert page.pdf(format="Letter")


@pytest.mark.parametrize("path", OPENED)
def test_every_page_with_it(page: Page, made: str, path: str) -> None:
    page.goto(made + path)
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1").first).to_be_visible()
