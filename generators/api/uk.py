"""The Open Referral UK 3.0 form of the data: the fields that its profile keeps, under its own root.

Made after the profile's public draft: fees stand in `fees`, numbers in `contacts`, what the draft has no field for is
left out, and a service must have a `url`. No validator of that profile has been run over it.
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
NOT_OF_PLACE = ("organization_id", "transportation", "phones", "schedules")


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
        found["contacts"] = [{"id": uuid, "service_id": service["id"], "phones": service["phones"]}]
    if "service_at_locations" in service:
        found["service_at_locations"] = [_link(link) for link in service["service_at_locations"]]
    return found


def _link(link: Json) -> Json:
    place = {key: value for key, value in link["location"].items() if key not in NOT_OF_PLACE}
    return {**link, "location": place}
