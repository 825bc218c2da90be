"""What was made lasts from one build to the next, for as long as all that was read in making it stays the same.

Each thing is kept with the notes of what was read for it, and the file says for each note the mark that it had. A thing
whose notes all have the same marks today is taken as it is; everything else is made again.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..stored import read_stored, store
from .marks import ABSENT, mark_of
from .reads import Note, is_noting, note_all, reading, unnoted

if TYPE_CHECKING:
    from . import Records

Entry = tuple[Any, tuple[int, ...]]  # plain data, and the places of its notes in the list of notes
Rows = dict[str, dict[str, Entry]]  # of a table: plain data by id


MOST_IDLE = 2  # times as many notes as were in use when the list was last made anew


class Lasting:
    """Plain data by key: that of the last build, and that of this one once it is saved."""

    def __init__(self, path: Path | None = None, settings: bytes = b"", keeps_all: bool = False) -> None:
        """`settings`: what all data depends on. What was kept under other settings is as good as none.

        `keeps_all`: this process builds again, so tables that would take too much room on the disk are kept too.
        """
        self.path = path
        self.settings = settings
        self.keeps_all = keeps_all
        self.keeps = keeps_all or path is not None
        self.before: dict[str, Entry] = {}
        self.rows_before: Rows = {}
        self._objects: dict[str, tuple[bytes, Any]] = {}
        self.notes: list[Note] = []
        self.marks: list[bytes | None] = []
        self.in_use = 0  # notes, when the list was last made anew
        self.begin()
        found = read_stored(path) if path else None
        if found and found["settings"] == settings:
            self.before, self.notes, self.marks = found["made"], found["notes"], found["marks"]
            self.in_use, self.rows_before = found["in_use"], found["rows"]

    def begin(self) -> None:
        """A new build: what was kept is compared again. One that ended without being saved left nothing."""
        self.taken: set[str] = set()  # keys of what was taken as it was
        self.new: dict[str, tuple[Any, list[Note]]] = {}  # made in this build
        self._changed: set[int] | None = None  # places of notes; None before anybody has looked
        self._unknown: set[int] = set()  # of what nobody has worked out yet
        self.rows_now: Rows = {}
        self._on_disk: set[str] = set()  # tables of this build that go into the file
        self._places: dict[Note, int] = {}

    def get(self, records: Records, key: str) -> Any:
        """What was kept, if it is what would be made now; else None."""
        entry = self.before.get(key)
        if entry is None or not self._is_same(records, entry[1]):
            return None
        self.taken.add(key)
        if is_noting():
            note_all(self.notes[place] for place in entry[1])
        return entry[0]

    def put(self, records: Records, key: str, value: Any, notes: Iterable[Note]) -> None:
        """Keeps plain data with the notes of what was read for it."""
        if self.keeps:
            self.new[key] = (value, _some(records, notes))

    def made(self, records: Records, key: str, make: Callable[[], Any]) -> Any:
        """What was kept, else what `make` gives: plain data, never None."""
        found = self.get(records, key)
        if found is None:
            with reading() as notes:
                found = make()
            self.put(records, key, found, notes)
            note_all(notes)
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
        kept in memory where this process builds again. What is read for a row is not noted: whoever asks should be
        compared by the mark of what it takes.
        """
        if not (self.keeps_all or (small and self.keeps)):
            with unnoted():
                return {id_: make(id_) for id_ in ids}
        before = self.rows_before.get(table, {})
        now = self.rows_now[table] = {}
        for id_ in ids:
            row = before.get(id_)
            if row is None or not self._is_same(records, row[1]):
                with reading() as notes:
                    made = make(id_)
                row = (made, self._places_of(_some(records, notes)))
            now[id_] = row
        if small:
            self._on_disk.add(table)
        return {id_: row[0] for id_, row in now.items()}

    def _places_of(self, notes: Iterable[Note]) -> tuple[int, ...]:
        """Where notes stand in the list; new ones come to its end, and have no mark before the build is saved."""
        if len(self._places) != len(self.notes):
            self._places = {note: place for place, note in enumerate(self.notes)}
        found = []
        for one in notes:
            if one not in self._places:
                self._places[one] = len(self.notes)
                self.notes.append(one)
                self.marks.append(None)
            found.append(self._places[one])
        return tuple(found)

    @property
    def own(self) -> tuple[list[str], dict[str, tuple[Any, list[Note]]]]:
        """What this process took and made, for the one that it is a part of."""
        return list(self.taken), self.new

    def take_over(self, own: tuple[list[str], dict[str, tuple[Any, list[Note]]]]) -> None:
        """Takes what another process made."""
        self.taken.update(own[0])
        self.new.update(own[1])

    def save(self, records: Records) -> None:
        """Keeps what this build made, and what it could have taken."""
        if not self.keeps:
            return
        made = {
            key: entry
            for key, entry in self.before.items()
            if key not in self.new and (key in self.taken or self._is_same(records, entry[1]))
        }
        is_same = not self.new and not self._changed and not self._unknown and len(made) == len(self.before)
        if is_same and self.rows_now.keys() == self.rows_before.keys() and None not in self.marks:
            return
        for key, (value, notes) in self.new.items():
            made[key] = (value, self._places_of(notes))
        changed = self._unknown.union(self._changed or ())
        for place, was in enumerate(self.marks):
            if was is None or place in changed:
                self.marks[place] = mark_of(records, self.notes[place])
        self.before, self.rows_before = made, self.rows_now
        if len(self.notes) > MOST_IDLE * self.in_use:
            self._without_idle()
        if self.path is None:
            return
        rows = {table: some for table, some in self.rows_before.items() if table in self._on_disk}
        values = {"made": self.before, "rows": rows, "notes": self.notes, "marks": self.marks, "in_use": self.in_use}
        store(self.path, {"settings": self.settings, **values})

    def _is_same(self, records: Records, places: tuple[int, ...]) -> bool:
        """Has all that these notes name the mark that it had?"""
        if not places:
            return True
        if self._changed is None:
            self._changed = set()
            marks, was = records.marks, self.marks
            for place, one in enumerate(self.notes):
                if one[0] == "record" and one[1] == "item":  # nearly all are
                    if marks.get(one[2], ABSENT) != was[place]:
                        self._changed.add(place)
                else:
                    self._look(records, place)
        if not self._changed.isdisjoint(places):
            return False
        return self._unknown.isdisjoint(places) or all(
            self._look(records, place) for place in self._unknown.intersection(places)
        )

    def _look(self, records: Records, place: int) -> bool:
        """Compares one mark. What nobody has worked out in this build may become known later."""
        now, was = mark_of(records, self.notes[place]), self.marks[place]
        if now is None and was is not None:
            self._unknown.add(place)
            return False
        self._unknown.discard(place)
        if now is None or now != was:
            assert self._changed is not None
            self._changed.add(place)
            return False
        return True

    def _without_idle(self) -> None:
        """Makes a list of notes that holds none without need."""
        tables = [self.before, *self.rows_before.values()]
        used = sorted({place for some in tables for _, places in some.values() for place in places})
        new = {old: place for place, old in enumerate(used)}
        self.notes, self.marks = [self.notes[old] for old in used], [self.marks[old] for old in used]
        self.in_use = len(used)
        for some in tables:
            for key, (value, places) in some.items():
                some[key] = (value, tuple(new[old] for old in places))


def _some(records: Records, notes: Iterable[Note]) -> list[Note]:
    """The notes to keep: nothing that is in something noted as a whole."""
    found = set(leaves(records, notes))
    whole = tuple(note[2] for note in found if note[:2] == ("record", "all"))
    return [note for note in found if note[0] != "record" or note[1] == "all" or not _is_in(note[2], whole)]


def _is_in(key: str, whole: tuple[str, ...]) -> bool:
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
