"""Notes of what was read, as they are kept: in place of what was worked out once, what was read for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING

from .reads import Note

if TYPE_CHECKING:
    from . import Records


WHOLE = {"item": "all", "there": "keys"}  # how one entry is read, and how all of them


def as_whole(note: Note) -> Note:
    """Of a service or an organization the note of all of them, and so of what was worked out of each: who reads a table
    reads nearly all.
    """
    *where, how, key = note
    if how not in WHOLE:
        return note
    if where[0] == "each":
        return (*where, WHOLE[how], "")
    kind, slash, _ = key.partition("/")
    return (*where, WHOLE[how], kind + slash) if kind in ("service", "organization") else note


def is_in(key: str, whole: tuple[str, ...]) -> bool:
    """Is it of a kind that is noted as a whole?"""
    return bool(whole) and key.startswith(whole)


MANY = 8  # notes; what so many stand for is remembered


class Leaves:
    """The notes that others stand for, in one build: what reads much is gone through once, not for each page."""

    def __init__(self) -> None:
        self._known: dict[Note, Set[Note]] = {}

    def of(self, records: Records, notes: Iterable[Note]) -> set[Note]:
        """The notes themselves; in place of what was worked out once, the notes of that."""
        found: set[Note] = set()
        for note in notes:
            if note[0] == "once":
                found |= self._of_one(records, note)
            else:
                found.add(note)
        return found

    def _of_one(self, records: Records, note: Note) -> Set[Note]:
        found = self._known.get(note)
        if found is None:
            found = frozenset(leaves(records, (note,)))
            if len(found) >= MANY:
                self._known[note] = found
        return found


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
