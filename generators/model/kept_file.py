"""The file in which things last: written whole at first, and then what changed behind it."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterator, Mapping, Set
from itertools import accumulate, chain
from pathlib import Path
from typing import Any, NamedTuple

from ..journal import LARGE, Journal, Piece, Put
from .aside import Waiting
from .noted import Noted, numbers
from .rows import Rows

Entry = tuple[Any, bytes]  # plain data, and the places of its notes in the list of notes, four bytes each


class Known(NamedTuple):
    """All that lasts."""

    entries: dict[str, Entry]
    rows: dict[str, Rows]
    noted: Noted
    wholes: dict[tuple[Any, ...], bytes]


class News(NamedTuple):
    """What a build did to it, beside new rows and notes."""

    new: Mapping[str, Entry]
    gone: Set[str]  # keys
    marked: set[int]  # places of notes that have another mark


def without_idle(known: Known) -> Known:
    """The same with a list of notes that holds none without need. The rows are the same objects."""
    used = [False] * len(known.noted)
    for places in chain((its for _, its in known.entries.values()), *(some.places for some in known.rows.values())):
        for place in numbers(places):
            used[place] = True
    new = list(accumulate(used, initial=0))

    def moved(places: bytes) -> bytes:
        return array("I", [new[old] for old in numbers(places)]).tobytes()

    for some in known.rows.values():
        some.moved(moved)
    entries = {key: (value, moved(places)) for key, (value, places) in known.entries.items()}
    return known._replace(entries=entries, noted=known.noted.only(used))


class KeptFile:
    """One file. What was kept under other settings is as good as none."""

    def __init__(self, path: Path, settings: bytes) -> None:
        self._journal = Journal(path)
        self.settings = settings
        self._notes = self._kinds = 0  # in the file
        self._foreign = False
        self._pieces: dict[str, Piece] = {}  # that were carried over into a new file

    @property
    def is_large(self) -> bool:
        """Is it time to write it anew?"""
        return self._foreign or self._journal.is_large

    def value(self, piece: Piece) -> Any:
        """A value that is read when somebody asks; None where it is damaged."""
        return self._journal.value(piece)

    def read(self) -> Known | None:
        """What was kept."""
        segments = self._journal.read() if self._journal.begins_with(self.settings) else []
        if not segments:
            self._foreign = True
            return None
        known = Known({}, {}, Noted(), {})
        for segment in segments:
            known = _after(known, *segment[1:])
        for some in known.rows.values():
            some.kept()
        self._notes, self._kinds = len(known.noted), len(known.noted.kinds)
        return known

    def begin(self, known: Known) -> None:
        """Writes it all. Values that are in the old file go into the new one."""

        def make(put: Put) -> Iterator[Any]:
            shared: dict[Any, Any] = {}

            def once(some: Any) -> Any:
                found = shared.get(tuple(some))
                if found is None:
                    found = shared[tuple(some)] = [shared.setdefault(one, one) for one in some]
                return found

            columns = self._columns(known.entries, put)
            yield self.settings
            yield {"wholes": known.wholes}
            yield from columns
            tables = {}
            for table, rows in known.rows.items():
                ids, values, places, *rest = rows.plain()
                tables[table] = (once(ids), values, once(places), *rest)
            yield tables
            yield known.noted.plain()

        entries = known.entries
        waiting = [key for key, (value, _) in entries.items() if isinstance(value, Piece)]
        self._foreign = not self._journal.begin(make)
        for key in waiting:
            if key in self._pieces and not self._foreign:
                entries[key] = (self._pieces[key], entries[key][1])
            else:
                del entries[key]
        self._pieces = {}
        self._notes, self._kinds = len(known.noted), len(known.noted.kinds)

    def add(self, known: Known, news: News) -> None:
        """Writes what is new."""

        def make(put: Put) -> Iterator[Any]:
            columns = self._columns(news.new, put)
            whole = {table: rows.plain() for table, rows in known.rows.items() if rows.news() is None}
            some = {table: rows.news() for table, rows in known.rows.items() if table not in whole and rows.changed}
            marks = known.noted.marks
            yield self.settings
            yield {
                "gone": list(news.gone),
                "some rows": some,
                "marks": {place: marks[place] for place in news.marked if place < self._notes},
                "wholes": known.wholes,
            }
            yield from columns
            yield whole
            yield known.noted.plain(self._notes, self._kinds)

        self._foreign = not self._journal.add(make)
        self._notes, self._kinds = len(known.noted), len(known.noted.kinds)

    def _columns(self, entries: Mapping[str, Entry], put: Put) -> tuple[Any, ...]:
        """Keys, values, places, and large values as pieces by number. A piece that is damaged goes with its key."""
        keys: list[str] = []
        values: list[Any] = []
        places: list[bytes] = []
        pieces: dict[int, Piece] = {}
        shared: dict[Any, Any] = {}
        for key, (value, its) in entries.items():
            if isinstance(value, Piece):
                packed = self._journal.packed(value)
                if packed is None:
                    continue
                pieces[len(keys)] = self._pieces[key] = put(packed)
                value = None
            elif type(value) is Waiting:
                pieces[len(keys)], value = put(value.packed()), None
            elif type(value) is tuple and all(type(one) is str for one in value):
                value = shared.setdefault(value, value)
            elif len(packed := marshal.dumps(value)) > LARGE:
                pieces[len(keys)], value = put(packed), None
            keys.append(key)
            values.append(value)
            places.append(shared.setdefault(its, its))
        return keys, values, places, {number: tuple(piece) for number, piece in pieces.items()}


def _after(
    known: Known,
    news: Mapping[str, Any],
    keys: list[str],
    values: list[Any],
    places: list[bytes],
    pieces: Mapping[int, Any],
    rows: Mapping[str, Any],
    notes: Any,
) -> Known:
    """What lasts, after one more segment."""
    for key in news.get("gone", ()):
        known.entries.pop(key, None)
    for number, piece in pieces.items():
        values[number] = Piece(*piece)
    known.entries.update(zip(keys, zip(values, places, strict=True), strict=True))
    for table, its in rows.items():
        known.rows[table] = Rows(*its)
    for table, its in news.get("some rows", {}).items():
        known.rows[table].take_news(its)
    known.noted.add(notes)
    for place, mark in news.get("marks", {}).items():
        known.noted.marks[place] = mark
    return known._replace(wholes=news["wholes"])
