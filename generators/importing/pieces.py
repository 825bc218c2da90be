"""Phones, hours, languages and the other small parts that services, organizations and doors share."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from . import hours
from .numbers import numbers
from .rows import TIES, Cells, Row
from .times import DAYS


def bare(row: Row) -> dict[str, str]:
    return {key: text for key, text in row.cells.items() if key not in TIES}


def compact(rows: Iterable[tuple[Row, dict[str, str]]]) -> str:
    """Cells that no field took, as one text."""
    parts = []
    for row, left in rows:
        row.read.update(left)
        if left:
            parts.append("; ".join(f"{key}: {text}" for key, text in left.items()))
    return " | ".join(dict.fromkeys(parts))


def phones_of(rows: list[Row], found: list[str]) -> tuple[list[dict[str, Any]], list[tuple[Row, dict[str, str]]]]:
    """Every number once, in the order of the rows."""
    kept: dict[tuple[str, str], dict[str, Any]] = {}
    left = []
    for row in rows:
        cells = Cells(row)
        text, extension = cells.take("number"), cells.take("extension")
        kind, label = cells.take("type"), cells.take("description") or cells.take("department")
        own: list[str] = []
        made = numbers(text, extension, label, kind, own)
        found += own
        if not made and text:
            left.append((row, {"number": text, **cells.left()}))
        elif rest := {key: value for key, value in cells.left().items() if not _english(key, value)}:
            left.append((row, {"number": text, **rest}))
        for one in made:
            if len(one.get("label", "")) > 300:
                left.append((row, {"description": one.pop("label")}))
                found.append("a label of a phone longer than 300 letters: kept in `imported`")
            kept.setdefault((one["number"], one.get("kind", "call")), one)
    return list(kept.values()), left


def _english(key: str, value: str) -> bool:
    """That somebody answers in English goes without saying."""
    return key == "language" and value.lower() in ("en", "eng", "english")


def schedule_of(
    rows: list[Row], holidays: list[Row], today: datetime.date, found: list[str], said: list[str]
) -> tuple[dict[str, Any], list[tuple[Row, dict[str, str]]]]:
    """The hours of rows; rows that differ only in their days become one."""
    openings: list[dict[str, Any]] = []
    left = []
    zone = ""
    for row in (part for one in rows for part in hours.by_week(one)):
        made, cells, own_zone = hours.opening(row, found, said)
        zone = zone or own_zone
        if made and made.get("until", "9999") < today.isoformat():
            found.append(f"hours that ended on {made['until']}")
            left.append((row, bare(row)))
            continue
        if made is None:
            left.append((row, bare(row)))
            continue
        if rest := cells.left():
            left.append((row, rest))
        twin = next((one for one in openings if _but_days(one) == _but_days(made)), None)
        if twin is not None and "weeks" not in made:
            twin["days"] = [day for day in DAYS if day in (*twin.get("days", ()), *made.get("days", ()))]
        elif made not in openings:
            openings.append(made)
    changes = [one for row in holidays if (one := hours.change(row, today, found))]
    schedule: dict[str, Any] = {"time_zone": zone} if zone else {}
    if openings:
        schedule["open"] = openings
    if changes:
        schedule["changes"] = sorted(changes, key=lambda one: str(one["date"]))
    return (schedule if openings or changes else {}), left


def _but_days(opening: dict[str, Any]) -> dict[str, Any]:
    if "days" not in opening:
        return {**opening, "days": "every"}
    return {key: value for key, value in opening.items() if key != "days"}
