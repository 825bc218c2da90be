"""The tables of the HSDS 3.0 package: which columns each has, and how whole objects fall apart into rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Json = dict[str, Any]

# A column is its name; `!` must be filled, `*` names another table, and the rest are type and format.
TABLES: dict[str, tuple[str, ...]] = {
    "organizations": (
        "id:uuid!", "name!", "alternate_name", "description!", "email:email", "website:uri", "tax_status", "tax_id",
        "year_incorporated:number", "legal_status", "logo", "uri:uri", "parent_organization_id:uuid",
    ),
    "services": (
        "id:uuid!", "organization_id:uuid!*organization", "program_id:uuid", "name!", "alternate_name", "description",
        "url:uri", "email:email", "status!", "interpretation_services", "application_process", "fees_description",
        "wait_time", "fees", "accreditations", "eligibility_description", "minimum_age:number", "maximum_age:number",
        "assured_date:date", "assurer_email:email", "licenses", "alert", "last_modified:datetime",
    ),
    "attributes": (
        "id:uuid!", "link_id:uuid!", "taxonomy_term_id:uuid!*taxonomy_term", "link_type", "link_entity!", "value",
    ),
    "service_at_location": ("id:uuid!", "service_id:uuid!*service", "location_id:uuid!*location", "description"),
    "locations": (
        "id:uuid!", "location_type!", "url:uri", "organization_id:uuid*organization", "name", "alternate_name",
        "description", "transportation", "latitude:number", "longitude:number", "external_identifier",
        "external_identifier_type",
    ),
    "phones": (
        "id:uuid!", "location_id:uuid*location", "service_id:uuid*service", "organization_id:uuid*organization",
        "contact_id:uuid", "service_at_location_id:uuid*service_at_location", "number!", "extension:number", "type",
        "description",
    ),
    "addresses": (
        "id:uuid!", "location_id:uuid*location", "attention", "address_1!", "address_2", "city!", "region",
        "state_province!", "postal_code!", "country!", "address_type!",
    ),
    "schedules": (
        "id:uuid!", "service_id:uuid*service", "location_id:uuid*location",
        "service_at_location_id:uuid*service_at_location", "valid_from:date", "valid_to:date", "dtstart:date",
        "timezone:number", "until:date", "count:number", "wkst", "freq", "interval:number", "byday", "byweekno",
        "bymonthday", "byyearday", "description", "opens_at:time", "closes_at:time", "schedule_link:uri",
        "attending_type", "notes",
    ),
    "service_areas": (
        "id:uuid!", "service_id:uuid*service", "name", "description", "extent", "extent_type", "uri",
    ),
    "required_documents": ("id:uuid!", "service_id:uuid*service", "document", "uri:uri"),
    "languages": (
        "id:uuid!", "service_id:uuid*service", "location_id:uuid*location", "phone_id:uuid*phone", "name", "code",
        "note",
    ),
    "accessibility": ("id:uuid!", "location_id:uuid*location", "description", "details", "url:uri"),
    "taxonomy_terms": (
        "id:uuid!", "code", "name!", "description!", "parent_id:uuid", "taxonomy", "language",
        "taxonomy_id:uuid*taxonomy", "term_uri:uri",
    ),
    "taxonomies": ("id:uuid!", "name!", "description!", "uri:uri", "version"),
}  # fmt: skip
CHILDREN = ("attributes", "phones", "schedules", "service_areas", "required_documents", "languages", "accessibility")


def columns(table: str) -> list[str]:
    """The names of a table's columns."""
    return [parted(column)[0] for column in TABLES[table]]


def parted(column: str) -> tuple[str, str, bool, str]:
    """Name, type or format, whether it must be filled, and the table that it points to."""
    front, _, target = column.partition("*")
    name, _, kind = front.rstrip("!").partition(":")
    return name, kind, front.endswith("!"), target


class Tables:
    """Rows by table, handed on as they come: `put(table, row)`."""

    def __init__(self, put: Callable[[str, Json], None]) -> None:
        self._put = put

    def organization(self, one: Json) -> None:
        """The rows of an organization."""
        self._put("organizations", one)
        self._children(one)
        for place in one.get("locations", ()):
            self._location(place)

    def service(self, one: Json) -> None:
        """The rows of a service."""
        self._put("services", one)
        self._children(one)
        for link in one.get("service_at_locations", ()):
            self._put("service_at_location", link)
            self._location(link["location"])

    def _location(self, place: Json) -> None:
        self._put("locations", place)
        for address in place.get("addresses", ()):
            self._put("addresses", address)
        self._children(place)

    def _children(self, owner: Json) -> None:
        for name in CHILDREN:
            for row in owner.get(name, ()):
                self._put(name, row)
