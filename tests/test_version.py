"""What of our code a build depends on, and what is kept of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generators import version
from generators.version import version_of_code

LONG_AGO = 1_700_000_000


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three files, as a process sees it that begins now."""
    for name in ("generators/pages/need.py", "docs/about.md", "mkdocs.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("made up", "utf-8")
    monkeypatch.setattr(version, "ROOT", tmp_path)
    monkeypatch.setattr(version, "_known", {})
    return tmp_path


def in_a_new_process(cache: Path | None) -> bytes:
    version._known.clear()
    return version_of_code(cache)


def test_it_is_the_same_with_what_was_kept(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = in_a_new_process(None)
    assert in_a_new_process(cache) == in_a_new_process(cache) == first
    (cache / version.KEPT).write_bytes(b"x" * 900)
    assert in_a_new_process(cache) == first


def test_no_file_is_read_that_was_not_written(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "is_settled", lambda state, began: True)
    first = in_a_new_process(tmp_path / "cache")
    read: list[str] = []

    def read_bytes(path: Path) -> bytes:
        read.append(path.name)
        with path.open("rb") as file:
            return file.read()

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert in_a_new_process(tmp_path / "cache") == first
    assert read == [version.KEPT, "mkdocs.yml"]


@pytest.mark.parametrize("way", ["other words", "the same time", "renamed", "gone", "more", "settings"])
def test_it_changes_with_every_file(way: str, root: Path, tmp_path: Path) -> None:
    cache, path = tmp_path / "cache", root / "docs/about.md"
    os.utime(path, (LONG_AGO, LONG_AGO))
    first = in_a_new_process(cache)
    if way == "renamed":
        path.rename(root / "docs/other.md")
    elif way == "gone":
        path.unlink()
    elif way == "more":
        (root / "docs/more.md").write_text("", "utf-8")
    else:
        path = root / "mkdocs.yml" if way == "settings" else path
        path.write_text("up made", "utf-8")  # as long as before
        if way == "the same time":
            os.utime(path, (LONG_AGO, LONG_AGO))
    assert in_a_new_process(cache) != first
    assert version_of_code(cache) == in_a_new_process(cache) == in_a_new_process(None)
