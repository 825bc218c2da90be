"""One service as an HSDS 3.0 object, whole: with its organization, doors, hours, papers and our extension."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Records, Service
from .ages import FREE, ages_of
from .extension import left_over, plain, said_by_service
from .ids import Ids
from .pages import text_of
from .places import location, phones, schedules
from .terms import RECORD, RULE, Terms
from .tongues import language_name

Json = dict[str, Any]
STATUS = {"open": "active", "waitlist": "active", "full": "active", "closed": "defunct"}
ALERTS = {"waitlist": "There is a waiting list.", "full": "Full at the moment."}
WAYS = (("online", "Online"), ("phone", "By phone"), ("in_person", "In person"), ("mail", "By mail"))


@dataclass(frozen=True)
class Site:
    """What the objects of one site share."""

    records: Records
    ids: Ids
    terms: Terms
    said: Mapping[str, str]  # service -> its rule in words
    runs: Mapping[str, list[str]]  # organization -> ids of its services
    private: bool = False  # with what is not for everybody

    @property
    def areas(self) -> Mapping[str, Any]:
        """The areas by folder."""
        return self.records.areas

    def area_of(self, key: str) -> str:
        """The folder of a record: us/pa/allegheny; empty where it is not known."""
        placed = self.records.placed.get(key)
        return placed.area if placed else ""


def service(site: Site, id_: str) -> Json:
    """The object of `services/<uuid>.json`, valid against HSDS 3.0."""
    record = site.records.services[id_]
    uuid = site.ids.services[id_]
    owner = site.ids.organizations.get(record.organization)
    base = site.ids.of(f"{uuid}/")
    own = plain(record, site.private)
    lowest, highest = ages_of(own.get("rule")) if record.rule_for == "person" else FREE
    found: Json = {"id": uuid}
    if owner:
        found["organization_id"] = owner
    for name, value in (
        ("name", record.name),
        ("alternate_name", "; ".join(record.also_called)),
        ("description", _paragraphs(record.summary, record.description, record.you_get)),
        ("url", record.website),
        ("email", record.email),
        ("status", "temporarily closed" if record.closed_until else STATUS[record.status]),
        ("interpretation_services", _interpreters(record)),
        ("application_process", _how_to_apply(record)),
        ("fees_description", record.cost),
        ("eligibility_description", _paragraphs(record.who_for, site.said.get(id_), *record.also_needed)),
        ("minimum_age", lowest),
        ("maximum_age", highest),
        ("alert", _alert(record)),
        ("assured_date", record.verified and record.verified.date.isoformat()),
    ):
        if value:
            found[name] = value
    if record.phones:
        found["phones"] = phones(base, uuid, "service_id", record.phones)
    if rows := _hours(base, uuid, record):
        found["schedules"] = rows
    if rows := _areas(site, base, uuid, id_, record):
        found["service_areas"] = rows
    if rows := _doors(site, base, uuid, record, owner):
        found["service_at_locations"] = rows
    if record.spoken:
        found["languages"] = [
            {"id": Ids.below(base, "languages", place), "service_id": uuid, **_language(code)}
            for place, code in enumerate(record.spoken)
        ]
    if owner:
        found["organization"] = _in_short(site, record.organization, owner)
    if papers := [
        *(_paper(site, paper) for paper in record.bring),
        *([record.bring_note] if record.bring_note else []),
    ]:
        found["required_documents"] = [
            {"id": Ids.below(base, "papers", place), "service_id": uuid, "document": text}
            for place, text in enumerate(papers)
        ]
    found["attributes"] = [site.terms.need(base, uuid, need) for need in record.needs]
    rest, rule = left_over(own, found, said_by_service)
    rest = {"id": id_, "area": site.area_of(f"service/{id_}"), **rest}
    found["attributes"].append(site.terms.own(base, uuid, "service", RECORD, text_of(rest)))
    if rule:
        found["attributes"].append(site.terms.own(base, uuid, "service", RULE, text_of(rule)))
    return found


def _in_short(site: Site, id_: str, uuid: str) -> Json:
    """The organization inside a service: who it is; the rest stands in its own object."""
    record = site.records.organizations[id_]
    found = {"id": uuid, "name": record.name, "description": record.summary or record.description or record.name}
    if record.website:
        found["website"] = record.website
    if record.email:
        found["email"] = record.email
    return found


def _interpreters(record: Service) -> str:
    """What is said of languages, and that there is an interpreter."""
    if not record.interpreter:
        return record.languages or ""
    spoken = f"{record.languages.rstrip('.')}. " if record.languages else ""
    return f"{spoken}A free interpreter for other languages."


def _language(code: str) -> Json:
    name = language_name(code)
    return {"name": name, "code": code} if name else {"code": code}


def _paragraphs(*texts: str | None) -> str:
    return "\n\n".join(text for text in texts if text)


def _how_to_apply(record: Service) -> str:
    """The ways to apply, the steps, how long it takes and what comes next, in words."""
    lines = []
    for name, words in WAYS:
        if way := getattr(record.apply, name):
            parts = [part for part in (way.text, way.number, way.url, way.address) if part]
            lines.append(f"{words}: {' '.join(parts)}" if parts else f"{words}.")
    lines += [f"{place}. {step.do}" for place, step in enumerate(record.steps, 1)]
    return "\n".join([*lines, *(text for text in (record.takes, record.next) if text)])


def _alert(record: Service) -> str:
    if record.closed_until:
        return f"Closed until {record.closed_until.isoformat()}."
    return ALERTS.get(record.status, "")


def _hours(base: str, uuid: str, record: Service) -> list[Json]:
    rows: list[Json] = []
    if record.hours:
        rows.append({"id": Ids.below(base, "hours"), "service_id": uuid, "description": record.hours})
    if record.schedule:
        rows += schedules(base, uuid, "service_id", record.schedule)
    return rows


def _areas(site: Site, base: str, uuid: str, id_: str, record: Service) -> list[Json]:
    """Counties and ZIP codes where the record names them; else the area of its folder."""
    folder = site.area_of(f"service/{id_}")
    state = site.areas.get("/".join(folder.split("/")[:2]))
    within = f", {state.name}" if state else ""
    serves = record.serves
    names = [f"{county}{within}" for county in serves.counties] + list(serves.zips) if serves else []
    area = site.areas.get(folder)
    if not names and area:
        parent = site.areas.get(folder.rpartition("/")[0])
        names = [f"{area.name}, {parent.name}" if parent and area.level in ("county", "place") else area.name]
    rows: list[Json] = [
        {"id": Ids.below(base, "areas", place), "service_id": uuid, "name": name}
        for place, name in enumerate(dict.fromkeys(names))
    ]
    if serves and serves.note:
        if not rows:
            rows = [{"id": Ids.below(base, "areas"), "service_id": uuid}]
        rows[0]["description"] = serves.note
    return rows


def doors_of(record: Service) -> int:
    """How many doors of a service go out."""
    return 0 if record.address_confidential else len(record.locations) or bool(record.address)


def _doors(site: Site, base: str, uuid: str, record: Service, owner: str | None) -> list[Json]:
    """The doors of a service; a confidential one has none here."""
    if record.address_confidential:
        return []
    places = []
    for place, door in enumerate(record.locations):
        key = site.ids.of(f"{uuid}/location/{door.id or place}")
        places.append(location(key, door, owner))
    if not places and record.address:
        key = site.ids.of(f"{uuid}/location/address")
        places.append({"id": key, "location_type": "physical", "description": record.address})
        if owner:
            places[0]["organization_id"] = owner
    return [
        {
            "id": Ids.below(base, "at", at),
            "service_id": uuid,
            "location_id": place["id"],
            "location": place,
        }
        for at, place in enumerate(places)
    ]


def _paper(site: Site, paper: Any) -> str:
    document = site.records.documents.get(paper.document)
    name = document.name if document else paper.document
    return f"{name}: {paper.note}" if paper.note else name
