"""What holds at a moment: open, until when, what opens next. The same as hours.mjs: one table proves both."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from .clock import local, moment

DAY = 1440  # minutes
AHEAD = 60  # days in which to look for the next opening
EPOCH = datetime.date(1970, 1, 1)
BEST = ("open", "closed", "appointment", "ask", "clock")
Now = dict[str, Any]


def open_now(hours: dict[str, Any], clock: dict[str, Any], now: int) -> Now:
    """What `schedule_data` says at `now`, whole minutes since 1970 in UTC, with the table of `clock_data`.

    {"state": "open", "until": minute or None}        until None: day and night
    {"state": "closed", "opens": minute or None}      None: not within 60 days
    {"state": "appointment", "opens": minute or None} only with an appointment now; `opens` is the next time without
    {"state": "ask"}                                  the hours are not known
    {"state": "clock"}                                `now` is outside the table: the clock is wrong, or the page is old
    """
    table = clock["zones"].get(hours["zone"])
    if table is None or now < clock["from"] or now >= clock["until"]:
        return {"state": "clock"}
    today = local(table, now) // DAY
    spans, asked, appointments = _ahead(hours, table, today)
    for start, end in spans:
        if start <= now < end:
            return {"state": "open", "until": end if end < moment(table, (today + AHEAD) * DAY) else None}
    opens = next((start for start, _ in spans if start > now), None)
    if any(start <= now < end for start, end in appointments):
        return {"state": "appointment", "opens": opens}
    if asked is not None and (opens is None or asked < local(table, opens) // DAY):
        return {"state": "ask"}
    if opens is None and appointments and appointments[-1][1] > now:
        return {"state": "appointment", "opens": None}
    if opens is None and not hours.get("open") and not spans:
        return {"state": "ask"} if not _is_changed(hours, today) else {"state": "closed", "opens": None}
    return {"state": "closed", "opens": opens}


def open_any(many: Sequence[dict[str, Any]], clock: dict[str, Any], now: int) -> Now:
    """What holds of several doors together, with the `zone` of the one: open where one is, else the soonest to open."""
    found = [{**open_now(hours, clock, now), "zone": hours["zone"]} for hours in many] or [{"state": "ask"}]
    return min(found, key=lambda one: (BEST.index(one["state"]), _rank(one)))


def _rank(one: Now) -> float:
    """Among doors in one state: open the longest, opening the soonest."""
    if one["state"] == "open":
        return float("-inf") if one["until"] is None else -one["until"]
    return float("inf") if one.get("opens") is None else one["opens"]


def _ahead(
    hours: dict[str, Any], table: list[list[int]], today: int
) -> tuple[list[tuple[int, int]], int | None, list[tuple[int, int]]]:
    """From yesterday on: when it is open, the first day whose hours nobody knows, when it is open by appointment."""
    spans: list[tuple[int, int]] = []
    appointments: list[tuple[int, int]] = []
    asked: int | None = None
    for day in range(today - 1, today + AHEAD + 1):
        for times, by_appointment in _on(hours, day):
            if times is None and not by_appointment:
                asked = day if asked is None and day >= today else asked
                continue
            start, end = times or (0, DAY)
            span = (moment(table, day * DAY + start), moment(table, day * DAY + end))
            (appointments if by_appointment else spans).append(span)
    return _merged(spans), asked, sorted(appointments)


def _on(hours: dict[str, Any], day: int) -> Iterator[tuple[list[int] | None, bool]]:
    """The hours that start on a day, each with whether it is by appointment; a change stands for all rows."""
    date = EPOCH + datetime.timedelta(days=day)
    text = date.isoformat()
    changes = [one for one in hours.get("changes", ()) if one["date"] <= text <= one.get("until", one["date"])]
    if changes:
        yield from ((one["times"], False) for one in changes if "times" in one)
        return
    for row in hours.get("open", ()):
        if _holds(row, date, text):
            yield row.get("times"), row.get("by_appointment", False)


def _holds(row: dict[str, Any], date: datetime.date, text: str) -> bool:
    """Is a row about this day?"""
    return (
        row.get("since", text) <= text <= row.get("until", text)
        and ("days" not in row or date.weekday() in row["days"])
        and ("month_days" not in row or date.day in row["month_days"])
        and ("weeks" not in row or _week(date) in row["weeks"] or (-1 in row["weeks"] and _is_last(date)))
        and ("season" not in row or _in_season(row["season"], text[5:]))
    )


def _week(date: datetime.date) -> int:
    """The second Tuesday is 2."""
    return (date.day + 6) // 7


def _is_last(date: datetime.date) -> bool:
    """Is it the last such weekday of its month?"""
    return (date + datetime.timedelta(days=7)).month != date.month


def _in_season(season: list[str], day: str) -> bool:
    start, end = season
    return start <= day <= end if start <= end else day >= start or day <= end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that touch made one; what a clock change leaves nothing of is gone."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_changed(hours: dict[str, Any], day: int) -> bool:
    """Does a change say something about a day?"""
    text = (EPOCH + datetime.timedelta(days=day)).isoformat()
    return any(one["date"] <= text <= one.get("until", one["date"]) for one in hours.get("changes", ()))
