"""The hours of a door or a phone on a page: a table of the week, rules of the month as sentences, days that differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..hours import clock_data, door_data, words, zones_of
from ..hours.data import WEEKDAYS, office_data, times
from ..model import Change, Location, Opening, Organization, Schedule
from .told import Told
from .view import View

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Hours:
    """What a page says about one schedule; `badge` and `clock` are what open-now.mjs reads, None where it cannot."""

    days: tuple[tuple[Markup, tuple[Markup, ...]], ...]  # name and hours of Monday to Sunday; () where no week tells
    sentences: tuple[Markup, ...]  # rules of the month; "Open 24 hours, every day."
    changes: tuple[Markup, ...]  # days to come that differ
    zone: str  # "Eastern Time"; empty where the clock does not matter
    badge: list[dict[str, Any]] | None
    clock: dict[str, Any] | None


def hours_of(view: View, told: Told, door: Location | None, path: Path) -> Hours | None:
    """The hours that stand at `path` of a service or of an organization's door; None where there are none."""
    schedule = door.schedule if door else told.record.schedule
    if schedule is None:
        return None
    is_office = door is not None and isinstance(told.record, Organization)
    data = office_data(view.records, told.id, door) if door and is_office else door_data(view.records, told.id, door)
    rows = [(at, row) for at, row in enumerate(schedule.open) if not words.is_over(row, view.today)]
    weekly = [(at, row) for at, row in rows if not words.is_monthly(row)]
    monthly = [(at, row) for at, row in rows if words.is_monthly(row)]
    sentences = [_monthly(view, told, (*path, "open", at), row) for at, row in monthly]
    whole = len(weekly) == 1 and not weekly[0][1].days
    if whole:
        sentences.insert(0, _every_day(view, told, (*path, "open", weekly[0][0]), weekly[0][1]))
    shown = data and data["zone"] != "UTC"
    return Hours(
        days=() if whole or not weekly else tuple(_days(view, told, path, weekly, monthly)),
        sentences=tuple(sentences),
        changes=tuple(_changes(view, told, (*path, "changes"), schedule)),
        zone=words.zone_name(view.language, str(data["zone"])) if data and shown else "",
        badge=[data] if data else None,
        clock=clock_data(zones_of([data]), view.today) if data else None,
    )


def _days(
    view: View, told: Told, path: Path, weekly: list[tuple[int, Opening]], monthly: list[tuple[int, Opening]]
) -> Iterator[tuple[Markup, tuple[Markup, ...]]]:
    for number, day in enumerate(WEEKDAYS):
        rows = [(at, row) for at, row in weekly if not row.days or day in row.days]
        rows.sort(key=lambda one: times(one[1]) or (0, 0))
        lines = [_line(view, told, (*path, "open", at), row) for at, row in rows]
        if not lines:
            may = any(not row.days or day in row.days for _, row in monthly)
            lines = [view.t("Only on some days: see below") if may else view.t("Closed")]
        yield view.t(words.NAMES[number]), tuple(lines)


def _line(view: View, told: Told, path: Path, row: Opening) -> Markup:
    """`9 AM to 5 PM (by appointment; November 1 to March 31): families with children only`."""
    said = span(view, row)
    extra = words.limits(view.language, row, view.today)
    if row.by_appointment and row.opens:
        extra.insert(0, view.language.t("by appointment"))
    if extra:
        said = Markup("{} ({})").format(said, view.language.semicolons(extra))
    return Markup("{}: {}").format(said, told.text(*path, "note")) if row.note else said


def _monthly(view: View, told: Told, path: Path, row: Opening) -> Markup:
    """`2nd Tuesday of the month: 6 PM to 8 PM`."""
    when = words.month_days_of(view.language, row)
    return Markup("{}: {}").format(when[:1].upper() + when[1:], _line(view, told, path, row))


def _every_day(view: View, told: Told, path: Path, row: Opening) -> Markup:
    """`Every day: 9 AM to 5 PM`; without hours just "By appointment"."""
    if row.opens is None:
        return _line(view, told, path, row)
    return Markup("{}: {}").format(view.t("Every day"), _line(view, told, path, row))


def _changes(view: View, told: Told, path: Path, schedule: Schedule) -> Iterator[Markup]:
    """`November 26, 2026: closed (Thanksgiving)`, as long as the day is not over."""
    to_come = [(change.date, at, change) for at, change in enumerate(schedule.changes) if _last(change) >= view.today]
    for date, at, change in sorted(to_come, key=lambda one: one[:2]):
        day = view.date(date)
        if change.until and change.until != date:
            day = view.t("%(from)s to %(to)s", **{"from": day, "to": view.date(change.until)})
        said = Markup("{}: {}").format(day, span(view, change) if change.opens else view.t("closed"))
        yield Markup("{} ({})").format(said, told.text(*path, at, "note")) if change.note else said


def _last(change: Change) -> Any:
    return change.until or change.date


def span(view: View, row: Opening | Change) -> Markup:
    """`9 AM to 5 PM`, each time in its own direction; `Open 24 hours`."""
    said = times(row)
    if said is None:
        is_by_appointment = isinstance(row, Opening) and row.by_appointment
        return view.t("By appointment: call first") if is_by_appointment else view.t("Hours not known: call first")
    if words.is_whole_day(said):
        return view.t("Open 24 hours")
    start, end = (Markup('<bdi dir="ltr">{}</bdi>').format(words.time_of(view.language, one)) for one in said)
    return view.t("%(from)s to %(to)s", **{"from": start, "to": end})
