"""Everyday words of each language find the right national service among the first five."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml
from conftest import ROOT, TODAY
from playwright.sync_api import Browser, Page
from test_state import served

from generators.languages import KNOWN, language
from generators.pipeline import gather
from generators.search import search_files

QUERIES: dict[str, dict[str, list[str]]] = yaml.safe_load((ROOT / "tests/everyday.yaml").read_text("utf-8"))
FIRST = 5
FIND = """([code, texts]) => import("/assets/handrail/search.mjs").then((search) => {
  const load = (url) => fetch(url).then((one) => one.json());
  return search.open("/" + code + "/", load)
    .then((library) => Promise.all(texts.map((text) => search.find(library, text))))
    .then((answers) => answers.map((answer) => answer.numbers.sort(answer.compare)));
})"""


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The files of the search in every language of the table, of the shipped data."""
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    found = {}
    for code in QUERIES:
        found |= {f"{code}/{name}": json.dumps(data) for name, data in search_files(records, language(code))}
    return found


@pytest.fixture(scope="module")
def page(browser: Browser, made: dict[str, str]) -> Iterator[Page]:
    page_ = {"index.html": "<title>Search</title>"}
    with served(page_ | made) as address:
        page = browser.new_page()
        page.goto(address)
        yield page


def test_every_language_is_asked_ten_things() -> None:
    assert set(QUERIES) == set(KNOWN)
    assert all(len(queries) >= 10 for queries in QUERIES.values())


@pytest.mark.parametrize("code", QUERIES)
def test_everyday_words_find(page: Page, made: dict[str, str], code: str) -> None:
    files = sorted((name for name in made if name.startswith(f"{code}/cards-")), key=lambda name: (len(name), name))
    cards = [card for name in files for card in json.loads(made[name])]
    answers = page.evaluate(FIND, [code, list(QUERIES[code])])
    found = {
        text: [cards[number][0] for number in numbers[:FIRST]]
        for text, numbers in zip(QUERIES[code], answers, strict=True)
    }
    assert {text: ids for text, ids in found.items() if not set(ids) & set(QUERIES[code][text])} == {}
