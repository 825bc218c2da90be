"""Whole numbers as short text that JSON holds unescaped: the twin of docs/assets/handrail/search/packed.mjs.

A number under 60 is one letter. A larger one, less 60, begins with a letter of the other kind that says its rest by 33,
and goes on with the quotient. Rising numbers are packed as the steps between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

LETTERS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
MOST_KEPT = 65_536  # numbers below are remembered as text
LAST, MORE = LETTERS[:60], LETTERS[60:]


def pack(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, as text."""
    return "".join(map(_known, numbers))


def steps(rising: Sequence[int]) -> list[int]:
    """The first of some rising numbers, and how far each is from the one before."""
    return [rising[0], *map(sub, rising[1:], rising)]


def _packed(number: int) -> str:
    if number < len(LAST):
        return LAST[number]
    number -= len(LAST)
    return MORE[number % len(MORE)] + _packed(number // len(MORE))


class _Known(dict[int, str]):
    """Numbers as text, each worked out once."""

    def __missing__(self, number: int) -> str:
        text = _packed(number)
        if number < MOST_KEPT:
            self[number] = text
        return text


_known = _Known().__getitem__
