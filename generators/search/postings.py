"""What is known of one term, in few letters: where it stands, and what its weights are made of.

docs/assets/handrail/search/postings.mjs reads it, and works out the weights as lunr.py does.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from .bits import around, as_letters, gaps, low_of, plain, small
from .packed import pack
from .texts import FIELDS
from .weights import Gathered

UNSURE = 1e-6  # thousandths within which two computers may round a weight otherwise
NUMBERED_BY = list(FIELDS).index("body")  # documents are numbered by the length of this field
MARK = 20  # bits that a phrase is known by
HIGHEST_LOW = 8


class Postings:
    """The postings of all terms, and what they share."""

    def __init__(self, gathered: Gathered, called: Mapping[str, Sequence[int]]) -> None:
        """`called`: for a phrase of terms the documents that are called just that."""
        self.gathered = gathered
        self.width = len(gathered.terms).bit_length()
        self.called: dict[str, list[tuple[int, int]]] = {}
        for phrase, numbers in called.items():
            first, _, rest = phrase.partition(" ")
            mark = mark_of(phrase) if rest else -1
            self.called.setdefault(first, []).extend((number, mark) for number in numbers)
        spreads = [None if place == NUMBERED_BY else _Spread(lengths) for place, lengths in enumerate(gathered.lengths)]
        self._spreads = spreads
        # For each field how its lengths are written: [low, lengths, the most frequent first].
        self.spread = [one and [one.low, list(one.ranks)] for one in spreads]
        self.numbered = [NUMBERED_BY, pack(_runs(gathered.lengths[NUMBERED_BY]))]

    def of(self, term: str) -> str:
        """One posting.

        The index of the term; for each field a bit that says whether it has the term; for each that has it how many
        documents, less one, and how many are passed over before each. Then a 0 and how often the term stands in them,
        and the lengths of the field, except of the one by whose length the documents are numbered; or, where rounding
        might differ, a 1 and the weights themselves, in thousandths. Last the documents that are called just this
        term, and those that are called a phrase that begins with it, each with the mark of the phrase.
        """
        known, total = self.gathered.terms[term], self.gathered.total
        bits = [plain(known.index, self.width), *("1" if documents else "0" for documents in known.documents)]
        for place, documents in enumerate(known.documents):
            if not documents:
                continue
            bits += small(len(documents) - 1), around(gaps(documents), low_of(len(documents), total))
            if any([abs(weight * 1000 % 1 - 0.5) < UNSURE for weight in self.gathered.each_weight(term, place)]):
                weights = self.gathered.weights(term, place)
                bits += "1", *(small(round(round(weight, 3) * 1000)) for weight in weights)
                continue
            bits += "0", _often(known.counts[place])
            spread = self._spreads[place]
            if spread:
                lengths = self.gathered.lengths[place]
                bits.append(around([spread.ranks[lengths[number]] for number in documents], spread.low))
        bits.append(self._called(term))
        return as_letters("".join(bits))

    def _called(self, term: str) -> str:
        entries = sorted(self.called.get(term, ()))
        alone = sorted({number for number, mark in entries if mark < 0})
        longer = [entry for entry in entries if entry[1] >= 0]
        bits = [small(len(alone)), small(len(longer))]
        if alone:
            bits.append(around(gaps(alone), low_of(len(alone), self.gathered.total)))
        if longer:
            numbers = [number for number, _ in longer]
            steps = [after - before for before, after in zip([0, *numbers], numbers, strict=False)]
            bits.append(around(steps, low_of(len(longer), self.gathered.total)))
            bits += [plain(mark, MARK) for _, mark in longer]
        return "".join(bits)


def mark_of(phrase: str) -> int:
    """A number that hardly another phrase has."""
    return zlib.crc32(phrase.encode()) >> (32 - MARK)


def _often(counts: Sequence[int]) -> str:
    """Where a term stands more than once, and how often, less two."""
    places = [place for place, count in enumerate(counts) if count > 1]
    if not places:
        return small(0)
    often = "".join([small(counts[place] - 2) for place in places])
    return small(len(places)) + around(gaps(places), low_of(len(places), len(counts))) + often


class _Spread:
    """The lengths of one field by how many postings will tell them, the most frequent first."""

    def __init__(self, lengths: Sequence[int]) -> None:
        told = {length: length * count for length, count in Counter(lengths).items() if length}
        order = sorted(told, key=lambda length: (-told[length], length))
        self.ranks = {length: rank for rank, length in enumerate(order)}
        self.low = min(
            range(HIGHEST_LOW),
            key=lambda low: sum(told[length] * ((rank >> low) + 1 + low) for length, rank in self.ranks.items()),
        )


def _runs(lengths: Sequence[int]) -> list[int]:
    """Lengths that never fall, as runs: a length as the step from the one before, and how many have it."""
    found: list[int] = []
    before = 0
    for length, group in groupby(lengths):
        found += [length - before, sum(1 for _ in group)]
        before = length
    return found
