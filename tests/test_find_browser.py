"""Finding by place and by choices, in a browser, on a made-up directory whose answers can be counted by hand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import find_corpus
import pytest
import yaml
from axe import violations
from conftest import PHONE, ROOT, watched_page
from playwright.sync_api import Browser, Page, Route, expect
from test_state import served

from generators.search.facets import packed
from generators.search.packed import pack

CASES = yaml.safe_load((ROOT / "tests" / "places.yaml").read_text("utf-8"))
AFTERNOON = "2026-11-22T18:30:00Z"  # half past one in the afternoon in Pittsburgh
PORTAL = "<!doctype html><title>Log in</title><p>Welcome to free Wi-Fi. Please log in.</p>"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str], today: datetime.date) -> str:
    """The address of the site of the made-up directory."""
    folder = tmp_path_factory.mktemp("find")
    return serve(find_corpus.built(folder, today))


def lost(how: str) -> Callable[[Route], None]:
    """Answers in place of a file that is `gone`, or that the page of a network to log in to (`portal`) came for."""
    if how == "gone":
        return lambda route: route.abort()
    return lambda route: route.fulfill(status=200, content_type="text/html", body=PORTAL)


@pytest.fixture
def hurt(browser: Browser) -> Iterator[Page]:
    """A phone on which things may fail to load."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A page that can import modules."""
    with served({"index.html": "<title>Bare</title>"}) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


def names(page: Page) -> list[str]:
    return page.locator("[data-results] .card h3").all_inner_texts()


PLACE = ".find-near > summary"  # the place lies behind one line, which says it


def open_place(page: Page) -> None:
    page.locator(PLACE).wait_for()
    if page.locator(".find-near[open]").count() == 0:
        page.locator(PLACE).click()


def near(page: Page, zip_code: str) -> None:
    open_place(page)
    page.get_by_label("Your ZIP code").fill(zip_code)


def open_group(page: Page, name: str) -> None:
    if page.locator(".find-narrow > details[open]").count() == 0:
        page.locator(".find-narrow > details > summary").click()
    page.locator(".find-narrow details details > summary").get_by_text(name, exact=True).click()


def status(page: Page) -> Any:
    return expect(page.locator(".search-count"))


@pytest.mark.parametrize("case", CASES["miles"], ids=lambda case: str(case["miles"]))
def test_miles(bare: Page, case: dict[str, Any]) -> None:
    miles = bare.evaluate(
        "({from, to}) => import('/assets/handrail/place.mjs').then((place) => place.miles(from, to))", case
    )
    assert miles == pytest.approx(case["miles"], abs=0.1)


@pytest.mark.parametrize("case", CASES["fragments"], ids=lambda case: case["given"][:30])
def test_fragments(bare: Page, case: dict[str, Any]) -> None:
    read, again = bare.evaluate(
        """(hash) => import('/assets/handrail/find/fragment.mjs').then((f) => {
          const state = f.readFragment(hash); return [state, f.readFragment(f.fragmentOf(state))]; })""",
        case["given"],
    )
    assert read == case["says"]
    assert again == read


@pytest.mark.parametrize("case", CASES["order"], ids=lambda case: str(case["sorted"]))
def test_order(bare: Page, case: dict[str, Any]) -> None:
    services = [[number, {"tier": tier, "miles": miles}] for number, (tier, miles) in case["services"].items()]
    levels = [[number, level] for number, level in case["levels"].items()] if "levels" in case else None
    sorted_ones = bare.evaluate(
        """({given, services, levels}) => import('/assets/handrail/search/near.mjs').then((near) =>
          { const known = new Map(services.map(([number, one]) => [Number(number), one]));
            const level = new Map((levels || []).map(([number, level]) => [Number(number), level]));
            const places = new Map(given.map((number, at) => [number, at]));
            return given.filter((number) => known.has(number)).sort(near.nearer(known,
              (number) => level.get(number) || 0, (a, b) => places.get(a) - places.get(b))); })""",
        {"given": case["given"], "services": services, "levels": levels},
    )
    assert sorted_ones == case["sorted"]


