"""Records that another Handrail gave out: they come back as they were, not as HSDS alone would tell them."""

from __future__ import annotations

import json
from typing import Any

from ..api.extension import OURS, restored
from ..phones import phone_problem
from .draft import Draft
from .gathering import Gathered
from .rows import Row

Json = dict[str, Any]
LISTS = {"phones": "phone", "languages": "language"}
NUMBERS = ("latitude", "longitude")


def take_own(kind: str, id_: str, found: Gathered, draft: Draft) -> str:
    """Fills the draft of a record that has our extension, and gives the id that it had there; else changes nothing."""
    attributes = found.under(kind, id_, "attribute")
    if not any(row.cells.get("link_type") in OURS for row in attributes):
        return ""
    exported = _whole(kind, id_, found, attributes)
    try:
        fields = restored(exported)
        sound = all(phone_problem(phone["number"]) is None for phone in _phones(fields))
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        sound = False
    if not sound:
        draft.note("warned", "attributes", "the extension of Handrail cannot be read: taken from the other fields")
        return ""
    known = str(fields.pop("id", ""))
    for name in ("area", "organization", "imported"):
        fields.pop(name, None)
    _all_read(kind, id_, found)
    draft.fields.clear()
    draft.fields.update(fields)
    draft.extra.clear()
    draft.notes.clear()
    return known


def _all_read(kind: str, id_: str, found: Gathered) -> None:
    """The record is whole, so nothing of its rows is left over."""
    doors = found.doors.get(id_, []) if kind == "service" else [(one, None) for one in found.org_doors.get(id_, [])]
    things = [(kind, id_), *(("location", place) for place, _ in doors)]
    things += [("service_at_location", sal.cells.get("id", "")) for _, sal in doors if sal is not None]
    rows = [found.services[id_] if kind == "service" else found.organizations[id_]]
    rows += [found.locations[place] for place, _ in doors]
    rows += [row for one in things for below in found.below.get(one, {}).values() for row in below]
    terms = [found.terms.get(row.cells.get("taxonomy_term_id", "")) for row in rows]
    for row in (*rows, *(sal for _, sal in doors if sal is not None), *filter(None, terms)):
        row.read.update(row.cells)
        if parent := found.vocabularies.get(row.cells.get("taxonomy_id", "")):
            parent.read.update(parent.cells)


def _phones(fields: Json) -> list[Json]:
    return [
        *fields.get("phones", []),
        *(phone for door in fields.get("locations", []) for phone in door.get("phones", [])),
    ]


def _whole(kind: str, id_: str, found: Gathered, attributes: list[Row]) -> Json:
    """The rows of a record as one HSDS object again, as far as `restored` looks."""
    row = (found.services if kind == "service" else found.organizations)[id_]
    exported: Json = dict(row.cells)
    for name, table in LISTS.items():
        exported[name] = [one.cells for one in found.under(kind, id_, table)]
    exported["attributes"] = [
        {**one.cells, "taxonomy_term": found.terms[term].cells}
        for one in attributes
        if (term := one.cells.get("taxonomy_term_id", "")) in found.terms
    ]
    if kind == "service":
        exported.setdefault("status", "active")
        doors = [place for place, _ in found.doors.get(id_, [])]
        exported["service_at_locations"] = [{"location": _location(place, found)} for place in doors]
    else:
        exported["locations"] = [_location(place, found) for place in found.org_doors.get(id_, [])]
    return exported


def _location(id_: str, found: Gathered) -> Json:
    cells: Json = dict(found.locations[id_].cells)
    for name in NUMBERS:
        if name in cells:
            cells[name] = json.loads(cells[name])
    cells["addresses"] = [one.cells for one in found.under("location", id_, "address")]
    cells["phones"] = [one.cells for one in found.under("location", id_, "phone")]
    return cells
