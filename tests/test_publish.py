"""A build is whole or it is not there at all, and two builds of the same data and day are the same."""

from __future__ import annotations

import datetime
import errno
import filecmp
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from conftest import ROOT
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

from generators.publish import MARK, CannotPublish, publish
from generators.swap import alone


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
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == [".site-spare"]


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
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-spare", "cache", "resources", "site"]


def test_killed_at_random_moments_the_old_site_stands(data: Path, tmp_path: Path, today: datetime.date) -> None:
    """Also while it swaps: there is no moment without a whole site, the old one or the new one."""
    out = tmp_path / "site"
    publish(data, out, today, tmp_path / "cache")
    old = all_files(out)
    publish(data, tmp_path / "later", today + datetime.timedelta(days=1), tmp_path / "cache")
    new = all_files(tmp_path / "later")
    shutil.rmtree(tmp_path / "later")
    shutil.rmtree(tmp_path / ".later-spare")
    random = Random(6)
    turns = 60 if os.environ.get("HANDRAIL_LONG") else 6
    command = [sys.executable, "-c", SWAPS, str(out), str(tmp_path / "cache")]
    for _ in range(turns):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdout is not None
        process.stdout.readline()  # it begins to swap, again and again
        time.sleep(random.uniform(0, 0.1))
        process.kill()
        process.wait()
        process.stdout.close()
        assert all_files(out) in (old, new)
        publish(data, out, today, tmp_path / "cache")
        assert all_files(out) == old
        assert sorted(path.name for path in tmp_path.iterdir()) == [".site-spare", "cache", "resources", "site"]


SWAPS = """
import shutil, sys, tempfile
from pathlib import Path
from generators.swap import swap
out = Path(sys.argv[1])
print("begin", flush=True)
while True:
    stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
    shutil.copytree(out, stage, dirs_exist_ok=True)
    swap(stage, out)
    shutil.rmtree(stage)
"""


def test_unchanged_files_are_one_file_with_the_old_site(data: Path, tmp_path: Path, today: datetime.date) -> None:
    out = tmp_path / "site"
    publish(data, out, today, tmp_path / "cache")
    before = {name: (out / name).stat().st_ino for name in all_files(out)}
    texts = all_files(out)
    service = data / "us/services/pantry.yaml"
    service.write_text(service.read_text("utf-8").replace("412-555-0123", "412-555-0124"), "utf-8")
    publish(data, out, today, tmp_path / "cache")
    after = all_files(out)
    changed = {name for name in after if after[name] != texts.get(name)}
    assert "services/pantry/index.html" in changed and "about/index.html" not in changed
    assert {name for name in after if (out / name).stat().st_ino != before.get(name)} - {MARK} == changed - {MARK}


def test_half_a_site_is_refused_unless_told(data: Path, tmp_path: Path, today: datetime.date) -> None:
    out = tmp_path / "site"
    publish(data, out, today, tmp_path / "cache")
    before = all_files(out)
    settings = data / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [en, es]", "languages: [en]"), "utf-8")
    with pytest.raises(CannotPublish, match="--fewer-pages"):
        publish(data, out, today, tmp_path / "cache")
    assert all_files(out) == before
    pages = publish(data, out, today, tmp_path / "cache", fewer_pages=True)
    assert pages < sum(name.endswith(".html") for name in before)


def test_a_second_build_says_that_it_waits(data: Path, tmp_path: Path, today: datetime.date) -> None:
    out = tmp_path / "site"
    said: list[str] = []
    waiting = threading.Event()

    def say(text: str) -> None:
        said.append(text)
        waiting.set()

    with alone([tmp_path], said.append):
        second = threading.Thread(target=publish, args=(data, out, today, tmp_path / "cache"), kwargs={"say": say})
        second.start()
        assert waiting.wait(20) and not out.exists()
    second.join(60)
    assert said == ["Another build is going on here. Waiting for it to end ..."]
    assert (out / "index.html").exists()


def test_data_inside_the_site_is_never_swapped_away(data: Path, tmp_path: Path, today: datetime.date) -> None:
    (tmp_path / MARK).write_text("", "utf-8")
    with pytest.raises(CannotPublish, match="your data stands inside"):
        publish(data, tmp_path, today, tmp_path / "cache")
    assert (data / "site.yaml").exists()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB; where nobody may make one, the test ends here."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("only root may make a disk for this test; the next test stands in for it")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_and_one_that_can_only_be_read(
    data: Path, tmp_path: Path, tiny_disk: Path, today: datetime.date
) -> None:
    out = tiny_disk / "site"
    with pytest.raises(CannotPublish, match="the disk is full.*Nothing was published"):
        publish(data, out, today, tmp_path / "cache")
    assert list(tiny_disk.iterdir()) == []
    subprocess.run(["mount", "-o", "remount,ro", tiny_disk], check=True)
    with pytest.raises(CannotPublish, match="can only be read"):
        publish(data, out, today, tmp_path / "cache")


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not write")])
def test_what_the_system_refuses_is_said_and_the_old_site_stays(
    number: int, said: str, data: Path, tmp_path: Path, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    publish(data, out, today, tmp_path / "cache")
    shutil.rmtree(tmp_path / "cache")  # so that files are copied again
    before = all_files(out)
    written = iter(range(40))
    real = File.copy_file

    def refuse(self: File, dirty: bool = False) -> None:
        if next(written, None) is None:
            raise OSError(number, os.strerror(number))
        real(self, dirty)

    monkeypatch.setattr(File, "copy_file", refuse)
    with pytest.raises(CannotPublish, match=f"{said}.*The old site stays as it was"):
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
