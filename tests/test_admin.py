"""The settings of the editing form follow the shapes; it is off unless asked for; without a network the site stands."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from generators.admin import CannotFetch, admin_files, fetch
from generators.admin.collections import form_config
from generators.admin.page import policy
from generators.cli import main
from generators.joined import headers
from generators.model import Admin, Records
from generators.pipeline import gather
from generators.publish import publish

GITHUB = "admin: {backend: github, repo: owner/name}\n"


def records(folder: Path, small: Path, admin: str) -> Records:
    shutil.copytree(small, folder)
    with (folder / "site.yaml").open("a") as file:
        file.write(admin)
    found, problems = gather(folder, datetime.date(2026, 11, 21))
    assert found is not None, problems
    return found


@pytest.fixture
def found(tmp_path: Path, small: Path) -> Records:
    return records(tmp_path / "resources", small, GITHUB)


def fields(found: Records, collection: str) -> dict[str, dict[str, Any]]:
    collections = form_config(found)["config"]["collections"]
    return {one["name"]: one for one in next(c for c in collections if c["name"] == collection)["fields"]}


def test_off_unless_asked(tmp_path: Path, small: Path) -> None:
    assert list(admin_files(records(tmp_path / "resources", small, ""), tmp_path)) == []


def test_widgets_follow_the_shape(found: Records) -> None:
    service = fields(found, "services-us")
    assert service["summary"]["hint"] == "what it is, in one sentence"
    assert (service["summary"]["required"], service["also_called"]["required"]) == (True, False)
    assert service["description"]["widget"] == "text"
    assert service["organization"]["options"] == "@organizations"
    assert service["needs"]["options"] == "@needs" and service["needs"]["multiple"]
    assert service["status"]["options"] == ["open", "waitlist", "full", "closed"]
    assert [one["name"] for one in service["sourced"]["fields"]] == ["from", "as_of"]
    assert not any(one["required"] for one in service["verified"]["fields"])  # all of it may be left empty
    assert {name for name, one in service.items() if one["widget"] == "hidden"} >= {"rule", "examples", "imported"}
    assert "rule" not in form_config(found)["shown"]["services-us"]


def test_no_date_of_checking_fills_itself_in(found: Records) -> None:
    assert {one["widget"] for one in fields(found, "services-us")["verified"]["fields"]} == {"string", "select"}


def test_the_page_may_ask_only_the_host_of_the_data() -> None:
    said = policy(Admin(backend="github", repo="owner/name"))
    assert "connect-src 'self' blob: https://api.github.com;" in said
    assert "localhost" not in said
    assert "script-src" not in headers(None, "x") and "script-src" in headers("script-src 'self'", "x")


@pytest.mark.parametrize("wrong", ["admin: {backend: github}\n", "admin: {backend: gitlab, repo: a/b}\n"])
def test_what_is_missing_is_named(tmp_path: Path, small: Path, wrong: str) -> None:
    shutil.copytree(small, tmp_path / "resources")
    with (tmp_path / "resources/site.yaml").open("a") as file:
        file.write(wrong)
    _, problems = gather(tmp_path / "resources", datetime.date(2026, 11, 21))
    assert "`admin`" in problems[0].text and " needs `" in problems[0].text


def test_another_content_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "decap-cms/-").mkdir(parents=True)
    (tmp_path / f"decap-cms/-/decap-cms-{fetch.VERSION}.tgz").write_bytes(b"something else")
    monkeypatch.setenv("npm_config_registry", tmp_path.as_uri())
    with pytest.raises(CannotFetch, match="its hash differs"):
        fetch.fetched(tmp_path / "cache")


def test_without_a_network_the_site_is_built_without_the_form(
    tmp_path: Path, found: Records, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    publish(tmp_path / "resources", tmp_path / "site", datetime.date(2026, 11, 21), tmp_path / "cache")
    assert (tmp_path / "site/services/pantry/index.html").exists() and not (tmp_path / "site/admin").exists()
    assert "built without the editing form" in capfd.readouterr().err


def test_editors_get_shapes_and_new_names_them(tmp_path: Path, small: Path) -> None:
    folder = tmp_path / "resources"
    shutil.copytree(small, folder)
    told = CliRunner().invoke(main, ["schema", "--resources", str(folder)])
    assert told.exit_code == 0
    schema = json.loads((folder / "schema/needs.schema.json").read_text())
    needs = yaml.safe_load((folder / "needs.yaml").read_text())
    jsonschema.Draft202012Validator(schema).validate(needs)
    assert not jsonschema.Draft202012Validator(schema).is_valid({"food": {"nam": "x"}})
    made = CliRunner().invoke(main, ["new", "area", "us/pa", "--name", "Pennsylvania", "--resources", str(folder)])
    assert made.exit_code == 0, made.output
    first = (folder / "us/pa/area.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schema/area.schema.json"
    assert (folder / "us/pa/../../schema/area.schema.json").exists()
