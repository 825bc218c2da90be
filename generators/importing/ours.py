"""Data that a site like this one gave out: its extension says the whole record, so nothing has to be guessed."""

from __future__ import annotations

from typing import Any

from ..api.extension import restored
from ..api.terms import RECORD, RULE
from ..phones import phone_problem
from . import clean
from .draft import Draft
from .gathering import Gathered, swallowed
from .place import Target
from .rows import USED, Book, Row

AWAY = ("id", "area", "imported", "organization")  # set by the import itself


def is_ours(found: Gathered, kind: str, id_: str) -> bool:
    """Whether a service or an organization carries our extension."""
    return any(row.cells.get("link_type") in (RECORD, RULE) for row in found.under(kind, id_, "attribute"))


def our_draft(kind: str, id_: str, found: Gathered, book: Book, target: Target) -> Draft:
    """The record as it went out; everything that belongs to it is settled."""
    row = found.services[id_] if kind == "service" else found.organizations[id_]
    draft = Draft(f"{kind} {id_}", row)
    book.settle(row, USED)
    try:
        record = restored(_exported(kind, id_, found, book))
    except (ValueError, KeyError, TypeError) as error:
        draft.note("warned", "", f"the extension of this record cannot be read: {error}")
        record = {"name": row.cells.get("name", "")}
    draft.wanted_id = str(record.get("id", ""))
    draft.area = str(record.get("area", ""))
    seen: list[str] = []
    draft.fields = {key: _tidy(value, seen) for key, value in record.items() if key not in AWAY}
    draft.told("", seen)
    _known_only(draft, target)
    swallowed(found, book, kind, id_)
    for location in _places(kind, id_, found):
        swallowed(found, book, "location", location)
    return draft


def _places(kind: str, id_: str, found: Gathered) -> list[str]:
    return [place for place, _ in found.doors[id_]] if kind == "service" else found.org_doors[id_]


def _exported(kind: str, id_: str, found: Gathered, book: Book) -> dict[str, Any]:
    """The HSDS object, put together again from its rows."""
    row = found.services[id_] if kind == "service" else found.organizations[id_]
    whole: dict[str, Any] = {key: text for key, text in row.cells.items() if key != "status" or kind == "service"}
    if kind == "service":
        whole.setdefault("status", "active")
    whole["phones"] = [one.cells for one in found.under(kind, id_, "phone")]
    whole["languages"] = [one.cells for one in found.under(kind, id_, "language")]
    whole["attributes"] = [_attribute(one, found, book) for one in found.under(kind, id_, "attribute")]
    doors = [_location(place, found, book) for place in _places(kind, id_, found)]
    if kind == "service":
        whole["service_at_locations"] = [{"location": door} for door in doors]
    else:
        whole["locations"] = doors
    return whole


def _attribute(row: Row, found: Gathered, book: Book) -> dict[str, Any]:
    term = found.terms.get(row.cells.get("taxonomy_term_id", ""))
    if term is None:
        return {**row.cells, "taxonomy_term": {"code": ""}}
    book.settle(term, USED)
    taxonomy = found.vocabularies.get(term.cells.get("taxonomy_id", ""))
    if taxonomy is not None:
        book.settle(taxonomy, USED)
    return {**row.cells, "taxonomy_term": term.cells}


def _location(id_: str, found: Gathered, book: Book) -> dict[str, Any]:
    row = found.locations[id_]
    book.settle(row, USED)
    place: dict[str, Any] = dict(row.cells)
    for name in ("latitude", "longitude"):
        if name in place:
            place[name] = float(place[name])
    place["addresses"] = [one.cells for one in found.under("location", id_, "address")]
    place["phones"] = [one.cells for one in found.under("location", id_, "phone")]
    return place


def _tidy(value: Any, seen: list[str]) -> Any:
    """The value without HTML, invisible characters and numbers that cannot be called: anybody can write these."""
    if isinstance(value, str):
        return clean.plain(value, seen) if clean.is_odd(value) else value
    if isinstance(value, list):
        return [_tidy(inner, seen) for inner in value]
    if isinstance(value, dict):
        lost = isinstance(value.get("number"), str) and phone_problem(value["number"])
        if lost:
            seen.append(f"not a number that can be called: {value['number'][:40]}")
        return {key: _tidy(inner, seen) for key, inner in value.items() if not (lost and key == "number")}
    return value


def _known_only(draft: Draft, target: Target) -> None:
    """References to needs and papers that this site does not have are left out."""
    if target.needs:
        for need in [one for one in draft.fields.get("needs", []) if one not in target.needs]:
            draft.fields["needs"] = [one for one in draft.fields["needs"] if one != need]
            draft.note("dropped", "needs", f"no need of this site is called {need}")
    if target.documents and "bring" in draft.fields:
        known = [one for one in draft.fields["bring"] if one.get("document") in target.documents]
        for one in draft.fields["bring"]:
            if one not in known:
                draft.note("dropped", "bring", f"no paper of this site is called {one.get('document')}")
        draft.fields["bring"] = known


def link_services(drafts: dict[str, Draft], ids: dict[str, str], target: Target) -> None:
    """References to services: by the ids that they have here; those to services that are nowhere are left out."""
    renamed = {draft.wanted_id: ids[f"service/{id_}"] for id_, draft in drafts.items() if draft.wanted_id}
    known = set(target.services) | set(renamed.values())
    for draft in drafts.values():
        for name in ("alternatives", "if_full"):
            if name in draft.fields:
                wanted = [renamed.get(one, one) for one in draft.fields[name]]
                draft.fields[name] = [one for one in wanted if not target.services or one in known]
                if len(draft.fields[name]) < len(wanted):
                    draft.note("dropped", name, f"not on this site: {', '.join(sorted(set(wanted) - known))}")
        one = draft.fields.get("local_form_of")
        if one is not None and target.services and renamed.get(one, one) not in known:
            draft.note("dropped", "local_form_of", f"not on this site: {one}")
            del draft.fields["local_form_of"]
