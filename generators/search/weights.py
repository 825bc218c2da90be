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
        self._parts: dict[int, dict[int, float]] = {}  # of the weights in a field, by its length
        self._boosts = [*fields.values()]

    def add(self, words: Mapping[str, Sequence[str]]) -> None:
        """One more document: its words by field, in their order."""
        number = self.total
        self.total += 1
        for place, field in enumerate(self.fields):
            found = words[field]
            self.lengths[place].append(len(found))
            if not found:
                continue
            for term, count in _counted(found):
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
        posting = self.terms[term]
        lengths = self.lengths[place]
        return self._weights(
            term, place, zip(posting.counts[place], map(lengths.__getitem__, posting.documents[place]), strict=True)
        )

    def each_weight(self, term: str, place: int) -> list[float]:
        """The same weights, most of them once only, in any order: thousands of documents have few different ones."""
        posting = self.terms[term]
        lengths = map(self.lengths[place].__getitem__, posting.documents[place])
        return self._weights(term, place, set(zip(posting.counts[place], lengths, strict=True)))

    def _weights(self, term: str, place: int, told: Iterable[tuple[int, int]]) -> list[float]:
        """`told`: how often the term stands in a document, and how long the field is there."""
        rarity, parts, boost, more = self.rarity(term), self._parts_of(place), self._boosts[place], K1 + 1
        return [rarity * (more * count) / (parts[length] + count) * boost for count, length in told]

    def _parts_of(self, place: int) -> dict[int, float]:
        """What the length of a field adds, by length, once all documents are in."""
        if place not in self._parts:
            lengths = self.lengths[place]
            average = sum(lengths) / self.total
            self._parts[place] = {length: K1 * (1 - B + B * (length / average)) for length in {*lengths} - {0}}
        return self._parts[place]


def _counted(words: Sequence[str]) -> Iterable[tuple[str, int]]:
    """Each word once, in the order in which they are met, with how often it is there."""
    once = dict.fromkeys(words, 1)
    return once.items() if len(once) == len(words) else Counter(words).items()


def gather(documents: Iterable[Mapping[str, Sequence[str]]], fields: Mapping[str, float]) -> Gathered:
    """All documents, numbered in their order."""
    gathered = Gathered(fields)
    for words in documents:
        gathered.add(words)
    return gathered
