"""What reading real files side by side with their records taught: small cases, each once wrong."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from generators.importing import Records, Target, import_package
from generators.importing.doors import address
from generators.importing.needs import needs_of, words_from
from generators.importing.rows import Row
from generators.importing.states import state_named

TODAY = datetime.date(2026, 11, 21)


def brought(into: Path, **tables: str) -> Records:
    for table, text in tables.items():
        (into / f"{table}.csv").write_text(text, "utf-8")
    return import_package(into, Target("source", today=TODAY))


def nested(into: Path, value: Any) -> Records:
    (into / "data.json").write_text(json.dumps(value), "utf-8")
    return import_package(into / "data.json", Target("source", today=TODAY))


@pytest.mark.parametrize(
    ("cells", "made"),
    [
        ({"address_1": "Phone: 718-288-8796", "state_province": "NY"}, {"state": "NY"}),
        ({"address_1": "601 Hamilton Ave Trenton, NJ 08629"},
         {"street": "601 Hamilton Ave Trenton", "state": "NJ", "zip": "08629"}),
        ({"address_1": "12 Elm Street, Erie, PA 16501"},
         {"street": "12 Elm Street", "city": "Erie", "state": "PA", "zip": "16501"}),
        ({"address_1": "12 Elm", "address_2": "Floor 2", "city": "Erie"},
         {"street": "12 Elm, Floor 2", "city": "Erie"}),
        ({"address_1": "12 Elm Street"}, {"street": "12 Elm Street"}),
    ],
)  # fmt: skip
def test_streets(cells: dict[str, str], made: dict[str, str]) -> None:
    found: list[str] = []
    assert address(Row("address", "f", 1, cells), found)[0] == made
    assert ("street" in made) is not any("not a street" in text for text in found)


def test_states_as_old_lists_write_them() -> None:
    assert [state_named(text) for text in ("Fla.", "Calif", "N.Y.", "W. Va.", "Nowhere")] == [
        "FL",
        "CA",
        "NY",
        "WV",
        None,
    ]


def test_words_of_places_tell_a_need_only_where_nothing_else_does() -> None:
    words = words_from({"needs": {"health": ["clinic", "dental"], "legal": ["legal", "bankruptcy"],
                                  "school": ["school"], "food": ["pantry", "groceries"]}})  # fmt: skip

    def needs(*texts: str) -> list[str]:
        return needs_of(words, [("a text", text) for text in texts])[0]

    assert needs("Consumer Clinic", "Bankruptcy") == ["legal"]
    assert needs("Legal Clinic") == ["legal"]
    assert needs("Dental Clinic") == ["health"] == needs("North Side Clinic", "Walk in.")
    assert needs("LEAD School", "Free groceries") == ["food"]
    assert needs("Pantry at the School") == ["food", "school"]


def test_a_service_that_is_closed_for_now_says_so(tmp_path: Path) -> None:
    made = brought(tmp_path, services="id,name,status\n1,Elm pantry,temporarily closed\n")
    assert made.services["1"]["description"].startswith("Closed for now")
    assert "status" not in made.services["1"]


def test_a_price_of_the_past_is_kept_but_not_shown(tmp_path: Path) -> None:
    options = "id,service_id,option,amount,valid_to\n1,1,Adults,35,2022-12-31\n2,1,Children,12,2099-12-31\n"
    service = brought(tmp_path, services="id,name\n1,Elm pool\n", cost_options=options).services["1"]
    assert service["cost"] == "Children: 12"
    assert "Adults" in service["imported"]["extra"]["cost_option"]


def test_codes_of_languages_are_names_on_a_page(tmp_path: Path) -> None:
    languages = "id,service_id,language\n1,1,fr\n2,1,spa\n3,1,Dutch\n"
    service = brought(tmp_path, services="id,name\n1,Elm pool\n", languages=languages).services["1"]
    assert (service["languages"], service["spoken"]) == ("French, Spanish, Dutch", ["fr", "es"])


def test_each_of_several_doors_has_its_own_hours_and_phones(tmp_path: Path) -> None:
    made = brought(
        tmp_path,
        services="id,name\ns1,Elm pantry\n",
        locations="id,name\nl1,North\nl2,South\n",
        services_at_location="id,service_id,location_id\na1,s1,l1\na2,s1,l2\n",
        phones="id,service_id,location_id,service_at_location_id,number\n"
        "1,s1,,,412-281-1200\n2,s1,l1,,412-281-1201\n3,,,a2,412-281-1202\n",
        regular_schedules="id,service_id,location_id,weekday,opens_at,closes_at\n"
        "1,s1,l1,Monday,9:00,10:00\n2,s1,l2,Tuesday,11:00,12:00\n",
    )
    service = made.services["s1"]
    assert [phone["number"] for phone in service["phones"]] == ["412-281-1200"]
    assert "schedule" not in service
    said = [(door["phones"][0]["number"], door["schedule"]["open"][0]["days"]) for door in service["locations"]]
    assert said == [("412-281-1201", ["mon"]), ("412-281-1202", ["tue"])]


def test_a_link_says_of_which_kind_the_thing_is_that_it_names(tmp_path: Path) -> None:
    made = brought(
        tmp_path,
        services="id,name\n1,Elm pantry\n",
        locations="id,name,service_id\n1,North,1\n",
        eligibility="id,service_id\n1,1\n",
        taxonomy_terms="id,term,taxonomy\nt1,Ramp,Own\nt2,Veterans,Own\nt3,Groceries,Own\n",
        service_attributes="id,service_id,taxonomy_term_id\n1,1,t3\n",
        other_attributes="id,link_id,link_type,taxonomy_term_id\n1,1,location,t1\n2,1,eligibility,t2\n",
    )
    service = made.services["1"]
    assert service["who_for"] == "Veterans"
    assert service["imported"]["extra"]["taxonomy"] == "t2 Veterans | t3 Groceries"
    assert "Ramp" not in service["imported"]["extra"]["taxonomy"]


def test_a_capacity_says_what_is_counted(tmp_path: Path) -> None:
    made = brought(
        tmp_path,
        services="id,name\n1,Elm house\n",
        units="id,name\nu1,Bed\n",
        service_capacity="id,service_id,unit_id,available\n1,1,u1,12\n",
    )
    assert made.services["1"]["imported"]["extra"]["capacity"] == "unit: Bed; available: 12"


def test_lists_of_services_and_organizations_in_one_file(tmp_path: Path) -> None:
    services = [{"id": "s1", "name": "Elm pantry", "organization_id": "o1", "phones": [{"number": "412-281-1234"}]}]
    made = nested(tmp_path, {"organizations": [{"id": "o1", "name": "Elm", "phones": []}], "services": services})
    assert made.services["s1"]["organization"] == "elm" and made.services["s1"]["phones"]
    made = nested(tmp_path, {"organizations": [{"id": "o1", "name": "Elm"}],
                             "services": [{"id": "s1", "name": "Pantry"}],
                             "phones": [{"service_id": "s1", "number": "412-281-1234"}]})  # fmt: skip
    assert made.services["s1"]["phones"] and made.organizations["o1"]["name"] == "Elm"


def test_metadata_inside_a_service_is_its_own_whatever_it_says_it_is_of(tmp_path: Path) -> None:
    id_ = "ac148810-d857-441c-9679-408f346de14b"
    about = {"id": "m1", "resource_id": id_, "resource_type": "location", "field_name": "name", "updated_by": "Ann"}
    made = nested(tmp_path, [{"id": id_, "name": "Elm pantry", "metadata": [about]}])
    assert made.package.book.refused() == []
    assert "updated_by: Ann" in made.services[id_]["imported"]["extra"]["metadata"]
