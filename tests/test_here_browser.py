"""Results of a directory of several states: what is only for another state is not among them, and long lists fold.

Once with the screening data in one piece, and once in parts by state and county, as in a large directory.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page, Route, expect
from road import SEND, moved, start, walk

from generators.publish import publish
from generators.rules import by_place

TODAY = datetime.date(2026, 11, 21)
LINES = "needs: [food]\nimported: {source: made-up, id: '%s'}\n"
OTHER_NEED = (
    "needs: [money]\nimported: {source: made-up, id: '%s'}\nrule_for: household\nrule: {place: {states: [OH]}}\n"
)
RULE = "rule_for: household\nrule: {maybe: {because: They decide., if: {place: {states: [OH, TX]}}}}\n"
MANY = 130  # worth asking, in Ohio: three times unfolded


@pytest.fixture(scope="module", params=["one piece", "parts"])
def made(
    request: pytest.FixtureRequest, small: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> str:
    folder = tmp_path_factory.mktemp("here")
    write(folder, small)
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "parts":
            in_parts(patch)
        publish(folder / "resources", folder / "site", TODAY, folder / "cache")
    has_parts = (folder / "site/assets/handrail/data/screening").exists()
    assert has_parts == (request.param == "parts")
    return serve(folder / "site")


@pytest.fixture(scope="module")
def parts(small: Path, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The same in parts only."""
    folder = tmp_path_factory.mktemp("parts")
    write(folder, small)
    with pytest.MonkeyPatch.context() as patch:
        in_parts(patch)
        publish(folder / "resources", folder / "site", TODAY, folder / "cache")
    return serve(folder / "site")


def in_parts(patch: pytest.MonkeyPatch) -> None:
    """As if the few services were many."""
    patch.setattr(by_place, "SPLIT_FROM", 10)
    patch.setattr(by_place, "IN_A_PART", 1)


def write(folder: Path, small: Path) -> None:
    shutil.copytree(small, folder / "resources")
    for state, count in (("oh", MANY), ("tx", 3)):
        services = folder / "resources/us" / state / "services"
        services.mkdir(parents=True)
        (services.parent / "area.yaml").write_text(f"name: State {state}\nlevel: state\n", "utf-8")
        for number in range(count):
            name = f"name: {state.title()} Help {number}\n"
            (services / f"{state}-help-{number}.yaml").write_text(name + LINES % f"{state}{number}" + RULE, "utf-8")
        for number in range(60 if state == "oh" else 0):
            name = f"name: Other Help {number}\n"
            (services / f"other-help-{number}.yaml").write_text(name + OTHER_NEED % f"other{number}", "utf-8")
        other = f"name: {state.title()} Door\n" + LINES % f"{state}-door"
        (services / f"{state}-door.yaml").write_text(other, "utf-8")
    for county in ("Athens", "Franklin"):  # in Ohio; one service in each, and one that is for both
        services = folder / "resources/us/oh" / county.lower() / "services"
        services.mkdir(parents=True)
        (services.parent / "area.yaml").write_text(f"name: {county} County\nlevel: county\n", "utf-8")
        name = f"name: County Door of {county}\nurgency: now\n"
        (services / f"{county.lower()}-door.yaml").write_text(name + LINES % county, "utf-8")
    both = "name: County Door of both\nserves: {counties: [Athens, Franklin]}\n" + LINES % "both"
    (folder / "resources/us/oh/services/both-door.yaml").write_text(both, "utf-8")
    shutil.copytree(ROOT / "resources/places", folder / "resources/places")


