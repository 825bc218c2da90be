"""Records in brief: the few fields that lists of many records are made of, with one mark for all records of a kind.

A list that is made of these alone stays as it is while nobody changes one of them: an edit of a phone number leaves all
lists. See `Records.brief` and `Records.listed`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .marks import mark

KEY = "brief/"  # begins the keys of their marks
FIELDS = {
    "service": (
        "organization", "kind", "needs", "status", "local_form_of", "urgency", "effort", "sensitive",
        "address_confidential", "serves",
    ),
    "organization": ("sensitive", "doors"),  # doors: how many
}  # fmt: skip


class Brief:
    """A record of which no more can be read than these fields: anything else is to be read by its id and noted."""

    __slots__ = ("_fields", "_record")

    def __init__(self, kind: str, record: Any) -> None:
        self._fields = FIELDS[kind]
        self._record = record

    def __getattr__(self, name: str) -> Any:
        if name not in self._fields:
            raise AttributeError(f"`{name}` is not of a record in brief")
        return _value(self._record, name)


def said_in_brief(kind: str, record: Any) -> list[Any]:
    """The fields as plain data."""
    values = (_value(record, name) for name in FIELDS[kind])
    return [value if value is None or type(value) in (str, bool, int, tuple) else repr(value) for value in values]


def _value(record: Any, name: str) -> Any:
    return len(record.locations) if name == "doors" else getattr(record, name)


def mark_of_brief(kind: str, records: Mapping[str, Any], area: Callable[[str], str]) -> bytes:
    """The mark of all records of a kind in brief, with their areas."""
    return mark([(id_, area(f"{kind}/{id_}"), said_in_brief(kind, one)) for id_, one in records.items()])


def mark_after(kind: str, was: bytes, changed: Mapping[str, tuple[Any, Any]]) -> bytes:
    """The mark after some records changed, from what each was to what it is; their areas stay."""
    told = [(id_, said_in_brief(kind, new)) for id_, (old, new) in sorted(changed.items())]
    is_same = all(said_in_brief(kind, old) == said for (id_, said) in told for old in [changed[id_][0]])
    return was if is_same else mark([was, told])
