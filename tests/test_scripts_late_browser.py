"""Pages whose scripts are blocked, break, or come late are useful all the same, and lose nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from page_types import LOST, pages_in
from playwright.sync_api import Browser, Page, Route, expect

PAGES = ("", "needs/food/", "services/snap/", "check/", "plan/", "letter/", "search/", "helper/")
OTHERS = tuple(sorted({path.split("#")[0] for path in pages_in("")} - set(PAGES)))
Answer = Callable[[Route], None]

BLOCKED: Answer = lambda route: route.abort()  # noqa: E731
GONE: Answer = lambda route: route.fulfill(status=404, body="<h1>Not found</h1>", content_type="text/html")  # noqa: E731
BROKEN: Answer = lambda route: route.fulfill(  # noqa: E731
    body="(((", content_type="text/javascript"
)


def useful(page: Page, name: str) -> None:
    """What a family must find on a page without any script."""
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator("a[href='tel:911']:visible").first).to_be_visible()
    main = page.locator("main")
    words = main.inner_text()
    if name not in LOST:
        assert (page.locator("#leave").get_attribute("href") or "").startswith("https://")
        assert len(words) > 200 and "Loading" not in words, name
    if name == "":
        assert main.locator("a[href^='tel:']:visible").count() >= 2
        assert main.locator("a[href*='needs/']:visible").count() >= 20
    elif name == "needs/food/":
        assert main.locator("a[href*='services/']:visible").count() >= 5 and "Who can get it" in words
    elif name == "services/snap/":
        assert "What to bring" in words and main.locator("a[href^='tel:']:visible").count() >= 1
    elif name == "check/":
        assert "Where do you live?" in words and "What money comes into your home?" in words
    elif name == "plan/":
        assert "plan on paper" in words and main.locator("a[href='tel:211']:visible").count() >= 1
    elif name == "letter/":
        assert "appeal" in words.lower()
    elif name == "helper/":
        assert main.locator("a[href*='paper/']:visible").count() >= 1
        assert main.locator("a[href*='helper/']:visible, a[href$='-month-after-a-disaster/']:visible").count() >= 1
    elif name == "search/":
        assert main.locator("a[href*='services/']:visible").count() >= 20
    assert not page.locator("button[data-module]:visible").count(), "a button that does nothing"


@pytest.mark.parametrize("answer", [BLOCKED, GONE, BROKEN], ids=["blocked", "gone", "broken"])
def test_pages_without_their_scripts(browser: Browser, site_url: str, answer: Answer) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.route("**/*.js", answer)
    for name in (*PAGES, *(OTHERS if answer is BLOCKED else ())):
        page.goto(site_url + name)
        useful(page, name)
    page.context.close()


def test_pages_whose_later_scripts_and_data_do_not_come(browser: Browser, site_url: str) -> None:
    """The first script comes, nothing after it: the page says so, or stays as it was."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    seen: list[str] = []

    def only_first(route: Route) -> None:
        seen.append(route.request.url)
        route.continue_() if sum(url.endswith(".js") for url in seen) == 1 and seen[-1].endswith(
            ".js"
        ) else route.abort()

    page.route("**/*.js", only_first)
    page.route("**/*.json", only_first)
    for name in (*PAGES, *OTHERS):
        seen.clear()
        page.goto(site_url + name)
        page.wait_for_load_state("networkidle")
        expect(page.locator("h1").first).to_be_visible()
        text = page.locator("main").inner_text()
        assert len(text) > 200, name
        assert page.locator("a[href^='tel:']:visible").count() >= 2, name
        if name == "check/":
            assert "could not be loaded" in text and "What money comes into your home?" in text
    page.context.close()


@pytest.fixture
def late(phone: Page) -> tuple[Page, Callable[[], None]]:
    """A page whose scripts wait until the second value is called."""
    waiting: list[Route] | None = []

    def hold(route: Route) -> None:
        route.continue_() if waiting is None else waiting.append(route)

    phone.route("**/*.js", hold)

    def come() -> None:
        nonlocal waiting
        held, waiting = waiting or [], None
        for route in held:
            route.continue_()
        phone.wait_for_load_state("networkidle")

    return phone, come


@pytest.mark.parametrize("name", PAGES)
def test_pages_whose_scripts_come_late(late: tuple[Page, Callable[[], None]], site_url: str, name: str) -> None:
    page, come = late
    page.goto(site_url + name, wait_until="commit")
    page.locator("footer").wait_for()
    useful(page, name)
    link = page.locator("main a:visible").first
    link.focus()
    come()
    expect(page.locator("h1").first).to_be_visible()
    assert not page.evaluate("document.activeElement.matches('h1')"), "the focus jumped away"


def test_words_typed_before_the_script_came_are_searched_for(
    late: tuple[Page, Callable[[], None]], site_url: str
) -> None:
    page, come = late
    page.goto(f"{site_url}search/", wait_until="commit")
    field = page.get_by_role("searchbox").first
    field.fill("rent")
    come()
    expect(field).to_have_value("rent")
    expect(page.locator("[data-results] a[href*='services/']").first).to_be_visible()
    page.goto("about:blank")


def test_needs_ticked_on_the_paper_form_before_the_script_came(
    late: tuple[Page, Callable[[], None]], site_url: str
) -> None:
    """Who began to fill in the page keeps what was ticked."""
    page, come = late
    page.goto(f"{site_url}check/", wait_until="commit")
    page.locator("footer").wait_for()
    page.locator("#form-needs ~ fieldset").get_by_label("Food", exact=True).check()
    come()
    expect(page.locator("h1")).to_have_text("What do you need help with?")
    expect(page.get_by_label("Food", exact=True)).to_be_checked()
