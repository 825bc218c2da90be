"""When a door or a phone is open: rows for days of the week or of the month, seasons, and days that differ."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from .rule import MonthDay, Shape
from .values import Line

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Time = Annotated[str, Field(pattern=r"^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$")]  # 9:00, 17:30, 24:00
TimeZone = Annotated[str, Field(pattern=r"^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$", max_length=40)]


class Season(Shape):
    """A part of every year, both days included; it may go over the new year."""

    from_: MonthDay = Field(alias="from")  # "11-01"
    until: MonthDay  # "03-31"


class Opening(Shape):
    """Hours on some days. `closes` at or before `opens` is on the next day; both left out: ask for the hours."""

    days: tuple[Weekday, ...] = ()  # none: every day
    weeks: tuple[Literal[1, 2, 3, 4, 5, -1], ...] = ()  # of the month: 2 with tue is the second Tuesday, -1 the last
    month_days: tuple[Annotated[int, Field(ge=1, le=31)], ...] = ()  # days of the month: 1, 15
    opens: Time | None = None
    closes: Time | None = None
    by_appointment: bool = False
    season: Season | None = None
    since: datetime.date | None = None  # the first day of this row
    until: datetime.date | None = None  # the last day of this row
    note: Line | None = None  # "families with children only"

    @model_validator(mode="after")
    def _both_times_or_none(self) -> Opening:
        if (self.opens is None) != (self.closes is None):
            raise ValueError("write both `opens` and `closes`, or neither")
        return self


class Change(Shape):
    """A day, or days in a row, that differ from the rows: closed where no hours are given."""

    date: datetime.date
    until: datetime.date | None = None  # the last day, where there are several
    opens: Time | None = None
    closes: Time | None = None
    note: Line | None = None  # "Thanksgiving"

    @model_validator(mode="after")
    def _makes_sense(self) -> Change:
        if (self.opens is None) != (self.closes is None):
            raise ValueError("write both `opens` and `closes`, or neither: then it is closed")
        if self.until is not None and self.until < self.date:
            raise ValueError("`until` is before `date`")
        return self


class Schedule(Shape):
    """All the hours of a door or a phone, in its own time zone."""

    time_zone: TimeZone | None = None  # America/New_York; left out: that of the area
    open: tuple[Opening, ...] = ()
    changes: tuple[Change, ...] = ()