@pytest.mark.parametrize("case", CASES["narrowed"], ids=lambda case: str(case["chosen"]))
def test_narrowed(bare: Page, case: dict[str, Any]) -> None:
    groups = [
        [id_, [[one, packed(having, 8), packed(CASES["asking"][one], 8) if id_ == "asks" else None]
               for one, having in choices.items()]]
        for id_, choices in CASES["groups"].items()
    ]  # fmt: skip
    made = bare.evaluate(
        """({groups, chosen}) => Promise.all([import('/assets/handrail/search/facets.mjs'),
            import('/assets/handrail/search/sets.mjs')]).then(([facets, sets]) => {
          const read = groups.map(([id, choices]) => ({id: id, choices: choices.map(([one, having, asking]) =>
            ({id: one, name: one, set: sets.unpackSet(having, 8), asking: asking && sets.unpackSet(asking, 8)}))}));
          const left = facets.narrowed(read, chosen, sets.setOf([0, 1, 2, 3, 4, 5, 6, 7], 8), 8);
          return {sure: sets.numbersOf(left.sure, 8), unsure: sets.numbersOf(left.unsure, 8), counts: left.counts};
        })""",
        {"groups": groups, "chosen": case["chosen"]},
    )
    assert made["sure"] == case["sure"]
    assert made["unsure"] == case.get("unsure", [])
    assert made["counts"] == case.get("counts", made["counts"])


@pytest.mark.parametrize("numbers", [[], [0], [31, 32, 33, 64], list(range(100)), list(range(0, 100, 3)), [99]])
def test_packed_sets(bare: Page, numbers: list[int]) -> None:
    given = {"text": packed(numbers, 100), "total": 100}
    made = bare.evaluate(
        """({text, total}) => import('/assets/handrail/search/sets.mjs').then((sets) => {
          const set = sets.unpackSet(text, total); return [sets.numbersOf(set, total), sets.size(set)]; })""",
        given,
    )
    assert made == [numbers, len(numbers)]
    assert pack([1]) not in ("s", "b")


