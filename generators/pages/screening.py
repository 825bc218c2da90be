"""The files of the screening in one language: of the nation, and of states and counties where there is much."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ..joints import Joined, Text, json_of
from ..languages import Language
from ..model import Records, mark
from ..model.reads import unnoted
from ..parted import Part
from ..rules.by_place import layout
from ..rules.export import other, place_of, without_rule
from .parts import Parts

Layout = tuple[dict[str, list[str]], list[tuple[str, list[str]]]]  # as `layout` says; name and ids of each part


def screening_files(records: Records, told: Language, today: datetime.date) -> Iterator[tuple[str, Part]]:
    """File names, and what each holds: see `parts_of` in rules/by_place.py."""
    parts = Parts(records, told, today)
    rules, others = parts.services, others_of(records, told)

    def chosen(ids: Sequence[str]) -> Joined:
        order = [id_ for id_ in ids if id_ in rules]
        said = Joined({id_: Text(others[id_]) for id_ in ids if id_ not in rules})
        return Joined({"services": {id_: rules[id_] for id_ in order}, "order": order, "others": said})

    def nation(ids: Sequence[str]) -> Joined:
        return Joined({**parts.common(), **chosen(ids), **({"parts": firsts} if firsts else {})})

    with unnoted():
        firsts, held = _layout(records, told, rules)
    for name, ids in held:
        if name:
            yield f"screening/{told.code}/{name}.json", Part(ids, partial(chosen, ids))
        else:
            yield f"screening.{told.code}.json", Part([*ids, repr(firsts)], partial(nation, ids))


def others_of(records: Records, told: Language) -> Mapping[str, str]:
    """What is said of each service without a rule, as JSON."""

    def make() -> dict[str, str]:
        def of(id_: str) -> str:
            return json_of(other(records, told, id_))

        return records.lasting.rows(records, f"others/{told.code}", without_rule(records), of)

    found: Mapping[str, str] = records.each(("services without a rule", told.code), make)
    return found


def _layout(records: Records, told: Language, rules: Mapping[str, Any]) -> Layout:
    """Which services stand in which part; worked out anew only when a place or a door changed."""
    places = records.lasting.rows(records, "places", records.services, lambda id_: list(place_of(records, id_)))
    ids = [*rules, *without_rule(records)]
    doors = {id_: rules[id_]["doors"] for id_ in rules}
    key, known = f"screening/{told.code}", mark([ids, list(places.values()), list(doors.values())])
    kept = records.lasting.get(records, key)
    if kept is not None and kept[0] == known:
        return kept[1][0], kept[1][1]
    local = {id_: (places[id_][0], places[id_][1]) for id_ in ids if places[id_][0]}
    firsts, held = layout(local, doors)
    away = set().union(*held.values())
    named = [("", [id_ for id_ in ids if id_ not in away])]
    at = {id_: place for place, id_ in enumerate(ids)}
    named += [(name, sorted(some, key=at.__getitem__)) for name, some in held.items()]
    records.lasting.put(records, key, (known, (firsts, named)), ())
    return firsts, named
