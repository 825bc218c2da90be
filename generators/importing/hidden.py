"""Addresses that must stay hidden: they are not imported at all, not even into the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .draft import Draft
from .gathering import Gathered

_SHELTER = re.compile(r"(?i)\b(shelter|safe ?house|safe home|refuge|emergency housing)\b")
_PLACE = re.compile(r"address|location|latitude|longitude|physical|county|city|zip|postal|cross|directions|map")
_KEPT = ("id", "phones", "access", "accessibility", "schedule")  # of a door that nobody may find


def hide_shelters(draft: Draft) -> None:
    """A sensitive service that speaks of a shelter: its address is taken for a hidden one."""
    said = " ".join(str(draft.fields.get(name, "")) for name in ("name", "summary", "description"))
    if draft.fields.get("sensitive") and draft.fields.get("locations") and _SHELTER.search(said):
        draft.note("inferred", "address_confidential", "a shelter for people in danger: its address is not imported")
        draft.fields["address_confidential"] = True


def take_away(draft: Draft, found: Gathered, locations: list[str]) -> None:
    """Removes every trace of the addresses of a draft that is marked as confidential."""
    if not draft.fields.get("address_confidential"):
        return
    draft.note("dropped", "locations", "the address is confidential: it is not imported, and no text that says it")
    doors = [{name: door[name] for name in _KEPT if name in door} for door in draft.fields.pop("locations", [])]
    if doors := [door for door in doors if door.keys() - {"id"}]:
        draft.fields["locations"] = doors
    for name in [name for name in draft.extra if _PLACE.search(name)]:
        del draft.extra[name]
    say_nothing(draft, found, locations)


def say_nothing(draft: Draft, found: Gathered, locations: list[str]) -> None:
    """Removes every text that says the address of one of these locations."""
    streets = [part for location in locations for part in _streets(found, location)]
    for holder in (draft.extra, draft.fields):
        for name in [name for name, value in holder.items() if _says(value, streets)]:
            if name != "name":
                del holder[name]
                draft.note("dropped", name, "this text says the confidential address")
    for index, note in enumerate(draft.notes):
        if _says(note.text, streets):
            draft.notes[index] = type(note)(
                note.kind, note.record, note.field, "not shown: it says the address", note.place
            )


def _streets(found: Gathered, location: str) -> Iterator[str]:
    """The pieces of an address with a number and a word, in small letters."""
    for row in found.under("location", location, "address"):
        for name in ("address_1", "address_2", "full"):
            for piece in re.split(r"[,;\n]", row.cells.get(name, "")):
                plain = " ".join(piece.lower().split())
                if re.search(r"\d", plain) and re.search(r"[^\W\d_]{2}", plain):
                    yield plain


def _says(value: Any, streets: list[str]) -> bool:
    if isinstance(value, str):
        plain = " ".join(value.lower().split())
        return any(street in plain for street in streets)
    if isinstance(value, dict):
        return any(_says(inner, streets) for inner in value.values())
    return isinstance(value, list) and any(_says(inner, streets) for inner in value)
