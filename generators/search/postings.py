"""What is known of one term, in few letters: where it stands, and what its weights are made of.

docs/assets/handrail/search/postings.mjs reads it, and works out the weights as lunr does.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count

from .bits import around, as_letters, low_of, plain, rising, small
from .stands import Called, Stands

MARK = 20  # bits that a phrase is known by
JUST = 1 << MARK  # in place of the mark of a phrase: the term alone
HIGHEST_LOW = 8

Spread = tuple[int, tuple[int, ...]]  # how the lengths of a field are written: low of their ranks, and lengths by rank


class Postings:
    """Writes postings."""

    def __init__(self, slots: int, lengths: Sequence[Sequence[int]], spreads: Sequence[Spread | None]) -> None:
        """`slots`: how many numbers there are. By field: `lengths` by number, and how they are written, if they are."""
        self._slots = slots
        self._lengths = [spread and _coded(some, spread) for some, spread in zip(lengths, spreads, strict=True)]

    def of(self, stands: Stands) -> str:
        """One posting.

        For each field a bit that says whether it has the term; for each that has it how many documents, less one, and
        how many numbers are passed over before each; how often the term stands in them; and the lengths of the field,
        except of the one by whose length the documents are numbered. Last the documents that are called just this
        term, and those that are called a phrase that begins with it, each with the mark of the phrase.
        """
        bits = ["1" if documents else "0" for documents in stands.documents]
        for documents, often, lengths in zip(stands.documents, stands.often, self._lengths, strict=True):
            if documents:
                bits += small(len(documents) - 1), self._rising(documents)
                bits.append(_often(documents, often))
                if lengths:
                    bits.extend(map(lengths.__getitem__, documents))
        bits.append(self._called(sorted(set(stands.called))))
        return as_letters("".join(bits))

    def _rising(self, numbers: Sequence[int]) -> str:
        return rising(numbers, low_of(len(numbers), self._slots))

    def _called(self, entries: Sequence[Called]) -> str:
        if not entries:
            return small(0) + small(0)
        alone = [number for number, mark in entries if mark == JUST]
        longer = [entry for entry in entries if entry[1] != JUST]
        bits = [small(len(alone)), small(len(longer))]
        if alone:
            bits.append(self._rising(alone))
        if longer:
            numbers = [number for number, _ in longer]
            steps = [after - before for before, after in zip([0, *numbers], numbers, strict=False)]
            bits.append(around(steps, low_of(len(longer), self._slots)))
            bits += [plain(mark, MARK) for _, mark in longer]
        return "".join(bits)


def called_marks(phrases: Iterable[str]) -> list[tuple[str, int]]:
    """The first term of each phrase of terms, and its mark: a number that hardly another phrase has."""
    found = []
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        found.append((first, zlib.crc32(phrase.encode()) >> (32 - MARK) if rest else JUST))
    return found


def spread_of(lengths: Iterable[int]) -> Spread:
    """How the lengths of a field are best written: those that postings will tell most often take the fewest bits.

    It goes by how many bits that number has, not by the number: so an edit hardly ever changes it.
    """
    told = {length: (length * count).bit_length() for length, count in Counter(lengths).items() if length}
    order = sorted(told, key=lambda length: (-told[length], length))
    low = min(
        range(HIGHEST_LOW),
        key=lambda low: sum(((rank >> low) + 1 + low) << told[length] for rank, length in enumerate(order)),
    )
    return low, tuple(order)


def _coded(lengths: Sequence[int], spread: Spread) -> list[str]:
    """The bits of each length."""
    low, order = spread
    codes = {0: "", **{length: around([rank], low) for rank, length in enumerate(order)}}
    return [*map(codes.__getitem__, lengths)]


def _often(documents: Sequence[int], often: Mapping[int, int]) -> str:
    """Where among its documents a term stands more than once, and how often, less two."""
    if not often:
        return small(0)
    places = [*compress(count(), map(often.__contains__, documents))]
    counts = [_COUNTED[often[documents[place]]] for place in places]
    return "".join([small(len(places)), rising(places, low_of(len(places), len(documents))), *counts])


class _Counted(dict[int, str]):
    """How often a term stands in a document, less two, as bits."""

    def __missing__(self, count: int) -> str:
        code = self[count] = small(count - 2)
        return code


_COUNTED = _Counted()
