"""The search index: how words are cut, and what is in it."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from lunr.builder import Builder
from test_plan import made_up

from generators.languages import language
from generators.model import Records
from generators.search import ENDINGS, FIELDS, LITTLE, fold, search_files, stem, words
from generators.search.cards import called_of
from generators.search.packed import pack


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


@pytest.mark.parametrize(
    "language, alike",
    [
        ("ar", "مساعدة المساعدة والمساعدة مُساعَدَة مساعده"),
        ("ar", "إيجار أيجار الايجار"),
        ("ar", "مستشفى المستشفي"),
        ("vi", "điện dien Điện"),
        ("ht", "lekòl lekol"),
    ],
)
def test_other_ways_to_write_a_word_are_alike(language: str, alike: str) -> None:
    assert len({tuple(words(word, language)) for word in alike.split()}) == 1


def test_chinese_is_found_sign_by_sign() -> None:
    assert words("我的住房", "zh") == ["住", "房"]


@pytest.mark.parametrize("one, other", [("care", "car"), ("ssi", "ss"), ("child", "chip")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one, ENDINGS["en"]) != stem(other, ENDINGS["en"])


def test_little_words_are_folded_and_find_nothing() -> None:
    for code, little in LITTLE.items():
        assert fold(little) == little
        assert words(little, code) == []


def whole(given: dict[int, dict[str, list[str]]]) -> dict[str, Any]:
    """lunr.py's own index of the same words, with the number of a document as its reference."""
    builder = Builder()
    builder.ref("id")
    for name, boost in FIELDS.items():
        builder.field(name, boost)
    for number, terms in given.items():
        builder.add({"id": str(number), **terms})
    index = builder.build().serialize()
    index["invertedIndex"].sort(key=lambda pair: pair[0].encode("utf-16-be"))
    return index


def files(records: Records, code: str = "en") -> dict[str, Any]:
    """The files of the made-up site by name."""
    return dict(search_files(records, language(code)))


def test_the_files_fit_together() -> None:
    made = files(made_up())
    index = made["index.json"]
    assert index["lunr"] == "2.3.9"
    assert index["fields"] == list(FIELDS)
    assert ["ies", "i", 2] in index["endings"]
    lists = [made[f"terms-{place}.json"][0].split() for place in range(len(index["firsts"]))]
    terms = [term for some in lists for term in some]
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))  # as JavaScript sorts them
    assert "ebt" in terms
    assert [some[0] for some in lists] == index["firsts"]
    assert all(len(column.split()) == len(lists[0]) for column in made["terms-0.json"])
    columns = made["length-3.json"][0]
    assert [columns[at :: len(columns) // 3] for at in range(len(columns) // 3)] == [
        term for term in terms if len(term) == 3
    ]
    assert json.loads(json.dumps(made)) == made
    assert files(made_up()) == made


def test_everyday_words_stand_for_needs() -> None:
    made_of = made_up()
    needs = {
        key: need.model_copy(update={"synonyms": ("Hungry!", "nothing to eat")}) for key, need in made_of.needs.items()
    }
    index = files(dataclasses.replace(made_of, needs={"food": needs["food"]}), "es")["index.json"]
    assert index["everyday"] == {"hungry": ["food"], "nothing to eat": ["food"]}
    assert index["needs"] == {"food": "Comida"}


@pytest.mark.parametrize("numbers", [[0], [59, 60, 61, 92, 93, 94], [10**6, 0, 10**9], list(range(5000))])
def test_packed_numbers_are_short_and_printable(numbers: list[int]) -> None:
    text = pack(numbers)
    assert json.dumps(text) == f'"{text}"'
    assert len(text) <= sum(1 + len(str(number)) for number in numbers)


def test_no_services_make_an_empty_index() -> None:
    empty = dataclasses.replace(made_up(), services={})
    assert sorted(files(empty)) == ["index.json", "states.json"]
    assert files(empty)["index.json"]["total"] == 0


def test_cards_fall_back_to_english_and_say_so() -> None:
    made = files(made_up(), "es")
    cards = {card[0]: card for name, some in made.items() if name.startswith("cards-") for card in some if card}
    needs = list(made["index.json"]["needs"].values())
    assert cards["groceries"][2] == "Dinero para comida en una tarjeta."
    assert [needs[place] for place in cards["groceries"][4]] == ["Comida"]
    assert "language" not in (*cards["groceries"], {})[6] and cards["heat"][6]["language"] == "en"
    assert cards["helpline"][5] == "211"
    assert cards["rent"][5] == ""


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("WIC (Women, Infants and Children)", ["WIC", "Women, Infants and Children"]),
        ("Help (by phone) for you", []),
        ("Food bank", []),
    ],
)
def test_a_name_with_another_in_parentheses_is_two(name: str, called: list[str]) -> None:
    """Who types "wic" means WIC, however many others have the word in their texts."""
    assert called_of({"name": [name], "synonyms": [], "english": []}) == called
