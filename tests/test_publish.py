"""A build is whole or it is not there at all, and two builds of the same data and day are the same."""

from __future__ import annotations

import datetime
import filecmp
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT
from mkdocs.exceptions import Abort

from generators.publish import CannotPublish, publish


def all_files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def data(small: Path, tmp_path: Path) -> Path:
    shutil.copytree(small, tmp_path / "resources")
    return tmp_path / "resources"


def test_two_builds_are_the_same_byte_for_byte(data: Path, tmp_path: Path, today: datetime.date) -> None:
    publish(data, tmp_path / "one", today, tmp_path / "cache")
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "1"}
    command = [sys.executable, "-m", "generators", "build", "--resources", str(data), "--out", str(tmp_path / "two")]
    subprocess.run([*command, "--today", today.isoformat()], cwd=ROOT, env=environment, check=True, capture_output=True)
    one, two = all_files(tmp_path / "one"), all_files(tmp_path / "two")
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_a_broken_file_leaves_the_old_site_whole(
    data: Path, tmp_path: Path, today: datetime.date, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    publish(data, out, today, tmp_path / "cache")
    before = all_files(out)
    service = data / "us/services/pantry.yaml"
    service.write_text(service.read_text("utf-8").replace("412-555-0123", "412-555-012"), "utf-8")
    with pytest.raises(Abort):
        publish(data, out, today, tmp_path / "cache")
    assert "pantry.yaml:16: " in capsys.readouterr().err
    assert all_files(out) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_not_ours_is_never_emptied(data: Path, tmp_path: Path, today: datetime.date) -> None:
    out = tmp_path / "photos"
    out.mkdir()
    (out / "wedding.jpg").write_bytes(b"x")
    with pytest.raises(CannotPublish, match="holds something else"):
        publish(data, out, today, tmp_path / "cache")
    assert all_files(out) == {"wedding.jpg": b"x"}


def test_killed_at_any_moment_the_old_site_stands(data: Path, tmp_path: Path, today: datetime.date) -> None:
    out = tmp_path / "site"
    publish(data, out, today, tmp_path / "cache")
    before = all_files(out)
    command = [sys.executable, "-m", "generators", "build", "--resources", str(data), "--out", str(out)]
    for wait in (0.3, 0.9, 1.6):
        process = subprocess.Popen(
            [*command, "--today", today.isoformat()], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert all_files(out) == before
    publish(data, out, today, tmp_path / "cache")
    assert all_files(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "resources", "site"]


def test_mkdocs_build_gives_the_same_site(data: Path, tmp_path: Path, today: datetime.date) -> None:
    publish(data, tmp_path / "ours", today, tmp_path / "cache")
    midnight = int(datetime.datetime(today.year, today.month, today.day, tzinfo=datetime.UTC).timestamp())
    environment = {
        **os.environ,
        "HANDRAIL_RESOURCES": str(data),
        "HANDRAIL_TODAY": today.isoformat(),
        "SOURCE_DATE_EPOCH": str(midnight),
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "theirs")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    (tmp_path / "ours/.handrail").unlink()
    comparison = filecmp.dircmp(tmp_path / "ours", tmp_path / "theirs")
    assert (comparison.left_only, comparison.right_only) == ([], [])
    assert all_files(tmp_path / "ours") == all_files(tmp_path / "theirs")