def test_a_zip_code_puts_what_is_near_first(phone: Page, found: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{found}search/")
    assert not any("/places/" in url or "facets-" in url or "near-" in url for url in asked)
    phone.get_by_label("Search for help").fill("table")
    status(phone).to_have_text("48 services found")
    near(phone, "15201")
    status(phone).to_have_text("16 services found")
    assert names(phone)[:3] == ["Allegheny Table 0", "Allegheny Table 1", "Allegheny Table 2"]
    expect(phone.locator(".card").nth(0)).to_contain_text("Less than a mile away · For your county")
    expect(phone.locator(".card").nth(2)).to_contain_text("About 3 miles away")
    expect(phone.locator(".card").nth(2)).to_contain_text("Full right now.")
    expect(phone.get_by_text("32 more services are not for people who live there.")).to_be_visible()
    expect(phone.locator(PLACE)).to_have_text("Near: 15201 Pittsburgh · Allegheny, PA")
    assert phone.url.endswith("search/#q=table&zip=15201")
    assert not any("?" in url or "15201" in url for url in asked)
    assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_first_answer_is_seen_without_moving_the_page(browser: Browser, found: str) -> None:
    for page in watched_page(browser.new_context(viewport={"width": 360, "height": 640})):
        for words in ("#q=table", "#q=table&zip=15201"):
            page.goto("about:blank")
            page.goto(f"{found}search/{words}")
            expect(page.locator(PLACE)).to_contain_text("Near: 15201" if "zip" in words else "Where: anywhere")
            expect(page.locator(".card").first.locator("h3 a")).to_be_in_viewport(ratio=1)
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_keyboard_stays_at_the_place_that_was_typed(phone: Page, found: str) -> None:
    """Its field is folded away when the place is known; what was typed wrong stays in sight."""
    phone.goto(f"{found}search/#q=table")
    near(phone, "99999")
    expect(phone.locator(".find-said")).to_be_visible()
    near(phone, "15201")
    status(phone).to_have_text("16 services found")
    expect(phone.get_by_label("Your ZIP code")).to_be_hidden()
    expect(phone.locator(PLACE)).to_be_focused()
    expect(phone.locator(PLACE)).to_have_text("Near: 15201 Pittsburgh · Allegheny, PA")


def test_without_words_a_place_lists_what_is_for_it(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/#zip=15201")
    status(phone).to_have_text("25 services found")
    for shown in (24, 25):
        phone.get_by_role("button", name="Show more").click()
        expect(phone.locator("[data-results] .card")).to_have_count(shown)
    expect(phone.locator(".find-apart")).to_have_text("Serves your area by phone or online, or is far away")
    listed = names(phone)
    assert listed[0] == "Allegheny Table 0"
    assert {"Lawrenceville Lunch", "Two County Van", "Quiet House"} <= set(listed)
    assert listed.index("Keystone Office") > listed.index("Allegheny Table 15")
    apart = phone.locator(".find-apart ~ .cards").first.locator("h3").all_inner_texts()
    assert set(apart) == {"Keystone Line", "Keystone Groceries", "Made-up Food Stamps", "Made-up Helpline"}
    assert "Butler Table 0" not in listed
    hidden = phone.locator(".card", has_text="Quiet House")
    expect(hidden).to_contain_text("For your county")
    expect(hidden).not_to_contain_text("mile")
    far = phone.locator(".card", has_text="Keystone Groceries")
    expect(far).to_contain_text(re.compile(r"About 25\d miles away · For your whole state"))


def test_another_zip_code_of_the_county_is_not_served_by_one_for_a_zip_code(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/#q=lawrenceville&zip=15212")
    expect(phone.locator(".search-nothing")).to_contain_text("1 service fits, but it is not for people who live there.")


def test_a_zip_code_in_two_counties_asks(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/#q=table")
    near(phone, "15044")
    expect(phone.locator(".find-said")).to_contain_text("15044 is in more than one county.")
    phone.get_by_role("button", name="Butler, PA").click()
    status(phone).to_have_text("16 services found")
    assert set(names(phone)) == {f"Butler Table {number}" for number in range(8)}
    assert phone.url.endswith("#q=table&zip=15044&county=pa-42019")
    phone.reload()
    status(phone).to_have_text("16 services found")
    expect(phone.locator(PLACE)).to_contain_text("Butler, PA")
    open_place(phone)
    phone.get_by_role("button", name="Change the place").click()
    status(phone).to_have_text("48 services found")
    expect(phone.get_by_label("Your ZIP code")).to_be_focused()
    phone.get_by_role("button", name="Show near me").click()
    phone.get_by_role("button", name="Not sure").click()
    status(phone).to_have_text("32 services found")


@pytest.mark.parametrize(
    "typed, said",
    [
        ("99999", "We do not know the ZIP code 99999."),
        ("00000", "We do not know the ZIP code 00000."),
        ("152", "A ZIP code has five digits"),
        ("<b>hi", "A ZIP code has five digits"),
    ],
)
def test_a_zip_code_that_does_not_exist(phone: Page, found: str, typed: str, said: str) -> None:
    phone.goto(f"{found}search/")
    near(phone, typed)
    phone.get_by_role("button", name="Show near me").click()
    expect(phone.locator(".find-said")).to_contain_text(said)
    expect(phone.locator(PLACE)).to_have_text("Where: anywhere")


def test_a_county_from_lists(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/")
    open_place(phone)
    phone.get_by_text("No ZIP code? Choose a county").click()
    phone.get_by_label("State").select_option("PA")
    phone.get_by_label("County", exact=True).select_option(label="Butler")
    status(phone).to_have_text(re.compile("^[0-9]+ services found"))
    assert names(phone)[0].startswith("Butler Table")
    assert phone.url.endswith("#county=pa-42019")


def test_the_position_of_the_device_only_when_asked(browser: Browser, found: str) -> None:
    asked: list[str] = []
    context = browser.new_context(
        viewport=PHONE, geolocation={"latitude": 40.89, "longitude": -79.93}, permissions=["geolocation"]
    )
    context.on("request", lambda request: asked.append(request.url))
    for page in watched_page(context):
        page.goto(f"{found}search/")
        open_place(page)
        page.get_by_text("No ZIP code? Choose a county").click()
        page.get_by_role("button", name="Use where I am now").click()
        expect(page.locator(PLACE)).to_contain_text("16001 Butler · Butler, PA")
        expect(page.locator(".card h3").first).to_have_text("Butler Table 0")
    assert not any("40.8" in url or "16001" in url for url in asked)


def test_choices_are_counted_and_narrow_the_list(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/")
    open_group(phone, "What it costs")
    free = phone.get_by_label("Free (")
    expect(phone.locator("[data-group=cost]")).to_contain_text("Free (")
    free.check()
    status(phone).to_have_text("21 services found")  # 6 in each county, and 3 of the nation
    expect(phone.locator("[data-group=cost] label").first).to_contain_text("(21)")
    near(phone, "15201")
    open_group(phone, "Language spoken")
    phone.get_by_label("Spanish").check()
    status(phone).to_have_text("2 services found")  # of 0, 3, 6, 9, 12, 15 those that 4 divides
    assert names(phone) == ["Allegheny Table 0", "Allegheny Table 12"]
    assert phone.url.endswith("#zip=15201&spoken=es&cost=free")
    phone.get_by_role("button", name="Take out: Free").click()
    status(phone).to_have_text("4 services found")
    expect(phone.get_by_text("Narrow down (1 chosen)")).to_be_visible()


def test_what_is_asked_at_the_door_is_never_guessed(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/#q=table&zip=15201&asks=id")
    status(phone).to_have_text("11 services found")  # 6 do not ask; of 5 nobody knows; 5 ask
    listed = names(phone)
    assert listed[:6] == [f"Allegheny Table {number}" for number in (0, 3, 6, 9, 12, 15)]
    expect(phone.locator(".find-apart").first).to_have_text("Call first: we do not know what they ask for")
    expect(phone.locator(".card", has_text="Allegheny Table 2")).to_contain_text("Call first: ask what to bring.")
    expect(phone.locator(".card", has_text="Allegheny Table 0")).not_to_contain_text("Call first")
    assert "Allegheny Table 1" not in listed


def test_a_private_answer_leaves_nothing_in_the_address(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/#q=table&zip=15201")
    status(phone).to_have_text("16 services found")
    phone.get_by_label("Search for help").fill("quiet house")
    expect(phone.locator(".card").first).to_contain_text("Quiet House")
    assert phone.url.endswith("/search/")


def test_what_is_open_now(phone: Page, found: str) -> None:
    phone.clock.set_fixed_time(AFTERNOON)
    phone.goto(f"{found}search/#q=table&zip=15201")
    expect(phone.locator(".card").nth(0)).to_contain_text("Closed now. Opens tomorrow at 8 AM")
    expect(phone.locator(".card").nth(1)).to_contain_text("Open now, until 5 PM")
    expect(phone.locator(".card").nth(2)).to_contain_text("Open now, day and night")
    expect(phone.locator(".card").nth(3)).not_to_contain_text("now")
    open_group(phone, "Open now")
    phone.get_by_label("Open now").check()
    status(phone).to_have_text("8 services found")
    assert names(phone)[:3] == ["Allegheny Table 1", "Allegheny Table 2", "Allegheny Table 5"]
    assert phone.url.endswith("#q=table&zip=15201&open=now")


def test_a_clock_of_1970_cannot_say_what_is_open(hurt: Page, found: str) -> None:
    hurt.clock.set_fixed_time(0)
    hurt.goto(f"{found}search/#q=table&zip=15201&open=now")
    expect(hurt.get_by_role("alert")).to_contain_text("We cannot say what is open now.")
    status(hurt).to_have_text("16 services found")


def test_an_address_opens_what_it_says(phone: Page, found: str) -> None:
    phone.goto(f"{found}search/#q=table&zip=16001&need=food&access=wheelchair&whom=%3Cimg%3E&x=y")
    status(phone).to_have_text("8 services found")
    expect(phone.get_by_label("Search for help")).to_have_value("table")
    expect(phone.get_by_role("button", name="Take out: Food")).to_be_visible()
    expect(phone.get_by_role("button", name="Take out: You can get in with a wheelchair")).to_be_visible()
    assert phone.locator("img[src=x]").count() == 0


@pytest.mark.parametrize("how", ["portal", "gone"])
@pytest.mark.parametrize(
    "what, said",
    [
        ("**/near-*.json", "the order is not by distance"),
        ("**/facets-*.json", "A list of choices did not load"),
        ("**/places/*.json", "The list of places did not load"),
    ],
)
def test_a_part_that_does_not_load_leaves_the_others(hurt: Page, found: str, how: str, what: str, said: str) -> None:
    hurt.route(what, lost(how))
    hurt.goto(f"{found}search/#q=table&zip=15201&cost=free")
    expect(hurt.locator("main")).to_contain_text(said)
    expect(hurt.locator(".card").first).to_contain_text("Table")
    hurt.unroute(what)
    if hurt.get_by_role("button", name="Try again").count():
        hurt.get_by_role("button", name="Try again").click()
        status(hurt).to_have_text("6 services found")
        expect(hurt.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("how", ["gone", "portal"])
def test_words_are_answered_without_the_place_and_the_choices(hurt: Page, found: str, how: str) -> None:
    hurt.route("**/search-tools*", lost(how))
    hurt.goto(f"{found}search/#q=table&zip=15201")
    expect(hurt.get_by_role("alert")).to_contain_text("A list of choices did not load, so it could not be used.")
    status(hurt).to_have_text("48 services found")
    expect(hurt.locator(".card")).to_have_count(8)
    expect(hurt).to_have_url(re.compile("zip=15201"))  # who loads the page again has the place still
    hurt.get_by_role("button", name="Try again").click()
    expect(hurt.get_by_role("alert")).to_contain_text("A list of choices did not load, so it could not be used.")
    hurt.unroute("**/search-tools*")
    hurt.get_by_role("button", name="Try again").click()
    status(hurt).to_have_text("16 services found")
    expect(hurt.get_by_role("alert")).to_have_count(0)
    hurt.route("**/search-tools*", lost(how))
    hurt.goto("about:blank")
    hurt.goto(f"{found}search/#q=keystone")
    status(hurt).to_have_text("3 services found")
    expect(hurt.get_by_role("alert")).to_have_count(0)
    expect(hurt.locator("[data-tools]")).to_contain_text("The place and the choices did not load.")
    hurt.unroute("**/search-tools*")
    hurt.get_by_role("button", name="Try again").click()
    expect(hurt.get_by_text("Where: anywhere")).to_be_visible()
    expect(hurt.locator("[data-tools]")).not_to_contain_text("did not load")


@pytest.mark.parametrize("how", ["gone", "portal"])
def test_a_clock_that_does_not_come_is_told(hurt: Page, found: str, how: str) -> None:
    hurt.route("**/clock.json", lost(how))
    hurt.goto(f"{found}search/#q=table")
    told = "We cannot say what is open now. Check the clock of your phone and the connection."
    expect(hurt.get_by_role("alert")).to_have_text(f"{told}Try again")
    status(hurt).to_have_text("48 services found")
    hurt.get_by_label("Search for help").fill("keystone")
    status(hurt).to_have_text("3 services found")
    expect(hurt.locator(".card")).to_have_count(3)
    hurt.get_by_label("Search for help").fill("table")
    expect(hurt.get_by_role("alert")).to_have_text(f"{told}Try again")
    hurt.unroute("**/clock.json")
    hurt.get_by_role("button", name="Try again").click()
    expect(hurt.get_by_role("alert")).to_have_count(0)
    expect(hurt.locator(".find-open").first).to_have_text(re.compile(r"(Open|Closed) now"))


@pytest.mark.parametrize("what", ["**/search/en/index.json", "**/terms-*.json"])
def test_a_search_that_is_a_log_in_page_says_whom_to_call(hurt: Page, found: str, what: str) -> None:
    hurt.route(what, lost("portal"))
    hurt.goto(f"{found}search/#q=table")
    expect(hurt.get_by_role("alert")).to_contain_text("The search did not load. Look in the list below, or call 211.")
    expect(hurt.get_by_role("link", name="Food", exact=True).first).to_be_visible()


@pytest.mark.parametrize("what", ["terms", "cards"])
def test_a_part_of_the_search_can_be_asked_for_again(hurt: Page, found: str, what: str) -> None:
    hurt.route(f"**/{what}-*.json", lambda route: route.abort())
    hurt.goto(f"{found}search/#q=table")
    expect(hurt.get_by_role("alert")).to_contain_text("The search did not load.")
    hurt.unroute(f"**/{what}-*.json")
    hurt.get_by_role("button", name="Try again").click()
    status(hurt).to_have_text("48 services found")
    expect(hurt.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("how", ["gone", "portal"])
@pytest.mark.parametrize("words", ["#q=table", ""])
def test_a_search_whose_script_does_not_come_says_so(hurt: Page, found: str, how: str, words: str) -> None:
    hurt.route("**/search-page.*", lost(how))
    hurt.goto(f"{found}search/{words}")
    expect(hurt.get_by_role("alert")).to_contain_text("The search did not load. Look in the list below, or call 211.")
    expect(hurt.locator("html")).not_to_contain_class("find-waits")  # no empty page below it
    expect(hurt.get_by_role("link", name="Food", exact=True).first).to_be_visible()


def test_words_are_answered_without_what_every_page_has(hurt: Page, found: str) -> None:
    """Leaving, and what else all pages do."""
    hurt.route("**/search-box.*", lost("gone"))
    hurt.goto(f"{found}search/#q=table")
    status(hurt).to_have_text("48 services found")
    expect(hurt.locator("[data-tools]")).to_contain_text("The place and the choices did not load.")


def test_without_its_first_script_the_page_is_whole(hurt: Page, found: str) -> None:
    hurt.route("**/search-soon.*", lost("gone"))
    hurt.goto(f"{found}search/#q=table")
    assert hurt.get_by_role("link", name="Food", exact=True).first.bounding_box()["y"] < 2 * PHONE["height"]


def test_where_no_script_comes_the_page_says_so_after_a_while(hurt: Page, found: str) -> None:
    """As behind the log-in page of a network, for a page that the phone had kept."""
    hurt.route(re.compile(r"\.js$"), lost("portal"))
    hurt.goto(f"{found}search/")
    told = hurt.get_by_text("The search did not load. Look in the list below, or call 211.")
    expect(told).to_be_attached()
    expect(told).not_to_be_visible()
    expect(told).to_be_visible(timeout=20_000)
    assert told.bounding_box()["y"] < PHONE["height"]
    expect(hurt.get_by_role("link", name="Food", exact=True).first).to_be_visible()


def test_what_was_found_stays_when_the_phone_is_offline(hurt: Page, found: str) -> None:
    hurt.goto(f"{found}search/")
    hurt.get_by_label("Search for help").fill("table")
    expect(hurt.locator(".card").first).to_be_visible()
    before = names(hurt)
    hurt.context.set_offline(True)
    hurt.route("**/terms-*.json", lambda route: route.abort())
    hurt.route("**/length-*.json", lambda route: route.abort())
    hurt.get_by_label("Search for help").fill("zzzzzz")
    expect(hurt.get_by_role("alert")).to_contain_text("Below is what was found before.")
    assert names(hurt) == before
    hurt.get_by_label("Search for help").fill("table")
    status(hurt).to_have_text("48 services found")
    expect(hurt.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_places_and_choices_are_accessible(phone: Page, found: str, scheme: Literal["light", "dark"]) -> None:
    phone.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    phone.goto(f"{found}search/#q=table&zip=15201&asks=id")
    status(phone).to_have_text("11 services found")
    open_group(phone, "What it costs")
    phone.get_by_text("Free (").wait_for()
    assert violations(phone) == []
    open_place(phone)
    phone.get_by_role("button", name="Change the place").click()
    phone.get_by_text("No ZIP code? Choose a county").click()
    phone.get_by_label("State").select_option("PA")
    phone.get_by_label("County", exact=True).wait_for()
    near(phone, "15044")
    phone.get_by_role("button", name="Butler, PA").wait_for()
    phone.evaluate("scrollTo(0, 0)")  # what lies under the bar at the top is not there to be pressed
    assert violations(phone) == []
    assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_plan_compares_how_far_it_is(phone: Page, found: str) -> None:
    phone.goto(f"{found}plan/")
    phone.evaluate(
        """(state) => import(document.querySelector("script[src*=plan-]").src.replace(/joined.*/, "handrail/state.mjs"))
          .then((s) => s.write(state))""",
        {
            "plan": {"services": ["butler-0", "allegheny-5", "helpline"], "since": "2026-11-21"},
            "facts": {"place": {"state": "PA", "zip": "15201"}},
        },
    )
    phone.reload()
    phone.locator('[data-key="fold:compare"]').click()
    phone.locator('[data-key="compare-a"]').select_option("butler-0")
    phone.locator('[data-key="compare-b"]').select_option("allegheny-5")
    row = phone.locator(".plan-compare").get_by_role("row", name="How far it is")
    expect(row).to_contain_text("About 28 miles away")
    expect(row).to_contain_text("About 7 miles away")
    phone.locator('[data-key="compare-b"]').select_option("helpline")
    expect(row).to_contain_text("not known")


def test_another_search_in_the_address_of_the_page_is_answered(phone: Page, found: str) -> None:
    """A link of a message opens in the tab where a search is open already."""
    phone.goto(f"{found}search/#q=pantry")
    phone.locator(PLACE).wait_for()
    expect(phone.locator("[data-results] .card").first).to_be_visible()
    phone.evaluate("location.hash = 'main'")
    expect(phone.locator(".hr-search input")).to_have_value("pantry")
    phone.evaluate("location.hash = 'q=clinic&zip=15212'")
    expect(phone.locator(".hr-search input")).to_have_value("clinic")
    expect(phone.locator(PLACE)).to_contain_text("15212")


def test_a_zip_code_among_the_words_is_offered_as_the_place(phone: Page, site_url: str) -> None:
    """Who types it into the wrong field is not left with nothing found."""
    phone.goto(f"{site_url}search/")
    phone.locator("#q").fill("15213")
    phone.get_by_role("button", name="Look near 15213").click()
    phone.locator(PLACE, has_text="15213").wait_for()
    phone.locator("[data-results] .card").first.wait_for()
    assert phone.locator("#q").input_value() == ""
    phone.goto("about:blank")
    phone.goto(f"{site_url}search/#q=food 90012")
    phone.get_by_role("button", name="Look near 90012").click()
    phone.locator(PLACE, has_text="90012").wait_for()
    assert phone.locator("#q").input_value() == "food"
    phone.get_by_role("button", name="Look near 90012").wait_for(state="detached")


def test_a_search_that_did_not_load_can_be_tried_again(browser: Browser, site_url: str) -> None:
    """The wifi of a waiting room answers everything with its own page until somebody has agreed to its terms."""
    page = browser.new_page(viewport=PHONE)
    page.route("**/data/search/**", lambda route: route.fulfill(content_type="text/html", body="<h1>Agree</h1>"))
    page.goto(f"{site_url}search/#q=rent")
    again = page.get_by_role("button", name="Try again")
    again.click()  # still not
    again.wait_for()
    assert "call 211" in page.locator("[data-results]").inner_text()
    page.unroute("**/data/search/**")
    again.click()
    page.locator("[data-results] .card").first.wait_for()
    assert page.locator("#q").input_value() == "rent"
    page.close()
