"""From the rows of a source to records, each with its id, and every row accounted for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model import Organization, Service
from ..validate.discreet import telling_word
from .draft import Draft
from .fit import fitted
from .gathering import Gathered, gathered
from .ids import short_hash, slug, unique
from .mapping import Mapping as Columns
from .organization import organization_draft
from .own import take_own
from .package import Package
from .place import Target
from .reading import read_package
from .rows import REFUSED, TIES, Note
from .service import service_draft
from .zones import settle_zones


@dataclass
class Records:
    """What a source holds, as records of the site."""

    package: Package
    services: dict[str, dict[str, Any]] = field(default_factory=dict)  # id of the source -> record
    organizations: dict[str, dict[str, Any]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)  # "service/136" -> food-bank
    areas: dict[str, str] = field(default_factory=dict)  # the same keys -> its area on the site that gave it out
    notes: list[Note] = field(default_factory=list)


def import_package(path: Path, target: Target | None = None, mapping: Columns | None = None) -> Records:
    """The records of a source, without any that were there before."""
    return converted(read_package(path, mapping), target or Target("source"), {}, set())


def converted(package: Package, target: Target, remembered: Mapping[str, str], taken: set[str]) -> Records:
    """`remembered`: "service/136" -> its id of the last import. `taken`: ids that others on the site have."""
    found = gathered(package)
    made = Records(package, notes=package.notes)
    book = package.book
    drafts = {id_: service_draft(id_, found, book, target) for id_ in found.services}
    owners = {id_: organization_draft(id_, found, book, target) for id_ in found.organizations}
    _private_owners(found, drafts, owners)
    theirs = {f"service/{id_}": take_own("service", id_, found, draft) for id_, draft in drafts.items()}
    theirs |= {f"organization/{id_}": take_own("organization", id_, found, draft) for id_, draft in owners.items()}
    remembered = {**{key: id_ for key, id_ in theirs.items() if id_ and id_ not in taken}, **remembered}
    used = {"service": set(taken), "organization": set(taken)}
    ids: dict[str, str] = {}
    for id_, draft in owners.items():
        ids[f"organization/{id_}"] = _id("organization", id_, draft, remembered, used["organization"])
    for id_, draft in drafts.items():
        owner = found.services[id_].cells.get("organization_id", "")
        owner = owner or next((one for one, runs in found.runs.items() if id_ in runs), "")
        if owner in owners and owners[owner].fields.get("name"):
            draft.fields["organization"] = ids[f"organization/{owner}"]
        elif owner:
            draft.note("warned", "organization", f"no organization has the id {owner}: the service stands without one")
        ids[f"service/{id_}"] = _id("service", id_, draft, remembered, used["service"])
    for draft in (*drafts.values(), *owners.values()):
        settle_zones(draft, target)
    for kind, some, into, shape in (
        ("organization", owners, made.organizations, Organization),
        ("service", drafts, made.services, Service),
    ):
        for id_, draft in some.items():
            record = fitted(draft, shape, target.source, id_)
            if record is None:
                why = "it has no name" if not draft.fields.get("name") else "its name is longer than 300 letters"
                _refuse(package, draft, why)
                continue
            into[id_] = record
            made.ids[f"{kind}/{id_}"] = ids[f"{kind}/{id_}"]
            made.areas[f"{kind}/{id_}"] = draft.area
            made.notes += draft.notes
    _no_lost_owners(made)
    _settle_the_rest(package, found)
    _tell_the_unread(made)
    return made


def _id(kind: str, id_: str, draft: Draft, remembered: Mapping[str, str], used: set[str]) -> str:
    """The id of the last import, or one from the name; a private one tells nothing."""
    private = bool(draft.fields.get("sensitive"))
    made = remembered.get(f"{kind}/{id_}", "")
    if not made or (private and telling_word(made)):
        wanted = slug(str(draft.fields.get("name", "")))
        if private:
            wanted = f"support-{short_hash(f'{kind}/{id_}')}"
        made = unique(wanted or kind, id_, used | set(remembered.values()))
    used.add(made)
    return made


def _private_owners(found: Gathered, drafts: dict[str, Draft], owners: dict[str, Draft]) -> None:
    """An organization that runs nothing but sensitive services is sensitive, too."""
    for id_, draft in owners.items():
        runs = [drafts[one] for one, row in found.services.items() if row.cells.get("organization_id") == id_]
        runs = runs or [drafts[one] for one in found.runs.get(id_, [])]
        if runs and not draft.fields.get("sensitive") and all(one.fields.get("sensitive") for one in runs):
            draft.fields["sensitive"] = True
            draft.fields["discreet"] = "Support office"
            draft.note("inferred", "sensitive", "all that it runs is sensitive: a neutral id and title")


def _refuse(package: Package, draft: Draft, why: str) -> None:
    package.book.fates.pop(draft.row, None)
    package.book.settle(draft.row, REFUSED, why)


def _no_lost_owners(made: Records) -> None:
    """A service whose organization was refused stands without one."""
    there = {made.ids[f"organization/{id_}"] for id_ in made.organizations}
    for record in made.services.values():
        if record.get("organization") not in there:
            record.pop("organization", None)


def _tell_the_unread(made: Records) -> None:
    """Cells of rows that were used which went into no field and are not kept, each with a line in the report."""
    book = made.package.book
    for rows in made.package.tables.values():
        for row in rows:
            if book.fate(row) == REFUSED:
                continue
            left = {name: text for name, text in row.cells.items() if name not in row.read and name not in TIES}
            if left:
                told = "; ".join(f"{name}: {text[:300]}" for name, text in left.items())
                made.notes.append(
                    Note("dropped", f"{row.table} {row.cells.get('id', '')}".strip(), "", told, row.place)
                )


def _settle_the_rest(package: Package, found: Gathered) -> None:
    """Rows that nothing used, each with the reason."""
    reasons = {
        "location": "no service and no organization of this file has this location",
        "taxonomy_term": "no service has this term",
        "taxonomy": "no service has a term of this taxonomy",
        "program": "no service and no organization has this program",
        "unit": "nothing is counted in this unit",
    }
    book = package.book
    for row in book.rows:
        if row not in book.fates:
            book.settle(row, REFUSED, reasons.get(row.table, "what it belongs to was not imported"))
