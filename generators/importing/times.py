"""Times of day and days of the week as people type them."""

from __future__ import annotations

import re

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = {
    "mo": "mon", "tu": "tue", "we": "wed", "th": "thu", "fr": "fri", "sa": "sat", "su": "sun",
    "m": "mon", "t": "tue", "w": "wed", "r": "thu", "f": "fri", "thur": "thu", "thurs": "thu",
    "tues": "tue", "weds": "wed",
}  # fmt: skip
_TIME = re.compile(
    r"^(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{1,2}))?(?:[:.](?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?\s?m?\.?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?$",
    re.I,
)


def time_of(text: str) -> str | None:
    """`9:0am`, `830am`, `2400`, `17:30:00`, `noon` as 9:00, 8:30, 24:00, 17:30, 12:00; None where it is no time."""
    text = " ".join(text.strip().lower().split())
    if text in ("noon", "midday", "12 noon", "12:00 noon"):
        return "12:00"
    if text in ("midnight", "12 midnight"):
        return "24:00"
    if run := re.match(r"^(\d{3,4})\s*([ap]\.?m?\.?)?$", text):
        text = f"{run[1][:-2]}:{run[1][-2:]}{run[2] or ''}"
    match = _TIME.match(text)
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "")[:1].lower()
    if minute > 59 or (half and not 1 <= hour <= 12 and not (half == "p" and 13 <= hour <= 23)):
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or (hour == 24 and minute):
        return None
    return f"{hour}:{minute:02}"


def minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def day_of(text: str) -> str | None:
    """Monday, Mon, MO, 1 as mon, 0 and 7 as sun; None where it is no day."""
    text = text.strip().lower().rstrip(".")
    if text.isdigit():
        number = int(text)
        return DAYS[(number - 1) % 7] if number <= 7 else None
    bare = re.sub(r"s$", "", text) if len(text) > 5 else text
    for full, short in zip(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), DAYS, strict=True
    ):
        if bare == full or bare == short:
            return short
    return _DAY.get(text)


def days_of(text: str) -> list[str] | None:
    """`Mon-Fri`, `Monday, Wednesday and Friday`, `weekdays`, `MO,WE`; None where a word is no day."""
    text = text.strip().lower()
    if text in ("daily", "every day", "everyday", "7 days a week", "mon-sun"):
        return list(DAYS)
    if text in ("weekdays", "weekday", "monday - friday"):
        return list(DAYS[:5])
    if text in ("weekends", "weekend"):
        return list(DAYS[5:])
    found: list[str] = []
    for part in re.split(r"\s*(?:,|;|/|&|\band\b)\s*", text):
        if not part:
            continue
        ends = re.split(r"\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b)\s*", part)
        days = [day_of(end) for end in ends]
        if None in days or len(days) > 2:
            return None
        if len(days) == 2:
            first, last = DAYS.index(str(days[0])), DAYS.index(str(days[1]))
            found += [DAYS[index % 7] for index in range(first, last + 1 if last >= first else last + 8)]
        else:
            found.append(str(days[0]))
    return list(dict.fromkeys(found)) or None
