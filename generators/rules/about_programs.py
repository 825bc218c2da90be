"""Conditions about what is already there: programs received (doors open doors) and situations."""

from __future__ import annotations

from typing import Any

from .answers import NOT_ASKED, Json, Scene, number, said
from .findings import Finding, any_of
from .reasons import Reason, Reasoner


def receives(scene: Scene, rule: Json) -> Finding:
    """Somebody gets one of these programs, or can once they apply."""
    own = rule.get("whose") == "person"
    return any_of([_receives_one(scene, program, own) for program in rule["any_of"]])


def _receives_one(scene: Scene, program: str, own: bool) -> Finding:
    """Answered yes: holds. The program itself screens likely: holds through it. No and unlikely: fails. Else unknown.

    Where the program counts for one person only (`own`), it must be likely for that very person.
    """
    programs = said(scene.facts, "receives")
    answer = said(programs, program) if isinstance(programs, dict) else programs
    if answer is True:
        return _finding(scene, program, True, "receives-holds", own)
    unasked = ["receives"] if answer == NOT_ASKED else []
    door = scene.doors.get(program)
    if door is None:
        value = False if answer is False else None
        return _finding(scene, program, value, "receives-fails" if answer is False else "receives-open", own, unasked)
    value, open_ = _door_of_person(scene, door) if own else (door["value"], door["open"])
    if value is True:
        found = _finding(scene, program, True, "receives-through", own)
        return Finding(True, found.reasons, [], [program])
    if value is False and answer is False:
        return _finding(scene, program, False, "receives-fails", own)
    key = "receives-open" if unasked else "receives-maybe"
    return _finding(scene, program, None, key, own, unasked + (open_ if value is None else []))


def _door_of_person(scene: Scene, door: Json) -> tuple[bool | None, list[str]]:
    """What the door's own rule says of this very person."""
    if not door["people"]:  # for the household, or nobody was named
        return (None, door["open"]) if door["for"] == "person" else (door["value"], door["open"])
    known = door["people"].get((scene.person or {}).get("id"))
    return (known["value"], known["open"]) if known else (None, [])


def _finding(
    scene: Scene, program: str, value: bool | None, key: str, own: bool, open_: list[str] | None = None
) -> Finding:
    text = Reasoner(scene.data).fill(key, programs=program_name(scene, program))
    reason: Reason = {"condition": "receives", "holds": value, "text": text}
    if own and scene.person and "id" in scene.person:
        reason["person"] = scene.person["id"]
    return Finding(value, [reason], open_ or [])


def program_name(scene: Scene, program: str) -> str:
    """What people call a program: our word for it, else the name of the service."""
    data = scene.data
    service = data.get("services", {}).get(program) or data.get("others", {}).get(program) or {}
    return str(data["words"].get(f"program-{program}") or service.get("name") or program)


def situation(scene: Scene, rule: Json) -> Finding:
    """One of these is happening."""
    told = said(scene.facts, "situations")
    words = Reasoner(scene.data)
    answers = [_told(scene, said(told, name) if isinstance(told, dict) else told, name) for name in rule["any_of"]]
    unasked = ["situations"] if NOT_ASKED in answers else []
    value = True if True in answers else (False if all(answer is False for answer in answers) else None)
    names = [name for name, answer in zip(rule["any_of"], answers, strict=True) if value is not True or answer is True]
    things = words.either([words.fill(f"situation-{name}") for name in names])
    key = {True: "situation-holds", False: "situation-fails", None: "situation-open"}[value]
    reason: Reason = {"condition": "situation", "holds": value, "text": words.fill(key, things=things)}
    return Finding(value, [reason], unasked if value is None else [])


def _told(scene: Scene, answer: Any, name: str) -> Any:
    """The answer, or no where nobody was asked and a cost that is paid says so: who pays rent has a home.

    A yes that was given always counts.
    """
    question = scene.data.get("questions", {}).get("situations") or {}
    kinds = (question.get("not_when_paying") or {}).get(name, [])
    return False if answer == NOT_ASKED and _pays(scene, kinds) else answer


def _pays(scene: Scene, kinds: list[str]) -> bool:
    """Whether the household said that it pays one of these costs itself."""
    rows = said(scene.facts, "expenses")
    if not isinstance(rows, list):
        return False
    return any(
        row.get("kind") in kinds and (row.get("pays") is True or (number(row, "amount") or 0) > 0) for row in rows
    )
