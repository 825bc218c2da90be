"""The place table, where services can be had, and what a search can be narrowed down by."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any

import find_corpus
import pytest
import yaml
from conftest import ROOT

from generators.languages import language
from generators.load.places import Places, read_places
from generators.model import Records, Service
from generators.pipeline import gather
from generators.places.make import files, gathered
from generators.search import search_files
from generators.search.cards import LONGEST, short
from generators.search.facets import paid, reached

CASES = yaml.safe_load((ROOT / "tests" / "places.yaml").read_text("utf-8"))
PLACES = Places(ROOT / "resources" / "places")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory, today: datetime.date) -> Records:
    folder = tmp_path_factory.mktemp("find") / "resources"
    find_corpus.write(folder)
    found, problems = gather(folder, today)
    assert found is not None, problems
    return found


@pytest.mark.parametrize("case", CASES["zips"], ids=lambda case: str(case["zip"]))
def test_zip_codes(case: dict[str, Any]) -> None:
    assert PLACES.counties_of(case["zip"]) == case.get("counties", [])
    assert (PLACES.point(case["zip"]) is not None) == bool(case["name"])


@pytest.mark.parametrize("case", CASES["counties"], ids=lambda case: f"{case['state']} {case['name']}")
def test_counties_by_name(case: dict[str, Any]) -> None:
    assert PLACES.county(case["state"], case["name"]) == case["fips"]


def test_the_table_is_made_of_both_lists() -> None:
    geonames = [
        "US\t15201\tPittsburgh\tPennsylvania\tPA\tAllegheny\t003\t\t\t40.475\t-79.953\t4",
        "US\t15044\tGibsonia\tPennsylvania\tPA\tAllegheny\t003\t\t\t40.629\t-79.944\t4",
        "US\t15999\tBox\tPennsylvania\tPA\tNew name\t999\t\t\t40.63\t-79.94\t4",
        "US\t09001\tAPO\t\t\t\t\t\t\t1\t2\t1",
    ]
    hud = [
        {"zip": "15201", "fips": "42003", "county": "Allegheny", "state": "PA"},
        {"zip": "15044", "fips": "42019", "county": "Butler", "state": "PA"},
        {"zip": "15044", "fips": "42003", "county": "Allegheny", "state": "PA"},
    ]
    made = files(*gathered(geonames, hud))
    assert made["15"]["counties"] == [["42003", "Allegheny", "PA"], ["42019", "Butler", "PA"]]
    assert made["15"]["zips"]["044"] == ["Gibsonia", 40.63, -79.94, 0, 1]
    assert made["15"]["zips"]["999"] == ["Box", 40.63, -79.94, 0]  # of the nearest that both know
    assert made["09"]["zips"] == {}
    assert made["pa"]["counties"][1] == ["42019", "Butler"]


def test_every_file_is_small_and_names_its_source() -> None:
    for path in PLACES.files.values():
        text = path.read_text("utf-8")
        assert len(text) < 40_000
        assert "GeoNames" in json.loads(text)["credit"]
    assert len(PLACES.files) < 200


def test_a_folder_without_a_table_uses_ours(tmp_path: Path) -> None:
    assert read_places(tmp_path).state("pa") == "42"
    (tmp_path / "places").mkdir()
    assert read_places(tmp_path).state("pa") is None


def test_where_services_can_be_had(records: Records) -> None:
    where = records.where
    assert where["butler-3"].areas == ("42019",)
    assert where["butler-3"].doors == ((40.95, -79.93),)
    assert where["keystone-line"].areas == ("42",)
    assert where["two-counties"].areas == ("42003", "42019")
    assert (where["one-zip"].areas, where["one-zip"].zips) == (("42003",), ("15201",))
    assert where["helpline"].areas == ("us",)
    assert where["quiet-house"].areas == ("42003",)


def test_a_confidential_address_has_no_point_and_is_in_no_file(records: Records) -> None:
    assert records.where["quiet-house"].doors == ()
    made = json.dumps(dict(search_files(records, language("en"))))
    assert "Quiet House" in made
    assert not any(word in made for word in ("Millvale", "15209", "Hidden"))


def test_a_zip_code_or_an_old_address_gives_a_point(records: Records) -> None:
    from generators.places import where_all

    service = records.services["keystone-line"]
    for change in ({"address": "1 Main St, Butler, PA 16001"}, {"locations": ({"zip": "16001"},)}):
        changed = Service.model_validate({**service.model_dump(exclude_unset=True, by_alias=True), **change})
        found = where_all(dataclasses.replace(records, services={"keystone-line": changed}), PLACES)
        assert found["keystone-line"].doors == (PLACES.point("16001"),)


def test_an_unknown_county_or_zip_code_is_a_reminder(tmp_path: Path, today: datetime.date) -> None:
    folder = tmp_path / "resources"
    find_corpus.write(folder)
    path = folder / "us/pa/services/two-counties.yaml"
    path.write_text(path.read_text("utf-8").replace("Allegheny", "Alegheny"), "utf-8")
    path = folder / "us/pa/services/one-zip.yaml"
    path.write_text(path.read_text("utf-8").replace("15201", "15200"), "utf-8")
    path = folder / "us/pa/butler/area.yaml"
    path.write_text(path.read_text("utf-8").replace("Butler", "Buttler"), "utf-8")
    records, problems = gather(folder, today)
    assert records is not None
    assert records.where["butler-3"].areas == ("42",)  # nobody is left out by a slip
    said = [str(problem) for problem in problems if "place table" in problem.text]
    assert len(said) == 3
    assert "reminder: the place table has no ZIP code 15200. Check the digits." in said[1]
    assert 'no county "Buttler County" in PA, so its help shows in all of the state. Did you mean "Butler"?' in said[0]
    assert 'reminder: the place table has no county "Alegheny" in PA. Did you mean "Allegheny"?' in said[2]


@pytest.mark.parametrize(
    "given, ways",
    [
        ({}, []),
        ({"phones": [{"number": "412-555-0100"}]}, ["phone"]),
        ({"phones": [{"number": "412-555-0100", "kind": "fax"}]}, []),
        ({"locations": [{"city": "Butler"}]}, ["walk-in"]),
        ({"apply": {"online": {"url": "https://example.org/"}, "mail": {"text": "Write."}}}, ["online", "mail"]),
        ({"reach": ["appointment"], "phones": [{"number": "412-555-0100"}]}, ["appointment"]),
    ],
)
def test_ways_in(given: dict[str, Any], ways: list[str]) -> None:
    assert reached(Service.model_validate({"name": "A", **given})) == ways


@pytest.mark.parametrize(
    "given, cost",
    [
        ({}, []),
        ({"cost": "Free."}, ["free"]),
        ({"cost": "Free to apply."}, []),
        ({"cost": "Free.", "fees": "sliding"}, ["sliding"]),
    ],
)
def test_unknown_cost_is_not_free(given: dict[str, Any], cost: list[str]) -> None:
    assert paid(Service.model_validate({"name": "A", **given})) == cost


def test_who_it_is_for_is_cut_where_a_word_ends() -> None:
    assert short("Anyone.") == "Anyone."
    assert short(f"Families with children in school. {'More words ' * 20}") == "Families with children in school."
    cut = short("word " * 60)
    assert len(cut) <= LONGEST + 1 and cut.endswith("word…")


def test_counties_and_cities_are_found_as_words(records: Records) -> None:
    made = dict(search_files(records, language("en")))
    terms = [term for name, part in made.items() if name.startswith("terms-") for term in part[0].split()]
    assert {"westmoreland", "philadelphia", "15201"} <= set(terms)


def test_every_county_has_a_name() -> None:
    files_ = sorted((ROOT / "resources" / "places").glob("[a-z][a-z].json"))
    assert len(files_) > 50
    assert [path.name for path in files_ if "Unknown" in path.read_text("utf-8")] == []
