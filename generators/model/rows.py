"""A table of what was made of each record, a row for each id, kept with the notes of what was read for the row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from .reads import Note


class Rows:
    """`places` of a row: where its notes stand in the list of notes; empty in a row that is missing, with value None.

    `notes` are those of all rows, or more.
    """

    def __init__(
        self,
        ids: Sequence[str] = (),
        values: Sequence[Any] = (),
        places: Sequence[bytes] = (),
        notes: Iterable[Note] = (),
    ) -> None:
        self.ids = list(ids)
        self.values = list(values)
        self.places = list(places)
        self.notes = set(notes)
        self._missing: list[int] = []

    def taken(self, ids: list[str], stale: Collection[int]) -> Rows:
        """The same rows for these ids; those that are stale or not there are missing."""
        if ids == self.ids:
            rows = Rows(ids, self.values, self.places, self.notes)
            rows._missing = sorted(stale)
        else:
            known = {id_: number for number, id_ in enumerate(self.ids) if number not in stale}
            found = [known.get(id_) for id_ in ids]
            values = [None if number is None else self.values[number] for number in found]
            rows = Rows(ids, values, [b"" if number is None else self.places[number] for number in found], self.notes)
            rows._missing = [number for number, old in enumerate(found) if old is None]
        return rows

    def missing(self) -> list[int]:
        """The numbers of the rows that are missing."""
        return self._missing

    def put(self, number: int, value: Any, places: bytes, notes: Iterable[Note]) -> None:
        """One row that was missing."""
        self.values[number], self.places[number] = value, places
        self.notes.update(notes)

    def without(self, stale: Collection[int]) -> Rows:
        """The same without some rows."""
        return self.taken([id_ for number, id_ in enumerate(self.ids) if number not in stale], stale) if stale else self

    def plain(self) -> tuple[list[str], list[Any], list[bytes], list[Note]]:
        """What makes the same again."""
        return self.ids, self.values, self.places, list(self.notes)
