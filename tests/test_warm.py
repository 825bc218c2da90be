"""After any edit, a build that takes what it can from the last one is to the byte what one from nothing is."""

from __future__ import annotations

import datetime
import itertools
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from edits import directory, edits, write_service
from test_cache import state

from generators.building import Build
from generators.filling import end_filling, fill_site
from generators.memory import FORGETFUL, Memory
from generators.model import Lasting, watched
from generators.pages import View
from generators.pages.shell import sentinel
from generators.pages.site import declare_pages
from generators.pipeline import gather
from generators.reuse import open_lasting
from generators.stage import Stage
from generators.stored import read_stored, store

TODAY = datetime.date(2026, 11, 22)
LONG_AGO = 1_600_000_000
SEED = int(os.environ.get("HANDRAIL_SEED", "1"))  # another one tries other edits
EDITS = 400 if os.environ.get("HANDRAIL_LONG") else 14


@pytest.fixture(autouse=True)
def plain_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages without scripts and styles, which depend on no record."""

    def shell(build: Build, view: View, kind: str, *_: object, **values: object) -> dict[str, Any]:
        return {"view": view, "kind": kind}

    monkeypatch.setattr(Build, "shell", shell)
    monkeypatch.setenv("HANDRAIL_PROCESSES", "1")


def render(values: Mapping[str, Any]) -> str:
    """What the theme's wrapper reads of the records, and the page."""
    view = values["view"]
    numbers = [view.service(key).text("name") + str(view.first_phone(key)) for key in view.emergency()]
    return f"{numbers}{view.site.plain('name')}{sentinel('title')}{sentinel('content')}{sentinel('correct')}"


def fill(resources: Path, site: Path, old: Path | None, cache: Path | None, memory: Memory = FORGETFUL) -> set[str]:
    """Fills a site; `cache`, `memory` and `old` as the last build left them. Gives the names of what was made."""
    records, problems = gather(resources, TODAY, cache, memory)
    assert records is not None, [one for one in problems if not one.reminder]
    keeps = cache is not None or memory.keeps
    lasting = open_lasting(cache, resources, records, TODAY, "", memory) if keeps else Lasting()
    build = Build(watched(records, lasting), TODAY, ROOT / "docs", resources)
    if old:
        shutil.copytree(old, site, copy_function=os.link)
    else:
        site.mkdir()
    known = cache / "known" if cache else None
    in_memory: dict[str, Any] = memory.same("known", (), dict)
    stage = Stage(site, None, read_stored(known) if known else dict(in_memory))
    stage.begin()
    build.write_into(stage)
    build.compiled = list(declare_pages(build.records, TODAY))
    fill_site(build, render)
    end_filling(build)
    made = {key.removeprefix("file/") for key in lasting.new if key.startswith("file/")}
    stage.finish()
    if known:
        store(known, stage.here)
    in_memory.clear()
    in_memory.update(stage.here)
    lasting.save(build.records)
    return made


