"""Hours that cannot be meant: an unknown time zone or none, rows that overlap, days that do not come, old changes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from ..hours import is_monthly, known_zones, needs_zone, zone_of
from ..hours.data import DAY, WEEKDAYS, times
from ..memory import FORGETFUL, Memory
from ..model import Area, Opening, Organization, Schedule, Season, Service
from ..problems import Problem, did_you_mean
from .files import Kept

Path = tuple[str | int, ...]
Line = Callable[[Path], int]
MONTHS_WITH = {29: "February has no 29th in most years", 30: "February has no 30th", 31: "five months have no 31st"}
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def hours_problems(
    found: Mapping[str, Mapping[str, BaseModel]],
    homes: Mapping[str, tuple[Kept, Path, Any]],
    today: datetime.date,
    memory: Memory = FORGETFUL,
) -> Iterator[Problem]:
    """What is wrong with the hours of all records, and with the time zones of areas."""
    areas = {folder: area for folder, area in found["area"].items() if isinstance(area, Area)}
    for folder, area in areas.items():
        item, at, _ = homes[f"area/{folder}"]
        yield from zone_problems(area.time_zone, item.source.path, item.source.line((*at, "time_zone")))
    for kind in ("service", "organization"):

        def check(id_: str, record: Any, kind: str = kind) -> Iterator[Problem]:
            item = homes[f"{kind}/{id_}"][0]  # one record a file
            return record_problems(record, item.area, areas, today, item.source.path, item.source.line)

        yield from memory.faults(f"hours of {kind}", found[kind], (today, *areas, *areas.values()), check)


def zone_problems(zone: str | None, path: str, line: int) -> Iterator[Problem]:
    """A time zone that nobody knows."""
    if zone is not None and zone not in known_zones():
        near = did_you_mean(zone, known_zones()) or " Such as America/New_York or America/Chicago."
        yield Problem(path, line, f'no time zone is called "{zone}".{near}')


def record_problems(
    record: Service | Organization,
    area: str,
    areas: Mapping[str, Area],
    today: datetime.date,
    path: str,
    line: Line,
) -> Iterator[Problem]:
    """Everything that is wrong with the schedules of a record."""
    shared = record.schedule if isinstance(record, Service) else None
    first = next((door.state for door in record.locations if door.state), None)
    found: list[tuple[Path, Schedule, str | None]] = []
    if shared:
        found.append((("schedule",), shared, first))
    for place, door in enumerate(record.locations):
        if door.schedule:
            found.append((("locations", place, "schedule"), door.schedule, door.state or first))
    for at, schedule, state in found:
        yield from zone_problems(schedule.time_zone, path, line((*at, "time_zone")))
        if needs_zone(schedule) and zone_of(schedule, area, areas, state) is None:
            text = (
                "in which time zone are these hours? Add `time_zone: America/New_York` (or another) here, "
                "or to the area.yaml of an area that has only one."
            )
            yield Problem(path, line(at), text)
        yield from _row_problems(schedule, at, path, line)
        yield from _overlaps(schedule, at, path, line)
        yield from _change_problems(schedule, at, today, path, line)


def _row_problems(schedule: Schedule, at: Path, path: str, line: Line) -> Iterator[Problem]:
    for index, row in enumerate(schedule.open):
        here = (*at, "open", index)
        for day in row.month_days:
            if day in MONTHS_WITH:
                text = f"{MONTHS_WITH[day]}: then these hours do not come."
                yield Problem(path, line((*here, "month_days")), text, reminder=True)
        if row.weeks and not row.days:
            text = "`weeks` needs `days`: `days: [tue]` with `weeks: [2]` is the second Tuesday."
            yield Problem(path, line((*here, "weeks")), text)
        if row.season:
            for day_of_year in (row.season.from_, row.season.until):
                month, _, number = day_of_year.partition("-")
                if int(number) > LENGTHS[int(month) - 1]:
                    yield Problem(path, line((*here, "season")), f'"{day_of_year}" is not a day in the calendar.')
        if row.since and row.until and row.until < row.since:
            yield Problem(path, line((*here, "until")), "`until` is before `since`.")


def _change_problems(schedule: Schedule, at: Path, today: datetime.date, path: str, line: Line) -> Iterator[Problem]:
    """Changes that are all over."""
    if schedule.changes and all((change.until or change.date) < today for change in schedule.changes):
        text = "these days are all over. Delete them, or write the next ones."
        yield Problem(path, line((*at, "changes")), text, reminder=True)


def _overlaps(schedule: Schedule, at: Path, path: str, line: Line) -> Iterator[Problem]:
    """Two rows that say hours for the same time."""
    rows = [(index, row) for index, row in enumerate(schedule.open) if row.opens]
    for (_, one), (second, other) in combinations(rows, 2):
        if _alike(one, other) and _meet(one, other) and _share_a_time(one, other):
            text = "these hours overlap with hours above. Is one of the two rows old?"
            yield Problem(path, line((*at, "open", second)), text, reminder=True)


def _alike(one: Opening, other: Opening) -> bool:
    """An evening of the month beside the hours of the week is meant; two rows of one kind at one time are not."""
    return one.by_appointment == other.by_appointment and is_monthly(one) == is_monthly(other)


def _share_a_time(one: Opening, other: Opening) -> bool:
    """Is there a time of the week in both rows?"""
    week = len(WEEKDAYS) * DAY
    spans = [
        [(day * DAY + start, day * DAY + end) for day in _days(row) for start, end in _times(row)]
        for row in (one, other)
    ]
    return any(a < d + shift and c + shift < b for a, b in spans[0] for c, d in spans[1] for shift in (-week, 0, week))


def _days(row: Opening) -> list[int]:
    return [WEEKDAYS.index(day) for day in row.days or WEEKDAYS]


def _times(row: Opening) -> list[tuple[int, int]]:
    said = times(row)
    return [said] if said else []


def _meet(one: Opening, other: Opening) -> bool:
    """May both rows hold in the same week?"""
    if not _both(one.month_days, other.month_days):
        return False
    weeks = [{week for each in row.weeks for week in ((4, 5) if each == -1 else (each,))} for row in (one, other)]
    if weeks[0] and weeks[1] and not weeks[0] & weeks[1]:
        return False
    if (one.until and other.since and one.until < other.since) or (
        other.until and one.since and other.until < one.since
    ):
        return False
    return not (one.season and other.season) or _seasons_meet(one.season, other.season)


def _both(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _seasons_meet(one: Season, other: Season) -> bool:
    """Do two parts of the year share a day? One of them then begins in the other."""
    return _holds(one, other.from_) or _holds(other, one.from_)


def _holds(season: Season, day: str) -> bool:
    start, end = season.from_, season.until
    return start <= day <= end if start <= end else day >= start or day <= end
