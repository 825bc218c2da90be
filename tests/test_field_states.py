"""The households of the field cases, moved to every state: Medicaid and CHIP against a second reading of the figures.

The second reading is written here, from the published figures and not from our rules; it agrees with the simulation
wherever that has spoken. `pytest -s tests/test_field_states.py` prints how often Medicaid and CHIP are firm.
"""

from __future__ import annotations

import copy
import json
import math
from collections import Counter
from typing import Any

import pytest
from lengths import some_of
from test_field_cases import CASES
from test_shipped_random import shipped

from generators.rules import screen

FIGURES = CASES.with_name("program-figures.json")
STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY"
).split()
AGE_GROUPS = (
    ("adult", 19, 65),
    ("older_child", 6, 19),
    ("young_child", 1, 6),
    ("infant", 0, 1),
    ("young_adult", 19, 21),
)
TIMES = {"year": 1, "month": 12}
NOT_COUNTED = ("ssi", "tanf", "child-support", "veterans")
pytestmark = pytest.mark.skipif(not CASES.exists() or not FIGURES.exists(), reason=f"no field cases at {CASES}")

Facts = dict[str, Any]
Person = dict[str, Any]


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    """The field cases."""
    found: list[dict[str, Any]] = json.loads(CASES.read_text("utf-8"))["cases"]
    return found


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    """The published figures: their values by name."""
    return {name: figure["values"] for name, figure in json.loads(FIGURES.read_text("utf-8"))["figures"].items()}


def test_the_second_reading_agrees_with_the_simulation(cases: list[dict[str, Any]], figures: dict[str, Any]) -> None:
    compared = 0
    for case in cases:
        for program, may_get in (("medicaid", may_get_medicaid), ("chip", may_get_chip)):
            for person in case["facts"]["people"]:
                says = may_get(figures, case["facts"], case["state"], person)
                if says is not None:
                    assert says == (person["id"] in case["oracle"][program]["who"]), (case["id"], program, person["id"])
                    compared += 1
    assert compared > 400


@pytest.mark.parametrize("state", some_of(STATES, "AK", "CT", "KS", "NY"))
def test_nobody_is_turned_away_in_any_state(cases: list[dict[str, Any]], figures: dict[str, Any], state: str) -> None:
    outcomes: dict[str, Counter[str]] = {"medicaid": Counter(), "chip": Counter()}
    wrong = []
    for case in cases:
        facts = copy.deepcopy(case["facts"]) | {"place": {"state": state}}
        if any(person["status"] != "citizen" for person in facts["people"]):
            continue
        services = screen(shipped(), facts, list(outcomes))["services"]
        for program, may_get in (("medicaid", may_get_medicaid), ("chip", may_get_chip)):
            outcomes[program][services[program]["outcome"]] += 1
            yes = {person["id"] for person in facts["people"] if may_get(figures, facts, state, person)}
            if yes and services[program]["outcome"] == "unlikely":
                wrong.append((case["id"], program))
            wrong += [
                (case["id"], program, one)
                for one in sorted(yes - set(services[program]["who"]))
                if alone(facts, program, one) == "unlikely"
            ]
    print(state, *(f"{name} firm {1 - count['maybe'] / count.total():.0%}" for name, count in outcomes.items()))
    assert wrong == []


def alone(facts: Facts, program: str, one: str) -> str:
    """The outcome when only this person wants help."""
    people = [person | {"wants_help": person["id"] == one} for person in facts["people"]]
    outcome: str = screen(shipped(), facts | {"people": people}, [program])["services"][program]["outcome"]
    return outcome


def may_get_medicaid(figures: dict[str, Any], facts: Facts, state: str, person: Person) -> bool | None:
    """By age, pregnancy and children; None where age or a disability opens other ways."""
    share = share_of_guideline(figures, facts, state, person)
    groups = [name for name, least, under in AGE_GROUPS if least <= person["age"] < under]
    if person["pregnant"]:
        groups.append("pregnant")
    has_child = any(other["relation"] == "child" and other["age"] < 18 for other in facts["people"])
    if has_child and person["relation"] in ("self", "spouse"):
        groups.append("parent")
    limits = [limit(figures[f"medicaid/{group}_limit_by_state"], state, facts["as_of"]) for group in groups]
    if any(one is not None and share <= one for one in limits):
        return True
    return None if person["age"] >= 65 or person["disabled"] or person["blind"] else False


def may_get_chip(figures: dict[str, Any], facts: Facts, state: str, person: Person) -> bool | None:
    """A child over the limits of Medicaid; None of grown-ups who expect a child."""
    if person["age"] >= 19:
        return None if person["pregnant"] else False
    most = limit(figures["chip/child_limit_by_state"], state, facts["as_of"])
    within = most is not None and share_of_guideline(figures, facts, state, person) <= most
    return within and not may_get_medicaid(figures, facts, state, person)


def share_of_guideline(figures: dict[str, Any], facts: Facts, state: str, person: Person) -> float:
    """The income of those who count together for Medicaid, a year, as a share of the guideline of that many people."""
    people = facts["people"]
    dependents = [
        one for one in people if one["relation"] == "child" and one["age"] < 19 or one.get("tax_dependent_of")
    ]
    unit = [one for one in people if one["relation"] in ("self", "spouse") or one in dependents]
    unit, earners = (unit, [one for one in unit if one not in dependents]) if person in unit else ([person], [person])
    ids = [one["id"] for one in earners]
    counted = [row for row in facts["incomes"] if row["person"] in ids and row["kind"] not in NOT_COUNTED]
    size = len(unit) + (person["babies_expected"] if person["pregnant"] else 0)
    return sum(row["amount"] * TIMES[row["per"]] for row in counted) / guideline(figures, state, size, facts["as_of"])


def guideline(figures: dict[str, Any], state: str, size: int, day: str) -> float:
    """Dollars a year."""
    parts = figures["poverty_guideline"]
    place = state if state in ("AK", "HI") else "CONTIGUOUS_US"
    first, more = (on_day(parts[part][place], day) for part in ("first_person", "additional_person"))
    return first + more * (size - 1)


def limit(rows: dict[str, dict[str, Any]], state: str, day: str) -> float | None:
    """A share of the guideline; None where the figures have no row."""
    return on_day(rows[state], day) if state in rows else None


def on_day(rows: dict[str, Any], day: str) -> float:
    """The value that holds on a day."""
    return float(str(rows[max(start for start in rows if start <= day)]).replace("Infinity", str(math.inf)))
