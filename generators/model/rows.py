"""A table of what was made of each record, a row for each id, kept with the notes of what was read for the row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from .reads import Note

Plain = tuple[list[str], list[Any], list[bytes], list[int], list[Note]]
News = tuple[list[tuple[int, Any, bytes]], list[int], list[Note]]  # rows by their numbers, which are missing, notes


class Rows:
    """`places` of a row: where its notes stand in the list of notes; empty in a row that is missing, with value None.

    `notes` are those of all rows, or more.
    """

    def __init__(
        self,
        ids: Sequence[str] = (),
        values: Sequence[Any] = (),
        places: Sequence[bytes] = (),
        missing: Iterable[int] = (),
        notes: Iterable[Note] = (),
    ) -> None:
        self.ids = list(ids)
        self.values = list(values)
        self.places = list(places)
        self.missing = set(missing)  # the numbers of rows
        self.notes = set(notes)
        self.changed: set[int] | None = None  # since they were kept; None: other rows than those that were kept

    def taken(self, ids: list[str], stale: Collection[int]) -> Rows:
        """The same rows for these ids; those that are stale or not there are missing."""
        if ids == self.ids:
            rows = Rows(ids, self.values, self.places, self.missing, self.notes)
            rows.changed = None if self.changed is None else set(self.changed)
            rows._drop(stale)
            return rows
        known = {
            id_: number for number, id_ in enumerate(self.ids) if number not in stale and number not in self.missing
        }
        found = [known.get(id_) for id_ in ids]
        values = [None if number is None else self.values[number] for number in found]
        places = [b"" if number is None else self.places[number] for number in found]
        return Rows(ids, values, places, [number for number, old in enumerate(found) if old is None], self.notes)

    def _drop(self, stale: Collection[int]) -> None:
        for number in stale:
            self.values[number], self.places[number] = None, b""
        self.missing.update(stale)
        if self.changed is not None:
            self.changed.update(stale)

    def put(self, number: int, value: Any, places: bytes, notes: Iterable[Note]) -> None:
        """One row that was missing."""
        self.values[number], self.places[number] = value, places
        self.missing.discard(number)
        self.notes.update(notes)
        if self.changed is not None:
            self.changed.add(number)

    def without(self, stale: Collection[int]) -> Rows:
        """The same without some rows."""
        return self.taken(self.ids, stale) if stale else self

    def moved(self, to: Callable[[bytes], bytes]) -> Rows:
        """The same rows with their notes at other places."""
        known = {b"": b""}  # most rows have notes that others have too
        for number, places in enumerate(self.places):
            if places not in known:
                known[places] = to(places)
            self.places[number] = known[places]
        self.changed = None
        return self

    def plain(self) -> Plain:
        """What makes the same again."""
        return self.ids, self.values, self.places, sorted(self.missing), list(self.notes)

    def news(self) -> News | None:
        """What changed since they were kept; None where that is nearly all."""
        if self.changed is None or len(self.changed) * 4 > len(self.ids):
            return None
        some = [(number, self.values[number], self.places[number]) for number in sorted(self.changed)]
        return some, sorted(self.missing), list(self.notes)

    def with_news(self, news: News, moved: Callable[[bytes], bytes]) -> Rows:
        """The rows that were kept, with what another process changed in them; `moved`: where its notes stand here."""
        some, missing, notes = news
        rows = self.taken(self.ids, ())
        rows.take_news(([(number, value, moved(places)) for number, value, places in some], missing, notes))
        if rows.changed is not None:
            rows.changed.update(number for number, _, _ in some)
        return rows

    def take_news(self, news: News) -> None:
        """What `news` gave."""
        some, missing, notes = news
        for number, value, places in some:
            self.values[number], self.places[number] = value, places
        self.missing, self.notes = set(missing), set(notes)
