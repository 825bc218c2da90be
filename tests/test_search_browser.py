"""Search in a browser: words cut as Python cuts them, and what people find."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from lengths import every
from playwright.sync_api import Browser, Page, expect
from test_plan import made_up
from test_state import framed, served

from generators.languages import language
from generators.search import fold, search_files, tables, words

ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[str, str]:
    form = (
        '<h1>Find help</h1><form data-module="search" role="search" action="{}search/" data-parts="../{}/">'
        '<label for="q">Search</label><input id="q" type="search"><button>Go</button></form>'
    )
    results = "<div data-results aria-live=polite></div><h2>Everything</h2>"
    scripts = [f"assets/handrail/{name}.mjs" for name in ("search-box", "search-page", "search-tools")]
    made = {
        "index.html": framed(form.format("", "en"), "", *scripts),
        "away/index.html": "<title>Away</title>",
        "search/index.html": framed(form.format("../", "en") + results, "../", *scripts),
        "lost/index.html": framed(form.format("../", "no") + results, "../", *scripts),
        "es/search/index.html": framed(
            form.format("../", "es").replace("../es/", "../../es/") + results,
            "../../",
            *scripts,
            words={"lang": "es", "messages": {"Nothing found": "No se encontró nada"}},
        ),
    }
    for code in ("en", "es"):
        for name, data in search_files(made_up(), language(code)):
            made[f"{code}/{name}"] = json.dumps(data)
    return made


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with served(pages()) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser, home: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(home + "search/")
    yield page
    assert errors == []


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in (*value.keys(), *value.values()):
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def corpus() -> list[str]:
    """Every text of the shipped data, this file, and some that are hard."""
    found = set()
    for path in sorted((ROOT / "resources").rglob("*.yaml")):
        found.update(texts(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)))
    hard = [
        "pay try lay boys say ponies buses this gas s es ies yes y",
        "İstanbul ΣΊΣΥΦΟΣ ß Æ ﬁ ½ x² ª º µ",
        "Tiếng Việt Đường Kreyòl ayisyen Soomaali",
        "العَرَبِيّة، مُساعَدة؟ آأإ",
        "المساعدة والمساعدات للطعام بالمنزل في مستشفى الى إلى",
        "简体中文，住房。ＡＢＣ １２３",
        "한국어 नमस्ते ภาษาไทย",
        "😀👩‍👧 a\u0301 \u00a0\u2009\u200b\ufeff|tab\tline\n“quotes” l’aide O'Neil wi-fi U.S. 24/7 $1,200 50%",
        Path(__file__).read_text(encoding="utf-8"),
    ]
    return [*sorted(found), *hard]


@pytest.mark.parametrize("code", ["en", "es", "so", "ar", "zh", "vi"])
def test_python_and_javascript_cut_all_words_alike(page: Page, code: str) -> None:
    given = every(corpus(), 3)
    made = page.evaluate(
        """({given, tables}) => import("/assets/handrail/search.mjs").then((s) => given.map((text) =>
          [s.fold(text), s.words(text, tables).map((word) => word.stem)]))""",
        {"given": given, "tables": tables(code)},
    )
    differing = [
        text
        for text, (folded, cut) in zip(given, made, strict=True)
        if [fold(text).split(), words(text, code)] != [folded.split(), cut]
    ]
    assert differing == []


def find(page: Page, text: str, code: str = "en") -> list[str]:
    """The ids that search.mjs finds."""
    found: list[str] = page.evaluate(
        """({text, code}) => Promise.all([import("/assets/handrail/search.mjs"),
            import("/assets/handrail/search/cards.mjs")]).then(([search, shown]) =>
          search.open("/" + code + "/", (url) => fetch(url).then((one) => one.json()))
          .then((library) => search.find(library, text)
            .then((found) => shown.cards(library.parts, found.numbers.sort(found.compare))))
          .then((cards) => cards.map((card) => card.id)))""",
        {"text": text, "code": code},
    )
    return found


@pytest.mark.parametrize(
    "typed, first",
    [
        ("rent help", "rent"),
        ("help with my rent", "rent"),
        ("food stamps", "groceries"),
        ("Food Stamp", "groceries"),
        ("light bill", "heat"),
        ("electric bills", "heat"),
        ("ebt", "groceries"),
        ("EBT!", "groceries"),
        ("formula", "babies"),
        ("formul", "babies"),  # while it is typed
        ("eviction", "rent"),
        ("evicted", "rent"),
        ("evicton", "rent"),  # one letter missing
        ("fodo stamps", "groceries"),  # two letters turned
        ("xyzzy rent", "rent"),  # a word nobody wrote does not stand in the way
        ("someone to talk to", "helpline"),
        ("grocery card", "groceries"),
    ],
)
def test_people_find_what_they_mean(page: Page, typed: str, first: str) -> None:
    assert find(page, typed)[:1] == [first]


@pytest.mark.parametrize(
    "typed, first",
    [
        ("comida", "groceries"),
        ("estampillas", "groceries"),
        ("Alimento", "groceries"),
        ("cupón", "groceries"),
        ("food stamps", "groceries"),  # many people mix both
        ("rent help", "rent"),
    ],
)
def test_people_find_it_in_spanish(page: Page, typed: str, first: str) -> None:
    assert find(page, typed, "es")[:1] == [first]


@pytest.mark.parametrize("typed", ["", "   ", "the of", "zzzzzzzz", "zq", "*", "~", "+ - ^ :", "\u0000", "a" * 10_000])
def test_strange_words_find_nothing_and_break_nothing(page: Page, typed: str) -> None:
    assert find(page, typed) == []


def test_a_rare_word_must_be_there(page: Page) -> None:
    assert find(page, "baby formula") == ["babies"]


def test_results_come_while_typing(page: Page, home: str) -> None:
    page.goto(home + "search/")
    page.get_by_label("Search").press_sequentially("light bil")
    card = page.locator("[data-results] li").first
    expect(card.get_by_role("link", name="Home Energy Help")).to_have_attribute("href", "../services/heat/")
    expect(card).to_contain_text("Help to pay for heat in winter.")
    expect(card).to_contain_text("Heat, light, phone and internet")
    expect(card.locator("a[href^='tel:']")).to_have_text("412-555-0128")
    expect(page.get_by_role("status")).to_have_text("1 service found")
    assert page.url.endswith("search/#q=light%20bil")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_nothing_found_says_what_to_try(page: Page, home: str) -> None:
    page.goto(home + "es/search/#q=zzzzzzzz")
    expect(page.get_by_role("status")).to_have_text("No se encontró nada")
    expect(page.locator("[data-results]")).to_contain_text("Try one plain word")


def test_clearing_the_box_clears_the_page(page: Page, home: str) -> None:
    page.goto(home + "search/#q=rent")
    expect(page.locator("[data-results] li")).to_have_count(1)
    page.get_by_label("Search").fill("")
    expect(page.locator("[data-results] li")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("")
    assert "#" not in page.url


@pytest.mark.parametrize("fragment", ["%E0%A4%A", "<img src=x onerror=alert(1)>", "q=%00", "x" * 100_000])
def test_a_damaged_fragment_is_a_clean_page(page: Page, home: str, fragment: str) -> None:
    page.goto("about:blank")
    page.goto(home + "search/#q=" + fragment)
    expect(page.get_by_role("status")).to_have_text(["", "Nothing found"][fragment.startswith(("<", "q", "x"))])
    assert page.locator("[data-results] img").count() == 0


def test_other_pages_send_their_words_in_the_fragment(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home)
    page.get_by_label("Search").fill("rent & food")
    page.get_by_role("button", name="Go").click()
    page.wait_for_url("**/search/#q=" + quote("rent & food"))
    expect(page.get_by_label("Search")).to_have_value("rent & food")
    assert not any("?" in url for url in asked)


def test_a_search_that_does_not_load_says_so(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.goto(home + "lost/")
    expect(page.locator("[data-results]")).to_contain_text("call 211")
    page.close()
