"""Income limits as look-up tables: every limit of a rule, for every state and size of family, in dollars a month.

The dollars are those of `limits.py` on the day, rounded down to whole dollars as in the sentences of a rule: at the
dollars that a table shows, the condition holds.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..languages import Language
from .answers import Json, Scene, is_number
from .counting import counting
from .figures import earliest, place_of
from .limits import Limit, figures_of, limit_for
from .said_words import FLAG_WORDS
from .sentences import CENT, Teller, in_one_line, said_of, teller_of, whose_income

SIZES = tuple(range(1, 9))  # people who count together
SAME_INCOME = (
    "of",
    "only",
    "but_not",
    "deductions",
    "unborn_count",
)  # two limits that agree in these are of one income
BELOW = {"anyone": "", "count": "who", "maybe": "if"}  # words that hold a rule, and where
ONE_SIZE = {"person": (1,), "couple": (2,)}  # units that never grow
# What tells for whom a limit is; how old, who lives along, savings. The rest would make the line too long to read.
TOLD_BESIDE = frozenset("age gave_birth relation caretaker anyone any savings expense".split()) | frozenset(FLAG_WORDS)
MOST_KEPT = 500  # limits that are remembered
MOST_BESIDE = 4  # plain conditions in a group beside a limit; more are left out
SPECIAL = frozenset(
    ("situation", "receives")
)  # beside a limit that is only perhaps: it is for few, and says nothing here


@dataclass(frozen=True)
class Places:
    """Some states where a limit is the same."""

    states: tuple[str, ...]  # codes, in the order given
    dollars: tuple[int | None, ...]  # a month, by size (none: no limit of its own); empty where `says` tells why
    says: str = ""  # no-limit, not-offered, or why we have none (place, past, no-row)


@dataclass(frozen=True)
class Line:
    """One income limit of a rule."""

    what: str  # "Your income after deductions"
    beside: str  # for whom, or what else must hold with it: "60 or older"; may be empty
    because: str  # why it is only perhaps so; empty where the limit is firm
    counting: tuple[str, ...]  # sentences: who and what counts
    sizes: tuple[int, ...]
    places: tuple[Places, ...]
    until: str | None  # the first day on which one of the limits ends
    incomes: tuple[Json, ...]  # the conditions themselves, which must hold together
    figures: tuple[str, ...]  # ids of the figures behind the dollars

    @property
    def is_firm(self) -> bool:
        """Does it decide, rather than only help to ask?"""
        return not self.because

    @property
    def known(self) -> tuple[Places, ...]:
        """The places where there are dollars to compare with."""
        return tuple(places for places in self.places if places.dollars)


def limit_tables(
    data: Json, service: str, language: Language, today: datetime.date, names: Mapping[str, str], states: Sequence[str]
) -> list[Line]:
    """The limits of a service, firm ones first, each once. `data`: the screening data; `states`: codes."""
    teller = teller_of(language, data["figures"], today, names)
    scenes = {
        state: Scene(data, {"place": {"state": state}}, today.isoformat(), None, {}) for state in dict.fromkeys(states)
    }
    found: dict[str, Line] = {}
    rule = data["services"][service]["rule"]
    for incomes, beside, because in sorted(_incomes(rule), key=lambda each: bool(each[2])):
        line = _line(teller, scenes, incomes, beside, because)
        key = json.dumps([line.what, [(places.states, places.dollars) for places in line.known]])
        if line.known and key not in found:
            found[key] = line
    return list(found.values())


def has_income_test(rule: Json) -> bool:
    """Does the rule look at income at all?"""
    return any(True for _ in _incomes(rule))


Found = tuple[list[Json], list[Json], str]  # limits that must all hold, conditions beside them, why only perhaps


def _incomes(rule: Json, beside: tuple[Json, ...] = (), because: str = "") -> Iterator[Found]:
    """Every income limit of a rule; what must not be so, and what only asks for some income, is left out.

    Limits of the same income that must hold together come as one: the lowest counts.
    """
    ((word, value),) = rule.items()
    if word == "all":
        yield from _together(value, beside, because)
    elif word == "any":
        for part in value:
            yield from _incomes(part, beside, because)
    elif word in BELOW:
        why = because or (value["because"] if word == "maybe" else "")
        yield from _incomes(value[BELOW[word]] if BELOW[word] else value, beside, why)
    elif word == "income" and _is_limit(value, because):
        yield [value], list(beside), because


def _together(parts: Sequence[Json], around: tuple[Json, ...], because: str) -> Iterator[Found]:
    free = [part for part in parts if "income" not in part and not has_income_test(part)]
    if because and any(SPECIAL & set(part) for part in free):
        return
    beside = (*around, *(part for part in free if _is_told(part) or "place" in part))
    limits: dict[str, list[Json]] = {}
    for part in parts:
        if "income" in part and _is_limit(part["income"], because):
            limits.setdefault(json.dumps([part["income"].get(key) for key in SAME_INCOME]), []).append(part["income"])
    for together in limits.values():
        yield together, list(beside), because
    for part in parts:
        if "income" not in part:
            yield from _incomes(part, beside, because)


def _is_limit(income: Json, because: str) -> bool:
    """A plain amount in a "perhaps" is a rough top, which nobody published."""
    rough = because and is_number(income["at_most"].get("amount"))
    return "at_least" not in income and not rough


def _is_told(rule: Json) -> bool:
    ((word, value),) = rule.items()
    if word in ("any", "all"):
        return len(value) <= MOST_BESIDE and all(_is_told(part) for part in value)
    if word == "not":
        return bool(set(value) & set(FLAG_WORDS))
    return word in TOLD_BESIDE and (word != "anyone" or _is_told(value))


def _line(
    teller: Teller, scenes: Mapping[str, Scene], incomes: Sequence[Json], beside: Sequence[Json], because: str
) -> Line:
    income = incomes[0]
    sizes = ONE_SIZE.get(income.get("of", "household"), SIZES)
    places, until = _amounts(scenes, incomes, [each for each in beside if "place" in each], sizes)
    lines = [said_of(teller, each) for each in beside if "place" not in each]
    return Line(
        what=whose_income(teller, income).rstrip(","),
        beside=in_one_line(lines, teller.language),
        because=because,
        counting=tuple(counting(teller, income)),
        sizes=sizes,
        places=places,
        until=until,
        incomes=tuple(incomes),
        figures=tuple(dict.fromkeys(id_ for each in incomes for id_ in _figures(each["at_most"], teller.scene.data))),
    )


Amounts = tuple[tuple[Places, ...], str | None]  # and the first day on which one of them ends
_amounts_of: dict[tuple[Any, ...], Amounts] = {}  # worked out for one language, they hold for all
_rows_of: dict[int, tuple[Json, str]] = {}  # figures by their id in Python, kept beside what their rows say


def _amounts(
    scenes: Mapping[str, Scene], incomes: Sequence[Json], places: Sequence[Json], sizes: Sequence[int]
) -> Amounts:
    """The limits of every state, the same ones together: made of figures, the day and the rule, not of words."""
    scene = next(iter(scenes.values()), None)
    if scene is None:
        return (), None
    key = (_rows(scene.data["figures"]), scene.as_of, tuple(scenes), json.dumps([incomes, places]), sizes)
    if key not in _amounts_of:
        if len(_amounts_of) > MOST_KEPT:
            _amounts_of.clear()
        _amounts_of[key] = _worked_out(scenes, incomes, places, sizes)
    return _amounts_of[key]


def _worked_out(
    scenes: Mapping[str, Scene], incomes: Sequence[Json], places: Sequence[Json], sizes: Sequence[int]
) -> Amounts:
    named = {id_ for each in incomes for id_ in figures_of(each["at_most"])}
    limits: dict[str, list[Limit]] = {}
    same: dict[tuple[str, ...], list[Limit]] = {}  # states that all these figures take for one place have one limit
    for state, scene in scenes.items():
        if all(_is_here(each, state) for each in places):
            tables = (scene.data["figures"].get(id_, {}).get("rows", {}) for id_ in named)
            place = tuple([place_of(rows, state) for rows in tables])
            if place not in same:
                same[place] = [_lowest([limit_for(scene, each, size) for each in incomes]) for size in sizes]
            limits[state] = same[place]
    groups: dict[Places, list[str]] = {}
    for state, row in limits.items():
        groups.setdefault(_places(row), []).append(state)
    alike = tuple(replace(places, states=tuple(states)) for places, states in groups.items())
    return alike, earliest([limit.until for row in limits.values() for limit in row])


def _rows(figures: Json) -> str:
    """What the rows of all figures say, in short."""
    if id(figures) not in _rows_of:
        if len(_rows_of) > MOST_KEPT:
            _rows_of.clear()
        said = json.dumps([(id_, figure["rows"], figure["until"]) for id_, figure in figures.items()])
        _rows_of[id(figures)] = (figures, hashlib.sha256(said.encode()).hexdigest())
    return _rows_of[id(figures)][1]


def _figures(limit: Json, data: Json) -> Iterator[str]:
    for key in ("share", "amount", "each_more", "of"):
        if limit.get(key) in data["figures"]:
            yield limit[key]


def _lowest(limits: Sequence[Limit]) -> Limit:
    """The limit that counts of some that must all hold; one that says why there is none speaks first."""
    silent = [limit for limit in limits if limit.says and limit.says != "no-limit"]
    known = [limit for limit in limits if not limit.says]
    return silent[0] if silent else min(known, key=lambda limit: limit.dollars) if known else limits[0]


def _is_here(rule: Json, state: str) -> bool:
    place = rule.get("place", {})
    return (not place.get("states") or state in place["states"]) and state not in place.get("not_states", ())


def _places(limits: Sequence[Limit]) -> Places:
    dollars = tuple(None if limit.says or limit.dollars <= 0 else math.floor(limit.dollars + CENT) for limit in limits)
    if any(dollars):
        return Places((), dollars)
    return Places((), (), limits[0].says or "no-row")
