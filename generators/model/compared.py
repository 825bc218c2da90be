"""What changed since notes were taken: their marks of then beside those of today, and who has a note that changed."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any

from .marks import ABSENT, mark_of

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
    """The notes of a list in one build: `changed` and `unknown` are the places of those that are not as they were.

    Unknown are notes of what nobody has worked out yet. `settle` looks again.
    """

    def __init__(self, records: Records, noted: Noted, wholes: dict[Maker, bytes]) -> None:
        """`wholes`: the marks that all that a maker made had together."""
        self.records = records
        self.noted = noted
        self.wholes_before = wholes
        self.wholes: dict[Maker, bytes] = {}  # of today
        self.changed: set[int] = set()
        self._waiting: dict[Maker, list[Sequence[int]]] = {}
        self.unknown: set[int] = set()
        for kind, places in zip(noted.kinds, noted.places, strict=False):
            if kind == ITEM:  # no need to make a note of each
                today, keys, marks = records.marks, noted.keys, noted.marks
                self.changed.update([one for one in places if today.get(keys[one], ABSENT) != marks[one]])
            else:
                self._waiting.setdefault(kind[:-1], []).append(places)
        self._look(list(self._waiting))

    def settle(self) -> bool:
        """Looks at what has been worked out in the meantime; False where there is nothing of it."""
        ready = [maker for maker in self._waiting if maker[1] in self.records.known]
        self._look(ready)
        return bool(ready)

    def _look(self, makers: Iterable[Maker]) -> None:
        for maker in makers:
            if self._is_whole(maker):
                self._known(maker)
                continue
            noted = self.noted
            for place in chain.from_iterable(self._waiting[maker]):
                now, was = mark_of(self.records, noted.note(place)), noted.marks[place]
                if now is None and was is not None:
                    self.unknown.update(*self._waiting[maker])
                    break
                if now is None or now != was:
                    self.changed.add(place)
            else:
                self._known(maker)

    def _is_whole(self, maker: Maker) -> bool:
        """Is all that a maker made as it was?"""
        if maker == RECORD:
            return False
        if f"listed/{maker[1]!r}" in self.records.lasting.taken_lists:
            return True
        if sum(map(len, self._waiting[maker])) <= MANY:
            return False
        whole = mark_of(self.records, (*maker, "all", ""))
        if whole is None:
            return False
        self.wholes[maker] = whole
        return whole == self.wholes_before.get(maker)

    def _known(self, maker: Maker) -> None:
        self.unknown.difference_update(*self._waiting.pop(maker))


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
