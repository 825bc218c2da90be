"""What changed since notes were taken: their marks of then beside those of today, and who has a note that changed."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from .marks import ABSENT, mark_of
from .reads import Note, Watched

if TYPE_CHECKING:
    from . import Records
    from .noted import Noted

Maker = tuple[Any, ...]  # of a note: ("record",) or ("each", maker)
WIDE = 4  # bytes of a place
FEW = 30  # places that are looked for one by one
MANY = 50  # notes of one maker: all that it made is compared first
RECORD = ("record",)
ITEM = ("record", "item")  # the kind of nearly all notes


class Compared:
    """The notes of a list in one build: `changed` are the places of those that are not as they were.

    `waiting` are the numbers of the kinds of those of what nobody has worked out yet. `settle` looks again.
    """

    def __init__(self, records: Records, noted: Noted, wholes: dict[Maker, bytes]) -> None:
        """`wholes`: the marks that all that a maker made had together."""
        self.records = records
        self.noted = noted
        self.wholes_before = wholes
        self.wholes: dict[Maker, bytes] = {}  # of today
        self.changed: set[int] = set()
        self._waiting: dict[Maker, list[int]] = {}  # the kinds of what each made
        for number, kind in enumerate(noted.kinds[: len(noted.places)]):
            if kind == ITEM:  # no need to make a note of each
                today, keys, marks = records.marks, noted.keys, noted.marks
                places = noted.places[number]
                self.changed.update([one for one in places if today.get(keys[one], ABSENT) != marks[one]])
            else:
                self._waiting.setdefault(kind[:-1], []).append(number)
        self._look(list(self._waiting))

    def settle(self) -> None:
        """Looks at what has been worked out in the meantime."""
        if self._waiting:
            self._look([maker for maker in self._waiting if maker[1] in self.records.known])

    def mark_wholes(self) -> None:
        """After a build that found nothing: so the next one need not compare one by one what a maker made."""
        counts: Counter[Maker] = Counter()
        for number, count in Counter(self.noted.numbers).items():
            counts[self.noted.kinds[number][:-1]] += count
        for maker, count in counts.items():
            if maker != RECORD and count > MANY and (whole := mark_of(self.records, (*maker, "all", ""))) is not None:
                self.wholes[maker] = whole

    def unknown(self) -> set[int]:
        """The places of notes of what nobody has worked out."""
        return set(chain.from_iterable(map(self._places, self._waiting)))

    def is_waiting(self, notes: Iterable[Note]) -> bool:
        """Is one of them of what nobody has worked out yet?"""
        return bool(self._waiting) and any(note[:-2] in self._waiting for note in notes)

    def _places(self, maker: Maker) -> Iterator[int]:
        return chain.from_iterable(self.noted.places[number] for number in self._waiting[maker])

    def _look(self, makers: Iterable[Maker]) -> None:
        noted = self.noted
        for maker in makers:
            if not self._is_whole(maker):
                for place in self._places(maker):
                    if maker == RECORD and self._is_sure(noted.note(place)):
                        self.changed.add(place)
                        continue
                    now, was = mark_of(self.records, noted.note(place)), noted.marks[place]
                    if now is None and was is not None:
                        break
                    if now is None or now != was:
                        self.changed.add(place)
                else:
                    del self._waiting[maker]
            else:
                del self._waiting[maker]
        self.waiting = set(chain.from_iterable(self._waiting.values()))

    def _is_sure(self, note: Note) -> bool:
        """Is it of all records of a kind, one of which is known to be another?"""
        keys, kinds, numbers = self.noted.keys, self.noted.kinds, self.noted.numbers
        return note[1] == "all" and any(
            keys[place].startswith(note[2]) for place in self.changed if kinds[numbers[place]] == ITEM
        )

    def _is_whole(self, maker: Maker) -> bool:
        """Is all that a maker made as it was?"""
        if maker == RECORD:
            return False
        if f"listed/{maker[1]!r}" in self.records.lasting.taken_lists:
            return True
        if sum(len(self.noted.places[number]) for number in self._waiting[maker]) <= MANY:
            return False
        return self.is_same(maker)

    def is_same(self, maker: Maker) -> bool:
        """Has all that a maker made together the mark that it had? False also where nobody knows."""
        made, known = self.records.known.get(maker[1]), self.wholes_before.get(maker)
        if known is not None and isinstance(made, Watched) and self.records.lasting.is_as_kept(made.raw):
            self.wholes[maker] = known
        elif maker not in self.wholes and (whole := mark_of(self.records, (*maker, "all", ""))) is not None:
            self.wholes[maker] = whole
        return known is not None and self.wholes.get(maker) == known


class Entries:
    """Places of notes, those of each entry together."""

    def __init__(self, entries: Sequence[bytes]) -> None:
        self._entries = entries

    @cached_property
    def _whole(self) -> tuple[bytes, list[int]]:
        """All of them, and where each ends."""
        return b"".join(self._entries), list(accumulate(map(len, self._entries)))

    def touched(self, some: Collection[int]) -> set[int]:
        """The numbers of the entries that name one of some places."""
        if not some:
            return set()
        if len(some) > FEW:
            looked = some if isinstance(some, set | frozenset) else set(some)
            return {
                number for number, one in enumerate(self._entries) if not looked.isdisjoint(memoryview(one).cast("I"))
            }
        whole, ends = self._whole
        found = set()
        for place in some:
            wanted = place.to_bytes(WIDE, sys.byteorder)
            at = whole.find(wanted)
            while at >= 0:
                if at % WIDE:
                    at = whole.find(wanted, at + 1)
                else:
                    number = bisect_right(ends, at)
                    found.add(number)
                    at = whole.find(wanted, ends[number])
        return found
