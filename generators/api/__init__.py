"""The data for others: an Open Referral API of files, its table package, a spreadsheet, and forms in FHIR."""

from __future__ import annotations

import datetime
import gc
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from ..model import Records
from .extension import restored
from .fhir import questionnaires
from .ids import Ids
from .jsonld import linked_data
from .organization import organization
from .package import Package
from .pages import SIZE, listed, text_of
from .service import Site, service
from .sheet import sheet
from .terms import Terms
from .words import rules_in_words

__all__ = [
    "api_files",
    "exported",
    "file_count",
    "has_single_files",
    "hsds_files",
    "linked_data",
    "restored",
    "root",
    "sheet_of",
    "zipped",
]

Json = dict[str, Any]
MOST_SINGLE = 2_000  # services that have a file each, unless site.yaml says otherwise: free hosts count files
HSDS = "hsds/3.0"
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
    services: Collection[Json]
    taxonomies: list[Json]
    terms: list[Json]


@dataclass(frozen=True)
class _Made(Collection[Json]):
    """Services that are made when they are asked for: of 20,000 only some are in memory."""

    site: Site
    taken: Callable[[Json], None]  # is told of each

    def __len__(self) -> int:
        return len(self.site.records.services)

    def __contains__(self, one: object) -> bool:
        return any(one == each for each in self)

    def __iter__(self) -> Iterator[Json]:
        for id_ in self.site.records.services:
            one = service(self.site, id_)
            self.taken(one)
            yield one


def exported(records: Records, today: datetime.date, private: bool = False) -> Exported:
    """All organizations and services; `private` adds what is not for everybody. Confidential addresses never go out."""
    with _uncollected():
        given = _given(records, today, lambda _: None, private)
        return replace(given, services=list(given.services))


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


def _given(records: Records, today: datetime.date, taken: Callable[[Json], None], private: bool) -> Exported:
    ids = Ids(records)
    terms = Terms(records, ids)
    site = Site(records, ids, terms, rules_in_words(records, today), private)
    runs: dict[str, list[str]] = defaultdict(list)
    for id_, one in records.services.items():
        runs[one.organization].append(id_)
    return Exported(
        organizations=[organization(site, id_, runs[id_]) for id_ in records.organizations],
        services=_Made(site, taken),
        taxonomies=terms.taxonomies,
        terms=terms.terms,
    )


def api_files(records: Records, today: datetime.date) -> Iterator[tuple[str, bytes]]:
    """Path below the site and bytes of every file of `/api/`; nothing with `api: off`."""
    if records.site.api == "off":
        return
    packed = Package()
    given = _given(records, today, packed.rows.service, private=False)
    _begin(packed, given)
    single = has_single_files(records)
    yield f"api/{HSDS}/index.json", root(records, len(given.services), today, single)
    for path, data in hsds_files(given, single):  # tells the package of each service
        yield f"api/{HSDS}/{path}", data
    yield f"api/{HSDS}/hsds-3.0.zip", packed.zipped(records.site.name, records.site.data_license)
    yield "api/services.csv", sheet_of(records)
    forms = dict(questionnaires(records, today))
    listing = [{"id": need, "title": form["title"], "file": f"{need}.json"} for need, form in forms.items()]
    yield "api/fhir/Questionnaire/index.json", text_of({"questionnaires": listing}).encode("utf-8")
    for need, form in forms.items():
        yield f"api/fhir/Questionnaire/{need}.json", text_of(form).encode("utf-8")


def root(records: Records, services: int, today: datetime.date, single: bool) -> bytes:
    """The entry of the API: what HSDS wants there, and what there is."""
    about = {
        "site": records.site.name,
        "run_by": records.site.run_by,
        "as_of": today.isoformat(),
        "license": records.site.data_license,
        "services": services,
        "lists": [f"{name}/index.json" for name in LISTS],
        "next_page": "each page of a list names the file of the next one in `next`",
        "single_files": "services/<id>.json" if single else None,
        "package": "hsds-3.0.zip",
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
    """The lists in pages and, with `single`, a file for each object. Services are taken once, in their order."""
    links: list[Json] = []

    def services() -> Iterator[Json]:
        for one in given.services:
            for link in one.get("service_at_locations", ()):
                links.append(link if single else {key: value for key, value in link.items() if key != "location"})
            yield one

    yield from _files("services", services(), len(given.services), single)
    yield from _files("organizations", given.organizations, len(given.organizations), single)
    yield from _files("service_at_locations", links, len(links), single)
    yield from _files("taxonomies", given.taxonomies, len(given.taxonomies), True)
    yield from _files("taxonomy_terms", given.terms, len(given.terms), True)


def _files(folder: str, objects: Iterable[Json], total: int, single: bool) -> Iterator[tuple[str, bytes]]:
    """One list and, with `single`, a file for each object."""
    alone: list[tuple[str, bytes]] = []

    def texts() -> Iterator[str]:
        for one in objects:
            text = text_of(one)
            if single:
                alone.append((f"{folder}/{one['id']}.json", text.encode("utf-8")))
            yield text

    for page in listed(folder, texts(), total):
        yield page
        yield from alone
        alone.clear()


def zipped(given: Exported, records: Records) -> bytes:
    """The table package."""
    packed = Package()
    _begin(packed, given)
    for one in given.services:
        packed.rows.service(one)
    return packed.zipped(records.site.name, records.site.data_license)


def _begin(packed: Package, given: Exported) -> None:
    """All that stands before the services in the package."""
    packed.put("taxonomies", given.taxonomies)
    packed.put("taxonomy_terms", given.terms)
    for one in given.organizations:
        packed.rows.organization(one)


def sheet_of(records: Records) -> bytes:
    """The table for spreadsheets, with the mark by which they know UTF-8."""
    areas = {id_: records.placed[f"service/{id_}"].area for id_ in records.services}
    return b"\xef\xbb\xbf" + sheet(records, areas).encode("utf-8")
