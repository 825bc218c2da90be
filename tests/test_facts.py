"""Facts checked: every mistake with its place, nothing crashes, and good facts pass."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.cli import main
from generators.rules import check_facts

GOOD: dict[str, Any] = {
    "as_of": "2026-11-21",
    "place": {"state": "CA", "county": "Los Angeles", "zip": "90012"},
    "people": [
        {
            "id": "p1",
            "relation": "self",
            "age": 31,
            "pregnant": False,
            "babies_expected": 0,
            "breastfeeding": False,
            "months_since_birth": None,
            "disabled": False,
            "blind": False,
            "student": False,
            "veteran": False,
            "foster": False,
            "former_foster": False,
            "hours_per_week": 40,
            "status": "permanent-resident",
            "status_years": 6,
            "spouse": None,
            "tax_dependent_of": None,
            "shares_food": True,
            "wants_help": True,
        }
    ],
    "incomes": [
        {"person": "p1", "kind": "wages", "amount": 2300, "per": "month"},
        {"person": "p1", "kind": "self-employment", "amount_low": 100, "amount_high": 300, "per": "week"},
        {"person": "p1", "kind": "wages", "amount": 15.5, "per": "hour", "hours": 20},
    ],
    "expenses": [{"person": "p1", "kind": "rent", "amount": 1400, "per": "month"}, {"kind": "heating", "pays": True}],
    "savings": 0,
    "receives": {"medicaid": True, "snap": False, "ssi": "not-sure"},
    "situations": {"eviction-notice": True, "homeless": "rather-not"},
    "needs": ["food"],
}

MISTAKES: list[tuple[Any, list[str]]] = [
    ([], ["facts: this is a list; one object of facts is needed, such as {}."]),
    ({"peple": []}, ['peple: there is no such key. Did you mean "people"?']),
    ({"as_of": "21.11.2026"}, ['as_of: "21.11.2026" is not a date; write it as 2026-11-21.']),
    ({"as_of": "2026-02-30"}, ['as_of: "2026-02-30" is not a day of the calendar.']),
    ({"place": "Ohio"}, ["place: this is a text; an object is needed."]),
    ({"place": {"zip": 90012}}, ["place.zip: 90012 is not a ZIP code; write five digits as a text."]),
    ({"people": []}, ["people: the list is empty; leave the key out when nobody was named yet."]),
    ({"people": [7]}, ["people[0]: this is a number; an object is needed."]),
    ({"people": [{"age": 200}]}, ["people[0].age: 200 is outside 0 to 120."]),
    ({"people": [{"age": -1}]}, ["people[0].age: -1 is outside 0 to 120."]),
    ({"people": [{"age": "31"}]}, ["people[0].age: this is a text; a number is needed."]),
    ({"people": [{"age": 3.5}]}, ["people[0].age: 3.5 is not a whole number."]),
    ({"people": [{"age": None}]}, ["people[0].age: this is null; a number is needed."]),
    ({"people": [{"pregnant": "yes"}]}, ["people[0].pregnant: this is a text; true or false is needed."]),
    ({"people": [{"babies_expected": 10}]}, ["people[0].babies_expected: 10 is outside 0 to 9."]),
    ({"people": [{}, {"spouse": "p3"}]}, ['people[1].spouse: nobody has the id "p3".']),
    ({"people": [{"tax_dependent_of": "p1"}]}, ["people[0].tax_dependent_of: this names the person itself."]),
    ({"people": [{"id": "a"}, {"id": "a"}]}, ['people: two people have the id "a".']),
    (
        {"people": [{"relation": "self"}, {"relation": "self"}]},
        ["people: 2 people have the relation self; at most one can."],
    ),
    (
        {"people": [{"id": "p1"}], "incomes": [{"person": "p1", "kind": "wages", "amount": -5, "per": "month"}]},
        ["incomes[0].amount: -5 is outside 0 to 100,000,000."],
    ),
    (
        {"people": [{"id": "p1"}], "incomes": [{"person": "p1", "kind": "wages", "amount": 5}]},
        ["incomes[0]: the amount needs `per`; it is one of: hour, week, two-weeks, half-month, month, year."],
    ),
    (
        {"people": [{"id": "p1"}], "incomes": [{"person": "x9", "kind": "wages", "amount": 5, "per": "week"}]},
        ['incomes[0].person: nobody has the id "x9".'],
    ),
    (
        {"incomes": [{"kind": "wages", "amount_low": 9, "amount_high": 5, "per": "week"}]},
        ["incomes[0]: amount_low is more than amount_high."],
    ),
    (
        {"incomes": [{"kind": "wages", "amount": 9, "amount_high": 5, "per": "week"}]},
        ["incomes[0]: write either amount, or amount_low and amount_high."],
    ),
    ({"incomes": {}}, ["incomes: this is an object; a list is needed."]),
    ({"savings": float("nan")}, ["savings: nan is outside 0 to 100,000,000."]),
    (
        {"receives": {"SNAP": True}},
        ['receives.SNAP: "SNAP" is not the id of a program; write it as snap or housing-voucher.'],
    ),
    ({"receives": {"snap": "maybe"}}, ["receives.snap: this is a text; true or false is needed."]),
]


def test_the_facts_of_the_design_pass() -> None:
    assert check_facts(GOOD) == []
    assert check_facts({}) == []


@pytest.mark.parametrize("unsaid", ["not-sure", "rather-not"])
def test_anything_may_be_unsaid(unsaid: str) -> None:
    assert check_facts({key: unsaid for key in GOOD if key != "as_of"}) == []
    person = {key: unsaid for key in GOOD["people"][0] if key != "id"}
    row = {"person": unsaid, "kind": unsaid, "amount": unsaid, "per": unsaid}
    assert check_facts({"people": [person], "place": {"state": unsaid}, "incomes": [row], "expenses": [row]}) == []


@pytest.mark.parametrize(("facts", "mistakes"), MISTAKES, ids=[str(mistakes[0])[:50] for _, mistakes in MISTAKES])
def test_a_mistake_is_named_with_its_place(facts: Any, mistakes: list[str]) -> None:
    assert check_facts(facts) == mistakes


def test_unknown_words_are_listed_with_a_guess() -> None:
    (mistake,) = check_facts({"people": [{"relation": "daughter"}]})
    assert mistake.startswith('people[0].relation: "daughter" is not one of: child, grandchild, ')
    (mistake,) = check_facts({"incomes": [{"kind": "wage", "amount": 5, "per": "week"}]})
    assert mistake.endswith('Did you mean "wages"?')
    (mistake,) = check_facts({"situations": {"evicted": True}})
    assert mistake.startswith("situations.evicted: ")


def test_all_mistakes_come_at_once() -> None:
    facts = {"people": [{"age": 300, "status": "x"}], "savings": -1, "incomes": [{"kind": "x"}]}
    assert [mistake.split(":")[0] for mistake in check_facts(facts)] == [
        "savings",
        "people[0].age",
        "people[0].status",
        "incomes[0].kind",
    ]


def test_ten_thousand_people_are_too_many() -> None:
    found = check_facts({"people": [{"age": 3}] * 10_000})
    assert "people: there are 10,000 in this list; at most 30 are taken." in found
    assert len(found) < 50


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | st.sampled_from(list(GOOD)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*GOOD, "age", "id", "person"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_nothing_crashes(facts: Any) -> None:
    assert all(": " in mistake for mistake in check_facts(facts))


BAD = {
    "negative income": ({"incomes": [{"kind": "wages", "amount": -5, "per": "month"}]}, "incomes[0].amount"),
    "age 200": ({"people": [{"age": 200}]}, "people[0].age"),
    "unknown kind of income": ({"incomes": [{"kind": "lottery", "amount": 5, "per": "month"}]}, "incomes[0].kind"),
    "unknown kind of cost": ({"expenses": [{"kind": "boat", "pays": True}]}, "expenses[0].kind"),
    "wrong type": ({"people": [{"age": 30, "pregnant": 1}]}, "people[0].pregnant"),
    "10,000 people": ({"people": [{"age": 30}] * 10_000}, "people"),
    "10,000 incomes": ({"incomes": [{"kind": "wages", "amount": 5, "per": "week"}] * 10_000}, "incomes"),
    "a number too large to be money": ({"savings": 1e300}, "savings"),
    "true for a number": ({"people": [{"age": True}]}, "people[0].age"),
    "an unknown state": ({"place": {"state": "XX"}}, "place.state"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_the_command_refuses_bad_facts_and_names_the_field(bad: tuple[dict[str, Any], str]) -> None:
    """One clear line each, nothing on stdout; in a list with the place of the household."""
    facts, field = bad
    for told, at in ((facts, field), ([{}, facts], f"household 2: {field}")):
        result = CliRunner().invoke(main, ["screen", "-"], input=json.dumps(told))
        assert result.exit_code == 2
        assert result.stdout == ""
        assert f"{at}: " in result.stderr
        assert len(result.stderr.splitlines()) == 1
