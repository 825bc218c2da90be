"""Whole numbers as short text that JSON holds unescaped: the twin of docs/assets/handrail/search/packed.mjs.

A number under 60 is one letter. A larger one, less 60, begins with a letter of the other kind that says its rest by 33,
and goes on with the quotient. Rising numbers are packed as the steps between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LETTERS = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in '"\\')
LAST, MORE = LETTERS[:60], LETTERS[60:]


def pack(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, as text."""
    return "".join(_KNOWN[number] if number < len(_KNOWN) else _packed(number) for number in numbers)


def steps(rising: Sequence[int]) -> list[int]:
    """The first of some rising numbers, and how far each is from the one before."""
    return [rising[0], *(after - before for before, after in zip(rising, rising[1:], strict=False))]


def _packed(number: int) -> str:
    if number < len(LAST):
        return LAST[number]
    number -= len(LAST)
    return MORE[number % len(MORE)] + _packed(number // len(MORE))


_KNOWN: list[str] = []
_KNOWN = [_packed(number) for number in range(4096)]
