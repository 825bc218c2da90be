"""The texts of a record that a translation may hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import FREE_LISTS
from .translations import CODES, TEXT_FIELDS, TEXT_LISTS

Place = tuple[str | int, ...]

_TEXTS = TEXT_FIELDS | TEXT_LISTS
NOT_SHOWN = frozenset(("examples", "sourced", "sources", "verified"))  # names below these are no texts of a page


def texts(value: Any, path: Place = (), field: str | None = None) -> Iterator[tuple[Place, str]]:
    """The texts of one English file that a translation may hold; a free list is one text, a line for each entry."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in FREE_LISTS and CODES not in path and isinstance(inner, (list, tuple)):
                if listed := [str(text) for text in inner if text is not None]:
                    yield (*path, key), "\n".join(listed)
            elif key not in NOT_SHOWN:
                yield from texts(inner, (*path, key), str(key))
    elif isinstance(value, (list, tuple)):
        if field != "languages":  # codes, not words
            for index, inner in enumerate(value):
                yield from texts(inner, (*path, index), field)
    elif isinstance(value, str) and value.strip() and field in _TEXTS:
        yield path, value
