"""Where a term stands: in which documents, and how often, field by field. A build keeps it for the next one."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple

Kind = Literal["H", "I"]  # of array, with two or four bytes a number

_NOWHERE: array[int] = array("I")  # stands for every field that lacks a term; never added to
_ONCE: dict[int, int] = {}  # and for one where no document has it twice


class Stands(NamedTuple):
    """Of one term, by field."""

    documents: list[Sequence[int]]  # their numbers, rising
    often: list[Mapping[int, int]]  # how often it stands in a document, by number, where that is more than once

    def moved(self, where: Sequence[int], more: Stands | None) -> Stands:
        """The same with other numbers: `where` by the old ones, below 0 for what is gone. `more`: documents as well."""
        found = Stands([], [])
        for place, (old, often) in enumerate(zip(self.documents, self.often, strict=True)):
            new = more.documents[place] if more else _NOWHERE
            if old:
                numbers = sorted(chain(map(where.__getitem__, old), new))
                new = numbers[bisect_left(numbers, 0) :]
            if often:
                often = {where[number]: count for number, count in often.items() if where[number] >= 0}
            found.documents.append(new)
            found.often.append({**often, **more.often[place]} if more else often)
        return found


class Growing:
    """Terms by the documents that are added, with rising numbers."""

    def __init__(self, fields: int) -> None:
        self.terms: dict[str, Stands] = {}
        self._fields = fields

    def add(self, number: int, by_field: Sequence[Sequence[str]]) -> None:
        """A document with its words."""
        for place, words in enumerate(by_field):
            once = set(words)
            for term in once:
                documents = self._of(term).documents
                if documents[place] is _NOWHERE:
                    documents[place] = array("I", (number,))
                else:
                    documents[place].append(number)  # type: ignore[attr-defined]
            if len(once) < len(words):
                self._add_often(number, place, words)

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
            stands = self.terms[term] = Stands([_NOWHERE] * self._fields, [_ONCE] * self._fields)
        return stands


def packed(stands: Stands, kind: Kind) -> tuple[bytes, bytes]:
    """The numbers of all documents, field by field, as `kind` of array; and what tells how many and how often."""
    numbers = []
    about = array("I")
    for documents, often in zip(*stands, strict=True):
        about.extend((len(documents), len(often)))
        if documents:
            numbers.append(array(kind, [*documents]).tobytes())
        if often:
            about.extend(chain.from_iterable(often.items()))
    return b"".join(numbers), about.tobytes()


def unpacked(numbers: bytes, about: bytes, kind: Kind) -> Stands:
    """What was packed."""
    every, told, found = memoryview(numbers).cast(kind), memoryview(about).cast("I").tolist(), Stands([], [])
    start = at = 0
    while at < len(told):
        count, end = told[at], at + 2 + 2 * told[at + 1]
        found.documents.append(every[start : start + count] if count else _NOWHERE)
        pairs = zip(told[at + 2 : end : 2], told[at + 3 : end : 2], strict=True)
        found.often.append(dict(pairs) if end > at + 2 else _ONCE)
        start += count
        at = end
    return found
