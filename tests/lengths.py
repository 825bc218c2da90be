"""How much of a large test is run: a share in `make test`, all of it in `make test-long`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

LONG = bool(os.environ.get("HANDRAIL_LONG"))


def some_of(items: Sequence[T], *few: T) -> list[T]:
    """All items in the long run, else only these few of them."""
    assert set(few) <= set(items)
    return list(items if LONG else few)


def so_many(short: int, long: int) -> int:
    """How many made-up cases."""
    return long if LONG else short


def every(items: Sequence[T], step: int) -> list[T]:
    """All items in the long run, else one in so many."""
    return list(items if LONG else items[::step])
