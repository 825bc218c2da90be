"""Hours as people say them, in every language, as plain text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from babel.dates import format_skeleton, format_time, get_timezone_name

from ..languages import N_, Language
from ..model import Opening, Schedule, Service
from .clock import zone_info
from .data import DAY, WEEKDAYS, times

NAMES = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
SHORT = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
WEEKS = {
    1: N_("1st %(day)s of the month"),
    2: N_("2nd %(day)s of the month"),
    3: N_("3rd %(day)s of the month"),
    4: N_("4th %(day)s of the month"),
    5: N_("5th %(day)s of the month"),
    -1: N_("last %(day)s of the month"),
}
IN_A_ROW = 3  # days that are said as "Mon-Wed"
LEAP_YEAR = 2024  # any year that has February 29


def time_of(language: Language, minute: int) -> str:
    """Minutes from midnight as a time of the day: `9 AM`, `5:30 PM`, `noon`, `midnight`."""
    minute %= DAY
    if minute in (0, DAY // 2):
        return language.t("noon") if minute else language.t("midnight")
    clock = datetime.time(minute // 60, minute % 60)
    pattern = language.locale.time_formats["short"].pattern
    if "a" not in pattern:  # counts to 24
        return str(format_time(clock, "short", locale=language.locale))
    return str(format_time(clock, "h:mm a" if clock.minute else "h a", locale=language.locale))


def is_whole_day(said: tuple[int, int]) -> bool:
    """From midnight to midnight?"""
    return said == (0, DAY)


def span(language: Language, row: Opening) -> str:
    """`9 AM–5 PM`, `24 hours`, `ask for the hours`."""
    said = times(row)
    if said is None:
        return language.t("by appointment") if row.by_appointment else language.t("ask for the hours")
    if is_whole_day(said):
        text = language.t("24 hours")
    else:
        text = f"{time_of(language, said[0])}–{time_of(language, said[1])}"
    return f"{text} ({language.t('by appointment')})" if row.by_appointment else text


def is_monthly(row: Opening) -> bool:
    """Is the row about days of the month, not about every week?"""
    return bool(row.weeks or row.month_days)


def month_days_of(language: Language, row: Opening, names: tuple[str, ...] = NAMES) -> str:
    """Of a row about the month: `2nd Tuesday of the month`, `Day 1 and 15 of the month`."""
    parts = [
        language.t(WEEKS[week], day=language.t(names[WEEKDAYS.index(day)]))
        for week in row.weeks
        for day in (row.days or WEEKDAYS)
    ]
    if row.month_days:
        count, listed = len(row.month_days), language.commas(map(str, sorted(row.month_days)))
        parts.append(language.n("day %(days)s of the month", "days %(days)s of the month", count, days=listed))
        if row.days and not row.weeks:
            only = language.commas(language.t(names[WEEKDAYS.index(day)]) for day in row.days)
            only = language.t("only on %(days)s", days=only)
            parts[-1] += f" ({only})"
    return language.commas(parts)


def day_of_year(language: Language, text: str) -> str:
    """`11-01` -> `November 1`."""
    month, _, day = text.partition("-")
    found = datetime.date(LEAP_YEAR, int(month), int(day))
    return str(format_skeleton("MMMMd", found, locale=language.locale))


def limits(language: Language, row: Opening, today: datetime.date | None = None) -> list[str]:
    """When in the year a row holds: `November 1 to March 31`; a first day that is over `today` is not said."""
    found = []
    if row.season:
        start, end = day_of_year(language, row.season.from_), day_of_year(language, row.season.until)
        found.append(language.t("%(from)s to %(to)s", **{"from": start, "to": end}))
    if row.since and (today is None or row.since > today):
        found.append(language.t("from %(date)s", date=language.date(row.since)))
    if row.until:
        found.append(language.t("until %(date)s", date=language.date(row.until)))
    return found


def is_over(row: Opening, today: datetime.date | None) -> bool:
    """Is the last day of a row gone?"""
    return row.until is not None and today is not None and row.until < today


def zone_name(language: Language, zone: str) -> str:
    """`America/New_York` -> `Eastern Time`."""
    return str(get_timezone_name(zone_info(zone), width="long", zone_variant="generic", locale=language.locale))


def summary_of(language: Language, schedule: Schedule, today: datetime.date | None = None) -> str:
    """One line: `Mon, Wed 9 AM–5 PM; 2nd Tue of the month 6 PM–8 PM`; nothing for a schedule without rows."""
    rows = [row for row in schedule.open if not is_over(row, today)]
    together: dict[str, list[Opening]] = {}
    for row in rows:
        if not is_monthly(row):
            hours = language.commas([span(language, row), *limits(language, row, today)])
            together.setdefault(hours, []).append(row)
    parts = []
    for hours, same in together.items():
        days = {WEEKDAYS.index(day) for row in same for day in (row.days or WEEKDAYS)}
        parts.append(f"{days_in_short(language, days)} {hours}")
    for row in rows:
        if is_monthly(row):
            hours = language.commas([span(language, row), *limits(language, row, today)])
            parts.append(f"{month_days_of(language, row, SHORT)} {hours}")
    return language.semicolons(parts)


def days_in_short(language: Language, days: Iterable[int]) -> str:
    """`Mon, Wed`, `Mon–Fri`, `every day`; Monday is 0."""
    left = sorted(set(days))
    if len(left) == len(WEEKDAYS):
        return language.t("every day")
    parts = []
    while left:
        run = 1
        while run < len(left) and left[run] == left[0] + run:
            run += 1
        run = run if run >= IN_A_ROW else 1
        first, last = (language.t(SHORT[left[at]]) for at in (0, run - 1))
        parts.append(first if run == 1 else f"{first}–{last}")
        left = left[run:]
    return language.commas(parts)


DOORS = 3  # that one line tells apart


def summary_of_service(language: Language, service: Service, today: datetime.date | None = None) -> str:
    """The hours of a service in one line where its `hours` do not say them; nothing where nobody knows them.

    Doors that differ are told apart by name: `North Side: Mon 9 AM–5 PM. South Side: Tue 9 AM–noon.`
    """
    if service.hours:
        return ""
    doors = [(door.name or door.city or "", door.schedule or service.schedule) for door in service.locations]
    named = [(name, summary_of(language, schedule, today)) for name, schedule in doors if schedule]
    if not named:
        return summary_of(language, service.schedule, today) if service.schedule else ""
    if len({text for _, text in named}) == 1:
        return named[0][1]
    return ". ".join(f"{name}: {text}" if name else text for name, text in named[:DOORS] if text)
