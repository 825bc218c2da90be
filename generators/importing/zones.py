"""The time zone of imported hours: that of the area, or of the ZIP code; where nobody can tell, hours become words."""

from __future__ import annotations

from typing import Any

from .draft import LINE, Draft
from .place import Target

# States in two time zones: first three digits of ZIP codes, from and up to, that lie in one of them throughout.
_ZIPS = {
    "America/New_York": "320 323,326 342,344 344,346 347,349 349,374 374,376 379,400 418,460 462,466 468,470 474,"
    "480 497",
    "America/Chicago": "325 325,350 367,369 372,380 384,420 424,463 464,476 477,570 574,580 584,660 676,680 689,"
    "750 797",
    "America/Denver": "577 577,693 693,799 799,832 834,836 837,885 885",
    "America/Los_Angeles": "838 838,889 897,970 978",
    "America/Phoenix": "850 857",
    "America/Anchorage": "995 995,997 998",
}
DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
        "sun": "Sunday"}  # fmt: skip
WEEKS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def zone_of_zip(code: str) -> str | None:
    """The time zone of a ZIP code in a state that has two; None where its first digits do not settle it."""
    if not code[:3].isdigit():
        return None
    first = int(code[:3])
    for zone, ranges in _ZIPS.items():
        for one in ranges.split(","):
            start, end = one.split()
            if int(start) <= first <= int(end):
                return zone
    return None


def settle_zones(draft: Draft, target: Target) -> None:
    """Every schedule of a draft has a time zone, its own or its area's, or is words."""
    if not target.areas:
        return
    doors = draft.fields.get("locations", [])
    state = next((door["state"] for door in doors if door.get("state")), None)
    code = next((door["zip"] for door in doors if door.get("zip")), "")
    words: list[str] = []
    for holder, own_state, own_code in (
        (draft.fields, state, code),
        *((door, door.get("state") or state, door.get("zip") or code) for door in doors),
    ):
        schedule = holder.get("schedule")
        if not schedule or schedule.get("time_zone") or _has_zone(target, own_state):
            continue
        zone = zone_of_zip(own_code)
        if zone:
            holder["schedule"] = {"time_zone": zone, **schedule}
            draft.note("inferred", "schedule", f"time zone {zone} from the ZIP code {own_code}")
            continue
        del holder["schedule"]
        said = in_words(schedule)
        place = holder.get("name") if holder is not draft.fields else None
        words.append(f"{place}: {said}" if place else said)
    if words:
        _said(draft, "; ".join(dict.fromkeys(words)))


def _said(draft: Draft, text: str) -> None:
    whole = " ".join(filter(None, (str(draft.fields.get("hours", "")), text)))
    if len(whole) <= LINE:
        draft.fields["hours"] = whole
        draft.note("warned", "schedule", "nobody knows the time zone: the hours stand as words. Or add a ZIP code")
    else:
        draft.keep("schedule", text)
        draft.note("dropped", "schedule", "nobody knows the time zone: the hours are kept in `imported`")


def _has_zone(target: Target, state: str | None) -> bool:
    """Whether an area around the record has a time zone, as `hours.zone_of` looks for it."""
    own = f"us/{state.lower()}" if state else target.area
    inside = target.area == own or target.area.startswith(f"{own}/")
    parts = (target.area if inside else own).split("/")
    return any("/".join(parts[:length]) in target.zoned for length in range(len(parts), 0, -1))


def in_words(schedule: dict[str, Any]) -> str:
    """The hours in plain English."""
    found = []
    for row in schedule.get("open", []):
        weeks = " and ".join(WEEKS[week] for week in row.get("weeks", []))
        days = ", ".join(DAYS[day] for day in row.get("days", [])) or "Every day"
        if month := row.get("month_days"):
            days = f"Day {', '.join(map(str, month))} of the month"
        times = f" {row['opens']} to {row['closes']}" if "opens" in row else ""
        note = f" ({row['note']})" if "note" in row else ""
        found.append(f"{f'{weeks.capitalize()} ' if weeks else ''}{days}{times}{note}")
    for change in schedule.get("changes", []):
        found.append(f"{change['date']}: {change.get('opens', 'closed')}")
    return "; ".join(found)
