"""The table of cases in rules.yaml, run in Python; test_rules_browser.py runs the same in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generators.languages import language
from generators.model import Rule
from generators.rules import check_facts, screen
from generators.rules.doors import door_order, doors_between
from generators.rules.reasons import formats, words

TABLE = yaml.safe_load((Path(__file__).parent / "rules.yaml").read_text("utf-8"))
CASES = TABLE["cases"]


def screening(services: dict[str, Any], code: str = "en") -> dict[str, Any]:
    """Screening data around some rules, with the made-up figures of the table."""
    speech = language(code)
    doors = doors_between({id_: service["rule"] for id_, service in services.items()})
    return {
        "language": code,
        "as_of": "2026-11-21",
        "services": {id_: {"name": id_, **service, "doors": doors[id_]} for id_, service in services.items()},
        "order": door_order(doors),
        "others": {},
        "figures": {id_: {"until": None, **figure} for id_, figure in TABLE["figures"].items()},
        "questions": {id_: {"ages": ages} for id_, ages in TABLE["questions"].items()},
        "words": words(speech),
        "formats": formats(speech),
    }


def data_of(case: dict[str, Any]) -> dict[str, Any]:
    """The screening data of a case: its doors, and its rule as the service `it`."""
    it = {"rule": case["rule"], "for": case.get("for", "household")}
    return screening({**case.get("doors", {}), "it": it})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    if case["facts"].get("people") != []:
        assert check_facts(case["facts"]) == []
    result = screen(data_of(case), case["facts"])["services"]["it"]
    told = {**result, "texts": [reason["text"] for reason in result["reasons"]]}
    wanted = {key: case[key] for key in ("outcome", "who", "open", "through", "texts") if key in case}
    assert {key: told[key] for key in wanted} == wanted


def test_every_rule_of_the_table_is_a_rule() -> None:
    for case in CASES:
        rules = [case["rule"], *(door["rule"] for door in case.get("doors", {}).values())]
        for rule in rules:
            assert Rule.model_validate(rule).to_json()


def test_every_condition_has_a_case() -> None:
    used = {word for case in CASES for word in str(case["rule"]).replace("'", " ").split()}
    words_of_rules = {field.alias or name for name, field in Rule.model_fields.items()}
    assert words_of_rules - used <= {"blind", "breastfeeding", "foster"}, "like `pregnant`, tested with random facts"


def test_as_of_comes_from_the_facts_or_else_from_the_data() -> None:
    data = screening({"it": {"rule": {"dates": {"from": "2026-01-01"}}}})
    assert screen(data, {})["as_of"] == "2026-11-21"
    assert screen(data, {"as_of": "2025-12-31"})["as_of"] == "2025-12-31"
    assert screen(data, {"as_of": "2025-12-31"})["services"]["it"]["outcome"] == "unlikely"


def test_a_reason_names_person_figure_and_last_day() -> None:
    rule = {"income": {"of": "person", "at_most": {"share": 1, "of": "poverty-guideline"}}}
    data = screening({"it": {"rule": rule, "for": "person"}})
    facts = {"place": {"state": "OH"}, "people": [{"id": "ana", "relation": "self", "age": 30}], "incomes": []}
    (reason,) = screen(data, facts)["services"]["it"]["reasons"]
    assert (reason["person"], reason["figure"], reason["until"]) == ("ana", "poverty-guideline", "2026-12-31")


def test_a_reason_says_who_was_counted_where_that_is_not_everybody() -> None:
    people = [{"id": "ana", "relation": "self", "age": 30}, {"id": "leo", "relation": "child", "age": 4}]
    guest = {"id": "kim", "relation": "not-related", "age": 40}
    rule = {"income": {"of": "tax", "at_most": {"amount": 1000}}}
    data = screening({"it": {"rule": rule, "for": "person"}})
    reason, other, alone = screen(data, {"people": [*people, guest], "incomes": []})["services"]["it"]["reasons"]
    assert (reason["person"], reason["counted"]) == ("ana", ["ana", "leo"])
    assert (other["person"], other["counted"]) == ("leo", ["ana", "leo"])
    assert (alone["person"], alone["counted"]) == ("kim", ["kim"])
    for reason in screen(data, {"people": people, "incomes": []})["services"]["it"]["reasons"]:
        assert "counted" not in reason


def test_spanish_dates_and_money() -> None:
    rule = {"all": [{"dates": {"from": "2027-09-30"}}]}
    data = screening({"it": {"rule": rule}}, "es")
    (reason,) = screen(data, {})["services"]["it"]["reasons"]
    assert "30 de septiembre de 2027" in reason["text"]
