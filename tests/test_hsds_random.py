"""What goes out comes back: any service and any organization, through JSON and through the tables of the ZIP."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_records import records

from generators import pipeline
from generators.api import exported, restored, zipped
from generators.api.extension import plain
from generators.model import Organization, Placed, Records, Service

TODAY = datetime.date(2026, 11, 21)
SHIPPED, _ = pipeline.gather(ROOT / "resources", TODAY)
assert SHIPPED is not None
RULES = [service.rule for service in SHIPPED.services.values() if service.rule]
SERVICES = records(
    Service,
    RULES,
    organization=st.sampled_from(["", "org-1"]),
    needs=st.lists(st.sampled_from(list(SHIPPED.needs)), max_size=3, unique=True),
)
ORGANIZATIONS = records(Organization, RULES)
EASY = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


def site(service: Service, organization: Organization) -> Records:
    """A site with one service and one organization."""
    placed = {"service/one": Placed("x", "us"), "organization/org-1": Placed("x", "us")}
    return replace(SHIPPED, services={"one": service}, organizations={"org-1": organization}, placed=placed)


def from_tables(data: bytes) -> tuple[list[Any], list[Any]]:
    """Organizations and services, put together again from the tables of the ZIP."""
    tables: dict[str, list[dict[str, Any]]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        for resource in json.loads(zipped.read("datapackage.json"))["resources"]:
            numbers = {field["name"] for field in resource["schema"]["fields"] if field["type"] == "number"}
            text = io.StringIO(zipped.read(resource["path"]).decode("utf-8"), newline="")
            tables[resource["path"].removesuffix(".csv")] = [
                {key: float(cell) if key in numbers else cell for key, cell in row.items() if cell != ""}
                for row in csv.DictReader(text)
            ]
    terms = {row["id"]: row for row in tables["taxonomy_terms"]}

    def below(table: str, key: str, owner: str) -> list[dict[str, Any]]:
        return [row for row in tables.get(table, ()) if row.get(key) == owner]

    def location(row: dict[str, Any]) -> dict[str, Any]:
        return {
            **row,
            "addresses": below("addresses", "location_id", row["id"]),
            "phones": below("phones", "location_id", row["id"]),
        }

    def whole(row: dict[str, Any], key: str) -> dict[str, Any]:
        found = {**row, "phones": below("phones", key, row["id"])}
        found["attributes"] = [
            {**each, "taxonomy_term": terms[each["taxonomy_term_id"]]}
            for each in below("attributes", "link_id", row["id"])
        ]
        return found

    places = {row["id"]: location(row) for row in tables.get("locations", ())}
    services = []
    for row in tables.get("services", ()):
        links = below("service_at_location", "service_id", row["id"])
        services.append(
            {
                **whole(row, "service_id"),
                "languages": below("languages", "service_id", row["id"]),
                "service_at_locations": [{**link, "location": places[link["location_id"]]} for link in links],
            }
        )
    linked = {link["location_id"] for link in tables.get("service_at_location", ())}
    organizations = [
        {
            **whole(row, "organization_id"),
            "locations": [
                place
                for place in places.values()
                if place.get("organization_id") == row["id"] and place["id"] not in linked
            ],
        }
        for row in tables.get("organizations", ())
    ]
    return organizations, services


@EASY
@given(SERVICES, ORGANIZATIONS)
def test_what_goes_out_as_json_comes_back_the_same(service: Service, organization: Organization) -> None:
    for private in (False, True):
        given = exported(site(service, organization), TODAY, private)
        back = restored(json.loads(json.dumps(given.services[0])))
        assert (back.pop("id"), back.pop("area")) == ("one", "us")
        assert back == plain(service, private)
        if private:
            assert Service.model_validate(back) == service
        back = restored(json.loads(json.dumps(given.organizations[0])))
        assert (back.pop("id"), back.pop("area")) == ("org-1", "us")
        assert back == plain(organization, private)


@EASY
@given(SERVICES, ORGANIZATIONS)
def test_what_goes_out_as_tables_comes_back_the_same(service: Service, organization: Organization) -> None:
    whole = site(service, organization)
    organizations, services = from_tables(zipped(exported(whole, TODAY, private=True), whole))
    back = restored(services[0])
    assert (back.pop("id"), back.pop("area")) == ("one", "us")
    assert Service.model_validate(back) == service
    back = restored(organizations[0])
    assert (back.pop("id"), back.pop("area")) == ("org-1", "us")
    assert Organization.model_validate(back) == organization
