"""Which services are for whom by where they live, and where their doors are, in files of about PART characters.

An area is a county ("42003"), a state ("42") or the nation ("us"). Areas are sorted and cut into files as terms are;
`near` in `index.json` holds the first area of each file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ..model import Records, Where
from .facets import reached
from .packed import pack, steps

PART = 16_000
DEGREE = 1000  # points are kept in thousandths of a degree, a block or so
IN_PERSON = {"walk-in", "appointment", "home-visit"}


def near_files(records: Records, keys: Sequence[str]) -> list[tuple[str, Any]]:
    """Name and content of every file: {area: content}, as `_area` promises."""
    rows = near_rows(records, sorted(filter(None, keys)))
    within: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key:
            areas, *row = rows[key].split("\n")
            for area in areas.split():
                within[area].append((number, row))
    parts: list[dict[str, Any]] = []
    size = PART
    for area in sorted(within):
        content = _area(within[area])
        length = sum(len(str(value)) for value in content.values())
        if size + length > PART:
            parts.append({})
            size = 0
        parts[-1][area] = content
        size += length
    return [(f"near-{number}.json", part) for number, part in enumerate(parts)]


def near_rows(records: Records, ids: Iterable[str]) -> dict[str, str]:
    """All that the files say of each service, in four lines: its areas, then `doors`, `at` and `only` of `_area`."""

    def of(key: str) -> str:
        one = records.where.get(key, Where())
        can_come = one.doors or IN_PERSON.intersection(reached(records.services[key]))
        points = [round(angle * DEGREE) for at in one.doors for angle in (at[0] + 90, at[1] + 180)]
        only = {"counties": list(one.counties), "zips": list(one.zips)} if one.counties or one.zips else None
        doors = pack([len(one.doors) + 1 if can_come else 0])
        return "\n".join([" ".join(one.areas), doors, pack(points), json.dumps(only) if only else ""])

    return records.lasting.rows(records, "near", ids, of)


def _area(services: Sequence[tuple[int, Sequence[str]]]) -> dict[str, Any]:
    """The services of an area.

    `numbers` as steps; `doors` how many doors each has, and one more where there is one or a person can come in person,
    so that 0 is by phone or online only; `at` the points of the doors (latitude and longitude, moved to be above 0);
    `only` the counties and ZIP codes of those that are not for all of the area, by number.
    """
    return {
        "numbers": pack(steps([number for number, _ in services])),
        "doors": "".join([row[0] for _, row in services]),
        "at": "".join([row[1] for _, row in services]),
        "only": {str(number): json.loads(row[2]) for number, row in services if row[2]},
    }
