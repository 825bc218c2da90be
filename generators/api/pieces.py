"""The files of `/api/` in pieces of a hundred records, each made again only when one of its records changes."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ..model import Records, reading
from ..questionnaire import needs_of_rules
from .fhir import questionnaires
from .ids import Ids
from .organization import organization
from .package import Package
from .pages import SIZE, listed, page, pages_of, text_of
from .service import Site, doors_of, service
from .sheet import sheet
from .terms import Terms
from .words import rules_in_words
from .zipping import Part, part_of

Json = dict[str, Any]
Parts = dict[str, Part]  # by table
Made = tuple[Iterable[tuple[str, bytes]], Parts]
HSDS = "hsds/3.0"
SHEET = "sheet"  # the name of the spreadsheet among the tables


def work_out(records: Records, today: datetime.date) -> None:
    """Works out all that pieces of the last build may depend on, so that it can be compared: see `Records.each`."""
    site_of(records, today)
    _doors_in_all(records)
    needs_of_rules(records)


def site_of(records: Records, today: datetime.date, private: bool = False) -> Site:
    """What objects share; who reads one id, rule or list of it depends on that alone."""
    key = ("what objects share", today.isoformat(), private)
    found: Site = records.once(key, lambda: _site(records, today, private))
    return found


def _site(records: Records, today: datetime.date, private: bool) -> Site:
    with reading():
        ids = Ids(records)
        terms = Terms(records, ids)
    services, organizations = ids.services, ids.organizations
    ids.services = records.each(("uuids of services",), lambda: services)
    ids.organizations = records.each(("uuids of organizations",), lambda: organizations)
    said = records.each(("rules in words", today.isoformat()), lambda: rules_in_words(records, today))
    return Site(records, ids, terms, said, records.listed(("run by",), lambda: _runs(records)), private)


def _runs(records: Records) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id_, one in records.brief("service").items():
        found[one.organization].append(id_)
    return dict(found)


def api_pieces(records: Records, today: datetime.date, single: bool) -> Iterator[tuple[str, Callable[[], Made]]]:
    """Each piece with its name and what makes it: path below the site and bytes of its files, and its table rows."""
    site = site_of(records, today)
    doors = _doors_in_all(records)
    yield "terms", partial(_terms, site)
    for number in range(1, pages_of(len(records.organizations)) + 1):
        yield f"organizations-{number}", partial(_organizations, site, number, single)
    for number in range(1, pages_of(len(records.services)) + 1):
        yield f"services-{number}", partial(_services, site, number, doors, single)
    yield "fhir", lambda: (_forms(records, today), {})


def _doors_in_all(records: Records) -> Mapping[str, int]:
    def make() -> dict[str, int]:
        services = records.services
        counts = records.lasting.rows(records, "doors", services, lambda id_: doors_of(services[id_]))
        return {"": sum(counts.values())}

    found: Mapping[str, int] = records.each(("doors in all",), make)
    return found


def _terms(site: Site) -> Made:
    terms = site.terms
    lists = [*list_files("taxonomies", terms.taxonomies, True), *list_files("taxonomy_terms", terms.terms, True)]
    return _placed(lists), terms_parts(terms.taxonomies, terms.terms)


def _organizations(site: Site, number: int, single: bool) -> Made:
    ids = _some(site.records.organizations, number)
    objects = [organization(site, id_, site.runs.get(id_, [])) for id_ in ids]
    total = len(site.records.organizations)
    files = _page("organizations", objects, number, total, total, single)
    return _placed(files), organization_parts(objects)


def _services(site: Site, number: int, doors: Mapping[str, int], single: bool) -> Made:
    ids = _some(site.records.services, number)
    objects = [service(site, id_) for id_ in ids]
    parts = service_parts(objects)
    parts[SHEET] = part_of(sheet(site.records, ids).encode("utf-8"))
    return _placed(service_files(objects, number, len(site.records.services), doors[""], single)), parts


def _forms(records: Records, today: datetime.date) -> Iterator[tuple[str, bytes]]:
    forms = dict(questionnaires(records, today))
    listing = [{"id": need, "title": form["title"], "file": f"{need}.json"} for need, form in forms.items()]
    yield "api/fhir/Questionnaire/index.json", text_of({"questionnaires": listing}).encode("utf-8")
    for need, form in forms.items():
        yield f"api/fhir/Questionnaire/{need}.json", text_of(form).encode("utf-8")


def service_files(
    objects: Sequence[Json], number: int, total: int, doors: int, single: bool
) -> Iterator[tuple[str, bytes]]:
    """A page of services and the page of their doors; `total` services and `doors` there are in all."""
    links = [
        link if single else {key: value for key, value in link.items() if key != "location"}
        for one in objects
        for link in one.get("service_at_locations", ())
    ]
    yield from _page("services", objects, number, total, total, single)
    yield from _page("service_at_locations", links, number, total, doors, single)


def list_files(folder: str, objects: Sequence[Json], single: bool) -> Iterator[tuple[str, bytes]]:
    """A whole list in pages and, with `single`, a file for each object."""
    texts = [text_of(one) for one in objects]
    yield from listed(folder, texts, len(texts))
    if single:
        yield from _alone(folder, objects, texts)


def _page(
    folder: str, objects: Sequence[Json], number: int, paged: int, total: int, single: bool
) -> Iterator[tuple[str, bytes]]:
    """One page of a list that has as many pages as one of `paged` objects."""
    texts = [text_of(one) for one in objects]
    yield page(folder, texts, number, pages_of(paged), total)
    if single:
        yield from _alone(folder, objects, texts)


def _alone(folder: str, objects: Sequence[Json], texts: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for one, text in zip(objects, texts, strict=True):
        yield f"{folder}/{one['id']}.json", text.encode("utf-8")


def _placed(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    return ((f"api/{HSDS}/{path}", data) for path, data in files)


def _some(ids: Iterable[str], number: int) -> list[str]:
    """The ids on one page."""
    return list(ids)[(number - 1) * SIZE : number * SIZE]


def terms_parts(taxonomies: list[Json], terms: list[Json]) -> Parts:
    """The tables of our needs."""
    packed = Package()
    packed.put("taxonomies", taxonomies)
    packed.put("taxonomy_terms", terms)
    return packed.parts()


def organization_parts(objects: Iterable[Json]) -> Parts:
    """The rows of some organizations."""
    packed = Package()
    for one in objects:
        packed.rows.organization(one)
    return packed.parts()


def service_parts(objects: Iterable[Json]) -> Parts:
    """The rows of some services."""
    packed = Package()
    for one in objects:
        packed.rows.service(one)
    return packed.parts()
