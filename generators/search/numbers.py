"""Which number each service has in the files of the search: an edit of one moves hardly any other.

Services are numbered by the length of their body, so that no file need tell it. Each length has a row of places, some
of them to spare, and where in the row a service stands follows from its id. So the numbers depend on nothing but ids
and lengths: whatever was built before, they are the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import takewhile
from zlib import crc32

SPARE = 16  # services of one length that have one place to spare
GROWTH = 1.2  # of the sizes of rows: a row that is one service longer mostly keeps its size
MOST = 10**8  # places in a row
_SPREAD = 0x9E3779B97F4A7C15  # turns numbers that lie close together into ones that do not
NOBODY = ""  # at a place to spare


def numbered(lengths: Mapping[str, int]) -> tuple[list[str], list[int]]:
    """The ids by number, NOBODY where no service is; and runs of one length.

    A run is two numbers: how much longer it is than the one before, and how many places it has.
    """
    by_length: dict[int, list[str]] = {}
    for key, length in lengths.items():
        by_length.setdefault(length, []).append(key)
    keys: list[str] = []
    runs: list[int] = []
    before = 0
    for length in sorted(by_length):
        row = _row(by_length[length])
        keys += row
        runs += length - before, len(row)
        before = length
    return keys, runs


def _row(ids: list[str]) -> list[str]:
    """Services of one length at their places.

    Each takes the first free place of its own order of places, and who is to choose first follows from the ids too. So
    one service more moves only those that come after it and want its place, and whom these move.
    """
    size = _SIZES[bisect_left(_SIZES, len(ids) + len(ids) // SPARE)]
    row = [NOBODY] * size
    for number, key in sorted([(crc32(key.encode()) * _SPREAD & (1 << 64) - 1, key) for key in ids]):
        place = (number >> 24) % size
        step = 1 + number % (size - 1) if size > 1 else 0  # as sizes are prime, it comes by every place
        while row[place]:
            place = (place + step) % size
        row[place] = key
    return row


def _sizes() -> Iterator[int]:
    """How many places a row may have: prime numbers, each some fifth larger than the one before."""
    size = 1
    while True:
        yield size
        size = max(size + 1, int(size * GROWTH))
        while any(size % one == 0 for one in range(2, int(size**0.5) + 1)):
            size += 1


_SIZES = [*takewhile(lambda size: size < MOST, _sizes())]
