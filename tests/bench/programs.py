"""Many different programs, made from the shipped ones: other amounts, ages, states, tables and doors in each round.

What real programs share stays shared: the poverty guideline, the family's answers, SNAP and Medicaid as doors.
"""

from __future__ import annotations

import copy
import random
from typing import Any

from generators.model import Rule
from generators.model.rule import EXPENSE_KINDS, INCOME_KINDS, SITUATIONS
from generators.rules.doors import doors_between
from generators.rules.facts import STATES

Json = dict[str, Any]
SHARED_TABLES = ("poverty-guideline", "state-median-income")  # the law has one of each


def varied(data: Json, count: int) -> Json:
    """The screening data with so many services; from the second round on no rule is a copy of another."""
    services: Json = {}
    figures = dict(data["figures"])
    for at in range(count):
        number, id_ = at // len(data["order"]), data["order"][at % len(data["order"])]
        if not number:
            services[id_] = data["services"][id_]
            continue
        change = _Change(random.Random(f"{id_} {number}"), number, figures, services)
        service = {**data["services"][id_], "rule": change.node(data["services"][id_]["rule"])}
        assert Rule.model_validate(service["rule"]).to_json() == service["rule"]
        services[f"{id_}-{number}"] = {**service, "name": f"{service['name']} {number}"}
    doors = doors_between({id_: service["rule"] for id_, service in services.items()})
    services = {id_: {**service, "doors": doors[id_]} for id_, service in services.items()}
    return {**data, "services": services, "order": list(services), "figures": figures}


def repeated(data: Json, count: int) -> Json:
    """The shipped rules again and again, word for word: everything is worked out only once."""
    services: Json = {}
    for at in range(count):
        number, id_ = at // len(data["order"]), data["order"][at % len(data["order"])]
        services[f"{id_}-{number}" if number else id_] = data["services"][id_]
    return {**data, "services": services, "order": list(services)}


class _Change:
    """One program's own numbers."""

    def __init__(self, pick: random.Random, number: int, figures: Json, before: Json) -> None:
        self.pick, self.number, self.figures, self.before = pick, number, figures, before
        self.factor = pick.uniform(0.6, 1.6)

    def node(self, rule: Json) -> Json:
        ((word, value),) = rule.items()
        if word in ("all", "any"):
            return {word: [self.node(inner) for inner in value]}
        if word in ("not", "anyone"):
            return {word: self.node(value)}
        if word in ("count", "maybe"):
            inner = "who" if word == "count" else "if"
            because = {"because": f"{value['because']} ({self.number})"} if word == "maybe" else {}
            return {word: {**value, **because, inner: self.node(value[inner])}}
        return {word: getattr(self, word)(copy.deepcopy(value)) if hasattr(self, word) else value}

    def age(self, rule: Json) -> Json:
        """Two thirds of programs have their own ages."""
        move = self.pick.choice([0, -2, -1, 1, 2, 3])
        return {key: max(1, bound + move) if isinstance(bound, (int, float)) else bound for key, bound in rule.items()}

    def caretaker(self, under: int) -> int:
        return self.pick.choice([under, under + 1, 18, 19])

    def gave_birth(self, months: int) -> int:
        return self.pick.choice([months, 6, 9, 12])

    def hours(self, rule: Json) -> Json:
        return {key: self.pick.choice([bound, 15.0, 25.0, 30.0]) for key, bound in rule.items()}

    def income(self, rule: Json) -> Json:
        """Its own limit, often in a table of its own; sometimes other kinds count, or other deductions come off."""
        rule["at_most"] = {key: self.amount(key, value) for key, value in rule["at_most"].items()}
        if "deductions" in rule:
            rule["deductions"] = {key: self.amount(key, value) for key, value in rule["deductions"].items()}
        if "only" not in rule and self.pick.random() < 0.4:
            rule["but_not"] = self.some(INCOME_KINDS, self.pick.randint(1, 3))
        return Rule.model_validate({"income": rule}).to_json()["income"]  # type: ignore[no-any-return]

    def savings(self, rule: Json) -> Json:
        return {key: self.amount(key, value) for key, value in rule.items()}

    def figure(self, rule: Json) -> Json:
        return {key: self.table(id_) for key, id_ in rule.items()}

    def place(self, rule: Json) -> Json:
        """As many states, others of them."""
        for key in ("states", "not_states"):
            if rule.get(key):
                rule[key] = self.some(sorted(STATES), len(rule[key]))
        return rule

    def receives(self, rule: Json) -> Json:
        """Half of its doors are those of everybody, half are of its own round, as far as they come before."""
        own = [f"{program}-{self.number}" for program in rule["any_of"]]
        pairs = zip(rule["any_of"], own, strict=True)
        rule["any_of"] = [two if two in self.before and self.pick.random() < 0.5 else one for one, two in pairs]
        return rule

    def situation(self, rule: Json) -> Json:
        more = self.some(SITUATIONS, 1)
        return {**rule, "any_of": list(dict.fromkeys([*rule["any_of"], *more]))}

    def expense(self, rule: Json) -> Json:
        more = self.some(EXPENSE_KINDS, 1)
        return {**rule, "any_of": list(dict.fromkeys([*rule["any_of"], *more]))}

    def some(self, of: Any, count: int) -> list[str]:
        return sorted(self.pick.sample(list(of), min(count, len(of))))

    def amount(self, key: str, value: Any) -> Any:
        if key in ("of", "per", "margin") or isinstance(value, bool) or value is None:
            return value
        if isinstance(value, str):
            return self.table(value)
        if key == "earned_share":
            return min(0.9, round(value * self.factor, 2))
        return round(value * self.factor, 2) if value < 10 else float(round(value * self.factor))

    def table(self, id_: str) -> str:
        """Mostly a table of its own, with its own amounts in every state."""
        if id_.startswith(SHARED_TABLES) or self.pick.random() < 0.3:
            return id_
        own = f"{id_}-{self.number}-{self.pick.randint(0, 10**6)}"
        table = self.figures[id_]
        self.figures[own] = {**table, "name": f"{table['name']} {self.number}", "rows": self.rows(table["rows"])}
        return own

    def rows(self, rows: Any) -> Any:
        if isinstance(rows, dict):
            return {key: self.rows(value) for key, value in rows.items()}
        if isinstance(rows, bool) or not isinstance(rows, (int, float)):
            return rows
        return round(rows * self.factor, 2)
