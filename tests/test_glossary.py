"""Words of offices: each has its place in the glossary, and pages lead there."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from conftest import ROOT, TODAY

from generators.languages import language
from generators.pages.glossary import LISTS, MOST, with_words_linked
from generators.pages.view import View
from generators.pipeline import gather
from generators.plain import TERMS, swaps, terms_in

BASES = {"en": "", "es": "es/"}
NOT_FOR_FAMILIES = ("maintain/", "admin/", "api/")
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
NO_TEXT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
ADDRESS = re.compile(r"\S*[\w-]\.(?:com|gov|org|net)\b\S*")


def text_of(page: str) -> str:
    """What a reader sees of a page, without its frame and without addresses."""
    main = MAIN.search(page)
    text = re.sub(r"<[^>]+>", " ", NO_TEXT.sub("", main[0] if main else page))
    return ADDRESS.sub("", html.unescape(text))


def pages(site: Path, code: str) -> dict[str, str]:
    """The pages for families in one language, by their address."""
    found = {}
    for path in (site / BASES[code]).rglob("index.html"):
        name = path.relative_to(site / BASES[code]).parent.as_posix() + "/"
        if code == "es" or not re.match(r"[a-z]{2}/", name):
            if not name.startswith(NOT_FOR_FAMILIES):
                found[name] = path.read_text("utf-8")
    return found


@pytest.fixture(scope="module", params=["en", "es"])
def built(request: pytest.FixtureRequest, site: Path) -> tuple[str, dict[str, str]]:
    return request.param, pages(site, request.param)


def test_the_glossary_tells_of_every_word_and_of_many_more(built: tuple[str, dict[str, str]]) -> None:
    _, site = built
    places = set(re.findall(r'id="([a-z0-9-]+)"', site[LISTS[0]]))
    assert set(TERMS) <= places
    assert len(re.findall(r'<strong id="', site[LISTS[0]])) >= 120
    assert {"english-words"} <= places or built[0] == "en"  # where the words in English stood before


def test_every_word_with_an_easier_one_is_a_name_or_stands_in_the_glossary(built: tuple[str, dict[str, str]]) -> None:
    code, site = built
    told = {word.lower() for word in re.findall(r"<strong[^>]*>(.*?)</strong>", site[LISTS[0]])}
    found = {word for page in site.values() for word, _ in swaps(text_of(page), code)}
    assert {word for word in found if word == word.lower()} - told == set()


def test_guides_lead_to_the_words_that_they_use(built: tuple[str, dict[str, str]]) -> None:
    code, site = built
    guides = {name: page for name, page in site.items() if name.startswith("guides/") and name not in LISTS}
    assert len(guides) > 30
    for name, page in guides.items():
        linked = re.findall(r'<a class="hr-word" href="[./a-z]*guides/words/#([a-z0-9-]+)"', page)
        assert len(linked) == len(set(linked)), name
        body = re.sub(r"<(a|h\d)\b.*?</\1>", ";", MAIN.search(page)[0], flags=re.DOTALL)  # type: ignore[index]
        body = re.sub(r"<section.*?</section>|<aside.*?</aside>", ";", body, flags=re.DOTALL)
        assert {one.anchor for one in terms_in(text_of(body), code)} <= set(linked), name


def test_services_lead_to_the_words_that_they_use(built: tuple[str, dict[str, str]]) -> None:
    code, site = built
    services = {name: page for name, page in site.items() if re.fullmatch(r"services/[^/]+/", name)}
    leading = {name: re.findall(r'href="[./a-z]*guides/words/#([a-z0-9-]+)"', page) for name, page in services.items()}
    assert sum(bool(words) for words in leading.values()) > 80
    assert all(len(words) <= MOST and len(set(words)) == len(words) for words in leading.values())
    snap = [one.anchor for one in terms_in(text_of(services["services/snap/"]), code)]
    assert set(leading["services/snap/"]) <= set(snap) and "fair-hearing" in leading["services/snap/"]


def test_every_page_leads_to_the_glossary(built: tuple[str, dict[str, str]]) -> None:
    _, site = built
    assert [name for name, page in site.items() if "guides/words/" not in page and name != LISTS[0]] == []


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "You may appeal. Two appeals.", ["appeal", "appeals"]),
        ("en", "A Section 8 voucher, or vouchers", ["Section 8", "voucher", "vouchers"]),
        ("en", "Ask for extra help. A ship may pace.", []),
        ("en", "Ask for Extra Help, from SHIP and PACE.", ["Extra Help", "SHIP", "PACE"]),
        ("en", "Workers’ compensation; re-entry", ["Workers’ compensation", "re-entry"]),
        ("es", "Dos apelaciones y tres vales de vivienda", ["apelaciones", "vales de vivienda"]),
        ("es", "un asilo de ancianos", ["asilo de ancianos"]),
        ("ar", "SNAP", []),
    ],
)
def test_words_in_a_text(code: str, text: str, words: list[str]) -> None:
    assert [text[one.start : one.end] for one in terms_in(text, code)] == words


def test_prose_is_linked_where_it_may_be() -> None:
    records, _ = gather(ROOT / "resources", TODAY)
    assert records
    view = View(records, language("en"), TODAY, path="guides/told-no/")
    text = "<h2>Appeal</h2><p>Read <a>the appeal</a>. Your appeal &amp; SNAP. Appeal again.</p>"
    link = '<a class="hr-word" href="../../guides/words/#{}">{}</a>'
    linked = text.replace("Your appeal", "Your " + link.format("appeal", "appeal")).replace(
        "SNAP", link.format("snap", "SNAP")
    )
    assert with_words_linked(view, text, "en") == linked
    assert with_words_linked(view.at("guides/words/"), text, "en") == text
