"""All records gathered in a process of their own are those gathered here, before and after they are let go."""

from __future__ import annotations

import copy
import datetime
import os
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from edits import directory
from test_cache import state
from test_gathered import same

from generators import pipeline
from generators.gathered.packs import Packs
from generators.model.hollow import HOLLOW, brief
from generators.model.packed import packed, unpacked
from generators.pipeline import gather
from generators.publish import publish

sys.path.insert(0, str(ROOT / "tests" / "bench"))
import corpus  # noqa: E402

TODAY = datetime.date(2026, 11, 22)
VERIFIED = "verified: {date: 2026-11-01, by: Made-up helper, how: phone}\n"


@pytest.fixture
def resources(small: Path, tmp_path: Path) -> Path:
    found = directory(small, tmp_path / "resources")
    path = found / "us/pa/services/help-1.yaml"
    path.write_text(path.read_text("utf-8") + VERIFIED, "utf-8")
    return found


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a few records are gathered by another process."""
    monkeypatch.setattr(pipeline, "WORTH", 0)
    monkeypatch.setenv("HANDRAIL_PROCESSES", "2")


def test_a_record_comes_back_as_it_was(resources: Path) -> None:
    for folder in (resources, ROOT / "resources"):
        records, _ = gather(folder, TODAY)
        assert records is not None
        for record in (*records.services.values(), *records.organizations.values()):
            found = unpacked(packed(record))
            assert type(found) is type(record)
            assert found == record and repr(found) == repr(record)
            assert found.model_fields_set == record.model_fields_set
            assert found.model_dump_json() == record.model_dump_json()
            known = brief(record)
            less = unpacked(packed(record, known))
            assert {**vars(less), **known} == vars(record)


@pytest.mark.usefixtures("apart")
def test_what_another_process_gathered_is_what_would_be_gathered_here(
    resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "load", _only_elsewhere(pipeline.load))
        found = gather(resources, TODAY, cache)
    records = found[0]
    assert records is not None
    assert type(records.services["help-1"]) is HOLLOW["service"]
    before = records.services["help-1"].rule, records.services["help-0"].rule
    for _ in range(2):
        same(copy.copy(found), gather(resources, TODAY))
        assert type(records.services["help-1"]) is not HOLLOW["service"]
        records.let_go()
        assert type(records.services["help-1"]) is HOLLOW["service"]
    assert records.services["help-1"].verified is not None
    assert (records.services["help-1"].rule, records.services["help-0"].rule) == before
    assert before[1] is not None and records.services["help-0"].rule is before[1]
    assert {path.suffix for path in cache.iterdir()} == {".bin"}  # nothing is left of the file of records


def _only_elsewhere(load):  # type: ignore[no-untyped-def]
    """Reading the files, but not in this process."""
    here = os.getpid()

    def read(*given, **more):  # type: ignore[no-untyped-def]
        assert os.getpid() != here
        return load(*given, **more)

    return read


@pytest.mark.usefixtures("apart")
def test_problems_found_by_another_process_are_told(resources: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    path = resources / "us/pa/services/help-1.yaml"
    path.write_text(path.read_text("utf-8").replace("needs: [", "needs: [nothing-such, "), "utf-8")
    found = gather(resources, TODAY, tmp_path / "cache")
    assert found == gather(resources, TODAY)
    assert found[0] is None and any("nothing-such" in problem.text for problem in found[1])


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("fault", ["nothing can be kept", "the process fails", "no room for the records"])
def test_where_another_process_cannot_it_is_done_here(
    fault: str, resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").mkdir()
    here = os.getpid()

    def fails(*_: object) -> bytes:
        if os.getpid() != here:
            os._exit(1)
        return b""

    if fault == "nothing can be kept":
        monkeypatch.setattr(pipeline, "store_base", lambda *_: False)
    elif fault == "the process fails":
        monkeypatch.setattr(Packs, "write", fails)
    else:
        monkeypatch.setattr("generators.gathered.packs.packed", _no_room)
    same(gather(resources, TODAY, tmp_path / "cache"), gather(resources, TODAY))


def _no_room(*_: object) -> bytes:
    raise OSError("no room")


def test_a_site_of_records_gathered_apart_is_the_same_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources = tmp_path / "resources"
    corpus.write(resources, 40)
    monkeypatch.setenv("HANDRAIL_PROCESSES", "1")
    publish(resources, tmp_path / "here", TODAY, tmp_path / "cache-here")
    monkeypatch.setattr(pipeline, "WORTH", 0)
    monkeypatch.setenv("HANDRAIL_PROCESSES", "2")
    publish(resources, tmp_path / "apart", TODAY, tmp_path / "cache-apart")
    assert state(tmp_path / "apart") == state(tmp_path / "here")


def test_what_a_process_wrote_that_ended_too_soon_is_written_over(resources: Path, tmp_path: Path) -> None:
    """Both share the place in the file where the next byte goes."""
    records, _ = gather(resources, TODAY)
    assert records is not None
    with (tmp_path / "packs").open("w+b") as file:
        file.write(b"the beginning of a record")
        file.flush()
        packs = Packs(file)
        packs.take(packs.write(records), records)
        for id_, service in records.services.items():
            assert {**vars(packs.record(f"service/{id_}")), **brief(service)} == vars(service)
