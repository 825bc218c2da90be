"""The Open Referral UK 3.0 form of the data: the fields that its profile keeps, under its own root.

Made after the schemas of the profile (github.com/OpenReferralUK/uk-profile): fees stand in `fees`, numbers in
`contacts`, the hours of a door with those of the service, what it has no field for is left out, and a service must
have a `url`.
No validator of that profile has been run over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .pages import listed, text_of

if TYPE_CHECKING:
    from . import Exported

Json = dict[str, Any]
ROOT = {
    "version": "HSDS-UK-3.0",
    "profile": "https://openreferraluk.org/",
    "openapi_url": "https://openreferraluk.org/specifications/3.0/openapi.json",
}
NOT_OF_SERVICE = (
    "alternate_name", "fees_description", "interpretation_services", "application_process", "eligibility_description",
    "phones", "required_documents",
)  # fmt: skip
NOT_OF_PLACE = ("organization_id", "location_type", "transportation", "phones", "schedules")
NOT_OF_PHONE = ("service_id", "type")


def uk_files(given: Exported) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file, as in the API."""
    services = [uk_service(one) for one in given.services if one.get("url")]
    links = [link for one in services for link in one.get("service_at_locations", ())]
    yield "index.json", text_of(ROOT).encode("utf-8")
    lists = {
        "services": services,
        "service_at_locations": links,
        "taxonomies": given.taxonomies,
        "taxonomy_terms": given.terms,
    }
    for folder, objects in lists.items():
        texts = [text_of(one) for one in objects]
        yield from listed(folder, texts, len(texts))
        for one, text in zip(objects, texts, strict=True):
            yield f"{folder}/{one['id']}.json", text.encode("utf-8")


def uk_service(service: Json) -> Json:
    """One service with the fields of the profile."""
    found = {key: value for key, value in service.items() if key not in NOT_OF_SERVICE}
    if "fees_description" in service:
        found["fees"] = service["fees_description"]
    if "phones" in service:
        uuid = f"{service['phones'][0]['id'][:-4]}c000"
        numbers = [_phone(uuid, phone) for phone in service["phones"]]
        found["contacts"] = [{"id": uuid, "service_id": service["id"], "phones": numbers}]
    if "service_at_locations" in service:
        links = service["service_at_locations"]
        hours = [row for link in links for row in _hours(link)]
        if hours:
            found["schedules"] = [*service.get("schedules", ()), *hours]
        found["service_at_locations"] = [_link(link) for link in links]
    return found


def _phone(contact: str, phone: Json) -> Json:
    return {"id": phone["id"], "contact_id": contact} | {
        name: value for name, value in phone.items() if name != "id" and name not in NOT_OF_PHONE
    }


def _hours(link: Json) -> Iterator[Json]:
    """The hours of a door, which the profile keeps with the service."""
    for row in link["location"].get("schedules", ()):
        yield {name: value for name, value in row.items() if name != "location_id"} | {
            "service_at_location_id": link["id"]
        }


def _link(link: Json) -> Json:
    place = {key: value for key, value in link["location"].items() if key not in NOT_OF_PLACE}
    return {**link, "location": place}
