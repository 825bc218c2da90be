"""A directory too large for one ZIP goes out in several, each whole in itself."""

from __future__ import annotations

import csv
import datetime
import io
import json
import zipfile
from pathlib import Path

import pytest
from edits import directory, write_services

from generators.api import api_files
from generators.model import Records
from generators.pipeline import gather


@pytest.fixture
def many(small: Path, tmp_path: Path, today: datetime.date) -> Records:
    """A directory of some 400 services."""
    resources = directory(small, tmp_path / "resources")
    write_services(resources, range(200, 580))
    records, problems = gather(resources, today)
    assert records is not None, problems
    return records


def test_each_package_is_whole_and_all_services_are_there(
    many: Records, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = dict(api_files(many, today))
    monkeypatch.setattr("generators.api.packages.MOST", len(one["api/hsds/3.0/hsds-3.0.zip"]) // 2)
    some = dict(api_files(many, today))
    entry = json.loads(some["api/hsds/3.0/index.json"])["handrail"]
    names = [entry["package"], *entry["more_packages"]]
    assert names == ["hsds-3.0.zip", "hsds-3.0-2.zip", "hsds-3.0-3.zip"]
    assert "more_packages" not in json.loads(one["api/hsds/3.0/index.json"])["handrail"]
    found: list[str] = []
    for name in names:
        with zipfile.ZipFile(io.BytesIO(some[f"api/hsds/3.0/{name}"])) as package:
            assert package.testzip() is None
            rows = {
                table: list(csv.DictReader(io.StringIO(package.read(table).decode("utf-8"), newline="")))
                for table in package.namelist()
                if table.endswith(".csv")
            }
        owners = {row["id"] for row in rows["organizations.csv"]}
        ids = {row["id"] for row in rows["services.csv"]}
        assert {row["organization_id"] for row in rows["services.csv"]} <= owners | {""}
        assert {row["service_id"] for row in rows["phones.csv"]} - {""} <= ids
        found += sorted(ids)
    assert len(found) == len(set(found)) == len(many.services)


def test_a_table_too_large_for_a_host_goes_out_in_several(
    many: Records, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = dict(api_files(many, today))
    assert [name for name in one if name.endswith(".csv")] == ["api/services.csv"]
    monkeypatch.setattr("generators.api.packages.MOST", len(one["api/services.csv"]) // 2)
    some = dict(api_files(many, today))
    names = [name for name in some if name.endswith(".csv")]
    assert names == ["api/services.csv", "api/services-2.csv", "api/services-3.csv"]
    tables = [list(csv.DictReader(io.StringIO(some[name].decode("utf-8-sig"), newline=""))) for name in names]
    assert [row for rows in tables for row in rows] == list(
        csv.DictReader(io.StringIO(one["api/services.csv"].decode("utf-8-sig"), newline=""))
    )
