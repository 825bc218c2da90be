"""Where records were written, as plain data in few letters."""

from __future__ import annotations

import sys
from typing import Any

from ..model import Placed


def plain(key: str, placed: Placed) -> str | tuple[Any, ...]:
    """Where a record was written, as plain data: the area alone, where it has the file that one expects."""
    if placed.path == expected(key, placed.area) and not placed.at:
        return sys.intern(placed.area)  # thousands lie in one area
    return placed.path, placed.area, placed.at


def place(key: str, told: str | tuple[Any, ...]) -> tuple[Any, ...]:
    """The path, the area and the place in the file, of what `plain` gave."""
    return (expected(key, told), told, ()) if isinstance(told, str) else told


def expected(key: str, area: str) -> str:
    """The file of a record that has one to itself: us/pa/services/pantry.yaml"""
    kind, _, id_ = key.partition("/")
    return f"{area}/{kind}s/{id_}.yaml"
