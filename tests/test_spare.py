"""The copy of the site that waits beside it: the next build begins with it, and nothing in it can reach the site."""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from begun import are_gone, note_processes
from mkdocs.exceptions import Abort
from test_cache import state

from generators import filling, pipeline, spare, standing
from generators.publish import CannotPublish, publish


@pytest.fixture(params=["alone", "with others"], autouse=True)
def _processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one process, and in several, as where there is much."""
    if request.param == "with others":
        monkeypatch.setattr(standing, "WORTH", 0)
        monkeypatch.setattr(pipeline, "MUCH", 0)
        monkeypatch.setattr(filling, "LARGE", 0)
        monkeypatch.setenv("HANDRAIL_PROCESSES", "2")


@pytest.fixture
def built(small: Path, tmp_path: Path, today: datetime.date) -> Path:
    """A folder with data, a site that was built twice, and the copy that the second build left."""
    shutil.copytree(small, tmp_path / "resources")
    for _ in range(2):
        _build(tmp_path, today)
    assert (tmp_path / ".site-spare").is_dir()
    return tmp_path


def _build(folder: Path, today: datetime.date) -> None:
    publish(folder / "resources", folder / "site", today, folder / "cache")


def _edit(folder: Path, number: int) -> None:
    path = folder / "resources/us/services/pantry.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(f"412-555-{number:04}", f"412-555-{number + 1:04}"), "utf-8")


def _cold(folder: Path, today: datetime.date) -> dict[str, str]:
    """What a build from nothing makes of the same data."""
    text = (folder / "resources/us/services/pantry.yaml").read_text("utf-8")
    if text not in _known:
        publish(folder / "resources", folder / "cold/site", today, folder / "cold/cache")
        _known[text] = state(folder / "cold/site")
        shutil.rmtree(folder / "cold")
    return _known[text]


_known: dict[str, dict[str, str]] = {}


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file but the mark, with its number and when it was written."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and path.name != spare.MARK
    }


def test_two_folders_take_turns_and_hold_the_same_files(built: Path, today: datetime.date) -> None:
    site, copy = built / "site", built / ".site-spare"
    folders = [site.stat().st_ino, copy.stat().st_ino]
    for number in (123, 124):
        _edit(built, number)
        _build(built, today)
        folders.reverse()
        assert [site.stat().st_ino, copy.stat().st_ino] == folders
        assert _files(site) == _files(copy)
        assert state(site) == _cold(built, today)
    assert "You may delete it" in (copy / spare.MARK).read_text("utf-8")
    assert "written by" in (site / spare.MARK).read_text("utf-8")


def test_a_first_build_leaves_the_copy_too(small: Path, tmp_path: Path, today: datetime.date) -> None:
    shutil.copytree(small, tmp_path / "resources")
    _build(tmp_path, today)
    site, copy = tmp_path / "site", tmp_path / ".site-spare"
    number = copy.stat().st_ino
    assert _files(site) == _files(copy)
    for folder in (site, copy):
        (folder / "services/pantry/by-hand.html").write_text("by hand", "utf-8")
        (folder / "about/index.html").write_text("by hand", "utf-8")
    for edited in (123, 124):
        _edit(tmp_path, edited)
        _build(tmp_path, today)
        assert state(site) == _cold(tmp_path, today)
        assert (copy if edited == 124 else site).stat().st_ino == number


def test_a_file_that_changes_is_another_file(built: Path, today: datetime.date) -> None:
    """Whoever still reads the old site, or keeps it by links, never sees a byte of the new one."""
    shutil.copytree(built / "site", built / "kept", copy_function=os.link)
    before = state(built / "kept")
    _edit(built, 123)
    publish(built / "resources", built / "site", today + datetime.timedelta(days=1), built / "cache")
    assert state(built / "site") != before and state(built / "kept") == before


def test_strangers_and_touched_files_never_reach_the_site(built: Path, today: datetime.date) -> None:
    outside = built / "outside"
    outside.mkdir()
    for folder in ("site", ".site-spare"):
        (built / folder / "by-hand.html").write_text("by hand", "utf-8")
        shutil.rmtree(built / folder / "services/pantry")
        (built / folder / "services/pantry").symlink_to(outside)
        (built / folder / "index.html").unlink()
        (built / folder / "index.html").symlink_to("about/index.html")
        (built / folder / "about/index.html").write_text("by hand", "utf-8")
        shutil.rmtree(built / folder / "plan")
        (built / folder / "plan").write_text("by hand", "utf-8")
        for asset in (built / folder / "assets/joined").iterdir():
            asset.write_text("by hand", "utf-8")
    for number in (123, 124):
        _edit(built, number)
        _build(built, today)
        assert state(built / "site") == _cold(built, today)
        assert not any(path.is_symlink() for path in (built / "site").rglob("*"))
    assert list(outside.iterdir()) == []


@pytest.fixture
def long_ago(built: Path, monkeypatch: pytest.MonkeyPatch, today: datetime.date) -> Path:
    """The same, after edits with a clock that says that every folder has long stood as it is."""
    monkeypatch.setattr(standing, "AT_ONCE", -1_000_000_000_000)
    for number in (123, 124, 125, 126):
        _edit(built, number)
        _build(built, today)
    assert len(list((built / "cache").glob("site-*-*.bin"))) == 2  # of the site and of its copy
    return built


@pytest.mark.parametrize("folder", ["site", ".site-spare"])
def test_folders_that_are_known_are_not_listed_and_strangers_go_all_the_same(
    folder: str, long_ago: Path, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that came, went or was given to something else; a file that was written where it stands."""
    outside, site = long_ago / "outside", long_ago / folder
    shutil.copytree(site / "services", outside / "services")
    (outside / "services/new.html").write_text("by hand", "utf-8")
    (site / "about/by-hand.html").write_text("by hand", "utf-8")
    (site / "about/deep/er").mkdir(parents=True)
    (site / "about/deep/er/index.html").write_text("by hand", "utf-8")
    (site / "plan/index.html").write_text("by hand", "utf-8")
    (site / "check/index.html").unlink()
    (site / "check/index.html").mkdir()
    shutil.move(site / "services", long_ago / "moved")
    (site / "services").symlink_to(outside / "services")
    noted, scandir = long_ago / "listed.txt", os.scandir

    def noting(path: str) -> Any:
        with noted.open("a", encoding="utf-8") as file:  # other processes look too
            file.write(f"{path}\n")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", noting)
    for number in (127, 128):
        _edit(long_ago, number)
        _build(long_ago, today)
        assert state(long_ago / "site") == _cold(long_ago, today)
        assert not any(path.is_symlink() for path in (long_ago / "site").rglob("*"))
    ours = {
        path.partition("-new-")[2].partition("/")[2]
        for path in noted.read_text("utf-8").splitlines()
        if path.startswith(f"{long_ago}/.site-new-")
    }
    assert "about" in ours
    if folder != "site":  # one that was touched so is given up
        assert not any(path.startswith("helper") for path in ours)
    assert (outside / "services/new.html").read_text("utf-8") == "by hand"


