"""Random rules and random families: what must hold for every one of them. The browser takes the same ones."""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from test_rules import TABLE, screening

from generators.model import Rule
from generators.model.rule import EXPENSE_KINDS, INCOME_KINDS, PERIODS, RELATIONS, SITUATIONS, STATUSES
from generators.rules import check_facts, screen

Facts = dict[str, Any]
PROGRAMS = ["first", "second", "housing-voucher"]
STATES = ["OH", "TX", "NY", "AK", "PR", "WY"]
FLAGS = ["pregnant", "breastfeeding", "disabled", "blind", "student", "veteran", "foster", "former_foster"]
AGES = [0, 1, 4, 5, 9, 10, 17, 18, 19, 21, 22, 30, 45, 59, 60, 65, 80]
FIRM = ("likely", "unlikely")
NEVER_LEFT_OUT = ("id", "spouse", "tax_dependent_of", "shares_food")  # left out, these have a default


# Rules


def random_rule(pick: random.Random, depth: int = 2, doors: tuple[str, ...] = ()) -> dict[str, Any]:
    """A rule of the vocabulary, with inner nodes down to a depth."""
    words = ["all", "any", "all", "any", "not", "anyone", "count", "maybe"]
    if depth == 0 or pick.random() < 0.2:
        return random_leaf(pick, doors)
    word = pick.choice(words)
    if word in ("all", "any"):
        return {word: [random_rule(pick, depth - 1, doors) for _ in range(pick.randint(1, 3))]}
    inner = random_rule(pick, depth - 1, doors)
    if word == "count":
        return {"count": {"at_least": pick.randint(1, 3), "who": inner}}
    return {"maybe": {"because": "Ask first.", "if": inner}} if word == "maybe" else {word: inner}


def random_leaf(pick: random.Random, doors: tuple[str, ...]) -> dict[str, Any]:
    """One condition."""
    word = pick.choice(["flag", "flag", "age", "age", "income", "income", "income", "receives", "receives", *LEAVES])
    if word == "flag":
        return {pick.choice(FLAGS): pick.random() < 0.8}
    if word == "receives":
        programs = pick.sample([*doors, "housing-voucher"], k=pick.randint(1, len(doors) + 1))
        return {"receives": {"any_of": programs, "whose": pick.choice(["anyone", "person"])}}
    if word == "income":
        return {"income": random_income(pick)}
    if word == "age":
        bounds = {"from": pick.choice([*AGES, "young-age"]), "under": pick.choice([*AGES, "young-age"])}
        return {"age": {key: bounds[key] for key in pick.sample(["from", "under"], k=pick.randint(1, 2))}}
    return {word: pick.choice(LEAVES[word])}


LEAVES: dict[str, list[Any]] = {
    "relation": [["child"], ["self", "spouse"], ["parent", "other-relative"]],
    "gave_birth": [1, 6, 12],
    "married": [True, False],
    "caretaker": [5, 18],
    "hours": [{"from": 20}, {"under": 30}, {"from": 20, "under": 35.5}],
    "status": [["citizen"], ["citizen", "permanent-resident", "refugee-or-asylee"]],
    "place": [
        {"states": ["OH", "TX"]},
        {"not_states": ["NY"]},
        {"states": ["OH"], "counties": ["Doña Ana", "Erie, OH"]},
    ],
    "savings": [{"at_most": 2000}, {"at_most": "asset-limit", "couple_at_most": 3000}, {"at_most": 500, "margin": 0}],
    "expense": [{"any_of": ["heating"]}, {"any_of": ["rent", "mortgage"]}],
    "situation": [{"any_of": ["homeless", "eviction-notice"]}, {"any_of": ["disaster"]}],
    "figure": [{"is_yes": "free-for-all"}, {"is_no": "free-for-all"}, {"offered": "adult-share"}],
    "dates": [{"from": "2026-07-01"}, {"until": "2026-12-31"}],
}


