"""Every service with a rule, screened for one family: outcome, who, through which doors, why, and what is open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .answers import Json, Scene, in_order, named, said
from .doors import reached
from .evaluate import evaluate, nobody_named, of_nobody_named
from .findings import Finding, closest, once, unknown_first
from .reasons import Reason, Reasoner
from .units import is_unasked_people

OUTCOMES = {True: "likely", None: "maybe", False: "unlikely"}


def screen(data: Json, facts: Json, only: Iterable[str] | None = None) -> Json:
    """The answer of design section 5 for one object of facts.

    `data` is the screening data (export.py). Services are taken in `data["order"]`, so that every door is known before
    the services that it opens. `only` names the services that are wanted: these and the doors they need are screened,
    and everything said of them is the same as without it.
    """
    as_of = facts.get("as_of") or data["as_of"]
    doors: dict[str, Json] = {}
    scene = Scene(data, facts, as_of, named(facts.get("people")), doors)
    wanted = None if only is None else with_doors(data, only)
    services: dict[str, Any] = {}
    for service_id in data["order"]:
        if wanted is not None and service_id not in wanted:
            continue
        service = data["services"][service_id]
        result, door = screen_one(scene, service)
        doors[service_id] = door
        services[service_id] = result
    return {"as_of": as_of, "services": services}


def with_doors(data: Json, services: Iterable[str]) -> set[str]:
    """These services, the doors that open them, the doors of those, and so on."""
    return reached(services, lambda service: data["services"][service]["doors"])


def screen_one(scene: Scene, service: Json) -> tuple[Json, Json]:
    """The result of one service, and what services behind it need to know of it."""
    rule = service["rule"]
    per_person = service.get("for") == "person"
    people: dict[str, Finding] = {}
    who: list[str] = []
    if not per_person:
        found = evaluate(rule, scene)
    elif scene.people is None:
        found = of_nobody_named(scene, rule)
        if found.value is True:  # likely for somebody, but nobody knows for whom
            open_ = ["people"] if is_unasked_people(scene) else []
            found = Finding(None, [*nobody_named(scene), *found.reasons], open_, found.through)
    else:
        candidates = [person for person in scene.people if said(person, "wants_help") is not False]
        people = {person["id"]: evaluate(rule, scene.about(person)) for person in candidates}
        found, who = _best(scene, rule, people)
    result = {
        "outcome": OUTCOMES[found.value],
        "who": who,
        "through": [door for door in scene.data["order"] if door in found.through],
        "reasons": unknown_first(found.reasons),
        "open": in_order(found.open),
    }
    of_people = {id_: {"value": each.value, "open": each.open} for id_, each in people.items()}
    door = {"value": found.value, "open": found.open, "people": of_people, "for": service.get("for", "household")}
    return result, door


def _best(scene: Scene, rule: Json, people: dict[str, Finding]) -> tuple[Finding, list[str]]:
    """The best outcome over the people, and who has it. What is open for anybody may still change who gets it."""
    open_ = once(question for found in people.values() if found.value is None for question in found.open)
    for value in (True, None):
        having = {id_: found for id_, found in people.items() if found.value is value}
        if having:
            reasons = once(reason for found in having.values() for reason in found.reasons)
            through = once(door for found in having.values() for door in found.through)
            return Finding(value, reasons, open_, through), list(having)
    if not people:  # nobody wants help; what fails for anybody still fails
        anybody = of_nobody_named(scene, rule)
        if anybody.value is False:
            return anybody, []
        nobody: Reason = {"condition": "people", "holds": None, "text": Reasoner(scene.data).fill("nobody-asks")}
        return Finding(None, [nobody]), []
    return Finding(False, closest(list(people.values())).reasons), []
