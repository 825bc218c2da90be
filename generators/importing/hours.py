"""Rows of hours, 1.x and 3.x, and hours in words, to a schedule."""

from __future__ import annotations

import datetime
import re
from typing import Any

from .clean import line
from .rows import Cells, Row
from .times import DAYS, day_of, days_of, minutes, time_of

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_HEAD = re.compile(rf"(?i)(?<![a-z])({_DAY}(?:\s*(?:-|–|to|through|&|and|,)\s*{_DAY})*)\s*:")
_RANGE = re.compile(r"^\s*(.+?)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(.+?)\s*$", re.I)


def opening(row: Row, found: list[str], said: list[str]) -> tuple[dict[str, Any] | None, Cells, str]:
    """One row as an opening, what of it was not taken, and its time zone. Words that fit nowhere go to `said`."""
    cells = Cells(row)
    made: dict[str, Any] = {}
    rule = _rule(cells.take("schedule_link")) if "FREQ=" in row.cells.get("schedule_link", "").upper() else {}
    freq = (cells.take("freq") or rule.get("FREQ", "")).upper()
    weekday, byday = cells.take("weekday"), cells.take("byday") or rule.get("BYDAY", "")
    days, weeks = _days(weekday or byday)
    if days is None:
        found.append(f"no day of the week: {(weekday or byday)[:40]}")
        return None, cells, ""
    setpos = re.findall(r"-?\d+", cells.take("bysetpos") or rule.get("BYSETPOS", ""))
    weeks += [int(number) for number in setpos if int(number) in (1, 2, 3, 4, 5, -1)]
    if days:
        made["days"] = sorted(days, key=DAYS.index)
    if weeks and days:
        made["weeks"] = list(dict.fromkeys(weeks))
    month_days = [int(number) for number in re.findall(r"\d+", cells.take("bymonthday") or rule.get("BYMONTHDAY", ""))]
    if month_days and freq != "WEEKLY":
        made["month_days"] = [day for day in month_days if 1 <= day <= 31]
    interval = cells.take("interval") or rule.get("INTERVAL", "")
    note = line(cells.take("notes", "note"), found)
    if (text := line(cells.take("description"), found)) and text not in said:
        said.append(text)
    opens, closes = cells.take("opens_at"), cells.take("closes_at")
    if re.match(r"(?i)^closed\b", opens):
        return None, cells, _zone(cells, found)
    times = _times(opens, closes, found)
    if times is None:
        cells.taken -= {"opens_at", "closes_at"}
    if interval.isdigit() and int(interval) > 1 or freq in ("YEARLY", "DAILY") and interval not in ("", "1"):
        period = {"WEEKLY": "weeks", "MONTHLY": "months", "DAILY": "days"}.get(freq, "weeks")
        note = f"Every {interval} {period}{f', {opens} to {closes}' if times else ''}. Ask which. {note}".strip()
        found.append("every second week or so: the page says to ask which")
        times = None
    if times:
        made["opens"], made["closes"] = times
    elif not note and not (opens or closes or days or month_days):
        return None, cells, _zone(cells, found)
    for ours, *names in (("since", "valid_from"), ("until", "valid_to", "until")):
        if day := day_in(cells.take(*names)):
            made[ours] = day
    if made.get("since") and made.get("until") and made["since"] >= made["until"]:
        found.append(f"from {made['since']} until {made['until']} is no time: left out")
        del made["since"], made["until"]
    if not times and not (opens or closes) and re.search(r"appointment", f"{note} {text}", re.I):
        made["by_appointment"] = True
    if note and len(note) <= 300:
        made["note"] = note
    elif note:
        said.append(note)
    return (made or None), cells, _zone(cells, found)


def by_week(row: Row) -> list[Row]:
    """A row for each week of the month, where its days differ by week: `1MO,3FR` is no Monday of the third week."""
    parts = [part.strip().upper() for part in row.cells.get("byday", "").split(",") if part.strip()]
    weeks = list(dict.fromkeys(part[:-2] for part in parts))
    days = {part[-2:] for part in parts}
    if len(parts) == len(weeks) * len(days):
        return [row]
    return [
        Row(
            row.table,
            row.file,
            row.line,
            {**row.cells, "byday": ",".join(p for p in parts if p[:-2] == week)},
            row,
            row.read,
        )
        for week in weeks
    ]


def _rule(text: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in text.upper().removeprefix("RRULE:").split(";") if "=" in part)


