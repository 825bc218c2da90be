"""One record by itself: made of what a file says, with what is wrong with it alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic import BaseModel

from ..load import Lines, line_at
from ..model import Area, Figure, Organization, Placed, Service, SiteSettings, note
from ..problems import Problem
from .files import Kept
from .shape import shaped
from .written import written_problems

SINGLE: dict[str, type[BaseModel]] = {
    "site": SiteSettings,
    "area": Area,
    "service": Service,
    "organization": Organization,
    "figure": Figure,
}


def record_of(
    kind: str, item: Kept, shape: type[BaseModel], data: Any, at: tuple[str | int, ...]
) -> tuple[BaseModel | None, Placed, list[Problem]]:
    """One record, where it stands, and what is wrong with it alone."""
    record, wrong = shaped(shape, item.source, data, at)
    start = (*item.source.at, *at)
    line = partial(line_in, item.source.name, item.source.read, start)
    problems = [*wrong, *written_problems(kind, item.source, data, at)]
    return record, Placed(item.source.name, item.area, line, start), problems


def line_in(name: str, read: Callable[[], Lines], start: tuple[str | int, ...], path: tuple[str | int, ...]) -> int:
    """The line of a place in the record at `start`; what a record keeps of its file."""
    note(("record", "item", f"file/{name}"))
    return line_at(read, (*start, *path))
