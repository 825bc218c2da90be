"""A schedule as compact JSON, for the browser and for search; whose time zone it is in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..model import Area, Change, Location, Opening, Records, Schedule, Service
from .clock import clock_data

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 1440  # minutes
LONG_AGO = "1970-01-01"


def minutes(time: str) -> int:
    """`9:30` -> 570; `24:00` -> 1440."""
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)


def times(row: Opening | Change) -> tuple[int, int] | None:
    """Minutes from midnight of opening and closing; closing past 1440 is on the next day. None: not said."""
    if row.opens is None or row.closes is None:
        return None
    opens, closes = minutes(row.opens), minutes(row.closes)
    return opens, closes if closes > opens else closes + DAY


def schedule_data(schedule: Schedule | None, zone: str, closed_until: datetime.date | None = None) -> dict[str, Any]:
    """The JSON of one schedule; only what says something is there.

    {"zone": "America/New_York",
     "open": [{"days": [0, 2], "weeks": [2, -1], "month_days": [1, 15], "times": [540, 1020],
               "season": ["11-01", "03-31"], "since": "2026-01-01", "until": "2026-12-31", "by_appointment": true}],
     "changes": [{"date": "2026-11-26", "until": "2026-11-27", "times": [540, 720]}]}

    Monday is 0; `times` are minutes from midnight, past 1440 on the next day; a row without them: ask for the hours; a
    change without them: closed. `closed_until` is the first day on which a service that is closed for a while opens.
    """
    found: dict[str, Any] = {"zone": zone}
    schedule = schedule or Schedule()
    if schedule.open:
        found["open"] = [_row(row) for row in schedule.open]
    changed = [_change(change) for change in schedule.changes]
    if closed_until:
        changed.append({"date": LONG_AGO, "until": (closed_until - datetime.timedelta(days=1)).isoformat()})
    if changed:
        found["changes"] = changed
    return found


def _row(row: Opening) -> dict[str, Any]:
    said = times(row)
    return _said(
        days=[WEEKDAYS.index(day) for day in row.days],
        weeks=list(row.weeks),
        month_days=list(row.month_days),
        times=said and list(said),
        season=row.season and [row.season.from_, row.season.until],
        since=row.since and row.since.isoformat(),
        until=row.until and row.until.isoformat(),
        by_appointment=row.by_appointment,
    )


def _change(change: Change) -> dict[str, Any]:
    said = times(change)
    until = change.until and change.until.isoformat()
    return _said(date=change.date.isoformat(), until=until, times=said and list(said))


def _said(**values: object) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def needs_zone(schedule: Schedule) -> bool:
    """False where the clock does not matter: open day and night, or no hours at all."""
    return bool(schedule.changes) or any(not _is_timeless(row) for row in schedule.open)


def _is_timeless(row: Opening) -> bool:
    said = times(row)
    if row.days or row.weeks or row.month_days or row.season or row.since or row.until:
        return False
    return said is None or (said[1] - said[0] == DAY and not row.by_appointment)


def zone_of(
    schedule: Schedule, area: str, areas: Mapping[str, Area], state: str | None = None, nation: str = "us"
) -> str | None:
    """The time zone of a schedule: its own, or that of the nearest area around it that has one.

    `area` is the folder of the record (us/pa/allegheny); `state` the state of the door, where it is known: a door in
    another state than the folder has that state's zone. "UTC" where the clock does not matter. None: nobody has said.
    """
    if schedule.time_zone:
        return schedule.time_zone
    own = f"{nation}/{state.lower()}" if state else area
    inside = area == own or area.startswith(f"{own}/")
    parts = (area if inside else own).split("/")
    for length in range(len(parts), 0, -1):
        found = areas.get("/".join(parts[:length]))
        if found and found.time_zone:
            return found.time_zone
    return None if needs_zone(schedule) else "UTC"


def doors(service: Service) -> Iterator[tuple[Schedule, str | None, int | None]]:
    """Every schedule of a service with the state and the place in `locations` of its door; None for the phone's own.

    Doors without hours of their own have those of the service.
    """
    first = next((door.state for door in service.locations if door.state), None)
    if service.schedule and not (service.locations and all(door.schedule is None for door in service.locations)):
        yield service.schedule, first, None
    for place, door in enumerate(service.locations):
        schedule = door.schedule or service.schedule
        if schedule:
            yield schedule, door.state or first, place


def hours_data(records: Records, key: str) -> list[dict[str, Any]]:
    """The hours of a service for a card: one `schedule_data` for each that differs; [] where none are known.

    In the browser: `found = openAny(list, clock, minuteNow())` of hours.mjs, with the clock of `data/clock.json`
    (`service_clock`), and `openWords(found, clock, now)` of open-words.mjs. A service closed for good has none.
    """
    service = records.services[key]
    placed = records.placed.get(f"service/{key}")
    if service.status == "closed":
        return []
    found: list[dict[str, Any]] = []
    for schedule, state, _ in doors(service):
        zone = zone_of(schedule, placed.area if placed else "us", records.areas, state)
        data = schedule_data(schedule, zone, service.closed_until) if zone else None
        if data and data not in found:
            found.append(data)
    return found


def door_data(records: Records, key: str, door: Location | None) -> dict[str, Any] | None:
    """The hours of one door of a service, or of its phone; None where they or their time zone are not known."""
    service = records.services[key]
    placed = records.placed.get(f"service/{key}")
    schedule = (door and door.schedule) or service.schedule
    if schedule is None or service.status == "closed":
        return None
    state = (door and door.state) or next((each.state for each in service.locations if each.state), None)
    zone = zone_of(schedule, placed.area if placed else "us", records.areas, state)
    return schedule_data(schedule, zone, service.closed_until) if zone else None


def office_data(records: Records, key: str, door: Location) -> dict[str, Any] | None:
    """The hours of an organization's own door; None where they or their time zone are not known."""
    placed = records.placed.get(f"organization/{key}")
    if door.schedule is None:
        return None
    zone = zone_of(door.schedule, placed.area if placed else "us", records.areas, door.state)
    return schedule_data(door.schedule, zone) if zone else None


def zones_of(hours: Iterable[Mapping[str, Any]]) -> list[str]:
    """The time zones of some schedules."""
    return sorted({str(data["zone"]) for data in hours})


def service_clock(records: Records, today: datetime.date) -> dict[str, Any]:
    """The clock for the hours of all services."""

    def zones(key: str) -> list[str]:
        return zones_of(hours_data(records, key))

    found = records.lasting.rows(records, "zones", records.services, zones)
    return clock_data(sorted({zone for some in found.values() for zone in some}), today)
