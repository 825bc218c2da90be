"""What is gathered after an edit of a few records is what would be gathered from nothing."""

from __future__ import annotations

import copy
import datetime
import itertools
import os
import pickle
import time
from pathlib import Path
from typing import Any

import pytest
from edits import directory, edits

from generators import pipeline
from generators.gathered.kept import path_of
from generators.journal import Journal
from generators.memory import FORGETFUL, Memory
from generators.model import Records, Service
from generators.model.brief import Brief, mark_after, mark_of_brief
from generators.model.hollow import BRIEF, HollowService, brief, hollow, long_in
from generators.pipeline import begin_to_look, gather
from generators.problems import Problem

TODAY = datetime.date(2026, 11, 22)
SEED = int(os.environ.get("HANDRAIL_SEED", "1"))
EDITS = 400 if os.environ.get("HANDRAIL_LONG") else 60
Gathered = tuple[Records | None, list[Problem]]
OFFICE_0 = "us/organizations/org-0.yaml"
OF_ORG_1 = ("pa/services/help-1", "pa/services/help-4", "pa/services/help-7", "pa/services/help-10")


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
    marks = {key: mark for key, mark in some[0].marks.items() if not key.startswith(("brief/", "keys/"))}
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


@pytest.mark.parametrize(
    "kept", ["on the disk", "in memory", "in both", "on the disk, another process", "in memory, another process"]
)
def test_after_any_edit_all_is_as_if_gathered_from_nothing(
    kept: str, resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "process" in kept:
        monkeypatch.setattr(pipeline, "MUCH", 0)
        monkeypatch.setattr(pipeline, "MANY", 0)
    cache = None if kept.startswith("in memory") else tmp_path / "cache"
    memory = FORGETFUL if kept.startswith("on the disk") else Memory()
    done: list[str] = []
    for what, make in itertools.islice(edits(resources, seed=SEED), EDITS):
        found = gather(resources, TODAY, cache, memory)
        memory.rest()
        same(found, gather(resources, TODAY))
        make()
        done.append(what)


def test_what_was_looked_at_beside_another_base_does_not_count(
    resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else gathered after the look began: it knows an edit as told, which the base of before does not have."""
    monkeypatch.setattr(pipeline, "MUCH", 0)
    cache = tmp_path / "cache"
    gather(resources, TODAY, cache)
    old = path_of(cache, resources).read_bytes()
    edit(resources, "cost: ", "cost: Again. ")
    gather(resources, TODAY, cache)
    long_ago = time.time_ns() - 10_000_000_000
    os.utime(resources / "us/pa/services/help-1.yaml", ns=(long_ago, long_ago))
    gather(resources, TODAY, cache)
    look = begin_to_look(resources, cache)
    assert look is not None
    look.end()
    path_of(cache, resources).write_bytes(old)
    records, _ = gather(resources, TODAY, cache, look=look)
    assert records is not None and records.services["help-1"].cost.startswith("Again. ")


def test_a_base_of_another_version_is_none(resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MUCH", 0)
    cache = tmp_path / "cache"
    for value in ({"settings": b"", "files": {}}, b"", [1], 7):
        assert Journal(path_of(cache, resources)).begin(lambda _, value=value: [value, value])
        same(gather(resources, TODAY, cache), gather(resources, TODAY))


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Has an entry for each time that everything was gathered from nothing."""
    judged, found = pipeline.judged, []

    def counted(*given: Any) -> Gathered:
        found.append(given)
        return judged(*given)

    monkeypatch.setattr(pipeline, "judged", counted)
    return found


def begun(kept: str, resources: Path, tmp_path: Path) -> tuple[Path | None, Memory]:
    """A cache or a memory that knows the records, from gathering them once."""
    cache = tmp_path / "cache" if kept == "on the disk" else None
    memory = Memory() if kept == "in memory" else FORGETFUL
    gather(resources, TODAY, cache, memory)
    memory.rest()
    return cache, memory


@pytest.mark.parametrize("kept", ["on the disk", "in memory"])
def test_only_the_record_that_was_written_is_checked(
    kept: str, resources: Path, tmp_path: Path, cold: list[Any]
) -> None:
    cache, memory = begun(kept, resources, tmp_path)
    cold.clear()
    for number in range(3):
        edit(resources, "cost: ", f"cost: Again {number}. ")
        records, _ = gather(resources, TODAY, cache, memory)
        assert records is not None and cold == []
        assert records.services["help-1"].cost.startswith(f"Again {number}. ")
    found = gather(resources, TODAY, cache, memory)
    assert cold == []
    same(found, gather(resources, TODAY))
    assert len(cold) == 1
    edit(resources, "needs:", "status: closed\nneeds:")  # its name is taken out of all others
    gather(resources, TODAY, cache, memory)
    assert len(cold) == 2


def all_written(resources: Path) -> list[str]:
    """The files of all made-up services."""
    return sorted(path.relative_to(resources).as_posix() for path in resources.rglob("services/help-*[0-9].yaml"))


@pytest.mark.parametrize("grown", [1.5, 0.0])
@pytest.mark.parametrize("kept", ["on the disk", "in memory"])
def test_however_many_records_were_edited_the_next_is_read_alone(
    kept: str, grown: float, resources: Path, tmp_path: Path, cold: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generators.gathered.SOME", 3)
    monkeypatch.setattr("generators.journal.GROWN", grown)  # what is kept grows, or is written anew each time
    cache, memory = begun(kept, resources, tmp_path)
    for name in [*all_written(resources), *all_written(resources)[:4]]:
        cold.clear()
        edit(resources, "cost: ", "cost: Again. ", name)
        found = gather(resources, TODAY, cache, memory)
        memory.rest()
        assert found[0] is not None and cold == [], name
        same(found, gather(resources, TODAY))


def test_what_was_edited_before_stays_where_lists_are_written_too(
    resources: Path, tmp_path: Path, cold: list[Any]
) -> None:
    cache, _ = begun("on the disk", resources, tmp_path)
    names = all_written(resources)
    for name in (names[0], OHIO, names[1], names[0], OHIO, names[2]):
        cold.clear()
        edit(resources, "cost: ", "cost: Again. ", name)
        found = gather(resources, TODAY, cache)
        assert found[0] is not None and cold == [], name
        same(found, gather(resources, TODAY))


def test_files_that_stand_there_anew_are_known_again(
    resources: Path, tmp_path: Path, cold: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_again() -> None:
        for path in resources.rglob("*.yaml"):
            path.write_bytes(path.read_bytes())

    def long_after(_: object, __: int) -> bool:
        return True

    cache, _ = begun("on the disk", resources, tmp_path)
    monkeypatch.setattr("generators.gathered.is_settled", long_after)
    monkeypatch.setattr("generators.gathered.SOME", 3)
    monkeypatch.setattr(pipeline, "SOME", 3)
    cold.clear()
    write_again()
    gather(resources, TODAY, cache)
    monkeypatch.setattr("generators.gathered.hash_of", None)  # nobody looks into a file
    found = gather(resources, TODAY, cache)
    assert cold == []
    same(found, gather(resources, TODAY))


OHIO, DOOR = "us/oh/services.yaml", "us/services/food-stamps.yaml"
SHORT = {  # what is edited: from, to and file of each edit
    "owner": [("organization: org-1", "organization: org-2")],
    "needs": [("needs: [", "needs: [food, ")],
    "status": [("needs:", "status: waitlist\nneeds:")],
    "private": [("needs:", "sensitive: true\ndiscreet: Support line\nneeds:")],
    "an older id": [("needs:", "was_called: [older]\nneeds:")],
    "a private organization": [("name:", "sensitive: true\ndiscreet: Support line\nname:", OFFICE_0)],
    "a rule": [("{age: {from: 24}}", "{age: {from: 25}}", "us/pa/services/help-4.yaml")],
    "a rule with a door": [("{age: {from: 24}}", "{receives: {any_of: [help-8]}}", "us/pa/services/help-4.yaml")],
    "a door to others": [("needs: [food, money]", "needs: [money]", DOOR)],
    "a list": [("number 21.", "number 22.", OHIO)],
    "a remark in a list": [("- id: listed-20", "# listed\n- id: listed-20", OHIO)],
    "owner in a list": [("organization: org-2", "organization: org-1", OHIO), ("number 20", "number 30", OHIO)],
}


@pytest.mark.parametrize("kept", ["on the disk", "in memory"])
@pytest.mark.parametrize("what", SHORT)
def test_what_others_are_checked_against_is_checked_alone(
    what: str, kept: str, resources: Path, tmp_path: Path, cold: list[Any]
) -> None:
    cache, memory = begun(kept, resources, tmp_path)
    cold.clear()
    for one in SHORT[what]:
        edit(resources, *one)
        found = gather(resources, TODAY, cache, memory)
        assert found[0] is not None and cold == []
        same(found, gather(resources, TODAY))
        cold.clear()
    edit(resources, "cost: ", "cost: Again. ")
    found = gather(resources, TODAY, cache, memory)
    assert cold == []
    same(found, gather(resources, TODAY))


TOLD = {  # what is edited, and what is said of it
    "all that an organization runs is private": (
        [("needs:", "sensitive: true\ndiscreet: Support line\nneeds:", f"us/{path}.yaml") for path in OF_ORG_1],
        "all that this organization runs is sensitive",
    ),
    "an id that is in use": ([("needs:", "was_called: [pantry]\nneeds:")], 'the service "pantry" is still there'),
    "an older id of two": (
        [("needs:", "was_called: [older]\nneeds:", f"us/{path}.yaml") for path in OF_ORG_1[:2]],
        'was called "older" too',
    ),
    "a ring of doors": (
        [
            ("any_of: [food-stamps]", "any_of: [help-8]", "us/pa/services/help-4.yaml"),
            ("any_of: [food-stamps]", "any_of: [help-4]", "us/pa/allegheny/services/help-8.yaml"),
        ],
        "wait for each other in a ring",
    ),
    "an example": ([("outcome: unlikely", "outcome: maybe", DOOR)], 'the example "Far too much income"'),
    "a rule with examples": ([("share: 1.3,", "share: 9.3,", DOOR)], 'the example "Far too much income"'),
    "an id in a list": ([("alternatives: [pantry]", "alternatives: [pantri]", OHIO)], 'Did you mean "pantry"?'),
    "a field in a list": ([("takes: One visit.", "takes: [1]", OHIO)], "takes"),
}


@pytest.mark.parametrize("what", TOLD)
def test_what_is_wrong_among_records_is_told_as_from_nothing(what: str, resources: Path, tmp_path: Path) -> None:
    edits, text = TOLD[what]
    gather(resources, TODAY, tmp_path / "cache")
    for one in edits:
        edit(resources, *one)
    found = gather(resources, TODAY, tmp_path / "cache")
    assert found[0] is None and any(text in problem.text for problem in found[1])
    same(found, gather(resources, TODAY))


def test_lines_of_reminders_in_a_list_move_with_it(resources: Path, tmp_path: Path, cold: list[Any]) -> None:
    cache = tmp_path / "cache"
    edit(resources, "cost: Free.", "closed_until: 2026-01-01\n  cost: Free.", OHIO)
    gather(resources, TODAY, cache)
    cold.clear()
    edit(resources, "- id: listed-20", "# listed\n- id: listed-20", OHIO)
    found = gather(resources, TODAY, cache)
    assert cold == [] and any("this closure is over" in problem.text for problem in found[1])
    same(found, gather(resources, TODAY))


@pytest.mark.parametrize("how", ["another", "none", "turned round", "closed", "translated"])
def test_a_list_with_other_records_is_gathered_anew(how: str, resources: Path, tmp_path: Path, cold: list[Any]) -> None:
    cache, path = tmp_path / "cache", resources / OHIO
    (resources / "us/oh/services.es.yaml").write_text("listed-20: {name: Ayuda}\n", "utf-8")
    gather(resources, TODAY, cache)
    cold.clear()
    text = path.read_text("utf-8")
    first, second = text.split("- id: listed-21")
    if how == "another":
        path.write_text(text + first.replace("listed-20", "listed-22"), "utf-8")
    elif how == "none":
        path.write_text(first, "utf-8")
    elif how == "turned round":
        path.write_text(f"- id: listed-21{second}{first}", "utf-8")
    elif how == "closed":
        path.write_text(text.replace("needs:", "status: closed\n  needs:", 1), "utf-8")
    else:
        (resources / "us/oh/services.es.yaml").write_text("listed-21: {name: Ayuda}\n", "utf-8")
    found = gather(resources, TODAY, cache)
    assert len(cold) == 1
    same(found, gather(resources, TODAY))


def test_reminders_of_others_in_a_list_of_translations_stay(resources: Path, tmp_path: Path, cold: list[Any]) -> None:
    lines = "listed-20:\n  name: Ayuda\nlisted-21:\n  name: Ayuda\n  summary: Usted califica.\n"
    (resources / "us/oh/services.es.yaml").write_text(lines, "utf-8")
    cache, memory = begun("on the disk", resources, tmp_path)
    edit(resources, "number 20", "number twenty", "us/oh/services.yaml")
    cold.clear()
    found = gather(resources, TODAY, cache, memory)
    assert cold == [] and [one.line for one in found[1] if one.path.endswith("services.es.yaml")] == [5]
    same(found, gather(resources, TODAY))


def test_a_translation_in_a_list_is_taken_alone(resources: Path, tmp_path: Path, cold: list[Any]) -> None:
    path = resources / "us/oh/services.es.yaml"
    path.write_text("listed-20: {name: Ayuda}\n", "utf-8")
    gather(resources, TODAY, tmp_path / "cache")
    cold.clear()
    path.write_text("listed-20: {name: Ayudas}\n", "utf-8")
    found = gather(resources, TODAY, tmp_path / "cache")
    assert found[0] is not None and cold == []
    same(found, gather(resources, TODAY))


def test_records_of_a_list_that_stay_are_read_as_it_is_now(resources: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    gather(resources, TODAY, cache)
    edit(resources, "number 21.", "number 22.", OHIO)
    records, _ = gather(resources, TODAY, cache)
    (parsed,) = cache.glob("parsed-*")
    parsed.write_bytes(b"nothing")
    assert records is not None and records.services["listed-20"].summary == "Some help, number 20."
    assert records.placed["service/listed-20"].line(("summary",)) == 5


def test_a_problem_is_told_as_from_nothing_and_gone_when_mended(resources: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    gather(resources, TODAY, cache)
    edit(resources, "cost: Free.", "cost: <b>Free.</b>")
    found = gather(resources, TODAY, cache)
    assert found[0] is None and any(not problem.reminder for problem in found[1])
    same(found, gather(resources, TODAY))
    edit(resources, "<b>Free.</b>", "Free for all.")
    same(gather(resources, TODAY, cache), gather(resources, TODAY))


@pytest.mark.parametrize("harm", ["cut", "damaged", "other", "gone", "parsed"])
def test_what_is_kept_and_damaged_is_as_good_as_none(harm: str, resources: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    gather(resources, TODAY, cache)
    path = path_of(cache, resources)
    edit(resources, "cost: ", "cost: Before. ")
    gather(resources, TODAY, cache)  # so that two parts are kept
    if harm == "cut":
        path.write_bytes(path.read_bytes()[:-100])
    elif harm == "damaged":
        path.write_bytes(path.read_bytes()[:-100] + bytes(100))
    elif harm == "other":
        path.write_bytes(b"x" * 1000)
    elif harm == "gone":
        path.unlink()
    else:
        (parsed,) = cache.glob("parsed-*")
        parsed.write_bytes(b"nothing")
    edit(resources, "cost: ", "cost: Again. ")
    same(gather(resources, TODAY, cache), gather(resources, TODAY))


@pytest.mark.parametrize("name", [OFFICE_0, "us/pa/services/help-1.yaml"])
def test_an_edit_is_taken_where_nobody_knows_any_more_what_was_there_before(
    name: str, resources: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    gather(resources, TODAY, cache)
    (parsed,) = cache.glob("parsed-*")
    parsed.unlink()
    for number in range(2):
        edit(resources, "name: ", f"name: The {number}. ", name)
        found = gather(resources, TODAY, cache)
        assert found[0] is not None
        same(found, gather(resources, TODAY))


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


def test_a_hollow_record_that_has_an_unusual_value_says_so() -> None:
    """Whether it is short, so that it is at hand, or long, so that the record is made whole for it."""
    usual = {"name": "Pantry", "summary": "Food.", "needs": ["food"]}
    imported = {"source": "feed", "id": "1"}
    for said in ({}, {"status": "full", "sensitive": True}, {"serves": {"zips": ["15210"]}}, {"imported": imported}):
        whole = Service.model_validate({**usual, **said})
        for name in BRIEF:
            if name not in Service.model_fields:
                continue
            first = hollow("service", "service/pantry", brief(whole), lambda _, whole=whole: whole, long=long_in(whole))
            assert (brief(first), long_in(first)) == (brief(whole), long_in(whole))
            assert getattr(first, name) == getattr(whole, name)
            assert (type(first) is Service) == (name in long_in(whole))
    assert brief(Service.model_validate(usual)) == {"name": "Pantry", "needs": ("food",)}


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
