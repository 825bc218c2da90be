"""The order of questions, and the words of the check page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, TODAY

from generators.languages import language
from generators.load import load
from generators.model import Question
from generators.model.rule import EXPENSE_KINDS, INCOME_KINDS, RELATIONS, SITUATIONS, STATUSES
from generators.pipeline import gather
from generators.questionnaire import check_data, next_of, next_question, programs
from generators.rules import screening_data
from generators.validate.wording import promise_in, texts

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "tests" / "questionnaire.yaml").read_text())
ORDER = (
    "place people pregnant babies-expected recent-birth breastfeeding disabled blind student veteran foster "
    "former-foster married tax-dependents shares-food hours receives situations income expenses savings status"
).split()


def screened_case(case: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The screening data and the screened services of a case."""
    data = {"order": list(case["services"]), "services": case["services"], "questions": {key: {} for key in ORDER}}
    return data, {key: {"open": service["open"]} for key, service in case["services"].items()}


@pytest.fixture(scope="module")
def questions() -> dict[str, dict[str, Any]]:
    """The shipped questions by language."""
    sources, problems = load(ROOT / "resources")
    assert not [problem for problem in problems if "questions" in problem.path]
    named = {source.name: source.data for source in sources}
    return {"en": named["questions.yaml"], "es": named["questions.es.yaml"]}


@pytest.mark.parametrize("case", CASES["next"], ids=lambda case: case["name"])
def test_next_question(case: dict[str, Any]) -> None:
    data, screened = screened_case(case)
    assert next_of(data, screened, case["needs"], case.get("skip", ())) == case["gives"]


def test_a_walk_ends_and_asks_nothing_twice(small: Path) -> None:
    records, problems = gather(small, TODAY)
    assert records is not None, problems
    data = screening_data(records, "en", TODAY)
    asked: list[str] = []
    while (key := next_question(data, {}, [], asked)) is not None:
        asked.append(key)
    assert asked[0] == "people"
    assert len(asked) == len(set(asked))


def test_the_questions_stand_in_the_order_of_asking(questions: dict[str, dict[str, Any]]) -> None:
    assert list(questions["en"]) == ORDER
    for question in questions["en"].values():
        Question.model_validate(question)


def test_every_text_is_in_spanish_too(questions: dict[str, dict[str, Any]]) -> None:
    assert list(questions["es"]) == ORDER
    for key, question in questions["en"].items():
        spanish = questions["es"][key]
        assert spanish.keys() == question.keys() - {"group", "ages", "with_child_under"}, key
        choices = [choice.keys() - {"value", "not_when_paying"} for choice in question.get("choices", [])]
        assert [choice.keys() for choice in spanish.get("choices", [])] == choices, key


def test_no_text_makes_a_promise(questions: dict[str, dict[str, Any]]) -> None:
    for spoken in questions.values():
        assert [text for _, text in texts(spoken) if promise_in(text)] == []


def test_choices_are_the_words_of_the_facts(questions: dict[str, dict[str, Any]]) -> None:
    def values(key: str) -> list[str]:
        return [choice["value"] for choice in questions["en"][key]["choices"]]

    assert sorted(values("people")) == sorted(set(RELATIONS) - {"self"})
    assert sorted(values("income")) == sorted(INCOME_KINDS)
    assert sorted(values("expenses")) == sorted(EXPENSE_KINDS)
    assert sorted(values("situations")) == sorted(SITUATIONS)
    assert sorted(set(values("status")) - {"permanent-resident-5"}) == sorted(STATUSES)  # and for how long
    assert len(values("place")) == 56  # states, DC and five territories


@pytest.mark.parametrize("code", ["en", "es"])
def test_check_data(code: str, small: Path) -> None:
    records, problems = gather(small, TODAY)
    assert records is not None, problems
    data = check_data(records, language(code))
    assert data["language"] == code
    assert [need["id"] for need in data["needs"]] == list(records.needs)
    assert [question["id"] for question in data["questions"]] == list(records.questions)
    assert data["relations"][0]["id"] == "self"
    assert {option["id"] for option in data["receives"]} >= programs(records)
    assert ["OH", "Ohio"] in [list(state) for state in data["states"]]


def test_the_page_can_ask_everything_that_the_rules_want() -> None:
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    asked = {option["id"] for option in check_data(records, language("en"))["receives"]}
    assert programs(records) <= asked
    months = [
        number for service in records.services.values() if service.rule for number in _births(service.rule.to_json())
    ]
    assert max(months, default=0) <= 12  # the page asks about the last 12 months


def _births(node: Any) -> list[int]:
    """Every `gave_birth` of a rule."""
    if isinstance(node, dict):
        own = [node["gave_birth"]] if isinstance(node.get("gave_birth"), int) else []
        return own + [number for inner in node.values() for number in _births(inner)]
    return [number for inner in node for number in _births(inner)] if isinstance(node, list) else []
