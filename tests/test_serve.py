"""A served site is built again when a file changes, whether the system tells of it or not."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generators import serve

SOON = 0.5  # seconds after which somebody edits


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A site and the folder with its data."""
    site, data = tmp_path / "site", tmp_path / "resources"
    for folder in (site, data / "us"):
        folder.mkdir(parents=True)
    (site / "index.html").write_text("The page.", "utf-8")
    (data / "us/area.yaml").write_text("name: Here\n", "utf-8")
    return site, data


def served(folders: tuple[Path, Path], port: int, edit: Callable[[], object]) -> list[str]:
    """Serves until an edit is to be built; what was said."""
    said: list[str] = []

    def stop() -> None:
        said.append("A change.")
        raise KeyboardInterrupt  # as Ctrl-C does

    threading.Timer(SOON, edit).start()
    serve.serve_site(folders[0], [folders[1], folders[1] / "none"], port, stop, lambda: None, said.append)
    return said


@pytest.mark.parametrize("how", ["written", "new", "gone", "renamed", "in a new folder"])
def test_the_system_tells_of_a_change_so_nobody_waits_for_the_next_look(
    how: str, folders: tuple[Path, Path], free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "LEAST_WAIT", 1000)
    file = folders[1] / "us/area.yaml"

    def edit() -> None:
        if how == "written":
            file.write_text("name: There\n", "utf-8")
        elif how == "new":
            file.with_name("other.yaml").write_text("name: There\n", "utf-8")
        elif how == "gone":
            file.unlink()
        elif how == "renamed":
            file.rename(file.with_name("other.yaml"))
        else:
            (folders[1] / "ca").mkdir()
            (folders[1] / "ca/area.yaml").write_text("name: There\n", "utf-8")

    assert served(folders, free_port, edit)[1:] == ["A change.", "Stopped."]


def test_where_the_system_tells_nothing_a_change_is_found_all_the_same(
    folders: tuple[Path, Path], free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: Any) -> None:
        raise OSError("too many folders are watched")

    monkeypatch.setattr(serve, "Observer", cannot)
    assert served(folders, free_port, (folders[1] / "us/area.yaml").unlink)[1:] == ["A change.", "Stopped."]


def test_after_a_build_that_failed_the_site_is_still_served_and_the_next_edit_is_built(
    folders: tuple[Path, Path], free_port: int
) -> None:
    built: list[bytes] = []
    said: list[str] = []

    def rebuild() -> None:
        with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/", timeout=10) as answer:
            built.append(answer.read())
        if len(built) == 2:
            raise KeyboardInterrupt
        threading.Timer(SOON, (folders[1] / "us/area.yaml").unlink).start()
        raise SystemExit(1)

    threading.Timer(SOON, (folders[1] / "us/new.yaml").touch).start()
    serve.serve_site(folders[0], [folders[1]], free_port, rebuild, lambda: None, said.append)
    assert built == [b"The page."] * 2 and said[-1] == "Stopped."
