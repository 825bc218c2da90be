"""The data for others: an Open Referral API of files, its table package, a spreadsheet, and forms in FHIR."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..model import Records, mark
from . import packages
from .extension import restored
from .jsonld import linked_data
from .organization import organization
from .package import zipped as zipped_parts
from .packages import FIRST, packages_of
from .pages import SIZE, pages_of, text_of
from .pieces import (
    HSDS,
    SHEET,
    api_pieces,
    list_files,
    organization_parts,
    service_files,
    service_parts,
    site_of,
    terms_parts,
    work_out,
)
from .service import service
from .sheet import head, sheet
from .zipping import Part, length_of, packed_of, unpacked

__all__ = [
    "api_files",
    "api_pieces",
    "exported",
    "file_count",
    "has_single_files",
    "hsds_files",
    "joined_files",
    "linked_data",
    "restored",
    "root",
    "sheet_of",
    "work_out",
    "zipped",
]

Json = dict[str, Any]
MOST_SINGLE = 2_000  # services that have a file each, unless site.yaml says otherwise: free hosts count files
LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
ROOT = {  # the fields that HSDS wants at the root of an API
    "version": "3.0",
    "profile": "https://docs.openreferral.org/en/3.0/",
    "openapi_url": "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json",
}


@dataclass(frozen=True)
class Exported:
    """Everything that goes out, as HSDS objects."""

    organizations: list[Json]
    services: list[Json]
    taxonomies: list[Json]
    terms: list[Json]


def exported(records: Records, today: datetime.date, private: bool = False) -> Exported:
    """All organizations and services; `private` adds what is not for everybody. Confidential addresses never go out."""
    with _uncollected():
        site = site_of(records, today, private)
        return Exported(
            organizations=[organization(site, id_, site.runs.get(id_, [])) for id_ in records.organizations],
            services=[service(site, id_) for id_ in records.services],
            taxonomies=site.terms.taxonomies,
            terms=site.terms.terms,
        )


def api_files(records: Records, today: datetime.date) -> Iterator[tuple[str, bytes]]:
    """Path below the site and bytes of every file of `/api/`; nothing with `api: off`."""
    if records.site.api == "off":
        return
    pieces = []
    for _, make in api_pieces(records, today, has_single_files(records)):
        files, parts = make()
        yield from files
        pieces.append(parts)
    yield from ((name, b"".join(parts)) for name, _, parts in joined_files(records, today, pieces))


def joined_files(
    records: Records, today: datetime.date, pieces: Sequence[Mapping[str, Part]]
) -> Iterator[tuple[str, bytes, Iterable[bytes]]]:
    """The files that hold all records, in parts, from their pieces, and the one that names the others.

    Each with the mark of its content; none where to work it out is to make the file.
    """
    names = []
    for name, content in packages_of(pieces, records.site.name, records.site.data_license):
        names.append(name)
        yield f"api/{HSDS}/{name}", b"", content
    entry, about = root_file(records, today, names)
    yield entry, b"", [about]
    yield from _sheets(pieces)


def _sheets(pieces: Sequence[Mapping[str, Part]]) -> Iterator[tuple[str, bytes, Iterable[bytes]]]:
    """The tables for a spreadsheet, in parts: one, or several that hosts take (`services.csv`, `services-2.csv`)."""
    first = head().encode("utf-8")
    sheets: list[list[Part]] = [[]]
    size = len(first)
    for part in (each[SHEET] for each in pieces if SHEET in each):
        if size + length_of(part) > packages.MOST:
            sheets.append([])
            size = len(first)
        sheets[-1].append(part)
        size += length_of(part)
    for number, parts in enumerate(sheets, 1):
        name = f"api/services{f'-{number}' if number > 1 else ''}.csv"
        yield name, mark([first, *map(packed_of, parts)]), chain([first], map(unpacked, parts))


def root_file(records: Records, today: datetime.date, names: Sequence[str]) -> tuple[str, bytes]:
    """The entry of the API on the site."""
    return f"api/{HSDS}/index.json", root(records, len(records.services), today, has_single_files(records), names)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Many objects are made here and none is garbage: looking for it takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def root(records: Records, services: int, today: datetime.date, single: bool, names: Sequence[str] = (FIRST,)) -> bytes:
    """The entry of the API: what HSDS wants there, and what there is. `names` of the packages."""
    about = {
        "site": records.site.name,
        "run_by": records.site.run_by,
        "as_of": today.isoformat(),
        "license": records.site.data_license,
        "services": services,
        "lists": [f"{name}/index.json" for name in LISTS],
        "next_page": "each page of a list names the file of the next one in `next`",
        "single_files": "services/<id>.json" if single else None,
        "package": names[0],
        **({"more_packages": list(names[1:])} if names[1:] else {}),
    }
    return text_of({**ROOT, "handrail": about}).encode("utf-8")


def has_single_files(records: Records) -> bool:
    """Does each service have a file of its own?"""
    setting = records.site.api
    return setting == "single" or (setting is None and len(records.services) <= MOST_SINGLE)


def file_count(records: Records) -> int:
    """How many files the data for others takes, about."""
    objects = (
        len(records.services)
        + len(records.organizations)
        + sum(len(service.locations) for service in records.services.values())
    )
    if records.site.api == "off":
        return 0
    return (objects if has_single_files(records) else 0) + objects // SIZE + 3 * len(records.needs)


def hsds_files(given: Exported, single: bool) -> Iterator[tuple[str, bytes]]:
    """The lists in pages and, with `single`, a file for each object."""
    total = len(given.services)
    doors = sum(len(one.get("service_at_locations", ())) for one in given.services)
    for number in range(1, pages_of(total) + 1):
        some = given.services[(number - 1) * SIZE : number * SIZE]
        yield from service_files(some, number, total, doors, single)
    yield from list_files("organizations", given.organizations, single)
    yield from list_files("taxonomies", given.taxonomies, True)
    yield from list_files("taxonomy_terms", given.terms, True)


def zipped(given: Exported, records: Records) -> bytes:
    """The table package."""
    pieces = [terms_parts(given.taxonomies, given.terms)]
    for start in range(0, len(given.organizations), SIZE):
        pieces.append(organization_parts(given.organizations[start : start + SIZE]))
    for start in range(0, len(given.services), SIZE):
        pieces.append(service_parts(given.services[start : start + SIZE]))
    return b"".join(zipped_parts(pieces, records.site.name, records.site.data_license))


def sheet_of(records: Records) -> bytes:
    """The table for spreadsheets."""
    return (head() + sheet(records, records.services)).encode("utf-8")
