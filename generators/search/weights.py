"""Which document has a term, and how much it weighs there: the numbers of a lunr index, gathered in one pass.

The same numbers as lunr.py's builder gives (tests/test_search.py holds them side by side), without a token object for
each word: a directory of 20,000 services has 17,000 different terms and more than a million places where they stand.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lunr.builder import Builder

_LUNR = Builder()
K1, B = _LUNR._k1, _LUNR._b  # how soon a word said often weighs no more; how much a long text counts for less


_NONE = array("I")  # stands for every field that lacks a term; never added to


@dataclass(frozen=True, slots=True)
class Posting:
    """Where one term stands."""

    index: int  # of the term, in the order in which terms were met: lunr sums in this order
    documents: list[array[int]]  # for each field the numbers of the documents, rising
    counts: list[array[int]]  # how often it stands in each


class Gathered:
    """Terms of some documents by field, and how long each field of each document is."""

    def __init__(self, fields: Mapping[str, float]) -> None:
        """`fields`: name and boost of each, in lunr's order."""
        self.fields = dict(fields)
        self.total = 0
        self.terms: dict[str, Posting] = {}
        self.lengths = [array("I") for _ in fields]  # words, by field and document
        self._parts: dict[int, array[float]] = {}  # of the weights in a field, by document, once all are in

    def add(self, words: Mapping[str, Sequence[str]]) -> None:
        """One more document: its words by field, in their order."""
        number = self.total
        self.total += 1
        for place, field in enumerate(self.fields):
            found = words[field]
            self.lengths[place].append(len(found))
            for term, count in Counter(found).items():
                posting = self.terms.get(term)
                if posting is None:
                    none = [_NONE] * len(self.fields)
                    posting = self.terms[term] = Posting(len(self.terms), none, none.copy())
                if posting.documents[place] is _NONE:
                    posting.documents[place], posting.counts[place] = array("I", (number,)), array("I", (count,))
                else:
                    posting.documents[place].append(number)
                    posting.counts[place].append(count)

    def rarity(self, term: str) -> float:
        """What lunr calls the inverse document frequency: every field that has the term counts."""
        having = sum(map(len, self.terms[term].documents))
        return math.log(1 + abs((self.total - having + 0.5) / (having + 0.5)))

    def weights(self, term: str, place: int) -> list[float]:
        """Of a term in a field, by document, before lunr rounds them to thousandths."""
        rarity, posting, boost = self.rarity(term), self.terms[term], list(self.fields.values())[place]
        if not posting.documents[place]:
            return []
        if place not in self._parts:
            average = sum(self.lengths[place]) / self.total
            self._parts[place] = array("d", [K1 * (1 - B + B * (length / average)) for length in self.lengths[place]])
        parts, more = self._parts[place], K1 + 1
        return [
            rarity * (more * count) / (parts[number] + count) * boost
            for number, count in zip(posting.documents[place], posting.counts[place], strict=True)
        ]


def gather(documents: Iterable[Mapping[str, Sequence[str]]], fields: Mapping[str, float]) -> Gathered:
    """All documents, numbered in their order."""
    gathered = Gathered(fields)
    for words in documents:
        gathered.add(words)
    return gathered