def random_income(pick: random.Random) -> dict[str, Any]:
    """An income test with any of its knobs."""
    limits: list[dict[str, Any]] = [
        {"share": pick.choice([0.75, 1.0, 1.38, 1.85, "adult-share"]), "of": "poverty-guideline"},
        {"share": 0.6, "of": "state-median-income"},
        {"amount": pick.choice([500, 1200.5, 24000]), "per": pick.choice(["month", "year"]), "each_more": 300},
        {"amount": "amount-by-size", "each_more": 400},
    ]
    income: dict[str, Any] = {"at_most": pick.choice(limits)}
    income["of"] = pick.choice(["household", "food", "tax", "couple", "person"])
    knobs: dict[str, Any] = {
        "unborn_count": True,
        "new_limits": pick.choice(["01-01", "04-01", "07-01", "10-01"]),
        "rounding": pick.choice(["up", "nearest"]),
        "week_factor": 4.3,
        "margin": pick.choice([0, 0.1]),
        "at_least": 100,
        "only": ["wages", "self-employment", "ssi"],
        "but_not": ["child-support", "ssi"],
        "deductions": pick.choice([SNAP_LIKE, SSI_LIKE]),
    }
    for knob, value in knobs.items():
        if pick.random() < 0.25:
            income[knob] = value
    return income


SSI_LIKE = {"general": 20, "earned_first": 65, "earned_share": 0.5}
SNAP_LIKE = {
    "earned_share": 0.2,
    "standard": "standard",
    "child_care": True,
    "child_support_paid": True,
    "medical_over": 35,
    "shelter_cap": "cap",
    "shelter_cap_lifted": True,
}


def random_data(pick: random.Random, code: str = "en") -> dict[str, Any]:
    """Three services; the later ones may stand behind the doors of the earlier ones."""
    services = {}
    for at, id_ in enumerate(("first", "second", "third")):
        rule = random_rule(pick, 2, tuple(PROGRAMS[:at]))
        services[id_] = {"rule": Rule.model_validate(rule).to_json(), "for": pick.choice(["household", "person"])}
    return screening(services, code)


# Families


def random_family(pick: random.Random) -> Facts:
    """Facts in which every answer is given."""
    size = pick.choice([1, 1, 2, 2, 3, 4, 5])
    relations = ["self", *(pick.choice(RELATIONS[1:]) for _ in range(size - 1))]
    while relations.count("spouse") > 1:
        relations.remove("spouse")
    people = [_random_person(pick, f"p{at}", relation) for at, relation in enumerate(relations, 1)]
    ids = [person["id"] for person in people]
    for person in people:
        if pick.random() < 0.1:
            person["tax_dependent_of"] = pick.choice([None, *(id_ for id_ in ids if id_ != person["id"])])
        if person["relation"] not in ("self", "spouse"):
            person["spouse"] = None
    return {
        "as_of": pick.choice(["2026-11-21", "2026-11-21", "2026-06-30", "2027-01-05", "2027-08-01"]),
        "place": {"state": pick.choice(STATES), "county": pick.choice(["Erie", "Dona Ana", "Franklin"])},
        "people": people,
        "incomes": [_random_income_row(pick, ids) for _ in range(pick.choice([0, 1, 1, 2, 3]))],
        "expenses": [_random_cost(pick, kind) for kind in EXPENSE_KINDS if pick.random() < 0.6],
        "savings": pick.choice([0, 400, 500, 2000, 2050, 3000, 90000]),
        "receives": {program: pick.random() < 0.3 for program in PROGRAMS},
        "situations": {situation: pick.random() < 0.2 for situation in SITUATIONS},
    }


def _random_person(pick: random.Random, id_: str, relation: str) -> dict[str, Any]:
    age = pick.choice(AGES if relation != "self" else AGES[6:])
    person: dict[str, Any] = {"id": id_, "relation": relation, "age": age}
    for key in FLAGS:
        low, high = TABLE["questions"].get(key.replace("_", "-"), (0, 120))
        person[key] = low <= age <= high and pick.random() < 0.3
    person["babies_expected"] = pick.randint(1, 3) if person["pregnant"] else 0
    person["months_since_birth"] = pick.choice([None, 1, 6, 7, 13]) if 10 <= age <= 59 else None
    person["hours_per_week"] = pick.choice([0, 10, 20, 40]) if age >= 14 else 0
    person["status"] = pick.choice(STATUSES)
    if relation not in ("self", "spouse") and pick.random() < 0.2:
        person["shares_food"] = pick.random() < 0.5
    if pick.random() < 0.1:
        person["wants_help"] = False
    return person


def _random_income_row(pick: random.Random, ids: list[str]) -> dict[str, Any]:
    per = pick.choice(PERIODS)
    amount = pick.choice([0, 10, 15.25, 300, 650.5, 1200, 2100, 30000])
    row: dict[str, Any] = {
        "person": pick.choice(ids),
        "kind": pick.choice([*INCOME_KINDS, "wages", "wages"]),
        "per": per,
    }
    if pick.random() < 0.2:
        row.update(amount_low=amount, amount_high=amount * 2)
    else:
        row["amount"] = amount
    return row | ({"hours": pick.choice([0, 20, 37.5])} if per == "hour" else {})


