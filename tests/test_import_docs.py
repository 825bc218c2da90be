"""Every command in the page about importing works as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, TODAY

from generators.cli import main
from generators.importing.names import COLUMNS, TABLES, WIDE, column_named
from generators.pipeline import gather

PAGE = (ROOT / "docs/maintain/import.md").read_text("utf-8")
COMMANDS = re.findall(r"^ *python -m generators (.+)$", PAGE, re.M)


def test_each_command_of_the_page_runs(tmp_path: Path, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(small, tmp_path / "resources")
    shutil.copytree(ROOT / "resources" / "imports", tmp_path / "resources" / "imports")
    (tmp_path / "resources/us/pa").mkdir()
    (tmp_path / "resources/us/pa/area.yaml").write_text("name: Pennsylvania\nlevel: state\n", "utf-8")
    lines = re.search(r"```csv\n(.*?)```", PAGE, re.S)
    assert lines is not None
    (tmp_path / "my-list.csv").write_text(re.sub(r"^ +", "", lines[1], flags=re.M), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(COMMANDS) >= 9
    for command in COMMANDS:
        result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)
        assert result.exit_code == 0, f"{command}\n{result.output}"
    assert {path.stem for path in (tmp_path / "resources/us/pa/allegheny/services").iterdir()} == {
        "elm-street-pantry",
        "winter-coats",
    }
    assert (tmp_path / "report.csv").exists() and (tmp_path / "my-mapping.yaml").exists()
    assert [str(one) for one in gather(tmp_path / "resources", TODAY)[1] if not one.reminder] == []


def test_the_names_of_the_table_are_those_of_the_code() -> None:
    known = {name for table in COLUMNS.values() for name in table.values()} | set(WIDE.values())
    known |= {
        "id",
        "name",
        "email",
        "status",
        "description",
        "organization_id",
        "wait_time",
        "immigration_status",
        "leave-out",
    }
    known |= {name for column in ("Mailing Address", "Mailing Address 2", "Mailing City", "MailingStateProvince",
                                  "MailingPostalCode", "Phone2Number", "Phone2Name")
              if (name := column_named("service", column))}  # fmt: skip
    table = PAGE.split("| of | names |")[1].split("##")[0]
    for name in re.findall(r"`([^`]+)`", table):
        assert name in known or name.split(".")[0] in TABLES, name


def test_every_option_is_explained() -> None:
    said = CliRunner().invoke(main, ["import", "--help"]).output
    for option in set(re.findall(r"--[a-z][a-z-]+", PAGE)) - {"--summary", "--phone", "--as-of", "--id", "--help"}:
        assert option in said, option
