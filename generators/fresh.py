"""When somebody last looked at a record, and when it should be looked at again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from .model import Records, Service

# For how many months a check with the organization holds, and what an official page says, by the kind of service.
MONTHS = {"hotline": (3, 12), "shelter": (1, 1), "pantry": (6, 6)}
OTHERS = (12, 12)


@dataclass(frozen=True)
class Look:
    """The last time that somebody looked."""

    day: datetime.date  # of a month that is known without its day: the first
    months: int  # for which it holds
    is_check: bool  # with the organization; else only the date of the official page that the facts are from

    def age(self, today: datetime.date) -> int:
        """Whole months since then. `checked-ago.mjs` counts the same way."""
        months = (today.year - self.day.year) * 12 + today.month - self.day.month
        return months - (today.day < self.day.day)

    def is_old(self, today: datetime.date) -> bool:
        """Should it be looked at again?"""
        return self.age(today) >= self.months


def look_at(service: Service) -> Look | None:
    """The last look at a service; None where nobody has checked it and no official page is named."""
    checked, said = MONTHS.get(service.kind, OTHERS)
    if service.verified:
        return Look(service.verified.date, checked, is_check=True)
    if service.sourced:
        text = service.sourced.as_of
        day = datetime.date.fromisoformat(text if len(text) == 10 else f"{text}-01")
        return Look(day, said, is_check=False)
    return None


@dataclass(frozen=True)
class Due:
    """A service that somebody should call."""

    id: str
    look: Look | None  # None: nobody has ever checked it


def due(records: Records, today: datetime.date, area: str = "") -> list[Due]:
    """What should be checked now: first what nobody ever checked, then what is longest past its time.

    `area`: only services of that folder and of those below it. What is closed for good is left in peace.
    """
    found = list(_due(records, today, area))
    return sorted(found, key=lambda one: (-_past(one, today), one.id))


def _due(records: Records, today: datetime.date, area: str) -> Iterator[Due]:
    for id_, service in records.services.items():
        folder = records.placed[f"service/{id_}"].area
        if service.status == "closed" or not f"{folder}/".startswith(f"{area}/" if area else ""):
            continue
        look = look_at(service)
        if look is None or look.is_old(today):
            yield Due(id_, look)


def _past(one: Due, today: datetime.date) -> float:
    return one.look.age(today) / one.look.months if one.look else float("inf")
