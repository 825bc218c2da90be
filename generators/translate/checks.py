"""What a translation must share with its English: places to fill, amounts, phone numbers."""

from __future__ import annotations

import re
from collections import Counter

PLACE = re.compile(r"%\(\w+\)s")
NUMBER = re.compile(r"[0-9]+")
KEPT = 3  # digits from which a number must stand in the translation too: 988, 1-800-772-1213, 2027
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def faults(english: str, told: str) -> list[str]:
    """What is wrong with a translation of one text, each as a sentence; an empty one is never wrong."""
    if not told.strip():
        return []
    return [*_places(english, told), *_numbers(english, told), *sign_faults(english, told)]


def _places(english: str, told: str) -> list[str]:
    wanted, found = Counter(PLACE.findall(english)), Counter(PLACE.findall(told))
    wrong = [f"{place} is missing. Keep it as it is." for place in wanted - found]
    wrong += [f"{place} is too much: the English does not have it." for place in found - wanted]
    if PLACE.sub("", told).count("%") > PLACE.sub("", english).count("%"):
        wrong.append("a % stands there that the English does not have.")
    return wrong


def _numbers(english: str, told: str) -> list[str]:
    """No amount may change: each number of the translation is one of the English, and long ones are all kept."""
    wanted, found = set(NUMBER.findall(english)), set(NUMBER.findall(told))
    others = sorted({sign for sign in told if sign.isdecimal() and not sign.isascii()})
    wrong = [f"write numbers with 0-9, not with {' '.join(others)}."] if others else []
    wrong += [f"the number {number} is not in the English." for number in sorted(found - wanted)]
    wrong += [f"the number {number} is missing." for number in sorted(wanted - found) if len(number) >= KEPT]
    return wrong


def sign_faults(english: str, told: str) -> list[str]:
    """Signs that no text may hold."""
    wrong = ["there is a < that the English does not have."] if "<" in told and "<" not in english else []
    if found := INVISIBLE.search(told):
        wrong.append(f"an invisible sign (U+{ord(found[0]):04X}) stands there. Type the text again.")
    return wrong
