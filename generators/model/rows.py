"""A table of what was made of each record, a row for each id, kept with the notes of what was read for the row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from .marks import mark
from .reads import Note

Plain = tuple[list[str], list[Any], list[bytes], list[int], list[Note]]
News = tuple[list[tuple[int, Any, bytes]], list[int], list[Note]]  # rows by their numbers, which are missing, notes


class Rows:
    """`places` of a row: where its notes stand in the list of notes. A row that is missing has the value None.

    `notes` are those of all rows, or more. Tables share their lists for as long as nobody changes a row: thousands of
    rows stand in each, and an edit changes one.
    """

    def __init__(
        self,
        ids: Sequence[str] = (),
        values: Sequence[Any] = (),
        places: Sequence[bytes] = (),
        missing: Iterable[int] = (),
        notes: Iterable[Note] = (),
    ) -> None:
        self.ids = ids if isinstance(ids, list) else list(ids)
        self.values = values if isinstance(values, list) else list(values)
        self.places = places if isinstance(places, list) else list(places)
        self._owns: set[str] = set()  # the lists that no other table has
        self.missing = set(missing)  # the numbers of rows
        self.notes = set(notes)
        self.changed: set[int] | None = None  # since they were kept; None: other rows than those that were kept
        self.is_same = False  # are all those that are there as they were kept, with the same ids?
        self._dropped: dict[int, Any] = {}  # the values that stale rows had

    def taken(self, ids: list[str], stale: Collection[int]) -> Rows:
        """The same rows for these ids; those that are stale or not there are missing."""
        if ids is self.ids or ids == self.ids:
            self._owns.clear()
            rows = Rows(ids, self.values, self.places, self.missing, self.notes)
            rows.changed = None if self.changed is None else set(self.changed)
            rows.is_same = self.is_same
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
            if number not in self.missing:
                self._dropped[number] = self.values[number]
            self._own("values")[number] = None
        self.missing.update(stale)
        if self.changed is not None:
            self.changed.update(stale)

    def put(self, number: int, value: Any, places: bytes, notes: Iterable[Note]) -> None:
        """One row that was missing."""
        self._set(number, value, places)
        self.missing.discard(number)
        if self.is_same:
            self.is_same = number in self._dropped and mark(self._dropped.pop(number)) == mark(value)
        self.notes.update(notes)
        if self.changed is not None:
            self.changed.add(number)

    def without(self, stale: Collection[int]) -> Rows:
        """The same without some rows."""
        return self.taken(self.ids, stale) if stale else self

    def moved(self, to: Callable[[bytes], bytes]) -> Rows:
        """The same rows with their notes at other places."""
        known = {b"": b""}  # most rows have notes that others have too
        for places in self.places:
            if places not in known:
                known[places] = to(places)
        self.places = [known[places] for places in self.places]
        self.changed = None
        self.is_same = False
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
        rows.is_same = False
        rows.take_news(([(number, value, moved(places)) for number, value, places in some], missing, notes))
        if rows.changed is not None:
            rows.changed.update(number for number, _, _ in some)
        return rows

    def kept(self) -> None:
        """These are the rows that are kept now."""
        self.changed, self.is_same, self._dropped = set(), True, {}

    def take_news(self, news: News) -> None:
        """What `news` gave."""
        some, missing, notes = news
        for number, value, places in some:
            self._set(number, value, places)
        self.missing, self.notes = set(missing), set(notes)

    def _set(self, number: int, value: Any, places: bytes) -> None:
        self._own("values")[number] = value
        if self.places[number] != places:  # mostly it is made of the same as before
            self._own("places")[number] = places

    def _own(self, name: str) -> list[Any]:
        """One of the lists, to be changed."""
        if name not in self._owns:
            self._owns.add(name)
            setattr(self, name, list(getattr(self, name)))
        found: list[Any] = getattr(self, name)
        return found
