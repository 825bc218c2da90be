"""What was made lasts from one build to the next, for as long as all that was read in making it stays the same.

Each thing is kept with the notes of what was read for it, and the file says for each note the mark that it had. A thing
whose notes all have the same marks today is taken as it is; everything else is made again.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..stored import read_parts, store_parts
from .brief import KEY
from .compared import Compared, touched
from .leaves import Leaves, as_whole, is_in, leaves
from .marks import mark_of
from .reads import Note, is_noting, note_all, reading
from .rows import Rows

if TYPE_CHECKING:
    from . import Records

Entry = tuple[Any, bytes]  # plain data, and the places of its notes in the list of notes, four bytes each

SOME = 20  # entries in a part of the file: some are large
MOST_IDLE = 2  # times as many notes as were in use when the list was last made anew


class Lasting:
    """Plain data by key: that of the last build, and that of this one once it is saved."""

    def __init__(self, path: Path | None = None, settings: bytes = b"", keeps_all: bool = False) -> None:
        """`settings`: what all data depends on. What was kept under other settings is as good as none.

        `keeps_all`: this process builds again, so tables that would take too much room on the disk are kept too.
        """
        self.path = path
        self.keeps_all = keeps_all
        self.keeps = keeps_all or path is not None
        self.settings = settings
        self.before: dict[str, Entry] = {}
        self.rows_before: dict[str, Rows] = {}  # by the name of the table
        self.beside: dict[str, Any] = {}  # what others keep in memory, which is right whatever changed
        self._wholes: dict[tuple[Any, ...], bytes] = {}
        self._objects: dict[str, tuple[bytes, Any]] = {}
        self.notes: list[Note] = []
        self.marks: list[bytes | None] = []
        self.in_use = 0  # notes, when the list was last made anew
        self._places: dict[Note, int] = {}  # of notes in the list, once something is kept
        self._on_disk: set[str] = set()  # tables that go into the file
        found = read_parts(path) if path else None
        about = next(found) if found else {}
        if found and about["settings"] == settings:
            self.notes, self.marks, self.in_use = about["notes"], about["marks"], about["in_use"]
            self.rows_before = {table: Rows(*some) for table, some in about["rows"].items()}
            self._on_disk, self._wholes = set(self.rows_before), about["wholes"]
            for some in found:
                self.before.update(some)
        self.begin()

    def begin(self) -> None:
        """A new build: what was kept is compared again. One that ended without being saved left nothing."""
        self.taken: set[str] = set()  # keys of what was taken as it was
        self.new: dict[str, Entry] = {}  # made in this build
        self._leaves = Leaves()
        self.rows_now: dict[str, Rows] = {}
        self.listed_of: dict[str, set[Note]] = {}  # the brief records that lists of this build are made of
        self.taken_lists: set[str] = set()  # those of the last build
        self._compared: Compared | None = None  # once somebody has asked
        self._stale: set[str] = set()  # keys of what is made of something that changed
        self._unsure: set[str] = set()  # of what is made of something that nobody has worked out yet
        self._is_settled = True  # are these two as up to date as what is compared?
        self._seen: set[int] = set()  # places that changed, and that the two know of
        self._first_new = len(self.notes)

    def get(self, records: Records, key: str) -> Any:
        """What was kept, if it is what would be made now; else None."""
        entry = self.before.get(key)
        if entry is None or not self._is_same(records, key):
            return None
        self.taken.add(key)
        if is_noting():
            note_all(self.notes[place] for place in _numbers(entry[1]))
        return entry[0]

    def put(self, records: Records, key: str, value: Any, notes: Iterable[Note]) -> None:
        """Keeps plain data with the notes of what was read for it."""
        if self.keeps:
            self.new[key] = (value, self._places_of(records, notes))

    def _places_of(self, records: Records, notes: Iterable[Note]) -> bytes:
        """Where notes stand in the list, but those that are in something noted as a whole."""
        found = self._leaves.of(records, notes)
        whole = tuple([note[2] for note in found if note[1] == "all" and note[0] == "record"])
        if whole:
            found = {note for note in found if note[0] != "record" or note[1] == "all" or not is_in(note[2], whole)}
        places = self._places
        return array("I", [places[note] if note in places else self._place(note) for note in found]).tobytes()

    def _place(self, note: Note) -> int:
        """Where a note stands in the list, from now on."""
        if not self._places:
            self._places.update(zip(self.notes, range(len(self.notes)), strict=True))
        place = self._places.setdefault(note, len(self.notes))
        if place == len(self.notes):
            self.notes.append(note)
            self.marks.append(None)
        return place

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
            self.listed_of[key] = {self.notes[place] for place in _numbers(self.before[key][1])}
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

    def rows(
        self, records: Records, table: str, ids: Iterable[str], make: Callable[[str], Any], *, small: bool = False
    ) -> dict[str, Any]:
        """What `make` gives for each id, each kept by itself: one record that changed makes one of them anew.

        `small`: plain data in few letters, which goes into the file. Else it is anything that nobody changes, and is
        kept in memory where this process builds again. Whoever asks depends on all that was read for the rows.
        """
        wanted = list(ids)
        if not wanted or not (self.keeps_all or (small and self.keeps)):
            return {id_: make(id_) for id_ in wanted}
        now = self.rows_now.get(table)
        if now is None:
            known, compared = self.rows_before.get(table) or Rows(), self._compare(records)
            rows = known.taken(wanted, touched(known.places, compared.changed | compared.unknown))
        else:
            rows = now.taken(wanted, ())
        if now is None or len(wanted) >= len(now.ids):
            self.rows_now[table] = rows
        for number in rows.missing():
            with reading() as notes:
                made = make(wanted[number])
            rows.put(number, made, self._places_of(records, notes), {as_whole(one) for one in leaves(records, notes)})
        if small:
            self._on_disk.add(table)
        note_all(rows.notes)
        return dict(zip(wanted, rows.values, strict=True))

    def own(self) -> Iterator[Any]:
        """What this process took and made, and the notes that are new, for the one that it is a part of; in parts."""
        return chain([(list(self.taken), self.notes[self._first_new :])], _some(self.new))

    def take_over(self, own: Iterable[Any]) -> None:
        """Takes what another process made."""
        parts = iter(own)
        taken, notes = next(parts)
        self.taken.update(taken)
        places = [*range(self._first_new), *map(self._place, notes)]
        del notes
        for some in parts:
            for key, (value, its) in some.items():
                if key not in self.new:
                    self.new[key] = (value, array("I", [places[place] for place in _numbers(its)]).tobytes())

    def save(self, records: Records) -> None:
        """Keeps what this build made, and what it could have taken."""
        if not self.keeps:
            return
        compared = self._compare(records)
        made = {
            key: entry
            for key, entry in self.before.items()
            if key not in self.new and (key in self.taken or self._is_same(records, key))
        }
        rows = {table: some for table, some in self.rows_before.items() if table not in self.rows_now}
        for table, some in rows.items():  # nobody asked for them in this build
            rows[table] = some.without(touched(some.places, compared.changed | compared.unknown))
        rows.update(self.rows_now)
        is_same = not (self.new or compared.changed or compared.unknown) and len(made) == len(self.before)
        if is_same and self._first_new == len(self.notes) and rows.keys() == self.rows_before.keys():
            return
        made.update(self.new)
        for place in {*compared.changed, *compared.unknown, *range(self._first_new, len(self.notes))}:
            self.marks[place] = mark_of(records, self.notes[place])
        self.before, self.rows_before, self._wholes = made, rows, compared.wholes
        if len(self.notes) > MOST_IDLE * self.in_use:
            self._without_idle()
        if self.path is None:
            return
        tables = {table: some.plain() for table, some in rows.items() if table in self._on_disk}
        about = {
            "settings": self.settings,
            "notes": self.notes,
            "marks": self.marks,
            "in_use": self.in_use,
            "rows": tables,
            "wholes": self._wholes,
        }
        store_parts(self.path, chain([about], _some(self.before)))

    def _compare(self, records: Records) -> Compared:
        """What changed since the last build, as far as that is known now."""
        if self._compared is None:
            self._compared = Compared(records, self.notes[: self._first_new], self.marks, self._wholes)
            self._keys = list(self.before)
            self._entries = [places for _, places in self.before.values()]
            self._find_unsure()
        elif self._compared.settle():
            self._is_settled = False
        return self._compared

    def _find_unsure(self) -> None:
        """Which keys are stale, and which may be."""
        assert self._compared is not None
        changed = self._compared.changed - self._seen
        self._seen |= changed
        self._stale.update(self._keys[number] for number in touched(self._entries, changed))
        self._unsure = {self._keys[number] for number in touched(self._entries, self._compared.unknown)}
        self._is_settled = True

    def _is_same(self, records: Records, key: str) -> bool:
        """Has all that was read for it the mark that it had?"""
        if self._compared is None or key in self._unsure:
            self._compare(records)
            if not self._is_settled:
                self._find_unsure()
        return key not in self._stale and key not in self._unsure

    def _without_idle(self) -> None:
        """Makes a list of notes that holds none without need."""
        tables = [some.places for some in self.rows_before.values()]
        entries = chain((places for _, places in self.before.values()), chain.from_iterable(tables))
        seen: set[int] = set()
        for places in entries:
            seen.update(_numbers(places))
        used = sorted(seen)
        new = {old: place for place, old in enumerate(used)}

        def moved(places: bytes) -> bytes:
            return array("I", [new[old] for old in _numbers(places)]).tobytes()

        self.notes, self.marks = [self.notes[old] for old in used], [self.marks[old] for old in used]
        self.in_use = len(used)
        self._places = {}
        self.before = {key: (value, moved(places)) for key, (value, places) in self.before.items()}
        for some in tables:
            some[:] = map(moved, some)


def _some(made: dict[str, Entry]) -> Iterator[dict[str, Entry]]:
    """The same in parts."""
    entries = iter(made.items())
    while some := dict(islice(entries, SOME)):
        yield some


def _numbers(places: bytes) -> memoryview:
    """The places of notes as numbers."""
    return memoryview(places).cast("I")
