"""Households that an independent simulation judged: we never say `unlikely` where it says yes.

The cases are no part of the project. They are read from the folder HANDRAIL_FIELD_DATA (left out: `../shared/data`
beside the repository); without them these tests are skipped. `pytest -s tests/test_field_cases.py` prints the table.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from test_shipped_random import shipped

from generators.rules import check_facts, screen

CASES = Path(os.environ.get("HANDRAIL_FIELD_DATA") or ROOT.parent / "shared" / "data") / "screening-cases.json"
MOST_LIKELY_BUT_NO = 0.01
FIRM_SHARES = {  # at least so many of the cases of a program are likely or unlikely
    "wic": 0.85,
    "chip": 0.85,
    "csfp": 0.85,
    "snap": 0.75,
    "head-start": 0.75,
    "medicare-savings-program": 0.75,
    "eitc": 0.75,
    "child-tax-credit": 0.75,
    "ssi": 0.5,
}
pytestmark = pytest.mark.skipif(not CASES.exists(), reason=f"no field cases at {CASES}")


@dataclass(frozen=True)
class Judged:
    """One program of one case: what the simulation says, and our result."""

    case: str
    program: str
    yes: bool
    who: list[str]  # the people it names; empty where it names nobody
    facts: dict[str, Any]
    result: dict[str, Any]

    @property
    def outcome(self) -> str:
        """Ours."""
        return str(self.result["outcome"])


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The shipped rules and figures."""
    return shipped()


@pytest.fixture(scope="module")
def judged(data: dict[str, Any]) -> list[Judged]:
    """Every program of every case."""
    found = []
    for case in json.loads(CASES.read_text("utf-8"))["cases"]:
        facts, oracle = case["facts"], case["oracle"]
        assert check_facts(facts) == [], case["id"]
        services = screen(data, facts, oracle)["services"]
        for program, says in oracle.items():
            found.append(Judged(case["id"], program, says["yes"], says.get("who", []), facts, services[program]))
    return found


def test_no_household_is_turned_away(judged: list[Judged]) -> None:
    assert [(one.case, one.program) for one in judged if one.yes and one.outcome == "unlikely"] == []


def test_no_person_is_turned_away(data: dict[str, Any], judged: list[Judged]) -> None:
    """A person whom the simulation names and we do not screens `maybe` at least, asked about alone."""
    wrong = [
        (one.case, one.program, person)
        for one in judged
        if one.yes and one.result["who"]
        for person in one.who
        if person not in one.result["who"] and alone(data, one, person) == "unlikely"
    ]
    assert wrong == []


def alone(data: dict[str, Any], one: Judged, person: str) -> str:
    """The outcome when only this person wants help; the household stays the same."""
    people = [each if each["id"] == person else each | {"wants_help": False} for each in one.facts["people"]]
    outcome: str = screen(data, one.facts | {"people": people}, [one.program])["services"][one.program]["outcome"]
    return outcome


def test_likely_is_hardly_ever_wrong(judged: list[Judged]) -> None:
    wrong = [(one.case, one.program) for one in judged if not one.yes and one.outcome == "likely"]
    assert len(wrong) <= MOST_LIKELY_BUT_NO * len(judged), wrong


def test_firm_where_facts_decide(judged: list[Judged]) -> None:
    counts: dict[str, Counter[str]] = {}
    for one in judged:
        counts.setdefault(one.program, Counter()).update([f"{'yes' if one.yes else 'no'}-{one.outcome}", "all"])
    shares = {}
    print(f"\n{'program':26} firm  yes: likely maybe unlikely  no: likely maybe unlikely")
    for program, count in counts.items():
        shares[program] = 1 - (count["yes-maybe"] + count["no-maybe"]) / count["all"]
        yes, no = ([count[f"{word}-{one}"] for one in ("likely", "maybe", "unlikely")] for word in ("yes", "no"))
        print(f"{program:26} {shares[program]:4.0%}  {yes[0]:11}{yes[1]:6}{yes[2]:9}  {no[0]:10}{no[1]:6}{no[2]:9}")
    short = {program: shares[program] for program, share in FIRM_SHARES.items() if shares[program] < share}
    assert short == {}
