"""What ages is said by the reader's clock; what has no room says where to go instead; old ids lead to new ones."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from road import start, walk

from generators.publish import publish

TODAY = datetime.date(2026, 11, 21)
MORE = {
    "pantry": "kind: pantry\nverified: {date: 2026-09-20, by: Ana, how: phone}\nstatus: full\n"
    "if_full: [helpline, shelf]\nwas_called: [old-pantry]\n",
    "helpline": "closed_until: 2026-12-01\n",
    "food-stamps": "status: waitlist\n",
}
COPIES = {
    "gone": "name: Gone Pantry\nstatus: closed\nalternatives: [shelf]\n",
    "lost": "name: Lost Pantry\nstatus: closed\n",
    "shelf": "name: Free Shelf\n",
}
PLACE = "us/services"
SMALL = Path(__file__).parent / "small" / PLACE


@pytest.fixture(scope="module")
def out(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fresh")
    shutil.copytree(small, folder / "resources")
    services = folder / "resources" / PLACE
    for name, lines in MORE.items():
        with (services / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(lines)
    text = (small / PLACE / "helpline.yaml").read_text("utf-8").replace("name: Made-up Helpline\n", "")
    for name, lines in COPIES.items():
        (services / f"{name}.yaml").write_text(lines + text, "utf-8")
    with (folder / "resources/site.yaml").open("a", encoding="utf-8") as file:
        file.write('contact_email: help@example.org\nrepository: "https://github.com/us/site/edit/main/"\n')
    publish(folder / "resources", folder / "site", TODAY, folder / "cache")
    return folder / "site"


@pytest.fixture(scope="module")
def made(out: Path, serve: Callable[[Path], str]) -> str:
    return serve(out)


@pytest.fixture
def on(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """A phone whose clock shows a day."""
    contexts = []

    def phone(day: str, scripts: bool = True) -> Page:
        contexts.append(browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts))
        page = contexts[-1].new_page()
        if scripts:
            page.clock.set_fixed_time(f"{day}T12:00:00")
        return page

    yield phone
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-22", None),
        ("2027-03-19", None),
        ("2027-03-20", "Call first: last checked 6 months ago."),
        ("2027-11-22", "Call first: last checked 14 months ago."),
        ("2029-11-22", "Call first: last checked 3 years ago."),
        ("1970-01-01", None),  # a clock that lost its battery
        ("2099-01-01", None),
    ],
)
@pytest.mark.parametrize("path", ["services/pantry/", "needs/food/", "organizations/food-bank/"])
def test_the_clock_of_the_reader_says_that_a_check_is_old(
    on: Callable[[str], Page], made: str, path: str, day: str, said: str | None
) -> None:
    page = on(day)
    page.goto(made + path)
    line = page.locator('[data-module="fresh"][data-check]')
    if said:
        expect(line).to_have_text(said)
        expect(line).to_be_visible()
    else:
        page.wait_for_timeout(400)
        assert line.is_hidden()


def test_in_spanish(on: Callable[[str], Page], made: str) -> None:
    page = on("2027-11-22")
    page.goto(made + "es/services/pantry/")
    expect(page.locator("[data-check]")).to_have_text("Llame primero: se comprobó por última vez hace 14 meses.")


def test_without_scripts_there_is_the_date(browser: Browser, made: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(made + "services/pantry/")
    expect(page.locator(".hr-source")).to_contain_text("Checked by phone by Ana on September 20, 2026.")
    assert page.locator("[data-check]").is_hidden()
    context.close()


def test_a_page_that_is_built_late_says_the_date_itself(small: Path, tmp_path: Path) -> None:
    shutil.copytree(small, tmp_path / "resources")
    with (tmp_path / "resources" / PLACE / "pantry.yaml").open("a", encoding="utf-8") as file:
        file.write("verified: {date: 2025-09-20, by: Ana, how: phone}\n")
    publish(tmp_path / "resources", tmp_path / "site", TODAY, tmp_path / "cache")
    html = (tmp_path / "site/services/pantry/index.html").read_text("utf-8")
    assert "Call first: last checked on" in html and "data-check hidden" not in html


def test_a_closure_that_is_over(on: Callable[[str], Page], made: str) -> None:
    for day, said in (
        ("2026-11-30", "Closed for now. It plans to open again on December 1, 2026."),
        ("2026-12-01", "It planned to open again on December 1, 2026. Call first."),
        ("1970-01-01", "Closed for now. It plans to open again on December 1, 2026."),
    ):
        page = on(day)
        page.goto(made + "services/helpline/")
        expect(page.locator("[data-until]")).to_have_text(said)


def test_where_there_is_no_room_a_card_says_where_to_go(on: Callable[[str], Page], made: str) -> None:
    page = on("2026-11-22")
    page.goto(made + "needs/food/")
    card = page.locator("article", has=page.get_by_role("heading", name="Made-up Pantry"))
    expect(card).to_contain_text("Full right now.")
    assert card.locator(".hr-instead a").all_inner_texts() == ["Made-up Helpline", "Free Shelf"]
    page.goto(made + "search/")
    page.fill("#q", "made-up pantry")
    page.keyboard.press("Enter")
    found = page.locator("li.card", has_text="Made-up Pantry")
    expect(found).to_contain_text("Full right now.")
    expect(found.locator(".hr-instead a").first).to_have_attribute("href", "../services/helpline/")


def test_what_is_closed_for_good_keeps_its_page_and_leaves_the_rest(
    on: Callable[[str], Page], made: str, out: Path
) -> None:
    page = on("2026-11-22")
    page.goto(made + "services/gone/")
    expect(page.locator(".hr-notice")).to_contain_text("Closed for good.")
    assert page.locator(".hr-card-title").all_inner_texts() == ["Free Shelf"]
    page.goto(made + "services/lost/")
    assert set(page.locator(".hr-card-title").all_inner_texts()) == {
        "Free Shelf",
        "Made-up Pantry",
        "Made-up Helpline",
        "Made-up Food Stamps",
    }
    for path in ("needs/food", "search", "organizations/food-bank", "needs/food/booklet", "es/needs/food"):
        assert "Gone Pantry" not in (out / path / "index.html").read_text("utf-8"), path
    for file in (out / "assets/handrail/data/search/en").glob("*.json"):
        assert "Gone Pantry" not in file.read_text("utf-8"), file


def test_an_old_address_leads_to_the_new_page(on: Callable[..., Page], made: str, out: Path) -> None:
    for scripts in (True, False):
        page = on("2026-11-22", scripts)
        page.goto(made + "es/services/old-pantry/")
        page.wait_for_url(made + "es/services/pantry/")
    html = (out / "services/old-pantry/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="../pantry/">' in html and '<a href="../pantry/">Made-up Pantry</a>' in html


def test_a_plan_of_another_year_finds_the_new_id(on: Callable[[str], Page], made: str) -> None:
    page = on("2026-11-22")
    page.goto(made + "plan/")
    page.evaluate(
        """() => sessionStorage.setItem("handrail", JSON.stringify({version: 1, at: Date.now(), state: {
          plan: {services: ["old-pantry", "gone"], done: {"old-pantry/0": true}, status: {"old-pantry": "asked"}}}}))"""
    )
    page.reload()
    expect(page.locator("#plan-pantry")).to_contain_text("Made-up Pantry")
    expect(page.locator("#plan-pantry .plan-progress")).to_contain_text("1 of 3")
    page.locator("#plan-pantry > details > summary").click()
    expect(page.locator("#plan-pantry .plan-room")).to_have_text("Full right now.")
    page.locator("#plan-gone > details > summary").click()
    expect(page.locator("#plan-gone .plan-room")).to_have_text("Closed for good.")
    kept = page.evaluate("JSON.parse(sessionStorage.handrail).state.plan")
    assert kept["services"] == ["pantry", "gone"] and kept["status"] == {"pantry": "asked"}


def test_a_link_of_another_year_finds_the_new_id(on: Callable[[str], Page], made: str) -> None:
    page = on("2026-11-22")
    page.goto(made + "plan/")
    link = page.evaluate(
        """(body) => import(new URL("../assets/handrail/share/text.mjs", location.href).href)
          .then((text) => "#" + body + "/" + text.markOf(body))""",
        "p1/2511/s:old-pantry.0x",
    )
    other = on("2026-11-22")
    other.goto(f"{made}plan/{link}")
    expect(other.locator("#plan-pantry .plan-progress")).to_contain_text("1 of 3")
    expect(other.locator(".share-arrived")).to_contain_text("It was made with what we knew in November 2025.")
    expect(other.locator(".share-arrived")).not_to_contain_text("not on this site any more")


@pytest.mark.parametrize("path", ["", "needs/food/", "services/pantry/", "plan/", "check/", "guides/", "es/letter/"])
def test_every_page_takes_a_correction(out: Path, path: str) -> None:
    html = (out / path / "index.html").read_text("utf-8")
    foot = html.partition('<footer class="hr-footer">')[2]
    assert 'href="mailto:help@example.org?subject=' in foot
    assert ">Suggest a correction</a>" in foot or ">Sugerir una corrección</a>" in foot


def test_results_say_whether_there_is_room(on: Callable[[str], Page], made: str) -> None:
    page = on("2026-11-22")
    start(page, made, "")
    walk(page)
    food_stamps = page.locator("article", has=page.get_by_role("link", name="Made-up Food Stamps", exact=True))
    expect(food_stamps.locator(".hr-room")).to_have_text("There is a waiting list.")
    pantry = page.locator("article", has=page.locator("h3 a[href$='services/pantry/']"))
    assert "effort:" not in (SMALL / "pantry.yaml").read_text("utf-8")  # as with much that is imported
    expect(pantry.locator(".hr-room")).to_contain_text("Full right now. Try instead: ")
    expect(pantry.get_by_role("link", name="Free Shelf")).to_be_visible()
