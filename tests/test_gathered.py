"""What is gathered after an edit of a few records is what would be gathered from nothing."""

from __future__ import annotations

import copy
import datetime
import itertools
import os
import pickle
from pathlib import Path
from typing import Any

import pytest
from edits import directory, edits

from generators import pipeline
from generators.gathered.kept import path_of
from generators.memory import FORGETFUL, Memory
from generators.model import Records, Service
from generators.model.brief import Brief, mark_after, mark_of_brief
from generators.model.hollow import HollowService, brief, hollow
from generators.pipeline import gather
from generators.problems import Problem

TODAY = datetime.date(2026, 11, 22)
SEED = int(os.environ.get("HANDRAIL_SEED", "1"))
EDITS = 400 if os.environ.get("HANDRAIL_LONG") else 60
Gathered = tuple[Records | None, list[Problem]]


def same(some: Gathered, others: Gathered) -> None:
    """Do both say the same, and stand in the same order?"""
    assert some[1] == others[1]
    if some[0] is None or others[0] is None:
        assert some[0] is others[0]
        return
    for name in ("services", "organizations", "where", "translations", "needs", "areas", "site", "doorways", "figures"):
        one, other = getattr(some[0], name), getattr(others[0], name)
        if name in ("services", "organizations", "where"):
            one, other = list(one.items()), list(other.items())
        assert one == other, name
    marks = {key: mark for key, mark in some[0].marks.items() if not key.startswith("brief/")}
    assert marks == others[0].marks
    placed, also = some[0].placed, others[0].placed
    assert list(placed) == list(also)
    for key in placed:
        assert (placed[key].path, placed[key].area, placed[key].at) == (also[key].path, also[key].area, also[key].at)
        assert placed[key].line(("name",)) == also[key].line(("name",))


def edit(resources: Path, old: str, new: str, name: str = "us/pa/services/help-1.yaml") -> None:
    path = resources / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def resources(small: Path, tmp_path: Path) -> Path:
    return directory(small, tmp_path / "resources")


@pytest.mark.parametrize("kept", ["on the disk", "in memory", "in both"])
def test_after_any_edit_all_is_as_if_gathered_from_nothing(kept: str, resources: Path, tmp_path: Path) -> None:
    cache = None if kept == "in memory" else tmp_path / "cache"
    memory = FORGETFUL if kept == "on the disk" else Memory()
    done: list[str] = []
    for what, make in itertools.islice(edits(resources, seed=SEED), EDITS):
        found = gather(resources, TODAY, cache, memory)
        memory.rest()
        same(found, gather(resources, TODAY))
        make()
        done.append(what)


@pytest.mark.parametrize("kept", ["on the disk", "in memory"])
def test_only_the_record_that_was_written_is_checked(
    kept: str, resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache" if kept == "on the disk" else None
    memory = Memory() if kept == "in memory" else FORGETFUL
    gather(resources, TODAY, cache, memory)
    memory.rest()
    judged, cold = pipeline.judged, []

    def counted(*given: Any) -> Gathered:
        cold.append(given)
        return judged(*given)

    monkeypatch.setattr(pipeline, "judged", counted)
    for number in range(3):
        edit(resources, "cost: ", f"cost: Again {number}. ")
        records, _ = gather(resources, TODAY, cache, memory)
        assert records is not None and cold == []
        assert records.services["help-1"].cost.startswith(f"Again {number}. ")
    found = gather(resources, TODAY, cache, memory)
    assert cold == []
    same(found, gather(resources, TODAY))
    assert len(cold) == 1
    edit(resources, "organization: org-1", "organization: org-2")  # which others are checked against
    gather(resources, TODAY, cache, memory)
    assert len(cold) == 2


def test_a_problem_is_told_as_from_nothing_and_gone_when_mended(resources: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    gather(resources, TODAY, cache)
    edit(resources, "cost: Free.", "cost: <b>Free.</b>")
    found = gather(resources, TODAY, cache)
    assert found[0] is None and any(not problem.reminder for problem in found[1])
    same(found, gather(resources, TODAY))
    edit(resources, "<b>Free.</b>", "Free for all.")
    same(gather(resources, TODAY, cache), gather(resources, TODAY))


@pytest.mark.parametrize("harm", ["cut", "other", "gone", "parsed"])
def test_what_is_kept_and_damaged_is_as_good_as_none(harm: str, resources: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    gather(resources, TODAY, cache)
    path = path_of(cache, resources)
    if harm == "cut":
        path.write_bytes(path.read_bytes()[:-100])
    elif harm == "other":
        path.write_bytes(b"x" * 1000)
    elif harm == "gone":
        path.unlink()
    else:
        (parsed,) = cache.glob("parsed-*")
        parsed.write_bytes(b"nothing")
    edit(resources, "cost: ", "cost: Again. ")
    same(gather(resources, TODAY, cache), gather(resources, TODAY))


def test_on_another_day_all_is_gathered_anew(resources: Path, tmp_path: Path) -> None:
    cache, later = tmp_path / "cache", TODAY + datetime.timedelta(days=400)
    edit(resources, "cost: ", "closed_until: 2027-01-01\ncost: ")
    assert gather(resources, TODAY, cache)[1] == gather(resources, TODAY)[1]
    told = gather(resources, later, cache)[1]
    assert any("this closure is over" in problem.text for problem in told)
    assert told == gather(resources, later)[1]


def test_a_hollow_record_is_the_whole_one_to_whoever_asks() -> None:
    whole = Service.model_validate({"name": "Pantry", "summary": "Food.", "needs": ["food"]})
    made = []

    def one() -> Any:
        def fill(key: str) -> Service:
            made.append(key)
            return whole

        return hollow("service", "service/pantry", brief(whole), fill)

    first = one()
    assert isinstance(first, Service) and type(first) is HollowService
    assert (first.name, first.needs, first.status, made) == ("Pantry", ("food",), "open", [])
    assert first.summary == "Food." and type(first) is Service and made == ["service/pantry"]
    assert one() == whole and whole == one() and hash(one()) == hash(whole) and repr(one()) == repr(whole)
    assert one().model_dump() == whole.model_dump() and one().model_fields_set == whole.model_fields_set
    assert one().model_copy(update={"name": "Other"}).summary == "Food."
    assert copy.copy(one()) == whole and pickle.loads(pickle.dumps(one())) == whole and list(one()) == list(whole)
    with pytest.raises(AttributeError):
        _ = one().nothing


def test_a_record_in_brief_gives_no_more_than_its_fields() -> None:
    one = Service.model_validate({"name": "Pantry", "needs": ["food"], "cost": "Free."})
    other = one.model_copy(update={"cost": "Some."})
    moved = one.model_copy(update={"needs": ("money",)})
    assert Brief("service", one).needs == ("food",)
    with pytest.raises(AttributeError):
        _ = Brief("service", one).cost

    def area(_: str) -> str:
        return "us"

    was = mark_of_brief("service", {"pantry": one}, area)
    assert was == mark_of_brief("service", {"pantry": other}, area) != mark_of_brief("service", {"pantry": moved}, area)
    assert (
        mark_after("service", was, {"pantry": (one, other)})
        == was
        != mark_after("service", was, {"pantry": (one, moved)})
    )
