"""The table package: the columns of HSDS 3.0, rows that point to rows that exist, the same bytes every time."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generators import pipeline
from generators.api import exported, zipped
from generators.api.package import datapackage
from generators.api.tables import TABLES
from generators.api.zipping import part_of, unpacked, zip_of

SCHEMA = ROOT.parent / "shared/data/hsds/schema-3.0/datapackage.json"


@pytest.fixture
def data(small: Path, today: datetime.date) -> bytes:
    records, _ = pipeline.gather(small, today)
    assert records is not None
    assert zipped(exported(records, today), records) == zipped(exported(records, today), records)
    return zipped(exported(records, today), records)


def test_every_table_has_the_columns_of_the_standard() -> None:
    if not SCHEMA.exists():
        pytest.skip(f"the package of HSDS 3.0 is not at {SCHEMA}")
    official = {one["path"]: one for one in json.loads(SCHEMA.read_text("utf-8"))["resources"]}
    for ours in datapackage(list(TABLES), "Test", None)["resources"]:
        theirs = official[ours["path"]]
        assert ours["name"] == theirs["name"]
        keep = ("name", "type", "format", "constraints")
        fields = [{key: field[key] for key in keep if key in field} for field in theirs["schema"]["fields"]]
        assert ours["schema"]["fields"] == fields
        keys = [
            key for key in theirs["schema"].get("foreignKeys", ()) if key["fields"] not in ("program_id", "contact_id")
        ]
        assert sorted(ours["schema"].get("foreignKeys", []), key=str) == sorted(keys, key=str)


def test_every_row_points_to_a_row(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        described = json.loads(zipped.read("datapackage.json"))
        rows = {
            one["name"]: list(csv.DictReader(io.StringIO(zipped.read(one["path"]).decode("utf-8"), newline="")))
            for one in described["resources"]
        }
        names = zipped.namelist()
    assert names == ["datapackage.json", *(one["path"] for one in described["resources"])]
    assert len(rows["service"]) == 3
    for one in described["resources"]:
        for field in one["schema"]["fields"]:
            if field["constraints"]["required"]:
                assert all(row[field["name"]] for row in rows[one["name"]]), (one["name"], field["name"])
        for key in one["schema"].get("foreignKeys", ()):
            there = {row["id"] for row in rows[key["reference"]["resource"]]} | {""}
            assert {row[key["fields"]] for row in rows[one["name"]]} <= there
    assert {row["link_id"] for row in rows["attribute"]} <= {
        row["id"] for row in rows["service"] + rows["organization"]
    }


@given(st.lists(st.lists(st.binary(max_size=300), max_size=4), max_size=4))
def test_a_zip_of_packed_pieces_holds_them(files: list[list[bytes]]) -> None:
    made = b"".join(zip_of((f"{number}.csv", [part_of(one) for one in some]) for number, some in enumerate(files)))
    with zipfile.ZipFile(io.BytesIO(made)) as found:
        assert found.testzip() is None
        assert [found.read(name) for name in found.namelist()] == [b"".join(some) for some in files]
    assert [unpacked(part_of(one)) for some in files for one in some] == [one for some in files for one in some]
