"""The golden families of tests/families: limits worked out by hand, and what must come out, in Python.

tests/test_families_browser.py takes the same households.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, TODAY

from generators.examples import with_ids
from generators.pipeline import gather, screening
from generators.rules import check_facts, screen

FOLDER = Path(__file__).parent / "families"
ABOUT = yaml.safe_load((FOLDER / "about.yaml").read_text("utf-8"))
EXPECTED = {"outcome", "who", "through", "condition", "holds", "says"}
CHANGED = {"amount", "ages", "change"}


@dataclass(frozen=True)
class Household:
    """One household, the service it is about, and what must come out."""

    name: str
    service: str
    facts: dict[str, Any]
    expected: dict[str, Any]


def households() -> Iterator[Household]:
    """Every step of every family."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.name == "about.yaml":
            continue
        for family in yaml.safe_load(path.read_text("utf-8")):
            for place, step in enumerate(family["steps"], 1):
                assert set(step) <= EXPECTED | CHANGED, (path.name, family["name"], step)
                service = family.get("service", path.stem)
                name = f"{service}: {family['name']}, {place}"
                yield Household(name, service, facts_of(family, step), {key: step[key] for key in EXPECTED & set(step)})


def facts_of(family: dict[str, Any], step: dict[str, Any]) -> dict[str, Any]:
    """The facts of a step: what is known of all, the family's own, the step's changes."""
    facts = copy.deepcopy(ABOUT["known"] | family["facts"] | step.get("change", {}))
    facts["people"] = [person for entry in facts["people"] for person in people_of(entry)]
    for person, age in zip(facts["people"], step.get("ages", []), strict=False):
        person["age"] = age
    if "amount" in step:
        facts["incomes"][0]["amount"] = step["amount"]
    named: dict[str, Any] = with_ids(facts)
    return named


def people_of(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The person, so many times, of an entry such as `{as: child, age: 3, times: 2}`."""
    person = ABOUT["people"][entry["as"]] | {key: value for key, value in entry.items() if key not in ("as", "times")}
    return [dict(person) for _ in range(entry.get("times", 1))]


HOUSEHOLDS = list(households())


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The shipped rules and figures."""
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    return screening(records, TODAY)


def differences(household: Household, result: dict[str, Any]) -> list[str]:
    """What came out otherwise than it must."""
    expected = household.expected
    found = [
        f"{key}: {result[key]} instead of {expected[key]}"
        for key in ("outcome", "who", "through")
        if key in expected and result[key] != expected[key]
    ]
    if "condition" in expected:
        texts = [
            reason["text"]
            for reason in result["reasons"]
            if reason["condition"] == expected["condition"] and reason["holds"] is expected["holds"]
        ]
        said = [str(part) for part in expected.get("says", [])]
        if not any(all(part in text for part in said) for text in texts):
            found.append(f"no {expected['condition']} that is {expected['holds']} says {said}")
    if found:
        found += [f"{reason['holds']} {reason['text']}" for reason in result["reasons"]]
    return found


@pytest.mark.parametrize("household", HOUSEHOLDS, ids=lambda household: household.name)
def test_household(household: Household, data: dict[str, Any]) -> None:
    assert check_facts(household.facts) == []
    result = screen(data, household.facts, [household.service])["services"][household.service]
    assert differences(household, result) == []


def test_there_are_families_at_every_limit() -> None:
    assert len(HOUSEHOLDS) >= 80
    assert {len(household.facts["people"]) for household in HOUSEHOLDS} == set(range(1, 13))
    assert {household.facts["place"]["state"] for household in HOUSEHOLDS} >= {"AK", "HI", "KS", "TX", "OH"}
    days = {household.facts["as_of"][5:] for household in HOUSEHOLDS}
    assert days >= {"01-01", "04-01", "07-01", "10-01", "12-31", "03-31", "06-30", "09-30"}


def test_only_what_is_asked_for_is_the_same_as_all(data: dict[str, Any]) -> None:
    for household in HOUSEHOLDS[::7]:
        some = screen(data, household.facts, [household.service])["services"]
        every = screen(data, household.facts)["services"]
        assert {id_: every[id_] for id_ in some} == some
        assert len(some) < len(every)
