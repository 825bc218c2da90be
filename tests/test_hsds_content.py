"""Each thing that a record says goes out where HSDS has a field for it, and comes back without our extension."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from test_hsds import little, shipped, with_service  # noqa: F401

from generators.api import exported
from generators.api.ages import ages_of
from generators.api.extension import OURS
from generators.importing import import_package
from generators.model import Records

Json = dict[str, Any]
SAID: Json = {
    "name": "Elm pantry", "also_called": ["The Elm"], "summary": "Groceries once a week.", "who_for": "Anyone in town.",
    "description": "In the church hall.\n\nBring bags.", "you_get": "A box of food.", "cost": "Two dollars",
    "website": "https://elm.example.org/", "email": "elm@example.org", "languages": "Spanish", "spoken": ["es", "ht"],
    "interpreter": True, "bring": [], "bring_note": "Any letter with your name.", "status": "waitlist",
    "apply": {"phone": {"number": "412-281-1234"}, "in_person": {"text": "Ring twice."}},
    "steps": [{"do": "Call first."}, {"do": "Take a number."}],
    "takes": "Ten minutes.", "next": "You get a card.",
    "phones": [
        {"number": "412-281-1234 ext. 12", "label": "Front desk"}, {"number": "412-281-1234 ext. 007"},
        {"number": "741741", "kind": "text", "label": "Help", "text_word": "ELM"},
        {"number": "412-281-1235", "kind": "tty"}, {"number": "412-281-1236", "kind": "fax"},
    ],
    "hours": "Most mornings.",
    "schedule": {"time_zone": "America/New_York", "open": [
        {"days": ["mon", "wed"], "opens": "9:00", "closes": "12:30", "since": "2026-01-01", "until": "2027-01-01"},
        {"days": ["fri"], "weeks": [1, 3], "opens": "13:00", "closes": "24:00", "note": "Bell on the left."},
    ], "changes": [{"date": "2026-12-25"}]},
    "serves": {"counties": ["Allegheny"], "zips": ["15203"], "note": "And the hill."},
    "locations": [{
        "id": "hall", "name": "Church hall", "street": "12 Elm Street", "city": "Pittsburgh", "state": "PA",
        "zip": "15203", "directions": "Bus 51.", "latitude": 40.43, "longitude": -79.97,
        "access": ["wheelchair"], "accessibility": "Ramp at the side.", "phones": [{"number": "412-281-1237"}],
        "schedule": {"open": [{"days": ["tue"], "opens": "10:00", "closes": "11:00"}]},
    }],
    "rule": {"all": [{"age": {"from": 18}}, {"any": [{"age": {"under": 65}}, {"age": {"under": 80}}]}]},
    "rule_for": "person", "also_needed": ["You live on the hill."],
}  # fmt: skip


@pytest.fixture
def said(little: Records, today: datetime.date) -> Json:  # noqa: F811
    records = with_service(little, **SAID)
    given = exported(records, today)
    return next(one for one in given.services if one["name"] == "Elm pantry")


def rows(found: Json, name: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row.get(column) for column in columns) for row in found[name]]


def test_each_thing_stands_where_hsds_has_its_field(said: Json) -> None:
    assert said["alternate_name"] == "The Elm"
    assert said["description"] == "Groceries once a week.\n\nIn the church hall.\n\nBring bags.\n\nA box of food."
    assert (said["url"], said["email"]) == ("https://elm.example.org/", "elm@example.org")
    assert (said["status"], said["alert"]) == ("active", "There is a waiting list.")
    assert said["interpretation_services"] == "Spanish. A free interpreter for other languages."
    assert said["application_process"].split("\n") == [
        "By phone: 412-281-1234", "In person: Ring twice.", "1. Call first.", "2. Take a number.", "Ten minutes.",
        "You get a card.",
    ]  # fmt: skip
    assert said["fees_description"] == "Two dollars"
    assert said["eligibility_description"].startswith("Anyone in town.\n\nWho can get it:")
    assert said["eligibility_description"].endswith("You live on the hill.")
    assert (said["minimum_age"], said["maximum_age"]) == (18, 79)
    assert rows(said, "phones", "number", "extension", "type", "description") == [
        ("412-281-1234", 12, "voice", "Front desk"), ("412-281-1234 ext. 007", None, "voice", None),
        ("741741", None, "text", "Help. Text the word ELM"), ("412-281-1235", None, "textphone", None),
        ("412-281-1236", None, "fax", None),
    ]  # fmt: skip
    assert rows(said, "languages", "name", "code") == [("Spanish", "es"), ("Haitian Creole", "ht")]
    assert rows(said, "required_documents", "document")[-1] == ("Any letter with your name.",)
    assert ("Allegheny", "15203") == tuple(row["name"].split(",")[0] for row in said["service_areas"])
    assert said["service_areas"][0]["description"] == "And the hill."
    assert rows(said, "schedules", "freq", "byday", "opens_at", "closes_at", "valid_from", "valid_to") == [
        (None, None, None, None, None, None), ("WEEKLY", "MO,WE", "09:00", "12:30", "2026-01-01", "2027-01-01"),
        ("MONTHLY", "1FR,3FR", "13:00", "00:00", None, None), (None, None, None, None, "2026-12-25", "2026-12-25"),
    ]  # fmt: skip
    assert said["schedules"][0]["description"] == "Most mornings."
    assert said["schedules"][2]["notes"] == "Bell on the left. Times in America/New_York."
    place = said["service_at_locations"][0]["location"]
    assert (place["name"], place["transportation"]) == ("Church hall", "Bus 51.")
    assert (place["latitude"], place["longitude"]) == (40.43, -79.97)
    address = {name: place["addresses"][0][name] for name in ("address_1", "city", "state_province", "postal_code")}
    assert list(address.values()) == ["12 Elm Street", "Pittsburgh", "PA", "15203"]
    assert (place["addresses"][0]["country"], place["addresses"][0]["address_type"]) == ("US", "physical")
    assert rows(place, "phones", "number") == [("412-281-1237",)]
    assert rows(place, "accessibility", "description") == [("Wheelchair access",), ("Ramp at the side.",)]
    assert rows(place, "schedules", "byday", "opens_at", "closes_at") == [("TU", "10:00", "11:00")]


def test_a_reader_that_does_not_know_our_extension_gets_the_same(said: Json, tmp_path: Path) -> None:
    bare = {**said, "attributes": [one for one in said["attributes"] if one["link_type"] not in OURS]}
    path = tmp_path / "services.json"
    path.write_text(json.dumps([bare]), "utf-8")
    (back,) = import_package(path).services.values()
    for name in ("name", "also_called", "website", "email", "cost", "bring_note", "spoken"):
        assert back[name] == SAID[name], name
    assert back["summary"] == SAID["summary"] and "In the church hall." in back["description"]
    assert "There is a waiting list." in back["description"]
    assert back["who_for"].startswith("Anyone in town.")
    assert back["rule"] == {"age": {"from": 18, "under": 80}}
    assert [phone["number"] for phone in back["phones"]] == [phone["number"] for phone in SAID["phones"]]
    assert [phone.get("kind", "call") for phone in back["phones"]] == ["call", "call", "text", "tty", "fax"]
    opens = [{key: row[key] for key in row if key != "note"} for row in back["schedule"]["open"][:2]]
    assert opens[0] == SAID["schedule"]["open"][0]
    assert opens[1] == {"days": ["fri"], "weeks": [1, 3], "opens": "13:00", "closes": "24:00"}
    assert "Most mornings." in back["hours"]
    (door,), (was,) = back["locations"], SAID["locations"]
    for name in ("name", "street", "city", "state", "zip", "directions", "latitude", "longitude", "phones", "schedule"):
        assert door[name] == was[name], name
    assert "wheelchair" in door["access"] and "Ramp at the side." in door["accessibility"]
    assert "15203" in back["serves"]["zips"] and "Allegheny" in json.dumps(back["serves"])


def test_nothing_is_said_twice_or_of_nobody(shipped: Records, today: datetime.date) -> None:  # noqa: F811
    """Over all that is shipped: a name beside each code, ages in order, and no extension inside a number."""
    given = exported(replace(shipped), today)
    for one in given.services:
        assert one.get("minimum_age", 0) <= one.get("maximum_age", 150), one["name"]
        assert all("ext." not in phone["number"] or " 0" in phone["number"] for phone in one.get("phones", ()))
        assert all(language["name"] for language in one.get("languages", ()))
    assert any("minimum_age" in one for one in given.services)


@pytest.mark.parametrize(
    ("rule", "ages"),
    [
        ({"age": {"from": 60}}, (60, None)),
        ({"age": {"under": 19}}, (None, 18)),
        ({"age": {"from": "csfp-age"}}, (None, None)),
        ({"any": [{"age": {"from": 60}}, {"disabled": True}]}, (None, None)),
        ({"any": [{"age": {"from": 60}}, {"maybe": {"if": {"age": {"from": 50}}, "because": "Ask."}}]}, (50, None)),
        ({"all": [{"veteran": True}, {"age": {"from": 18, "under": 65}}, {"age": {"from": 21}}]}, (21, 64)),
        ({"not": {"age": {"from": 60}}}, (None, None)),
        (None, (None, None)),
    ],
)
def test_ages_are_only_given_where_no_way_goes_past_them(rule: Any, ages: tuple[int | None, int | None]) -> None:
    assert ages_of(rule) == ages