@pytest.mark.parametrize("folder", ["site", ".site-spare"])
def test_nothing_is_taken_or_deleted_through_a_link(folder: str, long_ago: Path, today: datetime.date) -> None:
    """The very files of the last site, now elsewhere."""
    outside = long_ago / "outside"
    shutil.move(long_ago / folder / "services", outside)
    (long_ago / folder / "services").symlink_to(outside)
    (outside / "pantry/index.html").unlink()
    (outside / "pantry/index.html").mkdir()
    (outside / "pantry/index.html/mine.txt").write_text("mine", "utf-8")
    before = state(outside)
    for number in (127, 128):
        _edit(long_ago, number)
        _build(long_ago, today)
        assert state(long_ago / "site") == _cold(long_ago, today)
    assert state(outside) == before


@pytest.mark.parametrize("gone", [".site-spare", "site", "cache", "site/services"])
def test_what_is_gone_is_made_again(gone: str, built: Path, today: datetime.date) -> None:
    shutil.rmtree(built / gone)
    _edit(built, 123)
    _build(built, today)
    assert state(built / "site") == _cold(built, today)


def test_a_mistake_in_the_data_leaves_the_copy_too(built: Path, today: datetime.date) -> None:
    """And so does a site that is not sound: what its build left in the copy is never published."""
    copy, path = built / ".site-spare", built / "resources/us/services/pantry.yaml"
    number, right = copy.stat().st_ino, path.read_text("utf-8")
    path.write_text(right.replace("412-555-0123", "412-555-012"), "utf-8")
    with pytest.raises(Abort):
        _build(built, today)
    assert copy.stat().st_ino == number
    path.write_text(right.replace("cost: ", "cost: Not sound. ", 1), "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generators.publish.site_problems", lambda *_: ["not sound"])
        with pytest.raises(CannotPublish, match="not sound"):
            _build(built, today)
    assert copy.stat().st_ino == number
    path.write_text(right, "utf-8")
    _build(built, today)
    assert (built / "site").stat().st_ino == number
    assert state(built / "site") == _cold(built, today)


