"""Notes of what was read, as they are kept: in place of what was worked out once, what was read for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .reads import Note

if TYPE_CHECKING:
    from . import Records


def as_whole(note: Note) -> Note:
    """Of a service or an organization the note of all of them, and so of what was worked out of each: who reads a table
    reads nearly all.
    """
    *where, how, key = note
    if how != "item":
        return note
    if where[0] == "each":
        return (*where, "all", "")
    kind, slash, _ = key.partition("/")
    return (*where, "all", kind + slash) if kind in ("service", "organization") else note


def is_in(key: str, whole: tuple[str, ...]) -> bool:
    """Is it of a kind that is noted as a whole?"""
    return bool(whole) and key.startswith(whole)


def leaves(records: Records, notes: Iterable[Note]) -> Iterator[Note]:
    """The same notes; in place of what was worked out once, the notes of that."""
    known: set[Note] = set()
    todo = list(notes)
    while todo:
        one = todo.pop()
        if one in known:
            continue
        known.add(one)
        if one[0] == "once":
            todo.extend(records.read[one[1]])
        else:
            yield one
