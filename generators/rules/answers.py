"""What the family said, read without ever taking a missing answer for a no.

An answer is unknown when it was not asked (the key is missing), or when it is "not-sure" or "rather-not".
Only the first kind may still be asked; the twin in the browser is docs/assets/handrail/rules/answers.mjs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

NOT_ASKED = "not-asked"
UNKNOWN = (NOT_ASKED, "not-sure", "rather-not")

# In the order of asking; `open` lists are sorted by it.
QUESTIONS = (
    "place",
    "people",
    "pregnant",
    "babies-expected",
    "recent-birth",
    "breastfeeding",
    "disabled",
    "blind",
    "student",
    "veteran",
    "foster",
    "former-foster",
    "married",
    "tax-dependents",
    "shares-food",
    "hours",
    "receives",
    "situations",
    "income",
    "expenses",
    "savings",
    "status",
)

OF_HOUSEHOLD = ("place", "receives", "situations", "income", "expenses", "savings")

Person = dict[str, Any]
Json = dict[str, Any]


@dataclass(frozen=True)
class Scene:
    """Everything that a condition may look at."""

    data: Json  # the screening data of one language
    facts: Json
    as_of: str  # the day, as 2026-11-21
    people: tuple[Person, ...] | None  # None: nobody was named, which is not the same as nobody
    doors: Mapping[str, Json]  # results so far by service, with `people`: the finding of each person
    person: Person | None = None  # the person a rule speaks of
    known: dict[Any, Any] = field(default_factory=dict)  # what was worked out already, for this family on this day

    def about(self, person: Person) -> Scene:
        """The same scene, speaking of one person."""
        key = ("about", id(person))
        if key not in self.known:
            self.known[key] = replace(self, person=person)
        scene: Scene = self.known[key]
        return scene


def said(record: Mapping[str, Any], key: str) -> Any:
    """What was said, or NOT_ASKED."""
    return record.get(key, NOT_ASKED)


def is_unknown(value: Any) -> bool:
    """Whether an answer says nothing."""
    return isinstance(value, str) and value in UNKNOWN


def is_number(value: Any) -> bool:
    """Whether an answer is an amount that can be compared."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def number(record: Mapping[str, Any], key: str) -> float | None:
    """The number that was said; None where none was."""
    value = said(record, key)
    return value if is_number(value) else None


def if_unasked(record: Mapping[str, Any], key: str, question: str) -> list[str]:
    """The question that would fill this key, where it was not asked."""
    return [question] if said(record, key) == NOT_ASKED else []


def not_asked_of(scene: Scene, person: Person, question: str) -> bool:
    """Whether this person is not asked: reads as "no" without asking. An answer that was given wins.

    Nobody outside the question's ages is asked, and of a birth only where a child under `with_child_under` lives along:
    who lost a baby is spared the question, and may still say so.
    """
    asked: Json = scene.data.get("questions", {}).get(question) or {}
    ages: list[int] | None = asked.get("ages")
    age = number(person, "age")
    if ages is not None and age is not None and not ages[0] <= age <= ages[1]:
        return True
    under: int | None = asked.get("with_child_under")
    if under is None or scene.people is None:
        return False
    known = [number(each, "age") for each in scene.people]
    return all(years is not None and years >= under for years in known)


def flag(scene: Scene, person: Person, key: str, question: str) -> bool | None:
    """A yes or no about a person; None while unknown."""
    value = said(person, key)
    if isinstance(value, bool):
        return value
    return False if not_asked_of(scene, person, question) else None


def state_of(scene: Scene) -> str:
    """The state's code, or a word for unknown."""
    place = said(scene.facts, "place")
    if isinstance(place, dict):
        state = said(place, "state")
        return state if isinstance(state, str) else NOT_ASKED
    return place if is_unknown(place) else NOT_ASKED


def named(people: Any) -> tuple[Person, ...] | None:
    """The people with their ids (p1, p2 ... where none was given); None when nobody was named."""
    if not isinstance(people, list) or not people:
        return None
    return tuple({**person, "id": person.get("id") or f"p{place}"} for place, person in enumerate(people, 1))


def in_order(questions: list[str]) -> list[str]:
    """Each question once, in the order of asking."""
    known = [question for question in QUESTIONS if question in questions]
    return known + sorted(set(questions) - set(QUESTIONS))
