"""Marks of what the files say: equal marks, equal records. See `model/marks.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ..load import Source
from ..model import mark
from ..model.marks import COMMON
from .files import Kept

WATCHED = ("service", "organization")  # kinds of records that have a mark of their own


def marks_of(kept: Iterable[Kept], sources: Iterable[Source], closed: Iterable[str]) -> dict[str, bytes]:
    """By "service/snap": the record with all its translations. By "file/us/services.yaml": the file, for its lines.

    By "": everything else, and which services are closed, for their names are taken out of all other records.
    """
    said: dict[str, list[Any]] = defaultdict(list)
    for item in kept:
        key = f"{item.kind}/{item.id}" if item.kind in WATCHED else COMMON
        said[key].append((item.source.name, item.area, item.language, item.source.data))
    said[COMMON].append(sorted(closed))
    return {
        **{key: mark(values) for key, values in said.items()},
        **{f"file/{source.name}": source.mark for source in sources},
    }
