"""Which number each service has in the files of the search: an edit of one moves hardly any other.

Services are numbered by the length of their body, so that no file need tell it. Each length has a row of places, some
of them to spare, and where in the row a service stands follows from its id. Where there are few services, all stand in
one row, and the length of each is told: rows of few services would soon be full. So the numbers depend on nothing but
ids and lengths: whatever was built before, they are the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from zlib import crc32

FEW = 2000  # services: of so many it takes little room to tell the length of each
SPARE = 16  # services of one length that have one place to spare
MOST = 10**8  # places
_SPREAD = 0x9E3779B97F4A7C15  # turns numbers that lie close together into ones that do not
_NUMBER = (1 << 64) - 1
NOBODY = ""  # at a place to spare


def numbered(lengths: Mapping[str, int]) -> tuple[list[str], list[int]]:
    """The ids by number, NOBODY where no service is; and how many places have a length, as pairs of both.

    Long rows come first: one that gets more places moves only those after it. Some places at the end belong to no row.
    """
    if len(lengths) <= FEW:
        row = _row([*lengths])
        return row, _told(row, lengths)
    by_length: dict[int, list[str]] = {}
    for key, length in lengths.items():
        by_length.setdefault(length, []).append(key)
    rows = {length: _row(ids) for length, ids in by_length.items()}
    keys: list[str] = []
    told: list[int] = []
    for length in sorted(rows, key=lambda length: (-len(rows[length]), length)):
        keys += rows[length]
        told += length, len(rows[length])
    return keys + [NOBODY] * (_size_for(len(keys)) - len(keys)), told


def _told(keys: Iterable[str], lengths: Mapping[str, int]) -> list[int]:
    """The length of each, and how many places after one another have it; a place to spare has that of its neighbour."""
    told: list[int] = []
    for key in keys:
        length = lengths[key] if key else told[-2] if told else 0
        if told and told[-2] == length:
            told[-1] += 1
        else:
            told += length, 1
    return told


def _row(ids: list[str]) -> list[str]:
    """Services of one length at their places.

    Each takes the first free place of its own order of places, and who is to choose first follows from the ids too. So
    one service more moves only those that come after it and want its place, and whom these move.
    """
    size = _size_for(len(ids) + len(ids) // SPARE)
    row = [NOBODY] * size
    for number, key in sorted([(crc32(key.encode()) * _SPREAD & _NUMBER, key) for key in ids]):
        place = (number >> 24) % size
        step = 1 + number % (size - 1) if size > 1 else 0  # as sizes are prime, it comes by every place
        while row[place]:
            place = (place + step) % size
        row[place] = key
    return row


def _size_for(count: int) -> int:
    """The smallest size for so many."""
    return _SIZES[bisect_left(_SIZES, count)] if count else 0


def _sizes() -> Iterator[int]:
    """How many places a row may have: prime numbers. A row that gets one service more mostly keeps its size."""
    size = 1
    while True:
        yield size
        size += max(1, min(size // 2, 20) + size // 8)
        while any(size % one == 0 for one in range(2, int(size**0.5) + 1)):
            size += 1


_SIZES = [*takewhile(lambda size: size < MOST, _sizes())]
