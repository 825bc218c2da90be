"""A second import of the same source: it updates, and what a person wrote stays."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, TODAY

from generators.cli import main
from generators.importing.base import base_text, read_base
from generators.importing.merge import merged
from generators.load import load_text
from generators.load.dump import dump
from generators.pipeline import gather

FIRST = (
    "id,name,description,phone,city,state,zip,notes\n"
    "1,Elm Street Pantry,Groceries for anyone.,412-281-1234,Pittsburgh,PA,15212,Ring twice\n"
    "2,Oak Kitchen,Hot meals.,412-281-1235,Pittsburgh,PA,15212,\n"
    "3,Ash Closet,Free clothes.,412-281-1236,Pittsburgh,PA,15212,\n"
)
FILES = "us/fl/services"


@pytest.fixture
def here(tmp_path: Path, small: Path) -> Path:
    shutil.copytree(small, tmp_path / "small")
    shutil.copytree(ROOT / "resources" / "imports", tmp_path / "small" / "imports")
    (tmp_path / "small" / "us" / "fl").mkdir()
    (tmp_path / "small" / "us" / "fl" / "area.yaml").write_text("name: Florida\nlevel: state\n")
    return tmp_path / "small"


def bring(here: Path, text: str, *more: str) -> Result:
    source = here.parent / "list.csv"
    source.write_text(text, "utf-8")
    words = ["import", str(source), "--into", "us/fl", "--resources", str(here), "--today", TODAY.isoformat(), *more]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def record(here: Path, id_: str) -> Any:
    path = here / FILES / f"{id_}.yaml"
    source, problems = load_text(path.name, path.name, path.read_bytes())
    assert problems == [] and source is not None
    return source.data


def test_without_write_nothing_is_written(here: Path) -> None:
    before = sorted(here.rglob("*"))
    result = bring(here, FIRST)
    assert "New: 3" in result.output and "--write" in result.stderr
    assert sorted(here.rglob("*")) == before


def test_the_same_again_changes_nothing(here: Path) -> None:
    bring(here, FIRST, "--write")
    before = {path: path.read_bytes() for path in here.rglob("*.*") if path.is_file()}
    result = bring(here, FIRST, "--write")
    assert "The same as before: 3" in result.output and "0 files written" in result.stderr
    assert {path: path.read_bytes() for path in here.rglob("*.*") if path.is_file()} == before


def test_hand_edits_stay_updates_come_and_conflicts_are_named(here: Path) -> None:
    bring(here, FIRST, "--write")
    path = here / FILES / "elm-street-pantry.yaml"
    text = path.read_text("utf-8").replace("summary: Groceries for anyone.", "# said on the phone\nsummary: By hand.")
    path.write_text(text + "hours: Mondays\n", "utf-8")
    other = here / FILES / "oak-kitchen.yaml"
    other.write_text(other.read_text("utf-8").replace("Hot meals.", "Hot meals for all."), "utf-8")
    second = FIRST.replace("412-281-1234", "412-281-9999").replace("Hot meals.", "Warm meals.")
    result = bring(here, second, "--write")
    pantry, kitchen = record(here, "elm-street-pantry"), record(here, "oak-kitchen")
    assert pantry["summary"] == "By hand." and pantry["hours"] == "Mondays"
    assert pantry["phones"] == [{"number": "412-281-9999"}]
    assert "# said on the phone" in path.read_text("utf-8")
    assert kitchen["summary"] == "Hot meals for all."
    assert "Conflicts" in result.output and "oak-kitchen.yaml: summary" in result.output
    third = bring(here, second, "--write")  # a conflict that was seen is no news
    assert record(here, "oak-kitchen")["summary"] == "Hot meals for all."
    assert "Conflicts" not in third.output


def test_gone_records_stay_or_close_and_come_back(here: Path) -> None:
    bring(here, FIRST, "--write")
    without = "\n".join(FIRST.split("\n")[:3]) + "\n"
    result = bring(here, without, "--write")
    assert "Gone from the source, still here: 1" in result.output
    assert "status" not in record(here, "ash-closet")
    bring(here, without, "--write", "--gone", "close")
    assert record(here, "ash-closet")["status"] == "closed"
    bring(here, FIRST, "--write")
    assert "status" not in record(here, "ash-closet")


def test_deleted_by_hand_stays_away(here: Path) -> None:
    bring(here, FIRST, "--write")
    (here / FILES / "oak-kitchen.yaml").unlink()
    assert "Deleted here by hand" in bring(here, FIRST, "--write").output
    assert not (here / FILES / "oak-kitchen.yaml").exists()
    bring(here, FIRST, "--write", "--bring-back")
    assert (here / FILES / "oak-kitchen.yaml").exists()


def test_a_file_that_was_renamed_is_known_again(here: Path) -> None:
    bring(here, FIRST, "--write")
    (here / FILES / "oak-kitchen.yaml").rename(here / FILES / "warm-meals.yaml")
    bring(here, FIRST.replace("Hot meals.", "Soup."), "--write")
    assert record(here, "warm-meals")["summary"] == "Soup."
    assert not (here / FILES / "oak-kitchen.yaml").exists()


def test_ids_do_not_depend_on_the_order_of_the_rows(here: Path) -> None:
    twins = FIRST + "4,Oak Kitchen,Another one.,412-281-1240,Erie,PA,16501,\n"
    bring(here, twins, "--write")
    names = {record(here, path.stem)["imported"]["id"]: path.stem for path in (here / FILES).glob("*.yaml")}
    head, *rest = twins.strip().split("\n")
    bring(here, "\n".join([head, *reversed(rest)]) + "\n", "--write")
    assert {record(here, p.stem)["imported"]["id"]: p.stem for p in (here / FILES).glob("*.yaml")} == names


def test_the_memory_changes_by_a_line_for_a_field(here: Path) -> None:
    bring(here, FIRST, "--write")
    memory = here / "imports" / "list.json"
    before = memory.read_text("utf-8").split("\n")
    assert read_base("\n".join(before)).keys() == {"service/1", "service/2", "service/3"}
    assert base_text("list", read_base("\n".join(before))) == "\n".join(before)
    bring(here, FIRST.replace("Hot meals.", "Cold meals."), "--write")
    after = memory.read_text("utf-8").split("\n")
    assert sum(one != two for one, two in zip(before, after, strict=True)) == 1


def test_a_damaged_memory_is_named(here: Path) -> None:
    bring(here, FIRST, "--write")
    (here / "imports" / "list.json").write_text('{"records": []}', "utf-8")
    words = ["import", str(here.parent / "list.csv"), "--into", "us/fl", "--resources", str(here)]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2 and "damaged" in result.stderr


def test_many_in_one_file(here: Path) -> None:
    bring(here, FIRST, "--write", "--list")
    source, problems = load_text("s", "s", (here / "us/fl/services.yaml").read_bytes())
    assert problems == [] and source is not None
    assert list(source.data) == ["elm-street-pantry", "oak-kitchen", "ash-closet"]
    path = here / "us/fl/services.yaml"
    path.write_text(path.read_text("utf-8").replace("Hot meals.", "By hand.  # Ana said so"), "utf-8")
    bring(here, FIRST.replace("412-281-1234", "412-281-9999"), "--write")
    text = path.read_text("utf-8")
    assert "By hand.  # Ana said so" in text and "412-281-9999" in text
    assert [str(problem) for problem in gather(here, TODAY)[1] if not problem.reminder] == []


def test_a_mapping_is_guessed_and_used(here: Path) -> None:
    mapping = here.parent / "mapping.yaml"
    strange = "Wer,Wo,Fon\nElm Pantry,Erie,814-455-1234\n"
    bring(here, strange.replace("Wer", "Name"), "--mapping", str(mapping))
    assert mapping.read_text("utf-8").endswith("list:\n  Name: name\n  Wo: wo\n  Fon: fon\n")
    mapping.write_text("list:\n  Wer: name\n  Wo: address.city\n  Fon: phone.number\n", "utf-8")
    bring(here, strange, "--mapping", str(mapping), "--write")
    pantry = record(here, "elm-pantry")
    assert pantry["phones"] == [{"number": "814-455-1234"}] and pantry["locations"][0]["city"] == "Erie"


def test_the_result_is_sound(here: Path) -> None:
    bring(here, FIRST, "--write", "--report", str(here.parent / "r.csv"))
    _, problems = gather(here, TODAY)
    assert [str(problem) for problem in problems if not problem.reminder] == []
    report = (here.parent / "r.csv").read_text("utf-8")
    assert report.count("row used,service") == 3
    assert json.loads(base_text("x", {})) == {"source": "x", "records": {}}


HSDS = {
    "services": "id,name\ns1,Elm pantry\ns2,Oak kitchen\ns3,Ash closet\n",
    "locations": "id,name,latitude,longitude\n"
    "l1,Elm House,40.1,-79.9\nl2,Oak House,,\nl3,Ash House,,\nl4,New House,,\n",
    "services_at_location": "id,service_id,location_id\na1,s1,l1\na2,s2,l2\na3,s3,l3\na4,s3,l4\n",
    "physical_addresses": "id,location_id,address_1,city,state_province,postal_code\n"
    "p1,l1,12 Elm Street,Tampa,FL,33601\np2,l2,5 Oak Road,Tampa,FL,33601\np3,l3,9 Ash Way,Tampa,FL,33601\n"
    "p4,l4,1 New Way,Tampa,FL,33601\n",
    "phones": "id,location_id,number\nt1,l1,813-281-1234\nt2,l2,813-281-1235\n",
}


def bring_tables(here: Path, *more: str) -> Result:
    folder = here.parent / "tables"
    folder.mkdir(exist_ok=True)
    for table, text in HSDS.items():
        (folder / f"{table}.csv").write_text(text, "utf-8")
    words = ["import", str(folder), "--into", "us/fl", "--resources", str(here), "--today", TODAY.isoformat(), *more]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def as_it_was_without_streets(here: Path) -> None:
    """Files and memory as an import left them that lost the streets of HSDS."""
    memory = here / "imports" / "tables.json"
    base = read_base(memory.read_text("utf-8"))
    for one in base.values():
        for door in one["record"].get("locations", []):
            one["record"]["imported"].setdefault("extra", {})["address 1"] = door.pop("street")
        path = here / FILES / f"{one['id']}.yaml"
        if path.exists():
            path.write_text(dump(one["record"]), "utf-8")
    memory.write_text(base_text("tables", base), "utf-8")


def test_streets_that_an_earlier_import_lost_come_and_hand_edits_stay(here: Path) -> None:
    bring_tables(here, "--write")
    whole = {id_: record(here, id_) for id_ in ("elm-pantry", "oak-kitchen", "ash-closet")}
    as_it_was_without_streets(here)
    assert "street" not in json.dumps(record(here, "elm-pantry"))

    elm = (
        here / FILES / "elm-pantry.yaml"
    )  # a hand changed the phone and the name of the door, and wrote how to get there
    text = elm.read_text("utf-8")
    assert "813-281-1234" in text and "name: Elm House" in text
    text = text.replace("813-281-1234", "813-281-9999").replace(
        "name: Elm House", "name: The Elm\n    directions: Ring twice"
    )
    elm.write_text(text, "utf-8")
    oak = here / FILES / "oak-kitchen.yaml"  # a hand wrote the street that was missing, and it is another one
    oak.write_text(oak.read_text("utf-8").replace("city: Tampa", "street: 77 Other Road\n    city: Tampa"), "utf-8")
    ash = here / FILES / "ash-closet.yaml"  # a hand wrote one more door
    ash.write_text(
        ash.read_text("utf-8").replace("locations:\n", "locations:\n  - name: By hand\n    city: Tampa\n"), "utf-8"
    )

    said = bring_tables(here, "--write").output
    (door,) = record(here, "elm-pantry")["locations"]
    assert door["street"] == "12 Elm Street" and (door["latitude"], door["longitude"]) == (40.1, -79.9)
    assert (door["name"], door["directions"]) == ("The Elm", "Ring twice")
    assert door["phones"][0]["number"] == "813-281-9999"
    assert "address 1" not in json.dumps(record(here, "elm-pantry"))
    (door,) = record(here, "oak-kitchen")["locations"]
    assert door["street"] == "77 Other Road"
    assert "oak-kitchen.yaml: locations.l2.street" in said
    doors = record(here, "ash-closet")["locations"]
    assert [door.get("street") for door in doors if "id" in door] == ["9 Ash Way", "1 New Way"]
    assert {"name": "By hand", "city": "Tampa"} in doors
    assert whole["ash-closet"]["locations"] == [door for door in doors if "id" in door]

    bring_tables(here, "--write")  # and the conflict is not told for ever
    assert record(here, "oak-kitchen")["locations"][0]["street"] == "77 Other Road"
    again = bring_tables(here)
    assert "Conflicts" not in again.output and "The same as before: 3" in again.output
    _, problems = gather(here, TODAY)
    assert [str(problem) for problem in problems if not problem.reminder] == []


def test_an_address_that_a_hand_changed_is_not_mixed_with_another() -> None:
    was = {"locations": [{"id": "a", "city": "Tampa", "zip": "33601"}, {"id": "b", "city": "Tampa"}]}
    here = {"locations": [{"id": "a", "city": "Ocala", "zip": "34470"}]}  # it moved; the other was taken away
    new = {"locations": [{"id": "a", "street": "1 Elm", "city": "Tampa", "zip": "33601", "directions": "Ring"},
                         {"id": "b", "city": "Tampa"}, {"id": "c", "city": "Naples"}]}  # fmt: skip
    made = merged(was, here, new)
    assert made.record == {"locations": [
        {"id": "a", "city": "Ocala", "zip": "34470", "directions": "Ring"}, {"id": "c", "city": "Naples"},
    ]}  # fmt: skip
    assert made.conflicts == ["locations.a.street"]
    assert set(made.taken) == {"locations.a.directions", "locations.c"} and "locations.b" in made.kept
