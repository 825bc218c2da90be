"""A build after a build, in one process or two, from kept or deleted or damaged files, is the same site to the byte."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from begun import are_gone, note_processes
from conftest import ROOT

from generators import filling
from generators.journal import HEAD
from generators.load import load
from generators.load.kept import Kept
from generators.memory import FORGETFUL, Memory
from generators.model import Lasting
from generators.publish import publish
from generators.stage import Stage
from generators.stored import SUM

sys.path.insert(0, str(ROOT / "tests" / "bench"))
import corpus  # noqa: E402

TODAY = datetime.date(2026, 11, 22)


def state(site: Path) -> dict[str, str]:
    """Every file of a site and its content."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def edit(resources: Path) -> None:
    path = next(resources.rglob("service-00003.yaml"))
    path.write_text(path.read_text("utf-8").replace('cost: "', 'cost: "Now: ', 1), "utf-8")


def counting(made: Counter[str]) -> Any:
    """`Lasting.rows`, which counts the rows that it makes."""
    rows = Lasting.rows

    def counted(lasting: Lasting, records: Any, table: str, ids: Any, make: Any) -> Any:
        def one(id_: str) -> Any:
            made[table] += 1
            return make(id_)

        return rows(lasting, records, table, ids, one)

    return counted


def test_warm_and_cold_builds_are_the_same_to_the_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resources, cache = tmp_path / "resources", tmp_path / "cache"
    corpus.write(resources, 40)
    monkeypatch.setenv("HANDRAIL_PROCESSES", "2")
    publish(resources, tmp_path / "site", TODAY, cache)
    assert list(cache.glob("parsed-*.bin"))
    edit(resources)
    written: list[str] = []
    write = Stage.write

    def noted(self: Stage, name: str, content: str | bytes) -> None:
        written.append(name)
        write(self, name, content)

    monkeypatch.setenv("HANDRAIL_PROCESSES", "1")
    made: Counter[str] = Counter()
    with monkeypatch.context() as patched:
        patched.setattr(Stage, "write", noted)
        patched.setattr(Lasting, "rows", counting(made))
        publish(resources, tmp_path / "site", TODAY, cache)
    assert made["places"] and not [table for table, count in made.items() if count > 5]  # the same of tables
    pages = {f"api/hsds/3.0/services/{name}" for name in ("index.json", "page-2.json")}
    assert len(pages.intersection(written)) == 1  # what the other process made is known too
    assert not any("/search/en/terms-" in name for name in written)
    publish(resources, tmp_path / "cold", TODAY, tmp_path / "other-cache")
    warm, cold = state(tmp_path / "site"), state(tmp_path / "cold")
    assert [name for name in cold if warm.get(name) != cold[name]] == []
    assert warm.keys() == cold.keys()
    page = (tmp_path / "site/services/service-00003/index.html").read_text("utf-8")
    assert "Now: " in page


def test_a_large_site_in_several_languages_is_the_same_in_one_process_and_in_several(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = note_processes(monkeypatch)
    monkeypatch.setenv("HANDRAIL_PROCESSES", "1")
    publish(small, tmp_path / "alone", TODAY, tmp_path / "other-cache")
    assert not begun
    monkeypatch.setenv("HANDRAIL_PROCESSES", "2")
    monkeypatch.setattr(filling, "LARGE", 0)  # one begins before any page is known
    monkeypatch.setattr(filling, "WORTH", 0)  # others write pages while MkDocs makes the prose
    publish(small, tmp_path / "site", TODAY, tmp_path / "cache")
    assert len(begun) >= 3 and are_gone(begun)
    assert state(tmp_path / "site") == state(tmp_path / "alone")


def test_where_the_prose_fails_no_other_process_goes_on(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("prose")

    monkeypatch.setenv("HANDRAIL_PROCESSES", "2")
    monkeypatch.setattr(filling, "LARGE", 0)
    monkeypatch.setattr(filling, "WORTH", 0)
    monkeypatch.setattr("mkdocs.structure.pages.Page.render", fail)
    begun = note_processes(monkeypatch)
    with pytest.raises(KeyError):
        publish(small, tmp_path / "site", TODAY, tmp_path / "cache")
    assert len(begun) >= 2 and are_gone(begun)
    assert {path.name for path in tmp_path.iterdir()} == {"cache"}


@pytest.mark.parametrize("memory", [FORGETFUL, Memory()], ids=["on the disk", "in memory"])
def test_after_a_build_that_left_something_out_nothing_of_the_one_before_is_taken(
    memory: Memory, small: Path, tmp_path: Path
) -> None:
    resources, cache, site = tmp_path / "resources", tmp_path / "cache", tmp_path / "site"
    shutil.copytree(small, resources)
    path = resources / "us/services/pantry.yaml"
    sound = path.read_text("utf-8")
    publish(resources, site, TODAY, cache, memory=memory)
    path.write_text(sound.replace("summary:", "summry:"), "utf-8")
    publish(resources, site, TODAY, cache, skip_bad=True, memory=memory)
    path.write_text(sound, "utf-8")
    publish(resources, site, TODAY, cache, memory=memory)
    publish(resources, tmp_path / "cold", TODAY, tmp_path / "other-cache")
    assert "pantry" in (site / "needs/food/index.html").read_text("utf-8")
    assert state(site) == state(tmp_path / "cold")


def test_what_was_parsed_is_taken_from_the_cache(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = load(small, tmp_path)
    monkeypatch.setattr("generators.load.quick", lambda text: pytest.fail("it was parsed again"))
    second, problems = load(small, tmp_path)
    assert problems == []
    assert [source.data for source in first] == [source.data for source in second]


def test_a_damaged_cache_and_one_of_another_version_are_ignored(small: Path, tmp_path: Path) -> None:
    first, _ = load(small, tmp_path)
    (path,) = tmp_path.glob("parsed-*.bin")
    whole = path.read_bytes()
    for damaged in (whole[:-1], whole[: SUM + 5] + b"x" + whole[SUM + 6 :], b"", b"junk"):
        path.write_bytes(damaged)
        assert Kept(tmp_path).is_empty
        assert [source.data for source in load(small, tmp_path)[0]] == [source.data for source in first]
    assert path.read_bytes() == whole  # and is mended
    path.write_bytes(whole[: HEAD + 5] + b"x" + whole[HEAD + 6 :])  # in the values of one file
    assert not Kept(tmp_path).is_empty
    assert [source.data for source in load(small, tmp_path)[0]] == [source.data for source in first]
    assert path.read_bytes() == whole
    path.rename(tmp_path / "parsed-0123456789abcdef.bin")
    assert Kept(tmp_path).is_empty
    load(small, tmp_path)
    assert [left.name for left in tmp_path.glob("parsed-*")] == [path.name]


def test_a_file_that_changes_is_parsed_again(small: Path, tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(small, resources)
    load(resources, tmp_path / "cache")
    path = resources / "us/services/pantry.yaml"
    path.write_text(path.read_text("utf-8").replace("name: ", "name: New ", 1), "utf-8")
    sources = {source.name: source.data for source in load(resources, tmp_path / "cache")[0]}
    assert sources["us/services/pantry.yaml"]["name"].startswith("New ")