def _random_cost(pick: random.Random, kind: str) -> dict[str, Any]:
    if pick.random() < 0.3:
        return {"kind": kind, "pays": pick.random() < 0.5}
    return {"kind": kind, "amount": pick.choice([0, 80, 250.75, 900]), "per": pick.choice(["month", "year", "week"])}


def forget(pick: random.Random, facts: Facts, share: float, only_unsure: bool = False) -> Facts:
    """The same family with some answers missing, "not-sure" or "rather-not"."""
    known = copy.deepcopy(facts)
    records = [(known, [key for key in known if key != "as_of"]), (known["place"], list(known["place"]))]
    for person in known["people"]:
        records.append((person, [key for key in person if key not in ("id", "wants_help")]))
    records += [(row, list(row)) for row in [*known["incomes"], *known["expenses"]]]
    records += [(known[key], list(known[key])) for key in ("receives", "situations")]
    for record, keys in records:
        for key in keys:
            if pick.random() >= share:
                continue
            way = pick.choice(["not-sure", "rather-not", "missing"])
            rows = record is not known and "kind" in record
            if way != "missing" or only_unsure or key in NEVER_LEFT_OUT or (rows and key in ("kind", "person", "per")):
                record[key] = "rather-not" if way == "rather-not" else "not-sure"
            else:
                del record[key]
    return known


def outcomes(data: dict[str, Any], facts: Facts) -> dict[str, str]:
    """The outcome of every service."""
    return {id_: result["outcome"] for id_, result in screen(data, facts)["services"].items()}


SEEDS = st.integers(min_value=0, max_value=2**32)


@settings(max_examples=250, deadline=None)
@given(SEEDS, st.sampled_from([0.03, 0.1, 0.3, 0.7]))
def test_answers_only_narrow(seed: int, share: float) -> None:
    """What is firm with some answers missing is the same with all answers given; unknown may become anything."""
    pick = random.Random(seed)
    data, family = random_data(pick), random_family(pick)
    less = forget(pick, family, share)
    assert check_facts(family) == []
    before, after = outcomes(data, less), outcomes(data, family)
    changed = {id_: (before[id_], after[id_]) for id_ in before if before[id_] in FIRM and before[id_] != after[id_]}
    assert changed == {}, (less, family, data["services"])


@settings(max_examples=100, deadline=None)
@given(SEEDS)
def test_one_answer_more_only_narrows(seed: int) -> None:
    """The same for two families that both have answers missing, one of them a few more."""
    pick = random.Random(seed)
    data, family = random_data(pick), random_family(pick)
    less = forget(pick, family, 0.15)
    order = random.Random(seed + 1)
    more = {**less, **{key: family[key] for key in family if order.random() < 0.4}}
    before, after = outcomes(data, less), outcomes(data, more)
    assert {id_: before[id_] for id_ in before if before[id_] in FIRM and before[id_] != after[id_]} == {}


@settings(max_examples=100, deadline=None)
@given(SEEDS)
def test_no_answers_give_no_unlikely(seed: int) -> None:
    """Without dates, which need no answer."""
    pick = random.Random(seed)
    data = random_data(pick)
    if "dates" not in str([service["rule"] for service in data["services"].values()]):
        assert "unlikely" not in outcomes(data, {}).values()


@settings(max_examples=100, deadline=None)
@given(SEEDS)
def test_no_question_is_asked_twice(seed: int) -> None:
    """Nothing is open where everything was asked, whether it was answered or not."""
    pick = random.Random(seed)
    data, family = random_data(pick), random_family(pick)
    for facts in (family, forget(pick, family, 0.3, only_unsure=True)):
        results = screen(data, facts)["services"]
        assert [id_ for id_, result in results.items() if result["open"]] == []


@settings(max_examples=100, deadline=None)
@given(SEEDS)
def test_who_and_outcome_agree(seed: int) -> None:
    pick = random.Random(seed)
    data, family = random_data(pick), random_family(pick)
    facts = forget(pick, family, 0.1)
    for id_, result in screen(data, facts)["services"].items():
        assert result["reasons"], "every outcome says why"
        if data["services"][id_]["for"] == "household" or result["outcome"] == "unlikely":
            assert result["who"] == []
        wanted = {"likely": True, "unlikely": False, "maybe": None}[result["outcome"]]
        holds = [reason["holds"] for reason in result["reasons"]]
        assert wanted in holds
        assert result["outcome"] == "maybe" or set(holds) == {wanted}
