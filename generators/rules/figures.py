"""Amounts set by somebody else: the row that holds on a day, for a place and a size.

A figure in the data is `{"name", "unit", "until", "rows"}`; rows are `rows[place][date]` or `rows[place][size][date]`.
A row holds from its date to the next one; the last holds up to `until` (null: a standing figure, for ever).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from typing import Any

from .answers import Json, Scene, is_number, is_unknown, state_of

OUTSIDE_CONTIGUOUS = ("AK", "HI", "PR", "VI", "GU", "AS", "MP", "PW", "FM", "MH")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Found:
    """A value, or the word for why there is none: place, past, no-row."""

    value: Any = None
    missing: str = ""
    since: str = ""  # the day the row began
    until: str | None = None  # the last day the row is known to hold
    over: int | None = None  # of a table by size: how many sizes past its end; None where size plays no part


def look_up(scene: Scene, figure_id: str, size: int | None = None, day: str | None = None) -> Found:
    """The value of a figure where the family lives. `day` is the day to look at (left out: the day of the facts).

    A size past the table gives the row of the largest size and says by how many in `over`, so that the caller decides.
    """
    key = ("figure", figure_id, size, day)
    if key not in scene.known:
        scene.known[key] = _look_up(scene, figure_id, size, day)
    found: Found = scene.known[key]
    return found


def _look_up(scene: Scene, figure_id: str, size: int | None, day: str | None) -> Found:
    figure = scene.data.get("figures", {}).get(figure_id)
    if not figure:
        return Found(missing="no-row")
    rows = figure["rows"]
    if list(rows) == ["everywhere"]:
        of_place = rows["everywhere"]
    else:
        state = state_of(scene)
        if is_unknown(state):
            return Found(missing="place")
        of_place = _of_place(rows, state)
        if of_place is None:
            return Found(missing="no-row")
    over = None
    if of_place and not DATE.fullmatch(next(iter(of_place))):
        sizes = sorted(int(key) for key in of_place)
        fitting = [known for known in sizes if size is not None and known <= size]
        if not fitting:
            return Found(missing="no-row")
        over = max(0, (size or 0) - sizes[-1])
        of_place = of_place[str(fitting[-1])]
    return replace(_on_day(figure, of_place, day or scene.as_of), over=over)


def _of_place(rows: Json, state: str) -> Any:
    """The rows of a state: its own, else those of the 48 states and DC, else those of everywhere."""
    return rows.get(place_of(rows, state))


def place_of(rows: Json, state: str) -> str:
    """The place whose rows hold in a state."""
    if state in rows:
        return state
    return "contiguous" if state not in OUTSIDE_CONTIGUOUS and "contiguous" in rows else "everywhere"


def _on_day(figure: Json, rows: Json, day: str) -> Found:
    dates = sorted(rows)
    begun = [date for date in dates if date <= day]
    if not begun:
        return Found(missing="no-row")
    since = begun[-1]
    last = since == dates[-1]
    until = figure.get("until") if last else day_before(dates[len(begun)])
    if last and until is not None and day > until:
        return Found(missing="past", since=since, until=until)
    value = rows[since]
    if is_number(value) and value == 0:
        return Found(missing="no-row")  # a zero is an empty cell, never a limit of nothing
    return Found(value, "", since, until)


def program_year(as_of: str, new_limits: str) -> tuple[str, str]:
    """The first and the last day of the program's year in which a day lies; limits change on `new_limits` (MM-DD)."""
    year = int(as_of[:4]) - (as_of[5:] < new_limits)
    return f"{year}-{new_limits}", day_before(f"{year + 1}-{new_limits}")


def day_before(day: str) -> str:
    """The day before, both as 2026-11-21 (29 February of a common year counts as 1 March)."""
    year, month, date = (int(part) for part in day.split("-"))
    return (datetime.date(year, month, 1) + datetime.timedelta(days=date - 2)).isoformat()


def earliest(days: list[str | None]) -> str | None:
    """The first of the days that are known."""
    known = [day for day in days if day]
    return min(known) if known else None
