"""Needs, documents and languages by words, from a file that a nonprofit edits: `resources/imports/words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

SCHOOLS = ("school", "schools")
PLACES = ("clinic", "clinics", "hospital", "hospitals", *SCHOOLS)


@dataclass(frozen=True)
class Words:
    """What words in a source stand for."""

    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # need -> words or phrases
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # document -> phrases
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # kind of service -> words in its name


def words_from(data: Any) -> Words:
    """The file's values; parts that are missing are empty."""
    parts = data if isinstance(data, dict) else {}
    made = {
        part: {
            str(key): tuple(str(word).lower() for word in words or ()) for key, words in (parts.get(part) or {}).items()
        }
        for part in ("needs", "documents", "kinds")
    }
    return Words(**made)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in words or ("\0",)) + r")(?:s|es)?(?![\w-])", re.I
    )


def first_word(table: Mapping[str, tuple[str, ...]], text: str) -> dict[str, str]:
    """id -> the word found, in the order in which the words stand in the text."""
    found = []
    for id_, words in table.items():
        if words and (match := _pattern(words).search(text)):
            found.append((match.start(), id_, match[0].lower()))
    return {id_: word for _, id_, word in sorted(found)}


def needs_of(words: Words, texts: list[tuple[str, str]], most: int = 4) -> tuple[list[str], str]:
    """Needs by the first of the texts that tells any, and the words that told. `texts`: what it is, the text.

    A tax clinic is no doctor, and a pantry in a school no school: such words count where nothing else tells.
    """
    told = [(where, first_word(words.needs, text)) for where, text in texts if text]
    for where, found in [*((where, _clear(found)) for where, found in told), *told]:
        if found:
            kept = dict(list(found.items())[:most])
            return list(kept), f"from {where}: " + ", ".join(
                f"{need} (\u201c{word}\u201d)" for need, word in kept.items()
            )
    return [], ""


def _clear(found: dict[str, str]) -> dict[str, str]:
    """Without words that are as often the name of a place or of a meeting."""
    clear = {need: word for need, word in found.items() if word not in PLACES}
    return {need: word for need, word in found.items() if need in clear or word in SCHOOLS} if clear else {}


def documents_of(words: Words, text: str) -> list[str]:
    """Documents that a line names; empty where it names none, or says more than names."""
    if len(text) > 80 or re.search(r"(?i)\b(or|any|either|if)\b", text):
        return []
    return list(first_word(words.documents, text))
