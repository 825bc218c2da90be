"""The tables on paper say what screening says: at a printed limit the income fits, over its margin it does not."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import ROOT, TODAY
from lengths import so_many

from generators import pipeline
from generators.languages import language
from generators.pages.screener_tables import FEW, _first_and_more
from generators.questionnaire import LOOKS_AT, asked_for
from generators.rules import Line, has_income_test, limit_tables, names_in, screen, screening_data
from generators.rules.about_money import MARGIN, income
from generators.rules.answers import QUESTIONS, Scene, named
from generators.sample import sample

RECORDS = pipeline.gather(ROOT / "resources", TODAY)[0]
assert RECORDS is not None
ENGLISH = language("en")
DATA = screening_data(RECORDS, ENGLISH, TODAY)
NAMES = names_in(RECORDS, ENGLISH)
STATES = [choice.value for choice in RECORDS.questions["place"].choices]
TABLES = {
    key: limit_tables(DATA, key, ENGLISH, TODAY, NAMES, STATES)
    for key, service in DATA["services"].items()
    if has_income_test(service["rule"])
}
CASES = [
    ("snap", "PA", 4),
    ("snap", "AK", 1),
    ("snap", "TX", 8),
    ("wic", "OH", 3),
    ("wic", "HI", 5),
    ("medicaid", "PA", 2),
    ("medicaid", "DC", 6),
    ("medicaid", "AK", 3),
    ("chip", "CA", 4),
    ("school-meals", "NJ", 3),
    ("liheap", "MN", 5),
    ("liheap", "TX", 8),
    ("child-care-subsidy", "VA", 7),
    ("lifeline", "TX", 2),
    ("ssi", "OH", 1),
    ("medicare-savings-program", "NY", 1),
    ("head-start", "AK", 8),
    ("eitc", "OH", 3),
]


def holds(line: Line, state: str, size: int, dollars: float) -> bool | None:
    """What the income conditions of a line say to a family of this size with so much, none of it earned."""
    people: list[dict[str, Any]] = [{"relation": "self", "age": 40, "pregnant": False, "babies_expected": 0}]
    people += [
        {"relation": "child", "age": 10 - place, "tax_dependent_of": "p1", "pregnant": False, "babies_expected": 0}
        for place in range(size - 1)
    ]
    if line.incomes[0].get("of") == "couple":
        people[1:] = [{"relation": "spouse", "age": 40, "spouse": "p1"}]
        people[0]["spouse"] = "p2"
    only = line.incomes[0].get("only")
    kind = only[0] if only else "pension"
    facts = {
        "place": {"state": state},
        "people": people,
        "incomes": [{"person": "p1", "kind": kind, "amount": dollars, "per": "month"}],
        "expenses": [],
    }
    household = named(people)
    assert household is not None
    scene = Scene(DATA, facts, TODAY.isoformat(), household, {}).about(household[0])
    rules = [{**each, "deductions": None} for each in line.incomes]  # a scene knows a rule by its identity
    values = [income(scene, rule).value for rule in rules]
    return False if False in values else (None if None in values else True)


@pytest.mark.parametrize(("service", "state", "size"), CASES, ids=lambda value: str(value))
def test_a_printed_limit_is_the_limit_of_screening(service: str, state: str, size: int) -> None:
    tried = 0
    for line in TABLES[service]:
        places = next((places for places in line.known if state in places.states), None)
        people = line.sizes[0] if len(line.sizes) == 1 else size
        dollars = places.dollars[line.sizes.index(people)] if places else None
        if dollars is None:
            continue
        over = int((dollars + 1) * (1 + max(each.get("margin", MARGIN) for each in line.incomes))) + 2
        assert holds(line, state, people, dollars) is True, line.what
        assert holds(line, state, people, over) is False, line.what
        assert holds(line, state, people, dollars + 2) is not True, line.what
        tried += 1
    assert tried


def test_every_income_test_is_on_paper() -> None:
    silent = {key for key, lines in TABLES.items() if not lines}
    assert silent <= {"medicaid-long-term-care"}, "only a rough top, which nobody published, may be left out"


def test_every_state_stands_in_exactly_one_group() -> None:
    for lines in TABLES.values():
        for line in lines:
            stood = [state for places in line.places for state in places.states]
            assert len(stood) == len(set(stood))
            assert set(stood) <= set(STATES)


@pytest.mark.parametrize("service", sorted(key for key, lines in TABLES.items() if lines))
def test_a_way_that_is_not_open_somewhere_is_not_the_only_one(service: str) -> None:
    """The paper says "look at the other tables": there is another table with a number for that place."""
    for line in TABLES[service]:
        for shut in (places for places in line.places if places.says == "not-offered"):
            for state in shut.states:
                same_form = TABLES["medicaid"] if service == "chip" else []
                lines = TABLES[service] + same_form
                others = [other for other in lines if any(state in known.states for known in other.known)]
                assert others, (state, line.what)


def test_limits_that_hold_together_come_as_the_lowest() -> None:
    both = [line for line in TABLES["medicaid"] if len(line.incomes) > 1]
    assert both
    pennsylvania = next(places for places in both[0].known if "PA" in places.states)
    assert holds(both[0], "PA", both[0].sizes[0], pennsylvania.dollars[0] or 0) is True


def test_first_and_each_more_is_never_over_a_limit() -> None:
    tried = 0
    for lines in TABLES.values():
        for line in lines:
            for places in line.known if len(line.known) > FEW else ():
                if found := _first_and_more(places):
                    first, more = found
                    for count, limit in enumerate(places.dollars):
                        assert limit is not None
                        assert limit - 8 <= first + more * count <= limit
                    tried += 1
    assert tried > 200


def test_the_paper_asks_what_the_rules_look_at() -> None:
    """Made-up families who left one thing out: whatever is open for a need, its paper asks."""
    programs = sorted({name for each in DATA["services"].values() for name in each["doors"]} | {"medicare"})
    full = sample(["PA", "TX", "NY"], programs, so_many(10, 30))
    for need in RECORDS.needs:
        asked = set(asked_for(RECORDS, need))
        services = [key for key, each in DATA["services"].items() if need in each["needs"] and not each["doors"]]
        for facts in full:
            for left_out in ("place", "incomes", "expenses", "savings", "situations"):
                some = {key: value for key, value in facts.items() if key != left_out}
                found = screen(DATA, some, services)["services"]
                for service in services:
                    missing = set(found[service]["open"]) - asked
                    assert not missing, (need, service, left_out, missing)


def test_words_of_conditions_lead_to_questions_that_are_known() -> None:
    known = set(QUESTIONS)
    assert {question for questions in LOOKS_AT.values() for question in questions} <= known
    assert asked_for(RECORDS, "papers") == []
    assert "savings" in asked_for(RECORDS, "food")
    assert "savings" not in asked_for(RECORDS, "utilities")