@pytest.mark.parametrize("fold", ["", "fold: organizations\n"])
@pytest.mark.parametrize("kept", ["on the disk", "in memory", "in both"])
def test_after_any_edit_all_is_as_if_made_from_nothing(
    kept: str, fold: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.folded.SECTIONS", 3)
    resources = directory(small, tmp_path / "resources")
    (resources / "site.yaml").write_text((resources / "site.yaml").read_text("utf-8") + fold, "utf-8")
    for path in resources.rglob("*.yaml"):
        os.utime(path, (LONG_AGO, LONG_AGO))  # what was written just now is read again
    cache = None if kept == "in memory" else tmp_path / "cache"
    memory = FORGETFUL if kept == "on the disk" else Memory()
    sites = (tmp_path / f"site-{number}" for number in itertools.count())
    old = next(sites)
    fill(resources, old, None, cache, memory)
    done = []
    for what, edit in itertools.islice(edits(resources, seed=SEED), EDITS):
        edit()
        done.append(what)
        new, cold = next(sites), next(sites)
        fill(resources, new, old, cache, memory)
        fill(resources, cold, None, None)
        assert _differences(new, cold) == [], f"after these edits: {done}"
        old = new


def _one_edit(small: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A directory, its site and its cache; then one word of a service is changed."""
    resources, cache, old = directory(small, tmp_path / "resources"), tmp_path / "cache", tmp_path / "old"
    fill(resources, old, None, cache)
    path = resources / "us/pa/services/help-1.yaml"
    path.write_text(path.read_text("utf-8").replace("cost: Free.", "cost: Free for all."), "utf-8")
    return resources, old, cache


def test_an_edit_makes_only_the_pages_that_show_it(small: Path, tmp_path: Path) -> None:
    resources, old, cache = _one_edit(small, tmp_path)
    made = fill(resources, tmp_path / "new", old, cache)
    pages = {name for name in made if name.endswith("index.html") and not name.startswith("maintain/")}
    assert "services/help-1/index.html" in pages and "es/services/help-1/index.html" in pages
    others = {name for name in pages if "/help-" in name and "/help-1/" not in name}
    assert others == set() and "organizations/org-0/index.html" not in pages
    assert len(pages) < len([name for name in state(tmp_path / "new") if name.endswith("index.html")]) / 4


def test_the_data_for_others_is_made_again_by_the_hundred(small: Path, tmp_path: Path) -> None:
    resources, cache = directory(small, tmp_path / "resources"), tmp_path / "cache"
    for number in range(301, 460, 4):
        for each in range(number, number + 3):
            write_service(resources, each)
    fill(resources, tmp_path / "old", None, cache)
    path = resources / "us/pa/services/help-301.yaml"
    path.write_text(path.read_text("utf-8").replace("cost: Free.", "cost: Free for all."), "utf-8")
    made = fill(resources, tmp_path / "new", tmp_path / "old", cache)
    fill(resources, tmp_path / "cold", None, None)
    pages = {f"api/hsds/3.0/services/{name}" for name in ("index.json", "page-2.json")}
    assert len(pages & state(tmp_path / "new").keys()) == 2 and len(pages & made) == 1
    assert _differences(tmp_path / "new", tmp_path / "cold") == []


def test_nothing_is_made_again_where_nothing_changed(small: Path, tmp_path: Path) -> None:
    resources, cache = directory(small, tmp_path / "resources"), tmp_path / "cache"
    fill(resources, tmp_path / "old", None, cache)
    assert fill(resources, tmp_path / "new", tmp_path / "old", cache) == set()


def test_what_is_damaged_or_touched_is_made_again(small: Path, tmp_path: Path) -> None:
    resources, old, cache = _one_edit(small, tmp_path)
    fill(resources, tmp_path / "cold", None, None)
    (old / "services/pantry/index.html").write_text("by hand", "utf-8")
    (old / "services/helpline/index.html").unlink()
    made = fill(resources, tmp_path / "new", old, cache)
    assert {"services/pantry/index.html", "services/helpline/index.html"} <= made
    assert _differences(tmp_path / "new", tmp_path / "cold") == []
    (kept,) = cache.glob("made-*.bin")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-9] + b"x" + whole[-8:])
    fill(resources, tmp_path / "newer", tmp_path / "new", cache)
    assert _differences(tmp_path / "newer", tmp_path / "cold") == []


@pytest.mark.parametrize("what", ["day", "code", "settings"])
def test_another_day_other_code_and_other_settings_make_all_again(
    what: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources, cache = directory(small, tmp_path / "resources"), tmp_path / "cache"
    records, _ = gather(resources, TODAY)
    assert records is not None
    fill(resources, tmp_path / "old", None, cache)
    assert open_lasting(cache, resources, records, TODAY, "").before
    day = TODAY + datetime.timedelta(days=1) if what == "day" else TODAY
    if what == "code":
        monkeypatch.setattr("generators.reuse.version_of_code", lambda: b"another")
    other = open_lasting(cache, resources, records, day, "other" if what == "settings" else "")
    assert other.before == {}


@pytest.mark.parametrize("kept", ["on the disk", "in memory"])
def test_a_page_is_made_where_one_led_to_another(kept: str, small: Path, tmp_path: Path) -> None:
    resources = directory(small, tmp_path / "resources")
    cache, memory = (None, Memory()) if kept == "in memory" else (tmp_path / "cache", FORGETFUL)
    path, new = resources / "us/pa/services/help-4.yaml", resources / "us/pa/services/renamed.yaml"
    before = path.read_text("utf-8")
    fill(resources, tmp_path / "first", None, cache, memory)
    path.unlink()
    new.write_text(f"{before}was_called: [help-4]\n", "utf-8")
    fill(resources, tmp_path / "second", tmp_path / "first", cache, memory)
    assert "../renamed/" in (tmp_path / "second/services/help-4/index.html").read_text("utf-8")
    new.unlink()
    path.write_text(before, "utf-8")
    fill(resources, tmp_path / "third", tmp_path / "second", cache, memory)
    fill(resources, tmp_path / "cold", None, None)
    assert _differences(tmp_path / "third", tmp_path / "cold") == []


def _differences(one: Path, other: Path) -> list[str]:
    a, b = state(one), state(other)
    return sorted(name for name in {*a, *b} if a.get(name) != b.get(name))
