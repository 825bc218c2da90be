"""The search index cut into small files, so that a phone loads only what the words of a query need.

lunr's score of a document is made of the weights of the query's own terms, so a browser that has those terms'
postings can assemble a lunr index that answers as the whole one does. Terms are sorted as JavaScript sorts them and
cut into files of about PART characters; `index.json` holds the first term of each. Beside them lie the cards of the
results, and for words that nobody wrote all terms by their length, to find those that are one letter away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any

from lunr import __TARGET_JS_VERSION__

from .packed import pack, steps
from .texts import FIELDS
from .weights import K1, B, Gathered

PART = 16_000  # characters of a file of terms
CARDS = 10  # cards in a file
UNSURE = 1e-6  # thousandths within which two computers may round a weight otherwise
NUMBERED_BY = list(FIELDS).index("body")  # documents are numbered by the length of this field
CALLED = "="  # stands before a phrase that a service is called by; no term begins so


def parts(
    gathered: Gathered,
    called: Mapping[str, Sequence[int]],
    tables: Mapping[str, Any],
) -> Iterator[tuple[str, Any]]:
    """Name and content of every file, `index.json` last.

    `called`: for a phrase of terms the documents that are called just that. `tables`: how a query is cut into terms.
    """
    firsts: list[str] = []
    for number, part in enumerate(_cut(_terms(gathered, called))):
        firsts.append(part[0])
        yield f"terms-{number}.json", part
    lengths = _by_length(gathered.terms)
    for length, terms in lengths.items():
        yield f"length-{length}.json", terms
    yield (
        "index.json",
        {
            "lunr": __TARGET_JS_VERSION__,
            "fields": list(gathered.fields),
            "boosts": list(gathered.fields.values()),
            "words": [sum(lengths) for lengths in gathered.lengths],
            "constants": [K1, B],
            "total": gathered.total,
            "numbered": [NUMBERED_BY, pack(_runs(gathered.lengths[NUMBERED_BY]))],
            "firsts": firsts,
            "lengths": list(lengths),
            "cards": CARDS,
            **tables,
        },
    )


def card_files(cards: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Name and content of the files with what results show, by the number of the document."""
    coming, place = iter(cards), 0
    while some := list(islice(coming, CARDS)):
        yield f"cards-{place}.json", some
        place += 1


def _terms(gathered: Gathered, called: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    """Each term with its posting, packed: see `posting`."""
    phrases = {CALLED + phrase: numbers for phrase, numbers in called.items()}
    for term in sorted([*gathered.terms, *phrases], key=in_javascript):
        if term in phrases:
            yield term, pack(steps(sorted(phrases[term])))
        else:
            yield term, posting(gathered, term)


def posting(gathered: Gathered, term: str) -> str:
    """The index of the term, then for each field that has it: its place, how many documents, the documents as steps,
    and what their weights are made of.

    That is a 1 where the term stands more than once somewhere, and then how often it stands in each document, less one;
    else a 0. The lengths of the field come next, except of the field by whose length the documents are numbered. From
    these the browser works out the weights as lunr.py does. Where its rounding might differ there is a 2 and the
    weights themselves, in thousandths.
    """
    known = gathered.terms[term]
    numbers = [known.index]
    for place, documents in enumerate(known.documents):
        if not documents:
            continue
        counts = known.counts[place]
        numbers += [place, len(documents), *steps(documents)]
        weights = gathered.weights(term, place)
        if any([abs(weight * 1000 % 1 - 0.5) < UNSURE for weight in set(weights)]):
            numbers += [2, *(round(round(weight, 3) * 1000) for weight in weights)]
            continue
        often = [count - 1 for count in counts] if max(counts) > 1 else []
        numbers += [1 if often else 0, *often]
        if place != NUMBERED_BY:
            lengths = gathered.lengths[place]
            numbers += [lengths[number] for number in documents]
    return pack(numbers)


def _runs(lengths: Sequence[int]) -> list[int]:
    """Lengths that never fall, as runs: a length as the step from the one before, and how many have it."""
    found: list[int] = []
    before = 0
    for length, group in groupby(lengths):
        found += [length - before, sum(1 for _ in group)]
        before = length
    return found


def _cut(entries: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Files of about PART characters: term, posting, term, posting ..."""
    part: list[str] = []
    size = 0
    for term, packed in entries:
        length = len(term) + len(packed) + 6
        if part and size + length > PART:
            yield part
            part, size = [], 0
        part += [term, packed]
        size += length
    if part:
        yield part


def _by_length(terms: Iterable[str]) -> dict[int, list[str]]:
    """Terms by how many letters they have, as JavaScript counts and sorts them."""
    found: dict[int, list[str]] = {}
    for term in sorted(terms, key=in_javascript):
        found.setdefault(len(in_javascript(term)) // 2, []).append(term)
    return dict(sorted(found.items()))


def in_javascript(text: str) -> bytes:
    """A key that sorts texts as JavaScript does."""
    return text.encode("utf-16-be", "surrogatepass")
