"""What tells whether something that was read is still the same: a hash of it, its mark."""

from __future__ import annotations

import hashlib
import marshal
from typing import TYPE_CHECKING, Any

from .reads import Note, Watched

if TYPE_CHECKING:
    from . import Records

SIZE = 12  # bytes of a mark
ABSENT = b""
_SAME_ALWAYS = 2  # the version of marshal's format that writes equal values alike
KEYS = "keys/"  # begins the keys of the marks of all keys of a kind: keys/service/
COMMON = ""  # the key of the mark of all files but those of services and organizations


def mark(value: Any) -> bytes:
    """The hash of plain data: texts, numbers, truth values, None, and lists, tuples and dicts of these."""
    return hashlib.blake2b(marshal.dumps(value, _SAME_ALWAYS), digest_size=SIZE).digest()


def mark_of(records: Records, note: Note) -> bytes | None:
    """The mark of what a note names, or None where nobody has worked it out in this build."""
    *where, how, key = note
    if where[0] == "record":
        marks = records.marks
        if how == "item":
            return marks.get(key, ABSENT)
        entries = marks
    else:
        made = records.known.get(where[1])
        if not isinstance(made, Watched):
            return None
        if how == "item":
            return mark(made.raw[key]) if key in made.raw else ABSENT
        entries = made.raw  # type: ignore[assignment]
    if how == "there":
        return mark(key in entries)
    if where[0] == "record" and how == "keys" and (known := records.marks.get(f"{KEYS}{key}")) is not None:
        return known
    if where[0] == "record":
        some = records.known.get(("marked", key))
        if some is None:
            some = records.known["marked", key] = [each for each in entries if each.startswith(key)]
    else:
        some = [each for each in entries if each.startswith(key)] if key else list(entries)
    if how == "keys":
        return mark(some)
    return mark([(each, entries[each]) for each in some] if key else list(entries.items()))
