"""The search index cut into small files, so that a phone loads only what the words of a query need.

lunr's score of a document is made of the weights of the query's own terms, so a browser that has those terms'
postings can assemble a lunr index that answers as the whole one does. Terms are sorted as JavaScript sorts them and
cut into files of about PART characters, [terms, postings], each with a blank between; `index.json` holds the first term
of each file. Beside them lie the cards of the results; the numbers of all services (`every.json`), as some numbers
are to spare; and for words that nobody wrote all terms by their length, to find those that are one letter away: first
the first letters of all terms, then the second letters ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lunr import __TARGET_JS_VERSION__
from lunr.builder import Builder

from ..parted import Part
from .facets import packed
from .index import NUMBERED_BY, Index
from .packed import pack
from .texts import FIELDS

PART = 9_000  # characters of a file of terms
CARDS = 4  # cards in a file, or so
MOST_CARD_FILES = 1250  # of a folded site
_LUNR = Builder()
K1, B = _LUNR._k1, _LUNR._b  # how soon a word said often weighs no more; how much a long text counts for less


def parts(index: Index, tables: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Name and content of every file, `index.json` last. `tables`: how a query is cut into terms."""
    firsts: list[str] = []
    terms = sorted(index.postings)  # as JavaScript sorts them, which has other rules for signs that no term has
    for number, part in enumerate(_cut((term, index.postings[term][0]) for term in terms)):
        firsts.append(part[0][0])
        yield f"terms-{number}.json", [" ".join(column) for column in zip(*part, strict=True)]
    lengths = _by_length(terms)
    for length, some in lengths.items():
        yield f"length-{length}.json", ["".join(map("".join, zip(*some, strict=True)))]
    if index.keys:
        numbers = [number for number, key in enumerate(index.keys) if key]
        yield "every.json", [packed(numbers, len(index.keys))]
    yield (
        "index.json",
        {
            "lunr": __TARGET_JS_VERSION__,
            "fields": list(FIELDS),
            "boosts": list(FIELDS.values()),
            "words": index.words(),
            "constants": [K1, B],
            "total": len(index.services),
            "places": len(index.keys),
            "spread": [spread and [spread[0], list(spread[1])] for spread in index.spreads],
            "numbered": [NUMBERED_BY, pack(index.rows)],
            "firsts": firsts,
            "lengths": list(lengths),
            **tables,
        },
    )


def card_files(keys: Sequence[str], size: int, card: Callable[[str], Any]) -> Iterator[tuple[str, Part]]:
    """The files with what results show, `size` numbers in each: 0 where no service is, and no file of zeros alone."""

    def make(some: Sequence[str]) -> list[Any]:
        return [card(key) if key else 0 for key in some]

    for place in range(-(-len(keys) // size)):
        some = keys[place * size : (place + 1) * size]
        if any(some):
            yield f"cards-{place}.json", Part([key for key in some if key], partial(make, some))


def _cut(entries: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Term and posting of files of about PART characters."""
    part: list[tuple[str, str]] = []
    size = 0
    for term, posting in entries:
        length = len(term) + len(posting) + 2
        if part and size + length > PART:
            yield part
            part, size = [], 0
        part.append((term, posting))
        size += length
    if part:
        yield part


def _by_length(terms: Iterable[str]) -> dict[int, list[str]]:
    """Sorted terms by how many letters they have; no term has a letter that JavaScript counts as two."""
    found: dict[int, list[str]] = {}
    for term in terms:
        found.setdefault(len(term), []).append(term)
    return dict(sorted(found.items()))