def _zone(cells: Cells, found: list[str]) -> str:
    zone = cells.take("timezone", "time_zone")
    if zone and not re.match(r"^[A-Za-z_]+/[A-Za-z_/]+$", zone):
        found.append(f"a time zone as a number says little: {zone[:20]} left out")
        return ""
    return zone


def _days(text: str) -> tuple[list[str] | None, list[int]]:
    """Days and weeks of the month of `MO,WE`, `2TU`, `-1FR`, `1`, `Monday`."""
    if not text:
        return [], []
    days, weeks = [], []
    parts = [part for part in re.split(r"[,;\s]+", text) if part]
    if all(re.match(r"^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$", part, re.I) for part in parts):
        for part in parts:
            number = part[:-2]
            if number and int(number) in (1, 2, 3, 4, 5, -1):
                weeks.append(int(number))
            days.append(str(day_of(part[-2:])))
        return list(dict.fromkeys(days)), list(dict.fromkeys(weeks))
    return days_of(text), []


def _times(opens: str, closes: str, found: list[str]) -> tuple[str, str] | None:
    """Both times, or None with the reason."""
    if not opens and not closes:
        return None
    if any(re.search(r"\dZ$", time, re.I) for time in (opens, closes)):
        found.append(f"no times that a clock here shows: {opens[:20]} to {closes[:20]}, kept in `imported`")
        return None
    first, last = time_of(opens), time_of(closes)
    if first is None or last is None:
        found.append(f"no times of day: {opens[:20] or 'nothing'} to {closes[:20] or 'nothing'}")
        return None
    for given, read in ((opens, first), (closes, last)):
        if not re.match(r"(?i)^\d{1,2}(:\d{2}){0,2}(\.0+)?\s*([ap]\.?m\.?)?$", given.strip()):
            found.append(f"time {given[:20]} read as {read}")
    if last == "0:00":
        last = "24:00"
    if first == last:
        found.append(f"opens and closes at {first}: nobody knows what is meant")
        return None
    if minutes(last) <= minutes(first) and minutes(first) < 16 * 60:
        found.append(f"from {opens[:20]} to {closes[:20]} would go through the night: left out, ask")
        return None
    return ("0:00" if first == "24:00" else first), last


def day_in(text: str) -> str | None:
    """A date as 2026-11-21; also 11/21/2026."""
    text = text.strip()
    if match := re.match(r"^(\d{4})-(\d{1,2})-(\d{1,2})", text):
        parts = (int(match[1]), int(match[2]), int(match[3]))
    elif match := re.match(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})", text):
        parts = (int(match[3]), int(match[1]), int(match[2]))
    else:
        return None
    try:
        return datetime.date(*parts).isoformat()
    except ValueError:
        return None


def change(row: Row, today: datetime.date, found: list[str]) -> dict[str, Any] | None:
    """A holiday row as a day that differs; one that is over is left out."""
    cells = Cells(row)
    start, end = day_in(cells.take("start_date")), day_in(cells.take("end_date"))
    if start is None:
        found.append("a holiday without a day")
        return None
    made: dict[str, Any] = {"date": start}
    if end and end > start:
        made["until"] = end
    if (end or start) < today.isoformat():
        found.append(f"a holiday that is over: {start}")
        return None
    closed = cells.take("closed").lower() in ("true", "t", "1", "yes", "y")
    times = None if closed else _times(cells.take("opens_at"), cells.take("closes_at"), found)
    if times:
        made["opens"], made["closes"] = times
    elif not closed:
        found.append(f"a holiday that says neither closed nor hours: {start}")
        return None
    return made


def from_words(text: str) -> list[dict[str, Any]] | None:
    """Hours written as `Monday: 9-12, 13:00-15:00 Tuesday: Closed`, only when every word is understood."""
    text = " ".join(text.split())
    heads = list(_HEAD.finditer(text))
    if not heads or text[: heads[0].start()].strip():
        return None
    found: list[dict[str, Any]] = []
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        days = days_of(head[1])
        tail = text[head.end() : after.start() if after else len(text)].strip(" ;,|")
        if days is None:
            return None
        if re.match(r"(?i)^(closed|n/a)?$", tail):
            continue
        for chunk in dict.fromkeys(re.split(r"\s*[,;]\s*", tail)):
            match = _RANGE.match(chunk)
            opens, closes = (time_of(match[1]), time_of(match[2])) if match else (None, None)
            if opens is None or closes is None or minutes(closes) <= minutes(opens):
                return None
            found.append({"days": days, "opens": opens, "closes": closes})
    return found or None
