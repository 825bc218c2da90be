"""What is found by which words, kept so that the next build makes only what an edit changes.

An index is told by its services alone: one that was changed says the same as one made from nothing. Both are made by
`changed`, one from the last index, the other from an empty one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import Any

from .numbers import numbered
from .postings import Postings, Spread, called_marks, spread_of
from .stands import Growing, Kind, packed, unpacked
from .texts import FIELDS

Found = tuple[dict[str, list[str]], list[str]]  # terms by field, and what it is called, as phrases of terms
Posting = tuple[str, bytes, bytes]  # its letters, and `packed`, of which they are made
About = tuple[bytes, tuple[int, ...]]  # of a service: the mark of its texts, and how many words each field has

NUMBERED_BY = list(FIELDS).index("body")  # services are numbered by the length of this field
SOME = 2000  # postings in a part of the file
FEW = 10  # numbers that are faster looked for one by one
MOST_IN_TWO = 1 << 16  # numbers that two bytes tell apart
GONE = -1


@dataclass(frozen=True)
class Index:
    """Nobody changes one."""

    services: Mapping[str, About] = field(default_factory=dict)
    keys: Sequence[str] = ()  # ids by number, as `numbered` gives them
    rows: Sequence[int] = ()
    spreads: Sequence[Spread | None] = field(default_factory=lambda: _spreads([[]] * len(FIELDS)))
    postings: Mapping[str, Posting] = field(default_factory=dict)  # by term

    def changed(self, marks: Mapping[str, bytes], find: Callable[[str], Found]) -> Index:
        """The index of other services. `marks`: of what each is found by; `find` gives the same for the same mark."""
        if len(marks) == len(self.services) and all(
            key in self.services and self.services[key][0] == mark for key, mark in marks.items()
        ):
            return self
        return _Change(self, marks, find).made()

    @property
    def kind(self) -> Kind:
        """The kind of array that its postings are packed as."""
        return _kind(self.keys)

    def words(self) -> list[int]:
        """How many words all services have, by field."""
        return [sum(lengths) for lengths in _lengths(self.services, self.services)]

    def parts(self) -> Iterator[Any]:
        """Plain data, of which `from_parts` makes the same."""
        yield [self.services, self.keys, self.rows, self.spreads]
        postings = iter(self.postings.items())
        while some := dict(islice(postings, SOME)):
            yield some


def from_parts(parts: Iterator[Any]) -> Index:
    """What was told in parts."""
    services, keys, rows, spreads = next(parts)
    postings: dict[str, Posting] = {}
    for some in parts:
        postings.update(some)
    return Index(services, keys, rows, spreads, postings)


class _Change:
    """From one index to the next."""

    def __init__(self, old: Index, marks: Mapping[str, bytes], find: Callable[[str], Found]) -> None:
        self.old = old
        known = old.services
        found = {key: find(key) for key, mark in marks.items() if key not in known or known[key][0] != mark}
        lengths = {key: tuple([len(terms[name]) for name in FIELDS]) for key, (terms, _) in found.items()}
        self.services = {key: (mark, lengths[key]) if key in found else known[key] for key, mark in marks.items()}
        self.keys, self.rows = numbered({key: lengths[NUMBERED_BY] for key, (_, lengths) in self.services.items()})
        self.kind = _kind(self.keys)
        number_of = {key: number for number, key in enumerate(self.keys) if key}
        # By the old number the new one: GONE for what is found by other words now, which comes as a new service.
        self.where = [GONE if key in found else number_of.get(key, GONE) for key in old.keys]
        self.moved = [old_one for old_one, new_one in enumerate(self.where) if old_one != new_one and old.keys[old_one]]
        self.new = Growing(len(FIELDS))
        for key in sorted(found, key=number_of.__getitem__):
            terms, phrases = found.pop(key)
            self.new.add(number_of[key], [terms[name] for name in FIELDS], called_marks(phrases))

    def made(self) -> Index:
        """The new index."""
        old = self.old
        lengths = _lengths(self.services, self.keys)
        spreads = _spreads(lengths)
        writer = Postings(len(self.keys), lengths, spreads)
        is_alike = len(self.keys) == len(old.keys) and spreads == old.spreads
        again = {*(self._touched() if is_alike else old.postings), *self.new.terms}
        postings, moved = dict(old.postings), {*self.moved}
        for term in again:
            new = self.new.terms.pop(term, None)
            known = postings.get(term)
            stands = unpacked(*known[1:], old.kind).moved(self.where, moved, new) if known else new
            if stands and any(stands.documents):
                postings[term] = (writer.of(stands), *packed(stands, self.kind))
            else:
                del postings[term]
        return Index(self.services, self.keys, self.rows, spreads, postings)

    def _touched(self) -> Iterable[str]:
        """The terms of services that have another number now, or none."""
        if len(self.moved) > FEW:
            moved, kind = {*self.moved}, self.old.kind
            postings = self.old.postings.items()
            return [term for term, (_, numbers, _) in postings if not moved.isdisjoint(memoryview(numbers).cast(kind))]
        every = b"".join([numbers for _, numbers, _ in self.old.postings.values()])
        ends = [*accumulate([len(numbers) for _, numbers, _ in self.old.postings.values()])]
        terms = [*self.old.postings]
        return {terms[bisect_right(ends, at)] for number in self.moved for at in self._found(number, every)}

    def _found(self, number: int, every: bytes) -> Iterator[int]:
        """Where a number stands among others of the same kind."""
        sought = array(self.old.kind, (number,)).tobytes()
        at = every.find(sought)
        while at >= 0:
            if at % len(sought) == 0:
                yield at
            at = every.find(sought, at + 1)


def _kind(keys: Sequence[str]) -> Kind:
    """The kind of array that holds all numbers."""
    return "H" if len(keys) <= MOST_IN_TWO else "I"


def _spreads(lengths: Sequence[Sequence[int]]) -> list[Spread | None]:
    """How the lengths of each field are written; None for the one by which services are numbered."""
    return [None if place == NUMBERED_BY else spread_of(some) for place, some in enumerate(lengths)]


def _lengths(services: Mapping[str, About], keys: Iterable[str]) -> list[list[int]]:
    """How many words each field has, by field and number."""
    nothing = (b"", (0,) * len(FIELDS))
    rows = [services.get(key, nothing)[1] for key in keys]
    return [[row[place] for row in rows] for place in range(len(FIELDS))]
