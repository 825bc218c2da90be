"""Made-up families with every answer given, the same ones each time: to see what a change of data does.

They are spread over the states, over one to eight people and over incomes from none to five times the poverty line.
Every eighth family has much that is rare, so that rules for few people are tried too.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from .model.rule import SITUATIONS

Facts = dict[str, Any]
FLAGS = ("pregnant", "breastfeeding", "disabled", "blind", "student", "veteran", "foster", "former_foster")
# What people are like who look for help: of each flag, how many in a hundred adults.
SHARES = {"disabled": 18, "student": 8, "veteran": 5, "blind": 1, "former_foster": 2}
SHAPES = (  # who lives together: relations and ages from, to
    [("self", 19, 64)],
    [("self", 60, 90)],
    [("self", 20, 45), ("child", 0, 5)],
    [("self", 22, 50), ("child", 0, 17), ("child", 0, 18)],
    [("self", 25, 50), ("spouse", 25, 50), ("child", 0, 4), ("child", 5, 17)],
    [("self", 25, 64), ("spouse", 25, 64)],
    [("self", 62, 85), ("spouse", 58, 85)],
    [("self", 22, 40), ("partner", 22, 40), ("child", 0, 10)],
    [("self", 30, 50), ("child", 8, 17), ("parent", 60, 85)],
    [("self", 50, 70), ("grandchild", 2, 16)],
    [("self", 19, 30), ("not-related", 19, 30)],
    [("self", 28, 45), ("spouse", 28, 45), *([("child", 0, 17)] * 4)],
    [("self", 30, 50), ("spouse", 30, 50), *([("child", 1, 17)] * 5), ("parent", 60, 80)],
)


def sample(states: Sequence[str], programs: Sequence[str], count: int = 200, seed: str = "handrail") -> list[Facts]:
    """So many families, taking the states in turn. `programs`: what `receives` answers about."""
    pick = random.Random(seed)
    return [_family(pick, states[place % len(states)], programs, place % 8 == 7) for place in range(count)]


def _family(pick: random.Random, state: str, programs: Sequence[str], rare: bool) -> Facts:
    shape = pick.choice(SHAPES)
    people = [
        _person(pick, f"p{place}", relation, pick.randint(low, high), rare)
        for place, (relation, low, high) in enumerate(shape, 1)
    ]
    me = people[0]
    for person in people:
        if person["relation"] == "spouse":
            me["spouse"], person["spouse"] = person["id"], me["id"]
        if person["relation"] == "child" and person["age"] == 0 and pick.random() < 0.7:
            me.update(months_since_birth=pick.randint(0, 11), breastfeeding=pick.random() < 0.6, pregnant=False)
            me["babies_expected"] = 0
    return {
        "place": {"state": state},
        "people": people,
        "incomes": _incomes(pick, people),
        "expenses": _costs(pick),
        "savings": pick.choice([0, 0, 50, 300, 900, 2500, 6000, 20000]),
        "receives": {program: pick.random() < 0.06 for program in programs},
        "situations": {situation: pick.random() < (0.3 if rare else 0.05) for situation in SITUATIONS},
    }


def _person(pick: random.Random, id_: str, relation: str, age: int, rare: bool) -> dict[str, Any]:
    person: dict[str, Any] = {"id": id_, "relation": relation, "age": age, **dict.fromkeys(FLAGS, False)}
    if age >= 18:
        person |= {flag: pick.random() * 100 < (share + 25 if rare else share) for flag, share in SHARES.items()}
    pregnant = 18 <= age <= 42 and pick.random() < 0.07
    works = 18 <= age < 67 and pick.random() < 0.7
    return person | {
        "pregnant": pregnant,
        "babies_expected": 1 if pregnant else 0,
        "months_since_birth": None,
        "foster": age < 22 and pick.random() < (0.4 if rare else 0.02),
        "former_foster": person["former_foster"] and age < 27,
        "hours_per_week": pick.choice([10, 20, 30, 40, 40]) if works else 0,
        "status": pick.choices(["citizen", "permanent-resident", "refugee-or-asylee", "other-or-none"], [86, 7, 2, 5])[
            0
        ],
        "spouse": None,
    }


def _incomes(pick: random.Random, people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pay by the hours of work, Social Security for the old, disability pay for some."""
    rows = []
    for person in people:
        if person["hours_per_week"]:
            pay = person["hours_per_week"] * pick.choice([8, 11, 14, 17, 22, 30, 45]) * 52 // 12
            rows.append({"person": person["id"], "kind": "wages", "amount": pay, "per": "month"})
        elif person["age"] >= 62:
            amount = pick.choice([600, 990, 1300, 1700, 2400])
            rows.append({"person": person["id"], "kind": "social-security", "amount": amount, "per": "month"})
        elif person["disabled"] and pick.random() < 0.6:
            rows.append({"person": person["id"], "kind": "ssdi", "amount": pick.randint(700, 1800), "per": "month"})
    if any(person["relation"] == "child" for person in people) and pick.random() < 0.15:
        rows.append({"person": "p1", "kind": "child-support", "amount": pick.choice([150, 400]), "per": "month"})
    return rows


def _costs(pick: random.Random) -> list[dict[str, Any]]:
    rent = pick.choice([0, 500, 900, 1400])
    costs = [{"kind": "rent", "amount": rent, "per": "month"}] if rent else []
    costs += [{"kind": kind, "pays": pick.random() < 0.7} for kind in ("heating", "electricity", "phone")]
    return costs + [
        {"kind": kind, "pays": False} for kind in ("mortgage", "child-care", "medical", "child-support-paid")
    ]
