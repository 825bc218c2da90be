"""The Open Referral API: valid against HSDS 3.0, in pages, ids that stay, nothing that is not for everybody."""

from __future__ import annotations

import datetime
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import ROOT

from generators import pipeline
from generators.api import api_files, exported
from generators.api.extension import plain
from generators.api.pages import listed
from generators.api.uk import uk_files
from generators.cli import main
from generators.model import Records, Service

SCHEMAS = ROOT.parent / "shared/data/hsds/schema-3.0"
SOURCE = "ac148810-d857-441c-9679-408f346de14b"


@pytest.fixture(scope="module")
def shipped() -> Records:
    records, _ = pipeline.gather(ROOT / "resources", datetime.date(2026, 11, 21))
    assert records is not None
    return records


@pytest.fixture
def little(small: Path, today: datetime.date) -> Records:
    records, _ = pipeline.gather(small, today)
    assert records is not None
    return records


def with_service(records: Records, **changes: Any) -> Records:
    """The small site, with changes to its pantry."""
    pantry = Service.model_validate({**plain(records.services["pantry"], private=True), **changes})
    return replace(records, services={**records.services, "pantry": pantry})


@pytest.mark.parametrize("kind", ["service", "organization"])
def test_every_object_is_valid(shipped: Records, today: datetime.date, kind: str) -> None:
    if not SCHEMAS.exists():
        pytest.skip(f"the schemas of HSDS 3.0 are not at {SCHEMAS}")
    schema = json.loads((SCHEMAS / f"{kind}.json").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    given = exported(shipped, today)
    objects = given.services if kind == "service" else given.organizations
    assert len(objects) > 50
    wrong = [f"{one['name']}: {error.message}" for one in objects for error in checker.iter_errors(one)]
    assert wrong == []
    assert list(checker.iter_errors({**objects[0], "id": "136"})), "the schema would let anything pass"


def test_a_service_with_doors_and_hours_is_valid(little: Records, today: datetime.date) -> None:
    if not SCHEMAS.exists():
        pytest.skip(f"the schemas of HSDS 3.0 are not at {SCHEMAS}")
    schema = json.loads((SCHEMAS / "service.json").read_text("utf-8"))
    row = {"days": ["tue"], "weeks": [2, -1], "opens": "9:00", "closes": "24:00", "note": "Families"}
    changes = [{"date": "2026-12-25", "note": "Christmas"}]
    door = {"name": "Front door", "street": "1 Main Street", "city": "Erie", "state": "PA", "zip": "16501"}
    schedule = {"time_zone": "America/New_York", "open": [row], "changes": changes}
    doors = [{**door, "schedule": schedule, "access": ["wheelchair"], "latitude": 42.1, "longitude": -80.1}]
    records = with_service(little, locations=[*doors, {"city": "Erie"}], spoken=["es"], closed_until="2026-12-01")
    service = exported(records, today).services[list(records.services).index("pantry")]
    jsonschema.Draft202012Validator(schema).validate(service)
    whole, rough = [link["location"] for link in service["service_at_locations"]]
    assert whole["addresses"][0]["postal_code"] == "16501"
    assert whole["schedules"][0] | {"id": "", "location_id": ""} == {
        "id": "",
        "location_id": "",
        "freq": "MONTHLY",
        "byday": "2TU,-1TU",
        "opens_at": "09:00",
        "closes_at": "00:00",
        "notes": "Families Times in America/New_York.",
    }
    assert whole["schedules"][1]["notes"] == "Closed. Christmas Times in America/New_York."
    assert (rough["description"], "addresses" in rough) == ("Erie", False)
    assert service["status"] == "temporarily closed"
    assert service["alert"] == "Closed until 2026-12-01."


def test_files_of_a_small_site(little: Records, today: datetime.date) -> None:
    files = dict(api_files(little, today))
    root = json.loads(files["api/hsds/3.0/index.json"])
    assert root["version"] == "3.0"
    assert {"profile", "openapi_url"} <= set(root)
    page = json.loads(files["api/hsds/3.0/services/index.json"])
    contents = page.pop("contents")
    assert page == {
        "total_items": 3,
        "total_pages": 1,
        "page_number": 1,
        "size": 3,
        "first_page": True,
        "last_page": True,
        "empty": False,
    }
    for one in contents:
        assert json.loads(files[f"api/hsds/3.0/services/{one['id']}.json"]) == one
    terms = json.loads(files["api/hsds/3.0/taxonomy_terms/index.json"])["contents"]
    assert {term["code"] for term in terms} == {*little.needs, "handrail-record", "handrail-rule"}
    assert files == dict(api_files(little, today))


def test_long_lists_come_in_pages() -> None:
    files = {
        path: json.loads(data) for path, data in listed("services", [f'{{"id":{place}}}' for place in range(250)], 250)
    }
    assert list(files) == ["services/index.json", "services/page-2.json", "services/page-3.json"]
    assert [page.get("next") for page in files.values()] == ["page-2.json", "page-3.json", None]
    assert [one["id"] for page in files.values() for one in page["contents"]] == list(range(250))
    assert json.loads(dict(listed("services", [], 0))["services/index.json"])["empty"] is True


def test_the_setting_decides_about_single_files(little: Records, today: datetime.date) -> None:
    def files(setting: str) -> set[str]:
        site = little.site.model_copy(update={"api": setting})
        return {path for path, _ in api_files(replace(little, site=site), today)}

    assert files("off") == set()
    pages, single = files("pages"), files("single")
    assert pages < single
    assert not any(path.startswith("api/hsds/3.0/services/") for path in single - pages if "index" in path)
    assert len(single - pages) == 3 + 1  # services, the organization


def test_ids_stay_and_a_uuid_of_the_source_is_kept(little: Records, today: datetime.date) -> None:
    before = exported(little, today).services
    renamed = with_service(little, name="Another name", imported={"source": "county", "id": SOURCE.upper()})
    after = exported(renamed, today).services
    at = list(little.services).index("pantry")
    assert after[at]["id"] == SOURCE
    assert [one["id"] for one in before[:at]] == [one["id"] for one in after[:at]]
    site = little.site.model_copy(update={"name": "Other site"})
    other = exported(replace(little, site=site), today).services
    assert {one["id"] for one in other}.isdisjoint(one["id"] for one in before)


def test_every_id_is_there_once(shipped: Records, today: datetime.date) -> None:
    seen: list[str] = []

    def look(value: Any, name: str = "") -> None:
        if isinstance(value, dict):
            if name not in ("taxonomy_term", "organization"):
                seen.append(value["id"])
            for key, inner in value.items():
                look(inner, key)
        elif isinstance(value, list):
            for inner in value:
                look(inner, name)

    given = exported(shipped, today)
    look(given.services)
    look([{key: value for key, value in one.items() if key != "services"} for one in given.organizations])
    assert len(seen) > 1000
    assert len(set(seen)) == len(seen)


def test_what_is_not_for_everybody_stays_here(small: Path, tmp_path: Path, today: datetime.date) -> None:
    shutil.copytree(small, tmp_path / "data")
    pantry = tmp_path / "data/us/services/pantry.yaml"
    text = pantry.read_text("utf-8").replace("cost: Free.", "cost: Free.\naddress_confidential: true")
    text += "for_helpers: Ask for Kim.\nlocations: [{street: 7 Hidden Lane, city: Erie, state: PA, zip: '16501'}]\n"
    pantry.write_text(text + "imported: {source: county, id: '1', extra: {staff: Kim upstairs}}\n", "utf-8")
    records, problems = pipeline.gather(tmp_path / "data", today)
    assert records is not None, problems
    everything = b"".join(data for _, data in api_files(records, today) if b"PK" != data[:2])
    for secret in (b"Hidden", b"16501", b"1 Main Street", b"Kim"):
        assert secret not in everything
    assert "Hidden" not in json.dumps(exported(records, today).services)


def test_the_command_writes_each_format(small: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    for format, file in (("hsds", "services/index.json"), ("csv", "services.csv"), ("hsds-uk", "index.json")):
        out = tmp_path / format
        arguments = ["export", str(out), "--format", format, "--resources", str(small)]
        assert runner.invoke(main, arguments).exit_code == 0
        assert (out / file).exists()
        again = runner.invoke(main, arguments)
        assert again.exit_code == 2
    uk = json.loads((tmp_path / "hsds-uk/services/index.json").read_text("utf-8"))
    assert uk["total_items"] == 1  # only one has an address on the web
    assert "fees" in uk["contents"][0]
    assert uk["contents"][0]["contacts"][0]["phones"][0]["number"] == "412-555-0125"


UK_FIELDS = {  # of the profile's schemas: what an object may have
    "": "id organization_id name description url email status fees accreditations minimum_age maximum_age assured_date "
    "assurer_email alert last_modified schedules service_areas service_at_locations languages organization funding "
    "cost_options contacts attributes",
    "schedules": "id service_id service_at_location_id valid_from valid_to dtstart freq interval byday bymonthday "
    "description opens_at closes_at schedule_link attending_type notes",
    "service_areas": "id service_id name extent extent_type uri service_area description",
    "service_at_locations": "id service_id location_id location",
    "location": "id name description latitude longitude external_identifier external_identifier_type addresses "
    "accessibility attributes",
    "contacts": "id service_id name title attributes phones",
    "phones": "id contact_id number description languages",
    "organization": "id name description email website logo uri parent_organization_id organization_identifiers "
    "attributes",
}


def test_the_uk_form_has_the_fields_of_its_profile(little: Records, today: datetime.date) -> None:
    schedule = {"time_zone": "America/New_York", "open": [{"days": ["tue"], "opens": "9:00", "closes": "12:00"}]}
    door = {"name": "Front door", "street": "1 Main Street", "city": "Erie", "state": "PA", "zip": "16501"}
    door |= {"schedule": schedule, "access": ["wheelchair"], "directions": "Ring.", "phones": [{"number": "211"}]}
    page = "https://example.org/pantry"
    records = with_service(little, locations=[door], website=page, spoken=["es"], phones=[{"number": "211"}])
    services = [json.loads(text) for path, text in uk_files(exported(records, today)) if _one_service(path)]
    assert services and all({"id", "name", "status", "url"} <= one.keys() for one in services)
    assert any("service_at_location_id" in row for one in services for row in one.get("schedules", ()))
    for one in services:
        _only_known("", one)


def _one_service(path: str) -> bool:
    return path.startswith("services/") and not path.removeprefix("services/").startswith(("index", "page-"))


def _only_known(kind: str, found: Any) -> None:
    if isinstance(found, list):
        for one in found:
            _only_known(kind, one)
    elif isinstance(found, dict) and kind in UK_FIELDS:
        assert found.keys() <= set(UK_FIELDS[kind].split()), (kind, found.keys())
        for name, value in found.items():
            _only_known(name, value)
