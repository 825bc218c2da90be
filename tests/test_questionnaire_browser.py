"""The same cases in the browser, and how an answer becomes facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import ROOT, TODAY
from playwright.sync_api import Page
from test_questionnaire import CASES, screened_case

from generators.pipeline import gather
from generators.questionnaire import next_question
from generators.rules import screening_data

RUN_NEXT = """async ([url, cases]) => {
  const { nextOf } = await import(url);
  return cases.map(([data, screened, needs, skip]) => nextOf(data, screened, needs, skip));
}"""
RUN_WRITES = """async ([url, cases]) => {
  const facts = await import(url);
  return cases.map(({ call, args }) => facts[call](...args));
}"""
RUN_WALK = """async ([url, data, known]) => {
  const { nextQuestion } = await import(url);
  return known.map((facts) => {
    const asked = [];
    for (let id = nextQuestion(data, facts, [], asked); id !== null; id = nextQuestion(data, facts, [], asked)) {
      asked.push(id);
    }
    return asked;
  });
}"""


def modules(page: Page, serve: Callable[[Path], str]) -> str:
    """The address of the modules, with a page open beside them."""
    home = serve(ROOT / "docs")
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # a page by itself has none
    page.goto(f"{home}assets/handrail/questionnaire.mjs")
    return f"{home}assets/handrail/"


def test_next_question(phone: Page, serve: Callable[[Path], str]) -> None:
    cases = [[*screened_case(case), case["needs"], case.get("skip", [])] for case in CASES["next"]]
    found = phone.evaluate(RUN_NEXT, [modules(phone, serve) + "questionnaire.mjs", cases])
    assert dict(zip(names("next"), found, strict=True)) == {case["name"]: case["gives"] for case in CASES["next"]}


def test_answers_become_facts(phone: Page, serve: Callable[[Path], str]) -> None:
    cases = [
        {"call": case["call"], "args": ([case["facts"]] if "facts" in case else []) + case["args"]}
        for case in CASES["writes"]
    ]
    found = phone.evaluate(RUN_WRITES, [modules(phone, serve) + "check/facts.mjs", cases])
    assert dict(zip(names("writes"), found, strict=True)) == {case["name"]: case["gives"] for case in CASES["writes"]}


def test_both_languages_walk_the_same_way(phone: Page, serve: Callable[[Path], str], small: Path) -> None:
    records, problems = gather(small, TODAY)
    assert records is not None, problems
    data = screening_data(records, "en", TODAY)
    known: list[dict[str, Any]] = [
        {},
        {"place": {"state": "OH"}},
        {"people": [{"id": "p1", "relation": "self", "age": 31}, {"id": "p2", "relation": "child", "age": 4}]},
        {"place": {"state": "AK"}, "people": [{"id": "p1", "relation": "self", "age": 70}], "incomes": []},
    ]
    found = phone.evaluate(RUN_WALK, [modules(phone, serve) + "questionnaire.mjs", data, known])
    assert found == [walk(data, facts) for facts in known]


def walk(data: dict[str, Any], facts: dict[str, Any]) -> list[str]:
    """The questions in the order in which they come when none is answered."""
    asked: list[str] = []
    while (key := next_question(data, facts, [], asked)) is not None:
        asked.append(key)
    return asked


def names(table: str) -> list[str]:
    """The names of the cases of a table."""
    return [case["name"] for case in CASES[table]]
