"""The search index: how words are cut, and what is in it."""

from __future__ import annotations

import dataclasses
import json

import pytest
from test_plan import made_up

from generators.languages import language
from generators.search import ENDINGS, FIELDS, LITTLE, fold, search_cards, search_index, stem, words


@pytest.mark.parametrize(
    "text, folded",
    [
        ("¿Dónde está la COMIDA?", "donde esta la comida"),
        ("Children’s wi-fi/phone, U.S.", "childrens wi fi phone u s"),
        ("Đường 住房 help", "duong 住 房 help"),
        ("أكْل", "اكل"),
        ("😀 *rent* ~1 +x:y^2", "rent 1 x y 2"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "language, alike",
    [
        ("en", "utility utilities"),
        ("en", "house houses"),
        ("en", "baby babies"),
        ("en", "tax taxes"),
        ("en", "day days"),
        ("en", "bill bills"),
        ("es", "comida comidas"),
        ("es", "luz luces"),
        ("es", "niño niña niños"),
        ("es", "hospital hospitales"),
        ("es", "gratuito gratuitas"),
    ],
)
def test_one_and_many_are_alike(language: str, alike: str) -> None:
    assert len({stem(word, ENDINGS[language]) for word in fold(alike).split()}) == 1


@pytest.mark.parametrize("one, other", [("care", "car"), ("ssi", "ss"), ("child", "chip")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one, ENDINGS["en"]) != stem(other, ENDINGS["en"])


def test_little_words_are_folded_and_find_nothing() -> None:
    for code, little in LITTLE.items():
        assert fold(little) == little
        assert words(little, code) == []


def test_the_index_is_lunrs_and_carries_its_tables() -> None:
    index = search_index(made_up(), language("en"))
    assert index["version"] == "2.3.9"
    assert index["fields"] == list(FIELDS)
    assert index["pipeline"] == []
    assert ["ies", "i", 2] in index["words"]["endings"]
    terms = [term for term, _ in index["invertedIndex"]]
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))  # as lunr.js demands
    assert "ebt" in terms
    assert json.loads(json.dumps(index)) == index
    assert search_index(made_up(), language("en")) == index


def test_no_services_make_an_empty_index() -> None:
    empty = dataclasses.replace(made_up(), services={})
    assert search_index(empty, language("en"))["invertedIndex"] == []
    assert search_cards(empty, language("en")) == {}


def test_cards_fall_back_to_english_and_say_so() -> None:
    cards = search_cards(made_up(), language("es"))
    assert cards["groceries"]["summary"] == "Dinero para comida en una tarjeta."
    assert cards["groceries"]["needs"] == ["Comida"]
    assert (cards["groceries"]["language"], cards["heat"]["language"]) == ("es", "en")
    assert cards["helpline"]["phone"] == {"number": "211", "href": "tel:211"}
    assert cards["rent"]["phone"] is None
