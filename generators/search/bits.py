"""Whole numbers as bits, six in a letter: the twin of docs/assets/handrail/search/bits.mjs.

Numbers that lie around a known size take fewer bits so than as letters of `packed`, and each list of them has its own
size. The functions give texts of 0 and 1, which `as_letters` packs at last.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub


def plain(number: int, width: int) -> str:
    """A number in just so many bits."""
    return f"{number:0{width}b}" if width else ""


def small(number: int) -> str:
    """A number from 0 on, mostly a small one: as many zeros as bits follow the first 1, then its bits (Elias gamma)."""
    known = _SMALL.get(number)
    if known is None:
        digits = f"{number + 1:b}"
        known = _SMALL[number] = "0" * (len(digits) - 1) + digits
    return known


def around(numbers: Iterable[int], low: int) -> str:
    """Numbers that mostly have little more than `low` bits: what is above as ones, a zero, the low bits (Rice)."""
    return "".join(map(_AROUND[low].__getitem__, numbers))


def low_of(count: int, total: int) -> int:
    """The best `low` for the steps between `count` numbers below `total` that lie anyhow."""
    low = 0
    while (count << (low + 1)) * 13 <= total * 9:  # 9/13 is the logarithm of 2
        low += 1
    return low


def rising(numbers: Sequence[int], low: int) -> str:
    """How many numbers are passed over before each of some rising ones, as `around` writes them."""
    return "".join(map(_STEPS[low].__getitem__, map(sub, numbers, chain((-1,), numbers))))


def as_letters(bits: str) -> str:
    """Bits as letters that JSON holds unescaped; what is beyond the last bit is 0."""
    full = bits + "0" * (-len(bits) % 24)
    letters = b64encode(int(full, 2).to_bytes(len(full) // 8, "big")) if full else b""
    return letters[: -(-len(bits) // 6)].decode()


class _Codes(dict[int, str]):
    """Codes of `around` by number, or by a number that is `more` than it, each worked out once."""

    def __init__(self, low: int, more: int = 0) -> None:
        super().__init__()
        self.low = low
        self.more = more

    def __missing__(self, key: int) -> str:
        number = key - self.more
        code = "1" * (number >> self.low) + "0" + plain(number & ((1 << self.low) - 1), self.low)
        if number < MOST_KEPT:
            self[key] = code
        return code


MOST_KEPT = 65_536  # numbers below are remembered as bits
_SMALL: dict[int, str] = {}
_AROUND = [_Codes(low) for low in range(32)]
_STEPS = [_Codes(low, 1) for low in range(32)]
