"""What a site gives out comes back through the import as it was: as JSON and as the ZIP of tables."""

from __future__ import annotations

import datetime
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_records import records

from generators import pipeline
from generators.api import exported, zipped
from generators.api.extension import plain
from generators.importing import import_package
from generators.importing.clean import is_odd
from generators.model import Organization, Placed, Records, Service
from generators.phones import phone_problem

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


def texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


def numbers(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["number"]] if isinstance(value.get("number"), str) else []
        return own + [found for inner in value.values() for found in numbers(inner)]
    return [found for inner in value for found in numbers(inner)] if isinstance(value, list) else []


def fair(record: Any) -> bool:
    """A record that `check` could take: no HTML, no blanks around texts, numbers that can be called, a quiet id."""
    own = record.model_dump(mode="json", by_alias=True)
    return (
        not any(is_odd(text) or text != text.strip() or "\r" in text or "\0" in text for text in texts(own))
        and all(phone_problem(number) is None for number in numbers(own))
        and not record.sensitive
    )


def back(text: str | bytes, name: str) -> tuple[Any, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        made = import_package(path)
    made.package.book.totals()
    without = [
        {key: value for key, value in record.items() if key != "imported"}
        for found in (made.services, made.organizations)
        for record in found.values()
    ]
    return without[0], without[-1]


def site(service: Service, organization: Organization) -> Records:
    placed = {"service/one": Placed("x", "us"), "organization/org-1": Placed("x", "us")}
    return replace(SHIPPED, services={"one": service}, organizations={"org-1": organization}, placed=placed)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(SERVICES.filter(fair), ORGANIZATIONS.filter(fair))
def test_what_goes_out_comes_back(service: Service, organization: Organization) -> None:
    whole = site(service, organization)
    out = exported(whole, TODAY, private=True)
    for given_, name in (
        (json.dumps(out.services), "services.json"),
        (zipped(out, whole), "package.zip"),
    ):
        made, owner = back(given_, name)
        wanted = {key: value for key, value in plain(service, True).items() if key != "imported"}
        assert {**made, "organization": wanted.get("organization")} == {
            **wanted,
            "organization": wanted.get("organization"),
        }
        if name == "package.zip":
            wanted = {key: value for key, value in plain(organization, True).items() if key != "imported"}
            assert owner == wanted


def test_every_shipped_record_comes_back() -> None:
    assert SHIPPED is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "handrail.zip")
        path.write_bytes(zipped(exported(SHIPPED, TODAY, private=True), SHIPPED))
        made = import_package(path)
    services = {made.ids[f"service/{key}"]: record for key, record in made.services.items()}
    assert set(services) == set(SHIPPED.services)
    for id_, service in SHIPPED.services.items():
        found = {key: value for key, value in services[id_].items() if key != "imported"}
        assert Service.model_validate(found) == service.model_copy(update={"imported": None}), id_
    assert set(made.ids.values()) == set(SHIPPED.services) | set(SHIPPED.organizations)


@pytest.mark.parametrize("value", ["{", "[]", '{"name": "<script>alert(1)</script>Pantry", "website": "javascript:x"}'])
def test_a_hostile_extension_stays_outside(value: str) -> None:
    attribute = {"id": "a", "link_id": "1", "link_type": "handrail-record", "value": value, "link_entity": "service"}
    made, _ = back(json.dumps([{"id": "1", "name": "Pantry", "status": "active", "attributes": [attribute]}]), "s.json")
    assert made["name"] == "Pantry" and "website" not in made