def test_on_a_disk_that_is_nearly_full_there_is_no_copy(
    built: Path, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spare, "LEAST_ROOM", 1 << 60)
    _edit(built, 123)
    _build(built, today)
    assert sorted(path.name for path in built.iterdir()) == ["cache", "resources", "site"]
    assert state(built / "site") == _cold(built, today)


def test_without_links_between_files_all_is_made(
    built: Path, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    for number in (123, 124):
        _edit(built, number)
        _build(built, today)
        assert not (built / ".site-spare").exists()
    monkeypatch.undo()
    assert state(built / "site") == _cold(built, today)


def test_a_page_where_a_folder_was_and_a_folder_where_a_page_was(tmp_path: Path) -> None:
    from generators.stage import Stage

    for path in ("a/b/index.html", "c", "d"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("old", "utf-8")
    stage = Stage(tmp_path)
    stage.begin()
    stage.write("a", "new")
    stage.write("c/index.html", "new")
    stage.write("d", "old")
    stage.finish()
    found = {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"a": "new", "c/index.html": "new", "d": "old"}


def test_where_the_list_of_files_is_damaged_pages_that_are_no_more_go_all_the_same(
    built: Path, today: datetime.date
) -> None:
    services = built / "resources/us/services"
    shutil.copy(services / "pantry.yaml", services / "cellar.yaml")
    _build(built, today)
    assert (built / "site/services/cellar/index.html").exists()
    (services / "cellar.yaml").unlink()
    (table,) = [path for path in (built / "cache").glob("site-*.bin") if path.name.count("-") == 1]
    os.truncate(table, 100)
    _build(built, today)
    assert state(built / "site") == _cold(built, today)


@pytest.mark.parametrize("step", ["pages.site.declare", "filling.work_out", "building.Build.wrapped"])
def test_a_build_that_fails_half_way_leaves_the_site_and_no_process(
    step: str, built: Path, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("half way")

    before = state(built / "site")
    _edit(built, 123)
    with monkeypatch.context() as patched:
        patched.setattr(f"generators.{step}", fail)
        begun = note_processes(patched)
        with pytest.raises(KeyError):
            _build(built, today)
    assert are_gone(begun) == (filling.LARGE == 0)
    assert state(built / "site") == before
    assert {path.name for path in built.iterdir()} == {"resources", "site", "cache", ".site-spare"}
    _build(built, today)
    assert state(built / "site") == _cold(built, today)
