"""Real files from the field: each comes in whole, every row is accounted for, and `check` has nothing to mend."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, TODAY

from generators.cli import main
from generators.load import load
from generators.pipeline import gather

DATA = Path(os.environ.get("HANDRAIL_FIELD_DATA", ROOT.parent / "shared" / "data"))
FLORIDA = DATA / "florida-legal"
PANTRIES = DATA / "haarrrvest" / "sample.jsonl"
EXAMPLES = DATA / "hsds" / "examples-3.2.3"


def there(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"the field data is not here: {path} (set HANDRAIL_FIELD_DATA)")
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A copy of the shipped resources."""
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    return tmp_path / "resources"


@pytest.fixture
def small_copy(tmp_path: Path, small: Path) -> Path:
    """A copy of the small site, with Florida and the words of the import."""
    shutil.copytree(small, tmp_path / "small")
    shutil.copytree(ROOT / "resources" / "imports", tmp_path / "small" / "imports")
    (tmp_path / "small" / "us" / "fl").mkdir()
    (tmp_path / "small" / "us" / "fl" / "area.yaml").write_text("name: Florida\nlevel: state\n")
    return tmp_path / "small"


def bring(source: Path, resources: Path, into: str, *more: str) -> Result:
    words = ["import", str(source), "--into", into, "--resources", str(resources), "--today", TODAY.isoformat(), *more]
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def sound(resources: Path) -> dict[str, object]:
    """The raw records of all files, after a check without a problem."""
    _, problems = gather(resources, TODAY)
    assert [str(problem) for problem in problems if not problem.reminder] == []
    return {source.name: source.data for source in load(resources)[0]}


def test_florida_comes_in_whole_with_rules_and_counties(shipped: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    result = bring(there(FLORIDA), shipped, "us/fl", "--write", "--report", str(report))
    assert result.exit_code == 0, result.output
    records = sound(shipped)
    services = {name: data for name, data in records.items() if name.startswith("us/fl/services/")}
    assert len(services) == 135
    assert len([name for name in records if name.startswith("us/fl/organizations/")]) == 20
    by_id = {data["imported"]["id"]: data for data in services.values()}  # type: ignore[index]
    senior = by_id["5b4f6833-d16c-4792-808b-47d6ac1e02dd"]
    assert {"age": {"from": 60}} in senior["rule"]["all"]
    assert {"income": {"at_most": {"share": 3.0, "of": "poverty-guideline"}}} in senior["rule"]["all"]
    assert {"status": ["permanent-resident", "citizen"]} in senior["rule"]["all"]
    assert {"veteran": True} in by_id["5b96834b-d6e8-4c41-bc9d-b2b5ac1e02dd"]["rule"]["all"]
    assert by_id["5bc27d12-1b1c-40b5-a798-76cbd0502002"]["serves"]["counties"][:2] == ["Broward", "Collier"]
    shifted = by_id["5b5743ff-e9d4-411e-b0a6-4d1fd0502003"]  # three cells of one text, cut at commas without quotes
    assert shifted["website"] == "http://gulfcoastlegal.org/financial-stability-assistance"
    assert shifted["serves"]["counties"] == ["Pinellas"]
    lines = json.loads(report.read_text("utf-8"))
    assert sum(line["what"].startswith("row ") for line in lines) == 135 + 20 + 378
    assert "for none" in " ".join(line["text"] for line in lines)  # an age of 200


def test_pantries_of_eighteen_lists(shipped: Path) -> None:
    result = bring(there(PANTRIES), shipped, "us", "--write")
    assert result.exit_code == 0, result.output
    records = sound(shipped)
    ids = {data["imported"]["id"] for name, data in records.items() if "/services/" in name and "imported" in data}  # type: ignore[index,operator]
    assert len(ids) == 206
    assert "coordinates in metres" in result.output
    again = bring(there(PANTRIES), shipped, "us", "--write")
    assert "New:" not in again.output and "Changed:" not in again.output


@pytest.mark.parametrize(
    "name", ["csv", "tabular.json", "service_full.json", "service_list.json", "organization_full.json",
             "organization_list.json", "service_at_location_full.json", "service_at_location_list.json"],
)  # fmt: skip
def test_official_examples(small_copy: Path, name: str) -> None:
    result = bring(there(EXAMPLES / name), small_copy, "us/fl", "--write")
    assert result.exit_code == 0, result.output
    records = sound(small_copy)
    assert any("imported" in data for data in records.values() if isinstance(data, dict))
    if "organization_list" not in name:
        service = records["us/fl/services/community-counselling.yaml"]
        assert service["organization"] == "example-organization-inc"  # type: ignore[index]
        assert service["takes"] == "wait_time"  # type: ignore[index]


@pytest.mark.parametrize("name", ["location.json", "taxonomy.json", "taxonomy_term_list.json"])
def test_a_file_without_services_says_what_became_of_its_rows(small_copy: Path, name: str) -> None:
    result = bring(there(EXAMPLES / name), small_copy, "us/fl", "--write")
    assert result.exit_code == 0
    assert "Rows not imported:" in result.output
