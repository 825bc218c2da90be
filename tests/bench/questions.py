"""How many questions are asked: made-up households answer truthfully until nothing is open.

`python tests/bench/questions.py [households]` writes the table into docs/maintain/questions.md (left out: 300).
"""

from __future__ import annotations

import datetime
import math
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from into_page import put  # noqa: E402

from generators.pipeline import gather, screening  # noqa: E402
from generators.questionnaire import next_of, of_needs  # noqa: E402
from generators.rules import screen  # noqa: E402
from generators.sample import Facts, sample  # noqa: E402

TODAY = datetime.date(2026, 11, 21)
PAGE = ROOT / "docs" / "maintain" / "questions.md"
OF_PEOPLE = {  # questions about persons, and the keys that their answers fill
    "pregnant": ("pregnant",),
    "babies-expected": ("babies_expected",),
    "recent-birth": ("months_since_birth",),
    "breastfeeding": ("breastfeeding",),
    "disabled": ("disabled",),
    "blind": ("blind",),
    "student": ("student",),
    "veteran": ("veteran",),
    "foster": ("foster",),
    "former-foster": ("former_foster",),
    "married": ("spouse",),
    "hours": ("hours_per_week",),
    "status": ("status",),
}
OF_HOUSEHOLD = {"income": "incomes", "expenses": "expenses", "savings": "savings"}


def answered(facts: Facts, truth: Facts, question: str) -> Facts:
    """The facts with one question more answered, as the page would."""
    if question == "people":
        people = [{key: person[key] for key in ("id", "relation", "age")} for person in truth["people"]]
        return {**facts, "people": people}
    if question in OF_PEOPLE:
        keys = OF_PEOPLE[question]
        pairs = zip(facts["people"], truth["people"], strict=True)
        return {**facts, "people": [{**told, **{key: true[key] for key in keys}} for told, true in pairs]}
    if question == "shares-food":
        return {**facts, "people": [{**person, "shares_food": True} for person in facts["people"]]}
    if question == "tax-dependents":
        return facts
    key = OF_HOUSEHOLD.get(question, question)
    return {**facts, key: truth[key]}


def questions_asked(data: dict[str, Any], truth: Facts, needs: Sequence[str]) -> list[str]:
    """The questions in the order in which they come until nothing is open."""
    facts: Facts = {}
    asked: list[str] = []
    services = of_needs(data, needs)
    while True:
        screened = screen(data, facts, services)["services"]
        question = next_of(data, screened, needs, asked)
        if question is None:
            return asked
        asked.append(question)
        facts = answered(facts, truth, question)


def ninth_of_ten(counts: Sequence[int]) -> int:
    """So many or fewer are asked of nine in ten."""
    return sorted(counts)[math.ceil(len(counts) * 0.9) - 1]


Row = tuple[str, float, int, int]


def measure(data: dict[str, Any], needs: Sequence[str], families: Sequence[Facts]) -> list[Row]:
    """Name, median, 90th percentile and services with a rule: of each need, of any one need, of everything."""
    rows: list[Row] = []
    together: list[int] = []
    for need in needs:
        if services := of_needs(data, [need]):
            counts = [len(questions_asked(data, family, [need])) for family in families]
            rows.append((need, statistics.median(counts), ninth_of_ten(counts), len(services)))
            together += counts
            print(*rows[-1], file=sys.stderr)
    counts = [len(questions_asked(data, family, [])) for family in families]
    every = len(data["order"])
    rows.append(("**any one need**", statistics.median(together), ninth_of_ten(together), every))
    rows.append(("**everything**", statistics.median(counts), ninth_of_ten(counts), every))
    return rows


def table(rows: Sequence[Row], households: int, everything: int) -> list[str]:
    """The rows as Markdown."""
    return [
        f"{households} made-up households, as of {TODAY}; asking all is {everything} questions.",
        "",
        "| Need | Median | Nine in ten need at most | Services with a rule |",
        "| --- | ---: | ---: | ---: |",
        *[f"| {name} | {median:g} | {most} | {services} |" for name, median, most, services in rows],
    ]


def main() -> None:
    """Measure, and write the page."""
    households = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    records, problems = gather(ROOT / "resources", TODAY)
    if records is None:
        raise SystemExit("\n".join(str(problem) for problem in problems if not problem.reminder))
    data = screening(records, TODAY)
    states = [choice.value for choice in records.questions["place"].choices][:51]
    families = sample(states, data["order"], households)
    rows = measure(data, list(records.needs), families)
    put("questions", table(rows, households, len(records.questions)), PAGE)


if __name__ == "__main__":
    main()
