"""What changed since notes were taken: their marks of then beside those of today, and who has a note that changed."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from .marks import ABSENT, mark_of
from .reads import Note

if TYPE_CHECKING:
    from . import Records

Maker = tuple[Any, ...]  # of a note: ("record",) or ("each", maker)
WIDE = 4  # bytes of a place
FEW = 30  # places that are looked for one by one
MANY = 50  # notes of one maker: all that it made is compared first
RECORD = ("record",)


class Compared:
    """The notes of a list in one build: `changed` and `unknown` are the places of those that are not as they were.

    Unknown are notes of what nobody has worked out yet. `settle` looks again.
    """

    def __init__(
        self, records: Records, notes: Sequence[Note], marks: Sequence[bytes | None], wholes: dict[Maker, bytes]
    ) -> None:
        """`wholes`: the marks that all that a maker made had together."""
        self.records = records
        self.notes = notes
        self.marks = marks
        self.wholes_before = wholes
        self.wholes: dict[Maker, bytes] = {}  # of today
        self.changed: set[int] = set()
        self._waiting: dict[Maker, list[int]] = {}
        self.unknown: set[int] = set()
        today, items = records.marks, []
        for place, one in enumerate(notes):
            if one[0] == "record" and one[1] == "item":  # nearly all are
                if today.get(one[2], ABSENT) != marks[place]:
                    self.changed.add(place)
            else:
                items.append((one[:-2], place))
        for maker, place in items:
            self._waiting.setdefault(maker, []).append(place)
        self._look(list(self._waiting))

    def settle(self) -> bool:
        """Looks at what has been worked out in the meantime; False where there is nothing of it."""
        ready = [maker for maker in self._waiting if maker[1] in self.records.known]
        self._look(ready)
        return bool(ready)

    def _look(self, makers: Iterable[Maker]) -> None:
        for maker in makers:
            places = self._waiting[maker]
            if maker != RECORD and f"listed/{maker[1]!r}" in self.records.lasting.taken_lists:
                self.unknown.difference_update(self._waiting.pop(maker))
                continue
            if maker != RECORD and len(places) > MANY:
                whole = mark_of(self.records, (*maker, "all", ""))
                if whole is not None:
                    self.wholes[maker] = whole
                    if whole == self.wholes_before.get(maker):
                        self.unknown.difference_update(self._waiting.pop(maker))
                        continue
            for place in places:
                now, was = mark_of(self.records, self.notes[place]), self.marks[place]
                if now is None and was is not None:
                    self.unknown.update(places)
                    break
                if now is None or now != was:
                    self.changed.add(place)
            else:
                self.unknown.difference_update(self._waiting.pop(maker))


def touched(entries: Sequence[bytes], some: Collection[int]) -> set[int]:
    """The numbers of the entries, places of notes, that name one of some places."""
    if not some:
        return set()
    if len(some) > FEW:
        looked = some if isinstance(some, set | frozenset) else set(some)
        return {number for number, one in enumerate(entries) if not looked.isdisjoint(memoryview(one).cast("I"))}
    whole = b"".join(entries)
    ends = list(accumulate(map(len, entries)))
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
