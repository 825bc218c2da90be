"""Which document has a term, and how much it weighs there: the numbers of a lunr index, gathered in one pass.

The same numbers as lunr.py's builder gives (tests/test_search.py holds them side by side), without a token object for
each word: a directory of 20,000 services has 17,000 different terms and more than a million places where they stand.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lunr.builder import Builder

_LUNR = Builder()
K1, B = _LUNR._k1, _LUNR._b  # how soon a word said often weighs no more; how much a long text counts for less


@dataclass(frozen=True)
class Posting:
    """Where one term stands."""

    index: int  # of the term, in the order in which terms were met: lunr sums in this order
    documents: tuple[array[int], ...]  # for each field the numbers of the documents, rising
    counts: tuple[array[int], ...]  # how often it stands in each


class Gathered:
    """Terms of some documents by field, and how long each field of each document is."""

    def __init__(self, fields: Mapping[str, float]) -> None:
        """`fields`: name and boost of each, in lunr's order."""
        self.fields = dict(fields)
        self.total = 0
        self.terms: dict[str, Posting] = {}
        self.lengths = [array("I") for _ in fields]  # words, by field and document
        self._averages: dict[int, float] = {}  # of the lengths of a field, once all documents are in

    def add(self, words: Mapping[str, Sequence[str]]) -> None:
        """One more document: its words by field, in their order."""
        number = self.total
        self.total += 1
        for place, field in enumerate(self.fields):
            found = words[field]
            self.lengths[place].append(len(found))
            counts: dict[str, int] = {}
            for word in found:
                counts[word] = counts.get(word, 0) + 1
            for term, count in counts.items():
                posting = self.terms.get(term)
                if posting is None:
                    empty = tuple(array("I") for _ in self.fields)
                    posting = Posting(len(self.terms), empty, tuple(array("I") for _ in self.fields))
                    self.terms[term] = posting
                posting.documents[place].append(number)
                posting.counts[place].append(count)

    def rarity(self, term: str) -> float:
        """What lunr calls the inverse document frequency: every field that has the term counts."""
        having = sum(len(documents) for documents in self.terms[term].documents)
        return math.log(1 + abs((self.total - having + 0.5) / (having + 0.5)))

    def weights(self, term: str, place: int) -> list[float]:
        """Of a term in a field, by document, before lunr rounds them to thousandths."""
        rarity, posting, lengths = self.rarity(term), self.terms[term], self.lengths[place]
        if place not in self._averages:
            self._averages[place] = sum(lengths) / self.total
        average = self._averages[place]
        boost = list(self.fields.values())[place]
        known: dict[tuple[int, int], float] = {}
        found = []
        for number, count in zip(posting.documents[place], posting.counts[place], strict=True):
            key = (count, lengths[number])
            if key not in known:
                much = rarity * ((K1 + 1) * count) / (K1 * (1 - B + B * (key[1] / average)) + count)
                known[key] = much * boost
            found.append(known[key])
        return found


def gather(documents: Iterable[Mapping[str, Sequence[str]]], fields: Mapping[str, float]) -> Gathered:
    """All documents, numbered in their order."""
    gathered = Gathered(fields)
    for words in documents:
        gathered.add(words)
    return gathered
