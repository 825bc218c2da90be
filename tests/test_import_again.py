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
from generators.load import load_text
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
