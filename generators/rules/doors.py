"""Doors open doors: which services a rule counts on, and the order that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from ..model import Service
from .answers import Json


def nodes(rule: Json) -> Iterator[tuple[str, Any]]:
    """Every node of a rule in its JSON form, as word and value, from the top down."""
    ((word, value),) = rule.items()
    yield word, value
    inner: list[Json] = []
    if word in ("all", "any"):
        inner = value
    elif word in ("not", "anyone"):
        inner = [value]
    elif word == "count":
        inner = [value["who"]]
    elif word == "maybe":
        inner = [value["if"]]
    for node in inner:
        yield from nodes(node)


def programs_of(rule: Json) -> list[str]:
    """The programs whose receipt a rule asks about, each once."""
    programs = (program for word, value in nodes(rule) if word == "receives" for program in value["any_of"])
    return list(dict.fromkeys(programs))


def doors_of(services: Mapping[str, Service]) -> dict[str, list[str]]:
    """For every service with a rule: the services with a rule that open it."""
    return doors_between({id_: service.rule.to_json() for id_, service in services.items() if service.rule})


def doors_between(rules: Mapping[str, Json]) -> dict[str, list[str]]:
    """For every rule (in JSON, by the id of its service): which of the others open it. Many are one object."""
    programs = {id(rule): programs_of(rule) for rule in {id(rule): rule for rule in rules.values()}.values()}
    return {id_: [one for one in programs[id(rule)] if one in rules] for id_, rule in rules.items()}


def reached(start: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    """Where somebody comes to who begins at some ids, these among them. `onward`: where an id leads."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += onward(one)
    return found


def doors_ring(services: Mapping[str, Service]) -> list[str] | None:
    """The ids of a ring of doors, first and last the same; None where there is none."""
    sorter = TopologicalSorter(doors_of(services))
    try:
        sorter.prepare()
    except CycleError as ring:
        return list(ring.args[1])
    return None


def door_order(doors: Mapping[str, list[str]]) -> list[str]:
    """Every service of `doors_of`, after the doors that open it; else by id. A ring is broken at its last id."""
    order: dict[str, None] = {}

    def add(id_: str, above: tuple[str, ...]) -> None:
        if id_ in order or id_ in above:
            return
        for door in sorted(doors[id_]):
            add(door, (*above, id_))
        order[id_] = None

    for id_ in sorted(doors):
        add(id_, ())
    return list(order)
