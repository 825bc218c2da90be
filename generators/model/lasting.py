"""What was made lasts from one build to the next, for as long as all that was read in making it stays the same.

Each thing is kept with the notes of what was read for it, and the file says for each note the mark that it had. A thing
whose notes all have the same marks today is taken as it is; everything else is made again.
"""

from __future__ import annotations

import marshal
import os
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..journal import Piece
from .aside import Aside, Waiting
from .brief import KEY
from .compared import WIDE, Compared, Entries
from .kept_file import Entry, KeptFile, Known, News, without_idle
from .leaves import Leaves, as_whole, is_in, leaves
from .marks import mark_of
from .noted import Noted, numbers
from .reads import Note, Watched, is_noting, note_all, reading
from .rows import Rows

if TYPE_CHECKING:
    from . import Records

V = TypeVar("V")
SOME = 20  # entries that a process tells of at once: some are large
FEW = 1000  # notes: to look for so many at once takes less than for each by itself
MOST_IDLE = 2  # times as many notes as were in use when the list was last made anew


class Lasting:
    """Plain data by key: that of the last build, and that of this one once it is saved."""

    def __init__(self, path: Path | None = None, settings: bytes = b"", keeps_all: bool = False) -> None:
        """`settings`: what all data depends on. What was kept under other settings is as good as none.

        `keeps_all`: this process builds again, so what it has once made as objects it need not make anew.
        """
        self.path, self.settings = path, settings
        self.keeps_all = keeps_all
        self.keeps = keeps_all or path is not None
        self.before: dict[str, Entry] = {}  # a value may be a `Piece` of the file: see `get`
        self.rows_before: dict[str, Rows] = {}  # by the name of the table
        self.noted = Noted()
        self.beside: dict[str, Any] = {}  # what others keep in memory, which is right whatever changed
        self._wholes: dict[tuple[Any, ...], bytes] = {}
        self._objects: dict[str, tuple[bytes, Any]] = {}
        self.in_use = 0  # notes, when the list was last made anew
        self._file = KeptFile(path, settings) if path else None
        self._aside = Aside(path.parent) if path and not keeps_all else None
        if self._file and (found := self._file.read()):
            self.before, self.rows_before, self.noted, self._wholes = found
            self.in_use = len(self.noted)
        self.begin()

    def begin(self) -> None:
        """A new build: what was kept is compared again. One that ended without being saved left nothing."""
        self.taken: set[str] = set()  # keys of what was taken as it was
        self.new: dict[str, Entry] = {}  # made in this build
        self._leaves = Leaves()
        self.rows_now: dict[str, Rows] = {}
        self._rows_by: dict[str, int] = {}  # the process that asked for them first
        self.listed_of: dict[str, set[Note]] = {}  # the brief records that lists of this build are made of
        self.taken_lists: set[str] = set()  # those of the last build
        self._compared: Compared | None = None  # once somebody has asked
        self._stale: set[str] = set()  # keys of what is made of something that changed
        self._seen: set[int] = set()  # places that changed, and that it knows of
        self._ids: list[list[str]] = []  # that tables are asked for, or were kept with: equal lists once
        self._ids_of: dict[int, tuple[list[str], list[str]]] = {}  # a list that was kept and its equal, by its number
        self._as_kept: dict[int, Any] = {}  # what was made of rows that are as they were kept, by its number
        self._places: dict[int, Entries] = {}  # of tables, by the number of their list: many share theirs
        self.noted.begin()

    def get(self, records: Records, key: str, stays: bool = True) -> Any:
        """What was kept, if it is what would be made now; else None. `stays`: in memory, once it was read."""
        entry = self.before.get(key)
        if entry is None or not self._is_same(records, key):
            return None
        value, places = entry
        if isinstance(value, Piece):
            value = self._file.value(value) if self._file else None
            if value is None:  # damaged
                return None
            if stays:
                self.before[key] = (value, places)
        elif isinstance(value, Waiting):
            value = value.value()
        self.taken.add(key)
        if is_noting():
            note_all(self.noted.all(numbers(places)))
        return value

    def get_all(self, records: Records, keys: Iterable[str]) -> dict[str, Any]:
        """The same for many keys: what `get` gives, by key; those of which it gives nothing are left out."""
        compared = self._compare(records)
        compared.settle()
        before, stale = self.before, self._stale_keys()
        found = {key: before[key][0] for key in keys if key in before}
        for key in stale & found.keys():
            del found[key]
        if compared.waiting:
            found = {key: value for key, value in found.items() if not self._is_waiting(key)}
        for key in [key for key, value in found.items() if type(value) in (Piece, Waiting)]:
            value = self.get(records, key)
            if value is None:
                del found[key]
            else:
                found[key] = value
        self.taken.update(found)
        if is_noting():
            for key in found:
                note_all(self.noted.all(numbers(before[key][1])))
        return found

    def differ(self, records: Records) -> int:
        """How many of the records, and of what was worked out of them, are known to be others now."""
        return len(self._compare(records).changed)

    def put(self, records: Records, key: str, value: Any, notes: Iterable[Note]) -> None:
        """Keeps plain data with the notes of what was read for it."""
        if self.keeps:
            if key in self.before:
                self._expect(self.before[key][1])
            self.new[key] = (self._aside.put(value) if self._aside else value, self._places_of(records, notes))

    def _expect(self, places: bytes) -> None:
        """What was made with these notes is made anew: most likely with the same ones."""
        if len(places) < FEW * WIDE:
            self.noted.expect(numbers(places))

    def _places_of(self, records: Records, notes: Iterable[Note]) -> bytes:
        """Where notes stand in the list, but those that are in something noted as a whole."""
        found = self._leaves.of(records, notes)
        whole = tuple([note[2] for note in found if note[1] == "all" and note[0] == "record"])
        if whole:
            found = {note for note in found if note[0] != "record" or note[1] == "all" or not is_in(note[2], whole)}
        return array("I", map(self.noted.place, found)).tobytes()

    def made(self, records: Records, key: str, make: Callable[[], Any]) -> Any:
        """What was kept, else what `make` gives: plain data, never None."""
        found = self.get(records, key)
        if found is None:
            with reading() as notes:
                found = make()
            self.put(records, key, found, notes)
            note_all(notes)
        return found

    def listed(self, records: Records, key: str, make: Callable[[], Any]) -> Any:
        """The same, kept only where it was made of brief records and of what is listed itself (`Records.listed`)."""
        found = self.get(records, key)
        if found is None:
            with reading() as notes:
                found = make()
            briefs = self._briefs(records, notes)
            if briefs is not None:
                self.put(records, key, found, briefs)
                self.listed_of[key] = briefs
        else:
            self.taken_lists.add(key)
            self.listed_of[key] = set(self.noted.all(numbers(self.before[key][1])))
        return found

    def _briefs(self, records: Records, notes: Iterable[Note]) -> set[Note] | None:
        """The brief records that notes name, themselves or by a list; None where they name anything else."""
        found: set[Note] = set()
        for note in leaves(records, notes):
            if note[:2] == ("record", "item") and note[2].startswith(KEY) and note[2] in records.marks:
                found.add(note)
            elif note[0] == "each" and (its := self.listed_of.get(f"listed/{note[1]!r}")) is not None:
                found |= its
            else:
                return None
        return found

    def made_of_objects(self, records: Records, key: str, make: Callable[[], Any]) -> Any:
        """The same for frozen objects of our own. Whoever may write into the cache may run code here, as in a build."""
        if not self.keeps:
            return make()
        packed = self.made(records, key, lambda: pickle.dumps(make()))
        if not self.keeps_all:
            return pickle.loads(packed)
        if key not in self._objects or self._objects[key][0] is not packed:
            self._objects[key] = (packed, pickle.loads(packed))
        return self._objects[key][1]

    def rows(self, records: Records, table: str, ids: Iterable[str], make: Callable[[str], Any]) -> dict[str, Any]:
        """What `make` gives for each id, each kept by itself: one record that changed makes one of them anew.

        It is plain data in few letters. Whoever asks depends on all that was read for the rows.
        """
        wanted = list(ids)
        if not wanted or not self.keeps:
            return {id_: make(id_) for id_ in wanted}
        wanted = self._equal(wanted)
        now = self.rows_now.get(table)
        if now is None:
            known = self.rows_before.get(table) or Rows()
            if id(known.ids) not in self._ids_of:
                self._ids_of[id(known.ids)] = (known.ids, self._equal(known.ids))
            known.ids = self._ids_of[id(known.ids)][1]
            rows = known.taken(wanted, self._stale_rows(records, known))
        else:
            rows = now.taken(wanted, ())
        if now is None or len(wanted) >= len(now.ids):
            self.rows_now[table] = rows
            self._rows_by[table] = os.getpid()
        for number in sorted(rows.missing):
            self._expect(rows.places[number])
            with reading() as notes:
                made = make(wanted[number])
            rows.put(number, made, self._places_of(records, notes), {as_whole(one) for one in leaves(records, notes)})
        note_all(rows.notes)
        found = dict(zip(wanted, rows.values, strict=True))
        if rows.is_same:
            self._as_kept[id(found)] = found
        return found

    def follows(self, made: V, *parts: Any) -> V:
        """Says that something was made of what `rows` and `Records.each` gave alone: it is the same while they are."""
        if all(map(self.is_as_kept, parts)):
            self._as_kept[id(made)] = made
        return made

    def is_as_kept(self, made: Any) -> bool:
        """Is it known to be what it was in the last build?"""
        if isinstance(made, Watched):
            return self._compared is not None and self._compared.is_same(made.start)
        return id(made) in self._as_kept

    def _equal(self, ids: list[str]) -> list[str]:
        """The first equal list of this build: to compare two of 20,000 takes a while, but not two that are one."""
        found = next((one for one in self._ids if one == ids), None)
        if found is None:
            self._ids.append(ids)
            return ids
        return found

    def own(self) -> Iterator[Any]:
        """What this process took and made, and the notes that are new, for the one that it is a part of; in parts."""
        yield list(self.taken), self.noted.plain(self.noted.before)
        for table in [table for table, by in self._rows_by.items() if by == os.getpid()]:
            rows, before = self.rows_now[table], self.rows_before.get(table)
            news = rows.news() if before is not None and before.ids == rows.ids else None
            yield (table, None, rows.plain()) if news is None else (table, news, None)
        for key, (value, places) in self.new.items():
            if isinstance(value, Waiting):
                yield [key, value.packed(), places]
        yield from _some(self.new)

    def take_over(self, own: Iterable[Any]) -> None:
        """Takes what another process made."""
        parts = iter(own)
        taken, notes = next(parts)
        self.taken.update(taken)
        places = array("I", chain(range(self.noted.before), map(self.noted.place, Noted.told(notes))))
        del notes

        def moved(its: bytes) -> bytes:
            return array("I", [places[place] for place in numbers(its)]).tobytes()

        for some in parts:
            if isinstance(some, tuple):
                table, news, plain = some
                if table not in self.rows_now:
                    self.rows_now[table] = (
                        self.rows_before[table].with_news(news, moved) if news else Rows(*plain).moved(moved)
                    )
                continue
            if isinstance(some, list):
                key, packed, its = some
                value = (self._aside and self._aside.put_packed(packed)) or marshal.loads(packed)
                some = {key: (value, its)}
            for key, (value, its) in some.items():
                if key not in self.new:
                    self.new[key] = (value, moved(its))

    def save(self, records: Records) -> None:
        """Keeps what this build made, and what it could have taken."""
        if not self.keeps:
            return
        compared = self._compare(records)
        compared.settle()
        unknown = compared.unknown()
        gone = self._unsure() & self.before.keys() - self.new.keys() - self.taken
        stale = compared.changed | unknown
        rows = {table: some for table, some in self.rows_before.items() if table not in self.rows_now}
        for table, some in rows.items():  # nobody asked for them in this build
            rows[table] = some.without(self._stale_rows(records, some))
        rows.update(self.rows_now)
        are_new = any(some.changed is None or some.changed for some in rows.values())
        if not (self.new or gone or stale or are_new or len(self.noted) > self.noted.before):
            return
        self.before.update(self.new)
        for key in gone:
            del self.before[key]
        for place in chain(stale, range(self.noted.before, len(self.noted))):
            self.noted.marks[place] = mark_of(records, self.noted.note(place))
        if not self.noted.before:
            compared.mark_wholes()
        if not self.keeps_all:
            self.noted.forget()
        self.in_use = self.in_use or len(self.noted)
        kept = Known(self.before, rows, self.noted, compared.wholes)
        is_idle = len(self.noted) > MOST_IDLE * self.in_use
        if is_idle:
            kept = without_idle(kept)
            self.in_use = len(kept.noted)
        self.before, self.rows_before, self.noted, self._wholes = kept
        if self._file:
            if is_idle or self._file.is_large:
                self._file.begin(kept)
            else:
                self._file.add(kept, News(self.new, gone, stale))
        for some in rows.values():
            some.kept()

    def _compare(self, records: Records) -> Compared:
        """What changed since the last build, as far as that is known now."""
        if self._compared is None:
            self._compared = Compared(records, self.noted, self._wholes)
            self._keys = list(self.before)
            self._entries = Entries([places for _, places in self.before.values()])
        return self._compared

    def _stale_keys(self) -> set[str]:
        """The keys of what is made of something that is known to be another now."""
        assert self._compared is not None
        changed = self._compared.changed
        if len(changed) > len(self._seen):
            found = self._entries.touched(changed - self._seen)
            self._stale.update(self._keys[number] for number in found)
            self._seen.update(changed)
        return self._stale

    def _unsure(self) -> Set[str]:
        """The same, and those of what is made of something that nobody has worked out yet."""
        assert self._compared is not None
        stale, unknown = self._stale_keys(), self._compared.unknown()
        return stale | {self._keys[number] for number in self._entries.touched(unknown)} if unknown else stale

    def _stale_rows(self, records: Records, rows: Rows) -> set[int]:
        """The numbers of the rows that are made of something that is another now, or may be."""
        compared = self._compare(records)
        if compared.is_waiting(rows.notes):
            compared.settle()
        unknown = compared.unknown() if compared.is_waiting(rows.notes) else set()
        entries = self._places.get(id(rows.places))
        if entries is None:
            entries = self._places[id(rows.places)] = Entries(rows.places)
        return entries.touched(compared.changed | unknown)

    def _is_same(self, records: Records, key: str) -> bool:
        """Has all that was read for it the mark that it had?"""
        compared = self._compare(records)
        if compared.waiting and self._is_waiting(key):
            compared.settle()
            if self._is_waiting(key):
                return False
        return key not in self._stale_keys()

    def _is_waiting(self, key: str) -> bool:
        """Is it made of something that nobody has worked out yet?"""
        assert self._compared is not None
        kinds, waiting = self.noted.numbers, self._compared.waiting
        return not waiting.isdisjoint(map(kinds.__getitem__, numbers(self.before[key][1])))


def _some(made: dict[str, Entry]) -> Iterator[dict[str, Entry]]:
    """The same in parts, without those that wait in a file."""
    entries = ((key, entry) for key, entry in made.items() if not isinstance(entry[0], Waiting))
    while some := dict(islice(entries, SOME)):
        yield some
