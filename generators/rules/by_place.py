"""The screening data of a large directory in parts: what the whole nation has, and what a state or its counties have.

A phone loads the nation's part, and those of the place where the family lives. A directory of few services for single
states stays in one piece. The twin of docs/assets/handrail/check/by-place.mjs, which puts the parts together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .about_place import plain
from .answers import Json

SPLIT_FROM = 400  # services that are for one state; fewer stay with the nation's
IN_A_PART = 400  # services for counties in a part, about
MOST_PARTS = 3  # that one service stands in; one for more counties stands in the part of its state

Where = frozenset[tuple[str, int]]  # parts: state, number; nothing: the nation's


def parts_of(data: Json) -> Iterator[tuple[str, Json]]:
    """Name ("" for the nation's, "ks-0") and content of each part.

    The nation's has all that screening data has, and in `parts` for each state the plain name of the first county in
    each of its parts from number 1 on, in order. Part 0 of a state is for all of it. The others have `services`,
    `order` and `others` only. Every door of a service stands in a part that comes with it.
    """
    places = {
        id_: (one["state"], one.get("counties", ()))
        for kind in ("services", "others")
        for id_, one in data[kind].items()
        if "state" in one
    }
    firsts, held = layout(places, {id_: data["services"][id_]["doors"] for id_ in data["order"]})
    if not held:
        yield "", data
        return
    local = {id_ for ids in held.values() for id_ in ids}
    nation = {id_ for kind in ("services", "others") for id_ in data[kind]} - local
    yield "", {**data, **_chosen(data, nation), "parts": firsts}
    for name, ids in held.items():
        yield name, _chosen(data, ids)


def layout(
    places: Mapping[str, tuple[str, Sequence[str]]], doors: Mapping[str, Sequence[str]]
) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """The plain names of the first counties by state, and the ids in each part but the nation's, by its name.

    None where all stay in one piece. `places`: state and counties of services that are not for the nation; `doors` of
    those with a rule, in their order.
    """
    if len(places) < SPLIT_FROM:
        return {}, {}
    local = {id_: (state, {plain(name) for name in counties}) for id_, (state, counties) in places.items()}
    firsts = _firsts(local.values())
    where = {id_: _where(*place, firsts) for id_, place in local.items()}
    _lift_doors(doors, where)
    held: dict[tuple[str, int], set[str]] = {
        (state, n): set() for state in firsts for n in range(len(firsts[state]) + 1)
    }
    for id_, parts in where.items():
        for part in parts:
            held[part].add(id_)
    named = {f"{state.lower()}-{number}": ids for (state, number), ids in sorted(held.items())}
    return {state: firsts[state] for state in sorted(firsts)}, named


def _chosen(data: Json, ids: set[str]) -> Json:
    """Services, others and their order, of these only."""
    return {
        "services": {id_: one for id_, one in data["services"].items() if id_ in ids},
        "order": [id_ for id_ in data["order"] if id_ in ids],
        "others": {id_: one for id_, one in data["others"].items() if id_ in ids},
    }


def _firsts(local: Iterable[tuple[str, set[str]]]) -> dict[str, list[str]]:
    """Of each state: the plain name of the first county in each part with services of some counties."""
    counted: dict[str, Counter[str]] = {}
    for state, counties in local:
        counted.setdefault(state, Counter()).update(counties)
    return {state: list(_cut(counts)) if counts.total() >= IN_A_PART else [] for state, counts in counted.items()}


def _cut(counts: Counter[str]) -> Iterator[str]:
    """The first county of each run of neighbours in the alphabet that have enough services together."""
    held = IN_A_PART
    for county in sorted(counts):
        if held >= IN_A_PART:
            yield county
            held = 0
        held += counts[county]


def _where(state: str, counties: set[str], firsts: Mapping[str, list[str]]) -> Where:
    parts = {part_of(county, firsts[state]) for county in counties}
    if not parts or len(parts) > MOST_PARTS or 0 in parts:
        return frozenset({(state, 0)})
    return frozenset((state, part) for part in parts)


def part_of(county: str, firsts: list[str]) -> int:
    """The number of the part for a county, by its plain name; 0 where it has none of its own."""
    return sum(first <= county for first in firsts)


def _lift_doors(doors: Mapping[str, Sequence[str]], where: dict[str, Where]) -> None:
    """Moves each service that is a door to a part that comes wherever the services behind it come."""
    moved = True
    while moved:
        moved = False
        for id_ in reversed(list(doors)):
            for door in doors[id_]:
                to = _lifted(where.get(door), where.get(id_))
                if door in where and to != where[door]:
                    where[door] = to
                    moved = True


def _lifted(door: Where | None, behind: Where | None) -> Where:
    """Where a door has to stand for a service that stands in these parts."""
    if not door or not behind:
        return frozenset()
    states = {state for state, _ in door | behind}
    if len(states) > 1:
        return frozenset()
    whole: Where = frozenset({(next(iter(states)), 0)})
    return door if door == whole or behind <= door else whole


def put_together(nation: Json, parts: Iterable[Mapping[str, Any]]) -> Json:
    """Screening data of the nation's part and some others."""
    data: Json = {**nation, "services": dict(nation["services"]), "others": dict(nation["others"])}
    order = list(nation["order"])
    for part in parts:
        order += [id_ for id_ in part["order"] if id_ not in data["services"]]
        data["services"].update(part["services"])
        data["others"].update(part["others"])
    data["order"] = order
    return data
