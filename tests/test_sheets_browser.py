"""Everything that is made for paper: read back from PDF, and the front-desk sheet as a family makes it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from axe import violations
from conftest import ROOT
from lengths import some_of
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from whole_plan import whole_plan

from generators.pages.booklet import MOST, folded, leaves

SCREENERS = ("food", "health", "children", "utilities", "support", "papers")
BUTTONS = ("Print this form", "Print this booklet", "Print the blank plan", "Front-desk sheet", "Leave this page")
MOST_PAGES = 8  # four sheets, printed on both sides
PLAN = {
    "services": ["snap", "wic", "support-line"],
    "done": {"snap/0": True, "paper/photo-id": True},
}


def pdf(page: Page, size: str = "Letter", css_size: bool = False) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format=size, tagged=True, prefer_css_page_size=css_size)))


def text(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in reader.pages))


def is_tagged(reader: PdfReader) -> bool:
    return bool(reader.trailer["/Root"].get("/StructTreeRoot"))


def open_plan(page: Page, home: str, **plan: object) -> None:
    page.goto(home + "plan/")
    module = json.dumps(re.sub(r"(es/)?$", "", home) + "assets/handrail/state.mjs")
    page.evaluate(f"import({module}).then((s) => s.write({json.dumps({'plan': {**PLAN, **plan}})}))")
    page.get_by_role("button", name=re.compile("Front-desk sheet|Hoja para la ventanilla")).click()
    page.wait_for_selector(".desk-sheet")


# The paper screener


@pytest.mark.parametrize("size", some_of(["Letter", "A4"], "Letter"))
@pytest.mark.parametrize("need", SCREENERS)
def test_a_screener_prints_whole_with_page_numbers(phone: Page, site_url: str, need: str, size: str) -> None:
    phone.goto(f"{site_url}check/paper/{need}/")
    printed = pdf(phone, size)
    said = text(printed)
    assert is_tagged(printed)
    assert len(printed.pages) <= MOST_PAGES
    assert not [name for name in BUTTONS if name in said]
    for number, sheet in enumerate(printed.pages, 1):
        assert f"{number} / {len(printed.pages)}" in sheet.extract_text()
    assert "Only the agency decides" in said and "Call 211" in said and "November 21, 2026" in said


def test_a_screener_has_tables_for_every_size_and_place(phone: Page, site_url: str) -> None:
    phone.goto(site_url + "check/paper/food/")
    wic = phone.locator("section.sheet-program").filter(has=phone.get_by_role("heading", name=re.compile("^WIC")))
    heads = wic.locator("thead th").all_inner_texts()
    assert heads == ["People who count", *map(str, range(1, 9))]
    assert wic.locator("tbody th").all_inner_texts() == ["48 states and DC", "Alaska", "Hawaii"]
    assert "until June 30, 2027" in wic.inner_text()


def test_nothing_of_a_screener_is_wider_than_the_paper(browser: Browser, site_url: str) -> None:
    page = browser.new_page(viewport={"width": 718, "height": 1000})  # A4 less its margins, in CSS pixels
    page.emulate_media(media="print")
    for need in SCREENERS:
        for home in (site_url, site_url + "es/"):
            page.goto(f"{home}check/paper/{need}/")
            assert page.evaluate("document.documentElement.scrollWidth") <= 718, (home, need)
            wide = page.evaluate(
                "[...document.querySelectorAll('.hr-scroll, td, th')].filter((e) => e.scrollWidth > e.clientWidth + 1)"
                ".map((e) => e.textContent.trim().slice(0, 40))"
            )
            assert wide == [], (home, need)
    page.close()


def test_private_services_are_only_on_the_paper_of_their_own_need(phone: Page, site_url: str) -> None:
    phone.goto(site_url + "check/paper/health/")
    expect(phone.locator("main")).not_to_contain_text("Sexual Assault")
    phone.goto(site_url + "check/paper/support/")
    expect(phone.locator("main")).to_contain_text("Sexual Assault")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Paper form")
    assert "hurts" not in phone.title()


def test_without_a_script_the_paper_is_reached_from_need_and_check(browser: Browser, site_url: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site_url + "needs/food/")
    page.get_by_role("link", name="Print the questions on paper").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Paper form: Food")
    page.goto(site_url + "check/")
    page.locator("#form-by-need + p + ul").get_by_role("link", name="Food", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Paper form: Food")
    page.context.close()


# The booklet


def test_pages_are_folded_as_a_booklet() -> None:
    assert folded(4) == [4, 1, 2, 3]
    assert folded(8) == [8, 1, 2, 7, 6, 3, 4, 5]
    made = leaves([(str(number), None) for number in range(30)], lambda _entry: 9.0)
    assert len(made) % 4 == 0 and [leaf.number for leaf in made] == list(range(1, len(made) + 1))
    assert sorted(leaf.order for leaf in made) == list(range(len(made)))
    assert (made[0].kind, made[-1].kind) == ("cover", "notes")
    assert [entry[0] for leaf in made for entry in leaf.entries] == [str(number) for number in range(30)]


def test_a_booklet_too_long_to_fold_keeps_its_order(site: Path) -> None:
    made = leaves([(str(number), None) for number in range(MOST)], lambda _entry: 40.0)
    assert [leaf.order for leaf in made] == list(range(len(made)))
    orders = re.findall(
        r"\.fold-at-(\d+) \{\s+order: (\d+);", (ROOT / "docs/assets/handrail/booklet.css").read_text("utf-8")
    )
    assert orders == [(str(number), str(number)) for number in range(MOST)]


def test_every_page_of_every_booklet_fits_on_half_a_sheet(browser: Browser, site: Path, site_url: str) -> None:
    """On Letter, the narrower half: a page that overflows would push the fold apart."""
    page = browser.new_page(viewport={"width": 988, "height": 748})  # 279.4 - 18 mm wide, in CSS pixels
    page.emulate_media(media="print")
    paths = [*site.glob("needs/*/booklet"), *site.glob("es/needs/*/booklet"), *site.glob("helper/paper/*")]
    folders = [path for path in paths if path.is_dir()]
    assert len(folders) > 90
    for path in folders:
        page.goto(site_url + path.relative_to(site).as_posix() + "/")
        heights = page.evaluate(
            "[...document.querySelectorAll('.fold-page')].map((e) => e.getBoundingClientRect().height)"
        )
        assert max(heights) < 189 / 25.4 * 96, (path, heights)
    page.close()


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_a_booklet_prints_two_pages_on_each_side(phone: Page, site_url: str, size: str) -> None:
    phone.goto(site_url + "needs/food/booklet/")
    count = phone.locator(".fold-page").count()
    printed = pdf(phone, size, css_size=True)
    assert len(printed.pages) == count / 2
    box = printed.pages[0].mediabox
    assert box.width > box.height
    first = printed.pages[0].extract_text()
    assert "Food" in first and "Notes" in first, "the cover lies beside the last page"
    assert is_tagged(printed) and not [name for name in BUTTONS if name in text(printed)]
    assert "1-800-221-5689" in text(printed)


def test_the_booklet_of_a_state_says_where_to_apply(phone: Page, site_url: str) -> None:
    phone.goto(site_url + "helper/paper/oh/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Where to apply in Ohio")
    expect(phone.locator(".fold")).to_contain_text("1-866-244-0071")


# The page for supervisors


def test_supervisors_find_all_paper_and_a_blank_plan(phone: Page, site: Path, site_url: str) -> None:
    phone.goto(site_url + "helper/")
    phone.get_by_role("link", name="Paper for helpers").last.click()
    links = phone.locator("main a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    for need in (path.parent.name for path in site.glob("needs/*/index.html")):
        assert f"../../check/paper/{need}/" in links
        assert f"../../needs/{need}/booklet/" in links
    printed = pdf(phone)
    assert len(printed.pages) == 1
    assert "Calls and visits" in text(printed) and "Booklets" not in text(printed)


# The front-desk sheet


def test_in_spanish_every_line_stands_in_english_too(phone: Page, site_url: str) -> None:
    open_plan(phone, site_url + "es/")
    sheet = phone.locator(".desk-sheet")
    for words in (
        "Necesito un intérprete: Español.",
        "I need an interpreter: Spanish.",
        "SNAP (estampillas de comida)",
        "SNAP (food stamps)",
        "Identificación con foto",
        "Photo ID",
        "What happens next",
    ):
        expect(sheet).to_contain_text(words)
    spoken = sheet.locator("[lang]").evaluate_all("(all) => all.map((one) => one.lang)")
    assert spoken.count("es") > 10 and spoken.count("en") >= spoken.count("es")
    expect(sheet).not_to_contain_text("Violence")
    expect(phone.locator("h2", has_text="Hoja para la ventanilla")).to_be_focused()


def test_the_helper_works_in_english_and_the_sheet_is_the_same(phone: Page, site_url: str) -> None:
    open_plan(phone, site_url)
    sheet = phone.locator(".desk-sheet")
    expect(sheet.locator(".desk-big")).to_contain_text(
        "Necesito un intérprete: Español.I need an interpreter: Spanish."
    )
    have = sheet.locator("section", has=phone.get_by_role("heading", name="Papers that I have with me"))
    expect(have).to_contain_text("Photo ID")
    expect(have).not_to_contain_text("Proof of income")


def test_the_step_is_the_first_that_is_not_done(phone: Page, site_url: str, site: Path) -> None:
    open_plan(phone, site_url)
    data = whole_plan(site)
    snap = [step["do"] for step in data["services"]["snap"]["steps"]]
    expect(phone.locator(".desk-sheet")).to_contain_text(snap[1])
    expect(phone.locator(".desk-sheet")).not_to_contain_text(snap[0])


def test_only_what_is_ticked_and_a_sheet_for_each(phone: Page, site_url: str) -> None:
    open_plan(phone, site_url)
    boxes = phone.get_by_role("group", name="Services for this office")
    expect(boxes).not_to_contain_text("Violence")
    boxes.get_by_role("checkbox", name="WIC").uncheck()
    expect(phone.locator(".desk-sheet")).not_to_contain_text("WIC")
    expect(boxes.get_by_role("checkbox", name="WIC")).to_be_focused()
    boxes.get_by_role("checkbox", name="WIC").check()
    boxes.get_by_role("checkbox", name="A sheet for each service").check()
    expect(phone.locator(".desk-sheet")).to_have_count(2)
    assert len(pdf(phone).pages) == 2


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_one_service_prints_on_one_page_without_the_plan(phone: Page, site_url: str, size: str) -> None:
    open_plan(phone, site_url, services=["snap"])
    printed = pdf(phone, size)
    said = text(printed)
    assert len(printed.pages) == 1 and is_tagged(printed)
    assert "1 / 1" in said and "Necesito un intérprete" in said
    for name in (*BUTTONS, "Services for this office", "Step by step", "Three things"):
        assert name not in said


def test_the_plan_comes_back_and_a_wipe_takes_the_sheet_along(phone: Page, site_url: str) -> None:
    open_plan(phone, site_url)
    expect(phone.get_by_role("heading", name="Step by step")).to_be_hidden()
    phone.get_by_role("button", name="Back to my plan").click()
    expect(phone.get_by_role("button", name="Front-desk sheet")).to_be_focused()
    phone.get_by_role("button", name="Front-desk sheet").click()
    phone.wait_for_selector(".desk-sheet")
    module = json.dumps(site_url + "assets/handrail/state.mjs")
    phone.evaluate(f"import({module}).then((s) => s.wipe())")
    expect(phone.locator(".desk-sheet")).to_have_count(0)
    expect(phone.get_by_role("heading", name="Your plan is empty")).to_be_visible()


def test_a_lost_connection_is_said(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.route("**/frontdesk.*.json", lambda route: route.abort())
    page.goto(site_url + "plan/")
    module = json.dumps(site_url + "assets/handrail/state.mjs")
    page.evaluate(f"import({module}).then((s) => s.write({json.dumps({'plan': PLAN})}))")
    page.get_by_role("button", name="Front-desk sheet").click()
    expect(page.get_by_role("alert")).to_contain_text("The sheet could not be made")
    page.get_by_role("button", name="Back to my plan").click()
    expect(page.get_by_role("heading", name="Step by step")).to_be_visible()
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_violation_on_the_front_desk_view(browser: Browser, site_url: str, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
    open_plan(page, site_url + "es/")
    page.evaluate("scrollTo(0, 0)")  # what lies under the bar at the top is not there to be pressed
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.context.close()
