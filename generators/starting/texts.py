"""The files that `new` writes, with a word above each field about what belongs there."""

from __future__ import annotations

from typing import Any

from ..load.dump import dump

SERVICE_NOTES = {
    "name": "What people call it.",
    "organization": "Who runs it: a file in an organizations folder, by its name without .yaml.",
    "needs": "What a person comes with; the first is the main one. The ids are in needs.yaml.",
    "summary": "What it is, in one short sentence.",
    "who_for": "Who it is for, in words.",
    "you_get": "What a person walks away with.",
    "cost": 'What it costs. "Free." only if it is.',
    "apply": "How to start: online, phone, in_person or mail; leave out what is not offered.",
    "bring_note": "What to bring. Papers that the site knows can stand in `bring` instead: see add-a-service.md",
    "takes": "How long it takes.",
    "next": "What happens after the first step.",
    "steps": "What a person does, in order. Each starts with a verb.",
    "sourced": "Where you read it, and when. Once you have called, add:\n"
    "verified: {date: 2026-11-22, by: your name, how: phone}",
}
ORGANIZATION_NOTES = {
    "name": "What people call it.",
    "summary": "What it does, in one sentence.",
    "phones": "Who answers. More than one: another line, with a label.",
    "sourced": "Where you read it, and when.",
}


def area_text(name: str, level: str) -> str:
    """`area.yaml` of a new area."""
    notes = {
        "name": "What people who live there call it.",
        "level": "state, county or place\nWhom to name at a dead end, instead of the national numbers: stuck: [an-id]",
    }
    return dump({"name": name, "level": level}, notes)


def service_text(given: dict[str, Any]) -> str:
    """A service from the answers; everything that `check` asks for is there."""
    phone, page, email = given["phone"], given["page"], given.get("email")
    apply: dict[str, Any] = {}
    if phone:
        apply["phone"] = {"text": given["how"], "number": phone}
    else:
        apply["online"] = {"text": given["how"], "url": page}
    record: dict[str, Any] = {
        "name": given["name"],
        "organization": given["organization"],
        "needs": given["needs"],
        "summary": given["summary"],
        "who_for": given["who_for"],
        "you_get": given["you_get"],
        "cost": given["cost"],
        "apply": apply,
        "bring_note": given["bring"],
        "takes": given["takes"],
        "next": given["next"],
    }
    if phone:
        record["phones"] = [{"number": phone}]
    record["website"] = page
    if email:
        record["email"] = email
    record["steps"] = [{"do": step} for step in given["steps"]]
    if given.get("sensitive"):
        record["sensitive"] = True
        record["discreet"] = given["discreet"]
    record["sourced"] = {"from": page, "as_of": given["as_of"]}
    return dump(record, SERVICE_NOTES)


def organization_text(given: dict[str, Any]) -> str:
    """An organization from the answers."""
    record: dict[str, Any] = {"name": given["name"], "summary": given["summary"], "website": given["page"]}
    if given["phone"]:
        record["phones"] = [{"number": given["phone"]}]
    record["sourced"] = {"from": given["page"], "as_of": given["as_of"]}
    return dump(record, ORGANIZATION_NOTES)
