"""The words of the site: every message in Spanish, with its places, and what a language writes by itself."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from conftest import ROOT, TODAY

from generators import languages
from generators.languages import COMPLETE, KNOWN, Language, language
from generators.languages.extract import template
from generators.pages.translations import counts
from generators.pipeline import gather

PLACE = re.compile(r"%\((\w+)\)s")
QUOTED = re.compile("“([^”]+)”")
CALL = re.compile(r"\b[tn]\(\"([^\"]+)\"")
DAY = datetime.date(2027, 9, 30)
ONE, MANY = "%(count)s cat", "%(count)s cats"
ARABIC = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\n"

msgid "%(count)s cat"
msgid_plural "%(count)s cats"
msgstr[0] "zero %(count)s"
msgstr[1] "one %(count)s"
msgstr[2] "two %(count)s"
msgstr[3] "few %(count)s"
msgstr[4] "many %(count)s"
msgstr[5] "other %(count)s"

#, fuzzy
msgid "a guess"
msgstr "not sure"

msgid "not yet"
msgstr ""
"""


def catalogue(code: str) -> Catalog:
    with (languages.FOLDER / f"{code}.po").open("rb") as file:
        return read_po(file)


SAID = {message.id: message for message in template() if message.id}
SPANISH = {message.id: message for message in catalogue("es") if message.id}


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Each English form with its translation."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
    else:
        yield from zip(message.id, message.string, strict=True)


@pytest.fixture
def arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """Arabic with a small catalogue of its own."""
    (tmp_path / "ar.po").write_text(ARABIC, encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", tmp_path)
    language.cache_clear()
    yield language("ar")
    language.cache_clear()


# the Spanish catalogue


def test_every_message_is_in_spanish() -> None:
    assert [id_ for id_ in SAID if id_ not in SPANISH] == []
    assert [id_ for id_, message in SPANISH.items() if not all(text.strip() for _, text in forms(message))] == []


@pytest.mark.parametrize("code", [code for code in COMPLETE if code != "en"])
def test_nothing_that_is_shipped_is_missing_in_a_complete_language(code: str) -> None:
    """Names of organizations may stay as they call themselves."""
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    counted = [count for count in counts(records, language(code)) if count.what != "Organizations"]
    assert {"Questions", "Services", "Figures", "Guides"} <= {count.what for count in counted}
    assert [count for count in counted if count.done < count.of] == []


def test_no_message_of_a_template_is_overlooked() -> None:
    templates = [path for pattern in ("*.j2", "*.html") for path in (ROOT / "generators").rglob(pattern)]
    called = {text for path in templates for text in CALL.findall(path.read_text("utf-8"))}
    found = {text for id_ in SAID for text in ([id_] if isinstance(id_, str) else id_)}
    assert called - found == set()


def test_no_message_in_spanish_that_nobody_says() -> None:
    assert [id_ for id_ in SPANISH if id_ not in SAID] == []


def test_places_to_fill_are_the_same_in_spanish() -> None:
    wrong = [
        (english, spanish)
        for message in SPANISH.values()
        for english, spanish in forms(message)
        if Counter(PLACE.findall(english)) != Counter(PLACE.findall(spanish or english))
        or "%" in PLACE.sub("", spanish)
    ]
    assert wrong == []


def test_a_button_that_is_quoted_has_the_name_that_it_shows() -> None:
    names = {id_.lower(): str(message.string).lower() for id_, message in SPANISH.items() if isinstance(id_, str)}
    wrong = [
        (name, spanish)
        for message in SPANISH.values()
        for english, spanish in forms(message)
        for name in QUOTED.findall(english)
        if name.lower() in names and f"“{names[name.lower()]}”" not in spanish.lower()
    ]
    assert wrong == []


def test_the_catalogue_can_be_read_back_as_it_was_meant() -> None:
    catalog = catalogue("es")
    assert (catalog.charset, catalog.num_plurals, catalog.plural_expr) == ("utf-8", 2, "(n != 1)")
    assert "fuzzy" not in (languages.FOLDER / "es.po").read_text("utf-8")


def test_the_outcomes_are_called_as_agreed() -> None:
    t = language("es").t
    assert t("Looks possible: apply") == "Parece posible: solicítelo"
    assert t("Worth asking") == "Vale la pena preguntar"
    assert t("Probably not, but you can always apply") == "Probablemente no, pero siempre puede solicitarlo"


# what a language does


def test_a_message_is_translated_and_filled() -> None:
    assert language("es").t("Call %(number)s", number="211") == "Llame al 211"
    assert language("en").t("Call %(number)s", number="211") == "Call 211"
    assert language("es").t("Call %(number)s") == "Llame al %(number)s"


@pytest.mark.parametrize("code", KNOWN)
def test_a_message_that_is_not_translated_stays_english(code: str) -> None:
    spoken = language(code)
    assert spoken.t("Nobody says %(this)s", this="that") == "Nobody says that"
    assert spoken.n(ONE, MANY, 5) == "5 cats"
    assert spoken.forms(ONE, MANY)["other"] == MANY


def test_a_message_that_is_empty_or_only_guessed_stays_english(arabic: Language) -> None:
    assert (arabic.t("not yet"), arabic.t("a guess")) == ("not yet", "a guess")


@pytest.mark.parametrize(
    ("code", "count", "text"),
    [
        ("en", 0, "0 services found"),
        ("en", 1, "1 service found"),
        ("en", 2, "2 services found"),
        ("es", 0, "0 servicios encontrados"),
        ("es", 1, "1 servicio encontrado"),
        ("es", 2, "2 servicios encontrados"),
        ("es", 1_000_000, "1000000 servicios encontrados"),  # a category of its own in CLDR
    ],
)
def test_plural_forms(code: str, count: int, text: str) -> None:
    assert language(code).n("%(count)s service found", "%(count)s services found", count) == text


def test_plural_forms_by_category_for_the_browser() -> None:
    forms = language("es").forms("%(count)s service found", "%(count)s services found")
    assert forms == {"one": "%(count)s servicio encontrado", "other": "%(count)s servicios encontrados"}


@pytest.mark.parametrize(
    ("count", "category"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"), (100, "other")],
)
def test_arabic_has_six_plural_forms(arabic: Language, count: int, category: str) -> None:
    assert arabic.n(ONE, MANY, count) == f"{category} {count}"
    assert arabic.forms(ONE, MANY)[category] == f"{category} %(count)s"


def test_dates() -> None:
    assert language("en").date(DAY) == "September 30, 2027"
    assert language("es").date(DAY) == "30 de septiembre de 2027"
    assert "2027" in language("vi").date(DAY)


@pytest.mark.parametrize("code", ["en", "es"])
def test_money_and_numbers_are_written_as_in_the_us(code: str) -> None:
    spoken = language(code)
    assert [spoken.money(dollars) for dollars in (0, 850, 2000, 1234.5, 1999.999)] == [
        "$0",
        "$850",
        "$2,000",
        "$1,234.50",
        "$2,000",
    ]
    assert [spoken.percent(share) for share in (1.3, 0.185, 2)] == ["130%", "18.5%", "200%"]
    assert [spoken.number(value) for value in (1.85, 1200, 4.0)] == ["1.85", "1,200", "4"]


def test_where_a_language_lives() -> None:
    assert [language(code).base for code in ("en", "es", "ar")] == ["", "es/", "ar/"]
    assert [code for code in KNOWN if language(code).dir == "rtl"] == ["ar"]
    with pytest.raises(KeyError):
        language("xx")
