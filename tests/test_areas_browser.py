"""Long lists in a browser: the way through areas and letters, no violation, no heavy page, booklets of an area."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import lists_corpus
import pytest
from axe import violations
from conftest import PHONE, TODAY
from playwright.sync_api import Browser, Page, expect
from test_sheets_browser import is_tagged, pdf, text

from generators.publish import publish

MOST_BYTES = 32 * 1024
BROUGHT = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]*? href|script[^>]*? src)="([^"]+)"')
PAGES = (
    "needs/food/",
    "needs/food/pa/",
    "needs/food/pa/allegheny/",
    "needs/food/pa/allegheny/page-2/",
    "areas/",
    "areas/pa/",
    "areas/pa/allegheny/",
    "organizations/",
    "organizations/a-to-z/a/",
    "organizations/many/",
    "organizations/many/page-2/",
    "organizations/quiet-line/",
    "search/",
    "needs/food/booklet/pa/allegheny/part-2/",
    "helper/paper/",
    "es/needs/food/pa/allegheny/page-2/",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up directory; its links have been followed before it is there."""
    folder = tmp_path_factory.mktemp("lists")
    lists_corpus.write(folder / "resources")
    publish(folder / "resources", folder / "site", TODAY, folder / "cache")
    return folder / "site"


@pytest.fixture(scope="module")
def home(folder: Path, serve: Callable[[Path], str]) -> str:
    return serve(folder)


def test_from_a_need_to_the_county_and_on(phone: Page, home: str) -> None:
    phone.goto(f"{home}needs/food/")
    phone.get_by_role("link", name="Pennsylvania").click()
    phone.get_by_role("link", name="Allegheny County").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Food: Allegheny County")
    pages = phone.get_by_role("navigation", name="Pages of this list")
    expect(pages).to_contain_text("Page 1 of 3")
    pages.get_by_role("link", name="Page 3").click()
    expect(pages.locator("[aria-current]")).to_have_text("Page 3")
    phone.get_by_role("link", name="See all of these: Pennsylvania").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Food: Pennsylvania")
    phone.get_by_role("link", name="Search with your ZIP code").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Find help")


def test_from_the_search_page_to_an_organization_by_its_letter(phone: Page, home: str) -> None:
    phone.goto(f"{home}search/")
    phone.get_by_role("link", name="Organizations, A to Z").click()
    phone.get_by_role("navigation", name="Letters").get_by_role("link", name=re.compile("^M ?: 2 organ")).click()
    phone.get_by_role("link", name="Many Doors").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Many Doors")
    phone.get_by_role("link", name="Next page").click()
    expect(phone).to_have_title(re.compile("Many Doors, page 2"))


def test_help_by_place_leads_to_needs_and_booklets(phone: Page, home: str) -> None:
    phone.goto(f"{home}areas/")
    phone.get_by_role("link", name="Pennsylvania").click()
    phone.get_by_role("link", name="Butler County").click()
    phone.get_by_role("link", name=re.compile("^Booklet ?: Food")).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Food: Butler County")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_on_lists(browser: Browser, home: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    wrong = {}
    for path in PAGES:
        page.goto(home + path)
        found = violations(page)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append("scrolls sideways")
        if found:
            wrong[path] = found
    context.close()
    assert wrong == {}


def test_every_page_is_light_however_long_the_list(folder: Path) -> None:
    """HTML, style sheet, script and icon, compressed as hosts do."""
    sizes: dict[Path, int] = {}
    heavy = []
    for path in (
        one
        for name in ("needs", "areas", "organizations", "search", "check")
        for one in (folder / name).rglob("index.html")
    ):
        html = path.read_bytes()
        brought = {(path.parent / address).resolve() for address in BROUGHT.findall(html.decode())}
        assert len(brought) >= 3
        for file in brought - set(sizes):
            sizes[file] = len(gzip.compress(file.read_bytes(), 6))
        weight = len(gzip.compress(html, 6)) + sum(sizes[file] for file in brought)
        if weight > MOST_BYTES:
            heavy.append(f"{path}: {weight}")
    assert heavy == [] and len(sizes) > 5


# Booklets of an area


def test_the_booklet_of_an_area_prints_its_own_services_first(phone: Page, home: str) -> None:
    phone.goto(f"{home}needs/food/booklet/pa/butler/")
    count = phone.locator(".fold-page").count()
    printed = pdf(phone, css_size=True)
    said = text(printed)
    assert len(printed.pages) == count / 2 and is_tagged(printed)
    assert "Butler County" in printed.pages[0].extract_text()
    names = phone.locator(".fold-service h2").all_inner_texts()
    own = [name for name in names if name.startswith("Butler Table")]
    assert names[: len(own)] == own and len(own) == 8
    assert "Keystone Groceries" in names and "Made-up Pantry" in names and "Two County Van" in names
    assert all(name in said for name in names)


def test_a_long_list_makes_several_booklets_that_fold(browser: Browser, folder: Path, home: str) -> None:
    page = browser.new_page(viewport={"width": 988, "height": 748})  # Letter, as in test_sheets_browser
    page.emulate_media(media="print")
    paths = sorted(path.parent for path in folder.glob("needs/*/booklet/pa/**/index.html"))
    base = folder / "needs/food/booklet/pa/allegheny"
    assert base in paths and base / "part-2" in paths and base / "part-3" not in paths
    names = []
    for path in paths:
        page.goto(f"{home}{path.relative_to(folder).as_posix()}/")
        heights = page.evaluate(
            "[...document.querySelectorAll('.fold-page')].map((e) => e.getBoundingClientRect().height)"
        )
        assert len(heights) <= 40 and max(heights) < 189 / 25.4 * 96, (path, heights)
        if path in (base, base / "part-2"):
            names += page.locator(".fold-service h2").all_text_contents()
    page.close()
    assert len(names) == len(set(names)) and {"Corner Pantry 00", "Corner Pantry 89", "Made-up Pantry"} <= set(names)
