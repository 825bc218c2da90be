"""Which services are for whom by where they live, and where their doors are, in files of about PART characters.

An area is a county ("42003"), a state ("42") or the nation ("us"). Areas are sorted and cut into files as terms are;
`near` in `index.json` holds the first area of each file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..model import Records, Where, mark
from .facets import reached
from .packed import pack, steps

PART = 16_000
DEGREE = 1000  # points are kept in thousandths of a degree, a block or so
IN_PERSON = {"walk-in", "appointment", "home-visit"}


def near_files(records: Records, keys: Sequence[str]) -> list[tuple[str, Any]]:
    """Name and content of every file: {area: content}, as `area_of` promises."""
    rows = near_rows(records, sorted(filter(None, keys)))
    within: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        if key:
            for area in records.where.get(key, Where()).areas:
                within.setdefault(area, []).append(number)
    parts: list[dict[str, Any]] = []
    size = PART
    for area in sorted(within):
        content = area_of(records, keys, rows, within[area])
        length = sum(len(str(value)) for value in content.values())
        if size + length > PART:
            parts.append({})
            size = 0
        parts[-1][area] = content
        size += length
    return [(f"near-{number}.json", part) for number, part in enumerate(parts)]


def near_rows(records: Records, ids: Iterable[str]) -> dict[str, bytes]:
    """Of each service the mark of all that the files say of it, and last whether people can come in person."""

    def of(key: str) -> bytes:
        one = records.where.get(key, Where())
        can_come = bool(IN_PERSON.intersection(reached(records.services[key])))
        return mark([one.areas, one.doors, one.counties, one.zips]) + bytes([can_come])

    return records.lasting.rows(records, "near", ids, of, small=True)


def area_of(records: Records, keys: Sequence[str], rows: Mapping[str, bytes], numbers: Sequence[int]) -> dict[str, Any]:
    """The services of an area. `rows` of `near_rows`.

    `numbers` as steps; `doors` how many doors each has, and one more where there is one or a person can come in person,
    so that 0 is by phone or online only; `at` the points of the doors (latitude and longitude, moved to be above 0);
    `only` the counties and ZIP codes of those that are not for all of the area, by number.
    """
    ones = [records.where.get(keys[number], Where()) for number in numbers]
    points = [angle for one in ones for at in one.doors for angle in (at[0] + 90, at[1] + 180)]
    doors = [
        len(one.doors) + 1 if one.doors or rows[keys[number]][-1] else 0
        for number, one in zip(numbers, ones, strict=True)
    ]
    only = {
        str(number): {"counties": list(one.counties), "zips": list(one.zips)}
        for number, one in zip(numbers, ones, strict=True)
        if one.counties or one.zips
    }
    return {
        "numbers": pack(steps(numbers)),
        "doors": pack(doors),
        "at": pack(round(angle * DEGREE) for angle in points),
        "only": only,
    }
