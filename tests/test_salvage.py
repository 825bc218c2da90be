"""`build --skip-bad`: what is wrong is left out with all that needs it, listed, and the rest is published."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from generators.problems import report
from generators.publish import publish
from generators.salvage import salvage


@pytest.fixture
def data(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(small, tmp_path / "resources")
    monkeypatch.chdir(tmp_path)
    return Path("resources")


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_bad_service_goes_with_its_translation_and_every_name_of_it(data: Path, today: datetime.date) -> None:
    spoil(data / "us/services/pantry.yaml", "412-555-0123", "412-555-012")
    found = salvage(data, today)
    assert found.records is not None and found.in_the_way == []
    assert set(found.records.services) == {"food-stamps", "helpline"}
    assert found.records.services["food-stamps"].alternatives == ("helpline",)
    assert [line.partition(" ")[0] for line in report(found.left_out).split("\n")] == [
        "resources/us/services/food-stamps.yaml:29:",
        "resources/us/services/pantry.es.yaml:1:",
        "resources/us/services/pantry.yaml:16:",
    ]


def test_who_needs_a_bad_organization_goes_too(data: Path, today: datetime.date) -> None:
    shutil.copy(data / "us/organizations/food-bank.yaml", data / "us/organizations/other.yaml")
    spoil(data / "us/services/pantry.yaml", "organization: food-bank", "organization: other")
    spoil(data / "us/organizations/other.yaml", "name:", "nam:")
    found = salvage(data, today)
    assert found.records is not None
    assert set(found.records.organizations) == {"food-bank"}
    assert "pantry" not in found.records.services and "helpline" in found.records.services
    assert 'pantry.yaml:2: no organization is called "other"' in report(found.left_out)


def test_a_bad_translation_leaves_the_english(data: Path, today: datetime.date) -> None:
    (data / "us/services/pantry.es.yaml").write_text("name: [", "utf-8")
    found = salvage(data, today)
    assert found.records is not None and "pantry" in found.records.services
    assert [problem.path for problem in found.left_out] == ["resources/us/services/pantry.es.yaml"]


@pytest.mark.parametrize(
    ("name", "old"), [("needs.yaml", "name:"), ("site.yaml", "run_by:"), ("us/area.yaml", "name:")]
)
def test_what_every_page_needs_is_never_left_out(name: str, old: str, data: Path, today: datetime.date) -> None:
    spoil(data / name, old, "nam:")
    found = salvage(data, today)
    assert found.records is None
    assert {problem.path for problem in found.in_the_way} == {f"resources/{name}"}


def test_a_service_that_every_page_names_cannot_go(data: Path, today: datetime.date) -> None:
    spoil(data / "us/services/helpline.yaml", "name:", "nam:")
    settings = (data / "site.yaml").read_text("utf-8")
    found = salvage(data, today)
    assert "stuck: [helpline]" in settings
    assert found.records is None
    assert "site.yaml" in report(found.in_the_way)


def test_the_build_publishes_the_rest_and_lists_what_it_left_out(
    data: Path, tmp_path: Path, today: datetime.date, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    publish(data, out, today)
    spoil(data / "us/services/pantry.yaml", "412-555-0123", "412-555-012")
    with pytest.raises(Abort):
        publish(data, out, today)
    assert (out / "services/pantry/index.html").exists()
    capsys.readouterr()
    publish(data, out, today, skip_bad=True)
    said = capsys.readouterr().err
    assert "Left out of the site" in said and "pantry.yaml:16: " in said.partition("Left out of the site")[2]
    assert not (out / "services/pantry").exists()
    assert "pantry" not in (out / "needs/food/index.html").read_text("utf-8")
    assert (out / "services/food-stamps/index.html").exists()


def test_of_a_list_of_records_only_the_bad_ones_go(data: Path, today: datetime.date) -> None:
    pantry = (data / "us/services/pantry.yaml").read_text("utf-8").replace("\n", "\n  ")
    bad = pantry.replace("412-555-0123", "412-555-012")
    (data / "us/services.yaml").write_text(f"one:\n  {pantry.rstrip()}\ntwo:\n  {bad.rstrip()}\n", "utf-8")
    found = salvage(data, today)
    assert found.records is not None, report(found.in_the_way)
    assert "one" in found.records.services and "two" not in found.records.services
    assert [problem.path for problem in found.left_out] == ["resources/us/services.yaml"]
