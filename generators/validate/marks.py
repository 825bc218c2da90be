"""Marks of what the files say: equal marks, equal records. See `model/marks.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from typing import Any

from ..load import Source
from ..memory import FORGETFUL, Memory
from ..model import mark
from ..model.marks import COMMON
from .files import Kept

WATCHED = ("service", "organization")  # kinds of records that have a mark of their own


def marks_of(
    kept: Iterable[Kept], sources: Iterable[Source], closed: Iterable[str], memory: Memory = FORGETFUL
) -> dict[str, bytes]:
    """By "service/snap": the record with all its translations. By "file/us/services.yaml": the file, for its lines.

    By "": everything else, and which services are closed, for their names are taken out of all other records.
    """
    said: dict[str, list[Kept]] = defaultdict(list)
    for item in kept:
        said[f"{item.kind}/{item.id}" if item.kind in WATCHED else COMMON].append(item)
    which = sorted(closed)
    own = {key: items for key, items in said.items() if key != COMMON}
    return {
        COMMON: memory.same(("mark",), (*said[COMMON], *which), lambda: mark([mark_of_items(said[COMMON]), which])),
        **{key: memory.same(("mark", key), tuple(items), partial(mark_of_items, items)) for key, items in own.items()},
        **{f"file/{source.name}": source.mark for source in sources},
    }


def mark_of_items(items: Iterable[Kept]) -> bytes:
    """Of what some files say, in their order."""
    return mark([_said(item) for item in items])


def _said(item: Kept) -> tuple[Any, ...]:
    return item.source.name, item.area, item.language, item.source.data
