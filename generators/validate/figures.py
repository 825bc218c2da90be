"""Rows of a figure without a proper date, and a last row that ends soon."""

from __future__ import annotations

import datetime

from ..load import Source
from ..model import Figure
from ..problems import Problem

REMIND_DAYS = 60  # before the last row of a figure ends


def figure_problems(source: Source, figure: Figure, today: datetime.date) -> list[Problem]:
    """Rows without a proper date, and a last row that ends soon."""
    problems = []
    for place, rows in figure.rows.items():
        for key, value in rows.items():
            dates = list(value) if isinstance(value, dict) else [key]
            for date in dates:
                if not _is_day(date):
                    path = ("rows", place, key) if not isinstance(value, dict) else ("rows", place, key, date)
                    problems.append(
                        Problem(source.path, source.line(path), f'"{date}" is not a day. Write it as 2026-10-01.')
                    )
    if figure.until is not None and (figure.until - today).days < REMIND_DAYS:
        ended = "ended" if figure.until < today else "ends"
        problems.append(
            Problem(
                source.path,
                source.line(("until",)),
                f"the last row of this figure {ended} on {figure.until}. "
                f"Look for the new one at {figure.sources[0].url}",
                reminder=True,
            )
        )
    return problems


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
