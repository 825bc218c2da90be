"""Ids of records: from a name, unique, and the same at the next import."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 290  # letters of the id of a source; a record keeps 300, with what tells twins apart


def slug(name: str, longest: int = 50) -> str:
    """Small letters, digits and single dashes: "Café & Pantry #2" is cafe-pantry-2."""
    plain = (
        unicodedata.normalize("NFKD", name.replace("'", "").replace("\u2019", "")).encode("ascii", "ignore").decode()
    )
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return words if len(words) <= longest else words[: longest + 1].rsplit("-", 1)[0][:longest].strip("-")


def sound(source_id: str) -> str:
    """The id of a source; one that no text may hold, or that is too long, without that and with a tail of its own."""
    bare = "".join(letter for letter in source_id if letter.isprintable() and letter not in "<>\ufeff\ufffe\uffff")
    if bare == source_id and len(bare) <= LONGEST:
        return source_id
    return f"{bare[: LONGEST - 7]}-{short_hash(source_id)}"


def short_hash(text: str) -> str:
    """Six characters that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]


def unique(wanted: str, source_id: str, taken: set[str]) -> str:
    """The wanted id, or one with a tail that depends on the source's id alone, so that order does not matter."""
    wanted = wanted or "service"
    if wanted not in taken:
        return wanted
    tail = short_hash(source_id)
    made = f"{wanted[:48].strip('-')}-{tail}"
    number = 2
    while made in taken:
        made = f"{wanted[:44].strip('-')}-{tail}-{number}"
        number += 1
    return made
