"""What a service page says to search engines, in the words of schema.org. A private service says nothing."""

from __future__ import annotations

from typing import Any

from ..model import Location, Organization, Service

Json = dict[str, Any]
MOST = 3  # phones and doors: a page stays light


def linked_data(record: Service, name: str, summary: str, owner: Organization | None, area: str | None) -> Json | None:
    """The JSON-LD of a page; a program is a public scheme, so a government's service. `None` for a private service."""
    if record.sensitive or record.status == "closed":
        return None
    kind = "GovernmentService" if record.kind == "program" else "Service"
    found: Json = {"@context": "https://schema.org", "@type": kind, "name": name}
    if summary:
        found["description"] = summary
    if record.website:
        found["url"] = record.website
    if area:
        found["areaServed"] = area
    if owner and not owner.sensitive:
        found["provider"] = {"@type": "Organization", "name": owner.name}
        if owner.website:
            found["provider"]["url"] = owner.website
    if channel := _channel(record):
        found["availableChannel"] = {"@type": "ServiceChannel", **channel}
    return found


def _channel(record: Service) -> Json:
    found: Json = {}
    if record.apply.online and record.apply.online.url:
        found["serviceUrl"] = record.apply.online.url
    numbers = [phone.number for phone in record.phones if phone.kind == "call"][:MOST]
    if numbers:
        found["servicePhone"] = [{"@type": "ContactPoint", "telephone": number} for number in numbers]
    doors = [door for door in record.locations if door.street and door.city][:MOST]
    if doors:
        found["serviceLocation"] = [{"@type": "Place", "address": _address(door)} for door in doors]
    return found


def _address(door: Location) -> Json:
    parts = {
        "streetAddress": door.street,
        "addressLocality": door.city,
        "addressRegion": door.state,
        "postalCode": door.zip,
    }
    return {"@type": "PostalAddress", **{key: value for key, value in parts.items() if value}}
