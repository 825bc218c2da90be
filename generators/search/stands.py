"""Where a term stands: in which documents, and how often, field by field. A build keeps it for the next one."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

Kind = Literal["H", "I"]  # of array, with two or four bytes a number

Called = tuple[int, int]  # number of a document, and the mark of the phrase that it is called

FEW = 20  # one of so many numbers that moved: they are looked for one by one

_NOWHERE: array[int] = array("I")  # stands for every field that lacks a term; never added to
_ONCE: dict[int, int] = {}  # and for one where no document has it twice


class Stands(NamedTuple):
    """Of one term, by field."""

    documents: list[Sequence[int]]  # their numbers, rising
    often: list[Mapping[int, int]]  # how often it stands in a document, by number, where that is more than once
    called: list[Called]  # the documents that are called just it, or a phrase that begins with it

    def moved(self, where: Sequence[int], moved: Collection[int], more: Stands | None) -> Stands:
        """The same with other numbers: `where` by the old ones, below 0 for what is gone, and `more` documents.

        `moved`: the old numbers that are others now.
        """
        found = Stands([], [], [(where[number], mark) for number, mark in self.called if where[number] >= 0])
        for place, (old, often) in enumerate(zip(self.documents, self.often, strict=True)):
            new = more.documents[place] if more else _NOWHERE
            if old:
                new = _moved(old, where, moved, new)
            if often and not often.keys().isdisjoint(moved):
                often = {where[number]: count for number, count in often.items() if where[number] >= 0}
            found.documents.append(new)
            found.often.append({**often, **more.often[place]} if more and more.often[place] else often)
        if more:
            found.called.extend(more.called)
        return found


def _moved(old: Sequence[int], where: Sequence[int], moved: Collection[int], new: Sequence[int]) -> Sequence[int]:
    """Rising numbers where some moved, with new ones."""
    if len(moved) * FEW > len(old):
        numbers = sorted(chain(map(where.__getitem__, old), new))
        return numbers[bisect_left(numbers, 0) :]
    numbers, more = [*old], [*new]
    for number in moved:
        place = bisect_left(numbers, number)
        if place < len(numbers) and numbers[place] == number:
            del numbers[place]
            more.append(where[number])
    for number in more:
        if number >= 0:
            insort(numbers, number)
    return numbers


class Growing:
    """Terms by the documents that are added, with rising numbers."""

    def __init__(self, fields: int) -> None:
        self.terms: dict[str, Stands] = {}
        self._fields = fields

    def add(self, number: int, by_field: Sequence[Sequence[str]], called: Sequence[tuple[str, int]]) -> None:
        """A document with its words, and what it is called, as first terms and marks; of its own words only."""
        own: set[str] = set()
        for place, words in enumerate(by_field):
            once = set(words)
            own |= once
            for term in once:
                documents = self._of(term).documents
                if documents[place] is _NOWHERE:
                    documents[place] = array("I", (number,))
                else:
                    documents[place].append(number)  # type: ignore[attr-defined]
            if len(once) < len(words):
                self._add_often(number, place, words)
        for first, mark in called:
            if first in own:
                self._of(first).called.append((number, mark))

    def _add_often(self, number: int, place: int, words: Sequence[str]) -> None:
        for term, count in Counter(words).items():
            if count > 1:
                often = self.terms[term].often
                if often[place] is _ONCE:
                    often[place] = {number: count}
                else:
                    often[place][number] = count  # type: ignore[index]

    def _of(self, term: str) -> Stands:
        stands = self.terms.get(term)
        if stands is None:
            stands = self.terms[term] = Stands([_NOWHERE] * self._fields, [_ONCE] * self._fields, [])
        return stands


def packed(stands: Stands, kind: Kind) -> tuple[bytes, bytes]:
    """The numbers of all documents, field by field, as `kind` of array; and all else."""
    numbers = []
    about = array("I", (len(stands.called), *chain.from_iterable(stands.called)))
    for documents, often in zip(stands.documents, stands.often, strict=True):
        about.extend((len(documents), len(often)))
        if documents:
            numbers.append(array(kind, [*documents]).tobytes())
        if often:
            about.extend(chain.from_iterable(often.items()))
    return b"".join(numbers), about.tobytes()


def unpacked(numbers: bytes, about: bytes, kind: Kind) -> Stands:
    """What was packed."""
    every, told = memoryview(numbers).cast(kind), memoryview(about).cast("I").tolist()
    at, start = 1 + 2 * told[0], 0
    found = Stands([], [], [*zip(told[1:at:2], told[2:at:2], strict=True)])
    while at < len(told):
        count, end = told[at], at + 2 + 2 * told[at + 1]
        found.documents.append(every[start : start + count] if count else _NOWHERE)
        pairs = zip(told[at + 2 : end : 2], told[at + 3 : end : 2], strict=True)
        found.often.append(dict(pairs) if end > at + 2 else _ONCE)
        start += count
        at = end
    return found
