"""A rule evaluated in three values: holds, fails, unknown; with reasons, open questions and doors counted on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .answers import OF_HOUSEHOLD, Json, Person, Scene
from .conditions import CONDITIONS
from .findings import Finding, all_of, any_of, at_least, once, opposite, unknown_first
from .reasons import Reason, Reasoner
from .units import is_unasked_people

NOBODY: Person = {}  # somebody of whom nothing is known
DOORS_ASKED = "doors asked"  # how often a condition looked at the doors, which change while they are screened


def evaluate(rule: Json, scene: Scene) -> Finding:
    """The finding of one node: a mapping with exactly one word.

    What does not look at a door is worked out once for each person.
    """
    key = (id(rule), id(scene.person))
    known: Finding | None = scene.known.get(key)
    if known is not None:
        return known
    word, value = next(iter(rule.items()))
    asked = scene.known.get(DOORS_ASKED, 0)
    found = NODES[word](scene, value) if word in NODES else CONDITIONS[word](scene, value)
    if word == "receives":
        scene.known[DOORS_ASKED] = asked + 1
    elif scene.known.get(DOORS_ASKED, 0) == asked:
        scene.known[key] = found
    return found


def _all(scene: Scene, rules: list[Json]) -> Finding:
    return all_of([evaluate(rule, scene) for rule in rules])


def _any(scene: Scene, rules: list[Json]) -> Finding:
    return any_of([evaluate(rule, scene) for rule in rules])


def _not(scene: Scene, rule: Json) -> Finding:
    return opposite(evaluate(rule, scene))


def _anyone(scene: Scene, rule: Json) -> Finding:
    return _count(scene, {"at_least": 1, "who": rule})


def _count(scene: Scene, count: Json) -> Finding:
    """So many people for whom the rule holds. Nobody named is not nobody: one unknown person stands for them."""
    number, rule = count.get("at_least", 1), count["who"]
    if scene.people is None:
        somebody = of_nobody_named(scene, rule)
        settled = somebody.value is False or (somebody.value is True and number == 1)
        return somebody if settled else Finding(None, somebody.reasons, somebody.open)
    found = at_least(number, [evaluate(rule, scene.about(person)) for person in scene.people])
    if found.value is False and not found.reasons:
        few: Reason = {"condition": "count", "holds": False, "text": Reasoner(scene.data).fill("count-fails")}
        return Finding(False, [few])
    return found


def of_nobody_named(scene: Scene, rule: Json) -> Finding:
    """The rule of a person where nobody was named: as of somebody of whom nothing is known.

    Who would rather not say who lives here is not asked about persons either.
    """
    found = evaluate(rule, scene.about(NOBODY))
    if found.value is not None:
        return found
    asked = [question for question in found.open if question in OF_HOUSEHOLD]
    open_ = ["people", *found.open] if is_unasked_people(scene) else asked
    return Finding(None, unknown_first([*nobody_named(scene), *found.reasons]), once(open_), found.through)


def nobody_named(scene: Scene) -> list[Reason]:
    """The reason that says so."""
    return [{"condition": "people", "holds": None, "text": Reasoner(scene.data).fill("people-open")}]


def _maybe(scene: Scene, maybe: Json) -> Finding:
    """Never more than unknown; the reason is the author's."""
    found = evaluate(maybe["if"], scene)
    if found.value is False:
        return Finding(False, found.reasons, found.open, found.through, aside=True)
    because: Reason = {"condition": "maybe", "holds": None, "text": maybe["because"]}
    return Finding(None, unknown_first([*found.reasons, because]), found.open, found.through)


NODES: dict[str, Callable[[Scene, Any], Finding]] = {
    "all": _all,
    "any": _any,
    "not": _not,
    "anyone": _anyone,
    "count": _count,
    "maybe": _maybe,
}
