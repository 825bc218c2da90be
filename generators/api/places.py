"""Phones, doors, hours and areas in the words of HSDS 3.0."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..model import Location, Opening, Phone, Schedule
from .ids import Ids

Json = dict[str, Any]
PHONE_TYPES = {"call": "voice", "text": "text", "tty": "textphone", "fax": "fax"}
DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
COUNTRY = "US"
_EXTENSION = re.compile(r"^(.*\S) ext\. ([1-9][0-9]{0,6})$")
ACCESS = {
    "wheelchair": "Wheelchair access",
    "sign-language": "Sign language",
    "tty": "TTY",
    "large-print": "Large print",
    "braille": "Braille",
    "step-free-toilet": "Toilet without steps",
    "quiet": "A quiet place to wait",
}


def phones(base: str, owner: str, field: str, listed: Iterable[Phone]) -> list[Json]:
    """The `phones` of a service, an organization or a location (`field` names which: service_id ...).

    `base`: the UUID from which those of the parts are made, see `Ids.below`.
    """
    found = []
    for place, phone in enumerate(listed):
        number, extension = _apart(phone.number)
        row: Json = {"id": Ids.below(base, "phones", place), field: owner, "number": number}
        if extension:
            row["extension"] = extension
        row["type"] = PHONE_TYPES[phone.kind]
        word = f"Text the word {phone.text_word}." if phone.text_word else None
        if about := [part for part in (phone.label, word, phone.hours) if part]:
            row["description"] = about[0] if len(about) == 1 else ". ".join(part.rstrip(".") for part in about)
        found.append(row)
    return found


def _apart(number: str) -> tuple[str, int | None]:
    """`412-555-0123 ext. 12` as the number and 12. HSDS takes no 0 in front there: such a number stays as it is."""
    match = _EXTENSION.match(number)
    return (match[1], int(match[2])) if match else (number, None)


def location(uuid: str, door: Location, owner: str | None) -> Json:
    """A door to walk through; `owner` is the organization's UUID."""
    found: Json = {"id": uuid, "location_type": "physical"}
    if owner:
        found["organization_id"] = owner
    for name, value in (
        ("name", door.name),
        ("description", None if _is_whole(door) else _rough_place(door)),
        ("transportation", door.directions),
        ("latitude", door.latitude),
        ("longitude", door.longitude),
    ):
        if value is not None:
            found[name] = value
    if _is_whole(door):
        found["addresses"] = [
            {
                "id": Ids.below(uuid, "address"),
                "location_id": uuid,
                "address_1": door.street,
                "city": door.city,
                "state_province": door.state,
                "postal_code": door.zip,
                "country": COUNTRY,
                "address_type": "physical",
            }
        ]
    if door.phones:
        found["phones"] = phones(uuid, uuid, "location_id", door.phones)
    ways = [*(ACCESS[way] for way in door.access), *([door.accessibility] if door.accessibility else [])]
    if ways:
        found["accessibility"] = [
            {"id": Ids.below(uuid, "accessibility", place), "location_id": uuid, "description": way}
            for place, way in enumerate(ways)
        ]
    if door.schedule:
        found["schedules"] = schedules(uuid, uuid, "location_id", door.schedule)
    return found


def _is_whole(door: Location) -> bool:
    """HSDS takes an address only with all of its parts."""
    return bool(door.street and door.city and door.state and door.zip)


def _rough_place(door: Location) -> str | None:
    """What is known of an address that is not whole: `Pittsburgh, PA`."""
    return ", ".join(part for part in (door.street, door.city, door.state, door.zip) if part) or None


def schedules(base: str, owner: str, field: str, schedule: Schedule) -> list[Json]:
    """Hours as rows of RFC 5545 words. HSDS has no named time zone, so a note says it."""
    rows = [*map(_opening, schedule.open), *_changes(schedule)]
    zone = schedule.time_zone and f"Times in {schedule.time_zone}."
    found = []
    for place, row in enumerate(rows):
        notes = [part for part in (row.pop("notes", None), zone) if part]
        row = {"id": Ids.below(base, "schedules", place), field: owner, **row}
        if notes:
            row["notes"] = " ".join(notes)
        found.append(row)
    return found


def _opening(row: Opening) -> Json:
    found: Json = {}
    days = [DAYS[day] for day in row.days]
    if row.month_days:
        found = {"freq": "MONTHLY", "bymonthday": ",".join(map(str, row.month_days))}
        if days:
            found["byday"] = ",".join(days)
    elif row.weeks:
        found = {"freq": "MONTHLY"}
        found["byday"] = ",".join(f"{week}{day}" for week in row.weeks for day in days or DAYS.values())
    else:
        found = {"freq": "WEEKLY", "byday": ",".join(days or DAYS.values())}
    notes = [row.note] if row.note else []
    if row.by_appointment:
        notes.append("By appointment.")
    if row.season:
        notes.append(f"Each year from {row.season.from_} to {row.season.until} (month-day).")
    if row.opens and row.closes:
        found |= {"opens_at": _clock(row.opens), "closes_at": _clock(row.closes)}
    else:
        notes.append("Ask for the hours.")
    if row.since:
        found["valid_from"] = row.since.isoformat()
    if row.until:
        found["valid_to"] = row.until.isoformat()
    if notes:
        found["notes"] = " ".join(notes)
    return found


def _changes(schedule: Schedule) -> Iterator[Json]:
    """Days that differ. HSDS has no word for an exception: dates, hours where it is open, and a note."""
    for change in schedule.changes:
        row: Json = {"valid_from": change.date.isoformat(), "valid_to": (change.until or change.date).isoformat()}
        if change.opens and change.closes:
            row |= {"opens_at": _clock(change.opens), "closes_at": _clock(change.closes)}
        row["notes"] = " ".join(part for part in (None if change.opens else "Closed.", change.note) if part)
        yield {key: value for key, value in row.items() if value}


def _clock(time: str) -> str:
    """9:00 -> 09:00; midnight at the end of a day is 00:00 of the next."""
    return "00:00" if time == "24:00" else time.zfill(5)
