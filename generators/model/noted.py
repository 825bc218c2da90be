"""The notes of all that was made, each once, with the mark that it had; those alike in all but their key are together.

A note has a place, a number: what was made keeps the places of its notes.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import Any

from .reads import Note

Kind = tuple[Any, ...]  # a note without its key: ("record", "item"), ("each", maker, "there")


class Noted:
    """A list of notes. `marks[place]`: None where nobody knew it."""

    def __init__(self, plain: Sequence[Any] = ((), (), b"", ())) -> None:
        """`plain`: what `plain` gave."""
        self.kinds: list[Kind] = []
        self.keys: list[str] = []
        self.numbers = array("I")  # of the kind of each note
        self.marks: list[bytes | None] = []
        self._number: dict[Kind, int] = {}
        self.add(plain)
        self._known: dict[Note, int] = {}  # places of notes that somebody asked for
        self._before = len(self.keys)  # notes that the next four tell of
        self._places: list[array[int]] | None = None
        self._by_key: dict[int, dict[str, int]] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def note(self, place: int) -> Note:
        """The note at a place."""
        return (*self.kinds[self.numbers[place]], self.keys[place])

    def all(self, places: Iterable[int]) -> list[Note]:
        """The notes at some places."""
        kinds, numbers, keys = self.kinds, self.numbers, self.keys
        return [(*kinds[numbers[place]], keys[place]) for place in places]

    def place(self, note: Note) -> int:
        """Where a note stands, from now on."""
        found = self._known.get(note)
        if found is None:
            found = self._known[note] = self._find(note[:-1], note[-1])
        return found

    def expect(self, places: Iterable[int]) -> None:
        """Notes at these places will be asked for again, most likely: what was made of something is made anew."""
        for place in places:
            self._known.setdefault(self.note(place), place)

    def _find(self, kind: Kind, key: str) -> int:
        number = self._number.setdefault(kind, len(self.kinds))
        if number == len(self.kinds):
            self.kinds.append(kind)
        elif self._before:
            if number not in self._by_key:
                places = self.places[number] if number < len(self.places) else ()
                self._by_key[number] = {self.keys[place]: place for place in places}
            if (found := self._by_key[number].get(key)) is not None:
                return found
        self.keys.append(key)
        self.numbers.append(number)
        self.marks.append(None)
        return len(self.keys) - 1

    @property
    def places(self) -> list[array[int]]:
        """By the number of its kind the places of all notes but those of this build."""
        if self._places is None:
            self._places = [array("I") for _ in self.kinds]
            puts = [some.append for some in self._places]
            for place, number in enumerate(self.numbers[: self._before]):
                puts[number](place)
        return self._places

    def begin(self) -> None:
        """A new build: what is there was there before."""
        if self._before != len(self.keys):
            self._before, self._places, self._by_key = len(self.keys), None, {}

    def forget(self) -> None:
        """Where notes stand is found anew, if somebody asks: this build has no more of them."""
        self._known = {}
        self.begin()

    @property
    def before(self) -> int:
        """How many there were when this build began."""
        return self._before

    def only(self, used: Sequence[bool]) -> Noted:
        """Those alone for which it is true, in the same order."""
        return Noted(
            (
                self.kinds,
                compress(self.keys, used),
                array("I", compress(self.numbers, used)).tobytes(),
                compress(self.marks, used),
            )
        )

    def add(self, plain: Sequence[Any]) -> None:
        """More notes, as `plain` gave them."""
        kinds, keys, numbers, marks = plain
        self._number.update({kind: number for number, kind in enumerate(kinds, len(self.kinds))})
        self.kinds += kinds
        self.keys += keys
        self.numbers.frombytes(numbers)
        self.marks += marks

    def plain(self, start: int = 0, kinds: int = 0) -> tuple[list[Kind], list[str], bytes, list[bytes | None]]:
        """As plain data: those from a place on, and the kinds from a number on. Equal ones are one object."""
        once: dict[Any, Any] = {}
        keys = [once.setdefault(key, key) for key in self.keys[start:]]
        marks = [once.setdefault(mark, mark) for mark in self.marks[start:]]
        return self.kinds[kinds:], keys, self.numbers[start:].tobytes(), marks

    @staticmethod
    def told(plain: Sequence[Any]) -> Iterator[Note]:
        """The notes that `plain` gave with all kinds, one at a time."""
        kinds, keys, told, _ = plain
        return ((*kinds[number], key) for number, key in zip(numbers(told), keys, strict=True))


def numbers(places: bytes) -> memoryview:
    """The places of notes as numbers."""
    return memoryview(places).cast("I")
