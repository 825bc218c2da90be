"""The index in parts answers as one whole lunr index does: same documents, same order, same scores."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page
from test_search import whole
from test_state import served

from generators.languages import language
from generators.load import load
from generators.search import documents, search_files
from generators.validate import validate

sys.path.insert(0, str(ROOT / "tests" / "bench"))
import corpus  # noqa: E402

LONG = bool(os.environ.get("HANDRAIL_LONG"))
SERVICES = 5000 if LONG else 600
QUERIES = 2000 if LONG else 500
LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
STRANGE = ("住", "房", "مساعدة", "ayuda", "điện", "zzzz", "of", "", "~food", "=food", "__proto__", "constructor", "211")


def queries(terms: list[str], count: int) -> Iterator[list[dict[str, Any]]]:
    """Clauses as lunr takes them: one word, several, while typing, with a slip, needed, left out, unknown."""
    chance = random.Random(11)

    def word() -> str:
        return chance.choice(STRANGE) if chance.random() < 0.06 else chance.choice(terms)

    def slip(text: str) -> str:
        at = chance.randrange(len(text) + 1)
        return chance.choice((text[:at] + text[at + 1 :], text[:at] + chance.choice("aeinst") + text[at:], text[::-1]))

    kinds = (
        lambda: {"term": word(), "boost": chance.choice((1, 3, 10))},
        lambda: {"term": word()[: chance.randrange(2, 9)], "wildcard": 2, "boost": 3},
        lambda: {"term": slip(word()), "editDistance": 1, "boost": 2},
        lambda: {"term": word(), "presence": 2, "boost": 1},  # required
        lambda: {"term": word(), "presence": 3, "boost": 1},  # prohibited
    )
    yield [{"term": "zzzz", "presence": 3}]  # nothing but what must not be there
    yield [{"term": word(), "presence": 3}, {"term": word(), "presence": 3}]
    for _ in range(count - 2):
        clauses = [chance.choices(kinds, (5, 3, 2, 1, 1))[0]() for _ in range(chance.choice((1, 1, 2, 2, 3, 5)))]
        yield [clause for clause in clauses if clause["term"]] or [{"term": "nothing"}]


@pytest.fixture(scope="module", params=[0, 10**6], ids=["in rows", "in one row"])
def given(
    tmp_path_factory: pytest.TempPathFactory, today: Any, request: pytest.FixtureRequest
) -> tuple[Any, dict[str, str]]:
    """The words of a made-up directory, and its files; services are numbered as in a large one, and in a small one."""
    folder = tmp_path_factory.mktemp("corpus")
    corpus.write(folder, SERVICES)
    records, problems = validate(load(folder)[0], today, "made-up")
    assert records is not None, problems
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generators.search.numbers.FEW", request.param)
        made = {f"search/{name}": json.dumps(data) for name, data in search_files(records, language("en"))}
        return documents(records, language("en")), made


@pytest.fixture(scope="module")
def page(browser: Browser, given: tuple[Any, dict[str, str]]) -> Iterator[Page]:
    """A page that has both."""
    made = {
        "index.html": "<title>Both</title><script src=lunr.js></script>",
        "lunr.js": LUNR.read_text("utf-8"),
        "whole.json": json.dumps(whole(given[0])),
        **given[1],
    }
    with served(made) as address:
        page = browser.new_page()
        page.goto(address)
        page.evaluate(
            """() => Promise.all([import("/assets/handrail/search/parts.mjs"),
              import("/assets/handrail/search/assembled.mjs"), fetch("/whole.json").then((one) => one.json())])
            .then(([parts, assembled, whole]) => {
              window.loads = 0;
              const load = (url) => { window.loads += 1; return fetch(url).then((one) => one.json()); };
              window.whole = lunr.Index.load(whole);
              window.fields = whole.fields;
              window.query = assembled.query;
              window.scoresOf = parts.scoresOf;
              // The same documents with the same scores, in an order in which no score is less than the next.
              window.sameScores = (theirs, ours) => {
                const scores = new Map(theirs.map((one) => [Number(one.ref), one.score]));
                const isSame = (score, other) => Math.abs(score - other) < 1e-9;
                return new Set(ours.map(([number]) => number)).size === ours.length &&
                  ours.every(([one, score], at) => isSame(scores.get(one), score) && isSame(theirs[at].score, score));
              };
              return parts.openParts("/search/", load).then((opened) => { window.parts = opened; });
            })"""
        )
        yield page


def test_parts_answer_as_the_whole(page: Page, given: tuple[Any, dict[str, str]]) -> None:
    terms = sorted({term for fields in given[0].values() for words in fields.values() for term in words})
    asked = list(queries(terms, QUERIES))
    answered = 0
    for start in range(0, len(asked), 50):
        wrong = page.evaluate(
            """(list) => Promise.all(list.map((clauses) => Promise.all([
              query(lunr, parts, clauses),
              clauses.some((one) => one.presence) ? null : scoresOf(parts, clauses),
            ]).then(([ours, quick]) => {
              const theirs = whole.query((asked) => clauses.forEach((clause) =>
                asked.term(clause.term, Object.assign({usePipeline: false, fields: fields}, clause))));
              const brief = (one) => one && [one.ref, one.score];
              const at = theirs.findIndex((one, at) => !ours[at] || one.ref !== ours[at].ref);
              const pairs = quick && quick.numbers.map((number, at) => [number, quick.scores[at]]);
              const sorted = pairs && pairs.sort((a, b) => b[1] - a[1]);
              const alike = !quick || (sorted.length === theirs.length && sameScores(theirs, sorted));
              const listed = ours.map((one) => [Number(one.ref), one.score]);
              const same = ours.length === theirs.length && sameScores(theirs, listed) && alike;
              return {same, found: theirs.length, at, ours: brief(ours[at]), theirs: brief(theirs[at]), clauses};
            })))""",
            asked[start : start + 50],
        )
        wrong_ones = [one for one in wrong if not one["same"]]
        assert not wrong_ones, json.dumps(wrong_ones[:3], indent=1)
        answered += sum(one["found"] > 0 for one in wrong)
    assert answered > len(asked) / 2


def test_a_query_loads_few_files(page: Page, given: tuple[Any, dict[str, str]]) -> None:
    page.evaluate("() => { parts.files.clear(); window.loads = 0; }")
    page.evaluate("() => query(lunr, parts, [{term: 'food', boost: 10}, {term: 'foo', wildcard: 2, boost: 3}])")
    assert page.evaluate("loads") <= 2
