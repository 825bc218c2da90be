"""The address that opens some services as a plan, as `share/link.mjs` reads it (docs/maintain/links.md)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
MARK = 4  # letters
FNV_START, FNV_PRIME, WORD = 2166136261, 16777619, 2**32  # FNV-1a of 32 bits


def plan_link(services: Iterable[str], today: datetime.date) -> str:
    """`#p1/2611/s:wic,snap/o:1/0abc`: these services in this order, as known in the month of `today`."""
    text = f"p1/{today:%y%m}/s:{','.join(services)}/o:1"
    return f"#{text}/{mark_of(text)}"


def mark_of(text: str) -> str:
    """Four letters that tell a whole text from one that was cut. The text is ASCII."""
    hashed = FNV_START
    for byte in text.encode("ascii"):
        hashed = (hashed ^ byte) * FNV_PRIME % WORD
    rest, letters = hashed % len(LETTERS) ** MARK, ""
    for _ in range(MARK):
        rest, digit = divmod(rest, len(LETTERS))
        letters = LETTERS[digit] + letters
    return letters