@pytest.fixture
def results(browser: Browser, made: str) -> Page:
    """The results of a family in Ohio, on a phone."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    start(page, made, "")
    walk(page)
    return page


def test_what_is_only_for_another_state_is_not_there(results: Page) -> None:
    expect(results.locator(".hr-maybe article", has_text="Oh Help").first).to_be_visible()
    expect(results.locator(".hr-anyone", has_text="Oh Door")).to_be_visible()
    expect(results.locator("main", has_text="Tx Help")).to_have_count(0)
    expect(results.locator("main", has_text="Tx Door")).to_have_count(0)


def test_a_long_list_unfolds_some_at_a_time(results: Page) -> None:
    cards = results.locator(".hr-maybe article", has_text="Oh Help")
    expect(cards.first).to_be_visible()
    seen = [cards.count()]
    while results.locator(".hr-maybe summary:visible", has_text="more").last.count() and seen[-1] < MANY:
        results.locator(".hr-maybe details:not([open]) > summary", has_text="Show").last.click()
        expect(cards).not_to_have_count(seen[-1])
        seen.append(cards.count())
    assert seen[0] <= 20 and seen[-1] == MANY and len(seen) == 4


def test_what_looks_possible_for_other_needs_unfolds_too(results: Page) -> None:
    links = results.locator(".hr-also-possible li", has_text="Other Help")
    expect(links.first).to_be_visible()
    assert links.count() <= 20
    while results.locator(".hr-also-possible details:not([open]) > summary").count():
        before = links.count()
        results.locator(".hr-also-possible details:not([open]) > summary").last.click()
        expect(links).not_to_have_count(before)
    assert links.count() == 60


def test_what_is_only_for_other_counties_comes_last(browser: Browser, made: str) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    in_athens(page, made)
    wider = page.get_by_role("button", name="Show help for other counties too")
    if wider.count():
        wider.click()
        expect(page.locator(".hr-others")).to_contain_text("of Franklin")
    expect(page.locator(".hr-others > li").first).to_contain_text("County Door of Athens")
    doors = page.locator(".hr-others > li").all_text_contents()
    places = [
        next(at for at, text in enumerate(doors) if name in text) for name in ("of both", "Oh Door", "of Franklin")
    ]
    assert places[0] < places[2] and places[1] < places[2] == len(doors) - 1


def in_athens(page: Page, made: str) -> list[str]:
    """The results of a family in Athens, Ohio; gives the names of the parts that were asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/screening/" in request.url else None)

    def look(name: str) -> None:
        if name == "place":
            page.locator("#state").select_option("OH")
            page.locator("select#county").select_option("Athens")
            moved(page, page.locator(SEND).click)

    start(page, made, "")
    walk(page, look)
    return [url.rpartition("/")[2] for url in asked]


def test_only_the_parts_of_the_place_are_loaded(phone: Page, parts: str) -> None:
    asked = in_athens(phone, parts)
    doors = phone.locator(".hr-others")
    expect(doors).to_contain_text("County Door of Athens")
    assert sorted(set(asked)) == ["oh-0.json", "oh-1.json"] and len(asked) == 2
    expect(doors).to_contain_text("County Door of both")
    expect(doors).not_to_contain_text("County Door of Franklin")
    phone.get_by_role("button", name="Show help for other counties too").click()
    expect(doors).to_contain_text("County Door of Franklin")
    expect(phone.get_by_role("button", name="Show help for other counties too")).to_have_count(0)


def test_a_part_that_does_not_come_says_so(browser: Browser, parts: str) -> None:
    phone = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    phone.route("**/screening/**", captive_portal)
    in_athens(phone, parts)
    expect(phone.locator(".hr-notice[role=alert]")).to_contain_text("The help near you could not be loaded.")
    expect(phone.locator(".hr-outcome article").first).to_be_visible()
    phone.unroute("**/screening/**")
    phone.get_by_role("button", name="Try again").click()
    expect(phone.locator(".hr-others")).to_contain_text("County Door of Athens")
    expect(phone.locator(".hr-notice[role=alert]")).to_have_count(0)


def test_a_move_says_that_the_new_county_may_have_more(phone: Page, parts: str) -> None:
    in_athens(phone, parts)
    expect(phone.locator(".hr-others")).to_contain_text("County Door of Athens")
    life = phone.locator(".hr-life")
    hint = "There may be more help in your new county. When you live there, put in your new ZIP code."

    def move(state: str) -> None:
        life.locator("#life-event").select_option("moved-state")
        life.locator("#life-state").select_option(state)
        phone.get_by_role("button", name="Show what it changes").click()
        expect(life).to_contain_text("What to report")

    phone.route("**/tx-0.json", captive_portal)
    move("TX")
    expect(life).to_contain_text(hint)
    phone.unroute("**/tx-0.json")
    move("TX")  # it has no counties here
    expect(life).not_to_contain_text(hint)
    move("OH")
    expect(life).to_contain_text(hint)


def captive_portal(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<p>Please sign in</p>")


def test_where_no_county_is_said_the_order_is_by_need_alone(results: Page) -> None:
    doors = results.locator(".hr-others > li")
    expect(doors.first).to_contain_text("County Door of")
    assert "County Door of" in (doors.nth(1).text_content() or "")
