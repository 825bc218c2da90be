"""How far each time zone is from UTC, day by day, so that no browser has to know.

Old phones know few time zones, or old ones. So a page carries, for each zone that it needs, the moments at which the
clocks change. The table comes from the package `tzdata`, never from the computer that builds.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

DAY = 1440  # minutes
DAYS_BEFORE = 2  # a builder's day may be ahead of the reader's
YEARS = 3
DAYS_AFTER = 90  # what opens next is looked for past the end of the table


@cache
def known_zones() -> frozenset[str]:
    """The names of all time zones: America/New_York."""
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())


def clock_data(zones: Iterable[str], today: datetime.date) -> dict[str, Any]:
    """The table of some zones, from shortly before `today` for three years; whole minutes since 1970 in UTC.

    {"from": 29866320, "until": 31445280, "zones": {"America/New_York": [[29866320, -300], [29882340, -240]]}}

    `from` and `until` say for which moments it holds: a clock that shows another moment is not to be trusted. `zones`
    has for each zone the moments of change with the minutes that are added to UTC from then on, in order.
    """
    start = _minute(today - datetime.timedelta(days=DAYS_BEFORE))
    end = start + (YEARS * 365 + DAYS_BEFORE) * DAY
    table = {name: changes(name, start, end + DAYS_AFTER * DAY) for name in sorted(set(zones))}
    return {"from": start, "until": end, "zones": table}


@cache
def changes(name: str, start: int, end: int) -> list[list[int]]:
    """The offset at `start` and every change of it up to `end`: `[[minute, offset], ...]`."""
    found = [[start, _offset(name, start)]]
    for minute in range(start + DAY, end + DAY, DAY):
        if _offset(name, minute) != found[-1][1]:
            found.append(_change(name, minute - DAY, minute))
    return found


def _change(name: str, low: int, high: int) -> list[int]:
    """The minute within a day from which the offset is another one."""
    before = _offset(name, low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(name, middle) == before else (low, middle)
    return [high, _offset(name, high)]


def _offset(name: str, minute: int) -> int:
    moment = datetime.datetime.fromtimestamp(minute * 60, zone_info(name))
    offset = moment.utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60


@cache
def zone_info(name: str) -> ZoneInfo:
    """A time zone as the package `tzdata` has it."""
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def _minute(day: datetime.date) -> int:
    """The first minute of a day in UTC."""
    return (day - datetime.date(1970, 1, 1)).days * DAY


# The same two steps are in hours.mjs.


def local(table: list[list[int]], minute: int) -> int:
    """What the clocks of the zone show at a moment, as minutes since 1970 on their own dial."""
    offset = table[0][1]
    for start, new in table:
        if start <= minute:
            offset = new
    return minute + offset


def moment(table: list[list[int]], shown: int) -> int:
    """When the clocks of the zone show `shown`: the first time of two; an hour later where the hour is left out."""
    for index, (_, offset) in enumerate(table):
        found = shown - offset
        ends = table[index + 1] if index + 1 < len(table) else None
        if ends is None or found < ends[0] or shown - ends[1] < ends[0]:
            return found
    raise AssertionError("the last offset holds for ever")
