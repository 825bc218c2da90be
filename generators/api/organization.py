"""One organization as an HSDS 3.0 object, with the services it runs."""

from __future__ import annotations

from typing import Any

from .extension import left_over, plain, said_by_organization
from .pages import text_of
from .places import location, phones
from .service import Site
from .terms import RECORD

Json = dict[str, Any]


def organization(site: Site, id_: str, runs: list[str]) -> Json:
    """The object of `organizations/<uuid>.json`; `runs`: ids of its services.

    HSDS wants a description: where there is none, the name stands there.
    """
    record = site.records.organizations[id_]
    uuid = site.ids.organizations[id_]
    base = site.ids.of(f"{uuid}/")
    found: Json = {"id": uuid, "name": record.name}
    if record.also_called:
        found["alternate_name"] = "; ".join(record.also_called)
    found["description"] = "\n\n".join(text for text in (record.summary, record.description) if text) or record.name
    for name, value in (("email", record.email), ("website", record.website)):
        if value:
            found[name] = value
    if record.phones:
        found["phones"] = phones(base, uuid, "organization_id", record.phones)
    if record.locations:
        found["locations"] = [
            location(site.ids.of(f"{uuid}/location/{door.id or place}"), door, uuid)
            for place, door in enumerate(record.locations)
        ]
    rest, _ = left_over(plain(record, site.private), found, said_by_organization)
    rest = {"id": id_, "area": site.area_of(f"organization/{id_}"), **rest}
    found["attributes"] = [site.terms.own(base, uuid, "organization", RECORD, text_of(rest))]
    return found | ({"services": [_in_short(site, one) for one in runs]} if runs else {})


def _in_short(site: Site, id_: str) -> Json:
    record = site.records.services[id_]
    closed = {"closed": "defunct"}.get(record.status, "active")
    status = "temporarily closed" if record.closed_until else closed
    return {"id": site.ids.services[id_], "name": record.name, "status": status}
