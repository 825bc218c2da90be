"""Who counts together: household, food, tax, couple, person. Where the answers leave it open there are several options.

Left out of the answers (design section 5): the self's spouse is relation `spouse`; children under 19 are the tax
dependents of self; everybody shares food. Who is not sure of these leaves more than one option, and a rule is settled
only when all options agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from .answers import NOT_ASKED, Person, Scene, flag, if_unasked, is_unknown, not_asked_of, number, said

MOST_BABIES = 9  # expected at once; facts with more are refused
MOST_OPTIONS = 3  # people who may or may not share food, before it is simply unknown


@dataclass(frozen=True)
class Unit:
    """Some people who count together; `earners` are those whose income counts."""

    members: tuple[Person, ...]
    earners: tuple[str, ...]
    everyone: bool  # the whole household, income of all


@dataclass(frozen=True)
class Units:
    """The options (none: cannot be told yet) and the questions that would narrow them."""

    options: list[Unit]
    open: list[str]


def units_of(scene: Scene, kind: str) -> Units:
    """The options for a unit of the rule's person (of self where the rule speaks of the household)."""
    key = ("units", kind, id(scene.person))
    if key not in scene.known:
        scene.known[key] = _units_of(scene, kind)
    units: Units = scene.known[key]
    return units


def _units_of(scene: Scene, kind: str) -> Units:
    people = scene.people
    person = scene.person if scene.person and "id" in scene.person else None
    if people is None:
        return Units([], ["people"] if is_unasked_people(scene) else [])
    if person is None:
        if kind == "household":
            return Units([_unit(people, people)], [])
        person = next((p for p in people if said(p, "relation") == "self"), None)
        if person is None:
            return Units([], unasked_relations(people))
    if kind in ("food", "tax", "couple") and any(is_unknown(said(p, "relation")) for p in people):
        return Units([], unasked_relations(people))
    return OPTIONS[kind](scene, person)


def unasked_relations(people: Sequence[Person]) -> list[str]:
    """The question about the people, where somebody's tie to self was not asked."""
    return ["people"] if any(said(person, "relation") == NOT_ASKED for person in people) else []


def spouse_questions(people: Sequence[Person], person: Person) -> list[str]:
    """What would tell who is married to this person, where that is not certain."""
    if any(is_unknown(said(p, "relation")) for p in people):
        return unasked_relations(people)
    return if_unasked(person, "spouse", "married")


def is_unasked_people(scene: Scene) -> bool:
    """Whether nobody was asked who lives here."""
    return not is_unknown(said(scene.facts, "people")) or said(scene.facts, "people") == NOT_ASKED


def _unit(members: Sequence[Person], people: Sequence[Person], without_income: Sequence[Person] = ()) -> Unit:
    silent = [person["id"] for person in without_income]
    in_order = tuple(person for person in people if person in members)
    earners = tuple(person["id"] for person in in_order if person["id"] not in silent)
    return Unit(in_order, earners, len(earners) == len(people))


def _household(scene: Scene, person: Person) -> Units:
    people = scene.people or ()
    return Units([_unit(people, people)], [])


def _person(scene: Scene, person: Person) -> Units:
    return Units([_unit([person], scene.people or ())], [])


def _couple(scene: Scene, person: Person) -> Units:
    people = scene.people or ()
    spouse, certain = spouse_of(people, person)
    if certain:
        return Units([_unit([person, spouse] if spouse else [person], people)], [])
    questions = spouse_questions(people, person)
    others = [p for p in people if p is not person and said(p, "relation") == said(person, "relation")]
    return Units([_unit([person], people)] + [_unit([person, other], people) for other in others], questions)


def spouse_of(people: Sequence[Person], person: Person) -> tuple[Person | None, bool]:
    """The spouse in the household, and whether that is certain.

    Nobody is asked about two parents who live along: they may be married, so it is not certain.
    """
    named = said(person, "spouse")
    if named is None:
        return None, True
    if isinstance(named, str) and not is_unknown(named):
        return next((p for p in people if p["id"] == named), None), True
    if named != NOT_ASKED:
        return None, False
    naming = [p for p in people if said(p, "spouse") == person["id"]]
    if naming:
        return naming[0], True
    pairs = {"self": "spouse", "spouse": "self"}
    relation = said(person, "relation")
    for other in people:
        fits = said(other, "relation") == pairs.get(relation) and said(other, "spouse") == NOT_ASKED
        if fits and other is not person:
            return other, True
    if any(is_unknown(said(p, "relation")) for p in people):
        return None, False
    parents = [p for p in people if said(p, "relation") == "parent" and said(p, "spouse") == NOT_ASKED]
    return None, not (relation == "parent" and len(parents) > 1)


def _food(scene: Scene, person: Person) -> Units:
    people = scene.people or ()
    me = next((p for p in people if said(p, "relation") == "self"), person)
    spouse, _ = spouse_of(people, me)
    sure: list[Person] = [me]
    unsure: list[Person] = []
    for other in people:
        age = number(other, "age")
        young_child = said(other, "relation") == "child" and age is not None and age < 22
        shares = said(other, "shares_food")
        if other is me:
            continue
        if other is spouse or young_child or shares is True or shares is None or shares == NOT_ASKED:
            sure.append(other)
        elif shares is not False or (said(other, "relation") == "child" and age is None):
            unsure.append(other)
    if len(unsure) > MOST_OPTIONS:
        return Units([], [])
    chosen = [
        [p for p, taken in zip(unsure, mask, strict=True) if taken]
        for mask in product((True, False), repeat=len(unsure))
    ]
    options = []
    for extra in chosen:
        members = [*sure, *extra]
        if not any(member is person for member in members):
            own, _ = spouse_of(people, person)
            members = [person, own] if own else [person]
        options.append(_unit(members, people))
    return Units(_distinct(options), _unasked_ages(unsure))


def _tax(scene: Scene, person: Person) -> Units:
    """The tax household as Medicaid and CHIP count it (42 CFR 435.603 f), simplified.

    A dependent counts with the one who claims it; dependents' own income is left out. Where a partner who is not a
    spouse lives along, a child may be counted with that parent too.
    """
    people = scene.people or ()
    partner = next((p for p in people if said(p, "relation") == "partner"), None)
    options: list[Unit] = []
    for head in _heads(people, person):
        for dependents in _dependents(people, head):
            spouse, certain = spouse_of(people, head)
            if not certain:
                return Units([], spouse_questions(people, head))
            members = [head, *([spouse] if spouse else []), *dependents]
            if not any(member is person for member in members):
                continue  # not claimed in this option after all
            options.append(_unit(members, people, dependents))
            child = said(person, "relation") == "child" and any(d is person for d in dependents)
            if partner and child and not any(member is partner for member in members):
                options.append(_unit([*members, partner], people, dependents))
    unsure = [p for p in people if said(p, "relation") == "child"]
    return Units(_distinct(options), _unasked_ages(unsure))


def _heads(people: Sequence[Person], person: Person) -> list[Person]:
    """Who may file the tax return that counts for this person."""
    claimed, certain = claimed_by(people, person)
    me = next((p for p in people if said(p, "relation") == "self"), person)
    if certain:
        return [claimed or person]
    return [claimed or me, person]


def _dependents(people: Sequence[Person], head: Person) -> list[list[Person]]:
    """The dependents of a return: one list, or the shortest and the longest where somebody is not sure."""
    spouse, _ = spouse_of(people, head)
    filers = [head, *([spouse] if spouse else [])]
    sure: list[Person] = []
    unsure: list[Person] = []
    for other in people:
        if any(other is filer for filer in filers):
            continue
        claimed, certain = claimed_by(people, other)
        by_filer = any(claimed is filer for filer in filers)
        default_child = said(other, "relation") == "child" and said(other, "tax_dependent_of") == NOT_ASKED
        if certain and by_filer:
            sure.append(other)
        elif not certain or (claimed and default_child and said(head, "relation") == "partner"):
            unsure.append(other)
    return [[*sure, *unsure], sure] if unsure else [sure]


def claimed_by(people: Sequence[Person], person: Person) -> tuple[Person | None, bool]:
    """Whose tax dependent a person is, and whether that is certain."""
    named = said(person, "tax_dependent_of")
    if named is None:
        return None, True
    if isinstance(named, str) and not is_unknown(named):
        return next((p for p in people if p["id"] == named), None), True
    me = next((p for p in people if said(p, "relation") == "self"), None)
    if named != NOT_ASKED:
        return me if me is not person else None, False
    if said(person, "relation") != "child":
        return None, True
    age = number(person, "age")
    return (me, False) if age is None else (me if age < 19 else None, True)


def _unasked_ages(people: Sequence[Person]) -> list[str]:
    return ["people"] if any(said(person, "age") == NOT_ASKED for person in people) else []


def _distinct(options: list[Unit]) -> list[Unit]:
    kept: list[Unit] = []
    for option in options:
        if option not in kept:
            kept.append(option)
    return kept


OPTIONS = {"household": _household, "food": _food, "tax": _tax, "couple": _couple, "person": _person}


def babies(scene: Scene, kind: str, unit: Unit) -> tuple[int, int, list[str]]:
    """How many babies expected make the unit larger: at least, at most, and the questions that would tell."""
    low, high, open_questions = 0, 0, list[str]()
    for person in _expecting(scene, kind, unit):
        pregnant = flag(scene, person, "pregnant", "pregnant")
        if pregnant is False:
            continue
        expected = number(person, "babies_expected")
        known = expected is not None and expected >= 1
        most = int(expected) if expected is not None and known else MOST_BABIES
        high += most
        if pregnant is None:
            open_questions += if_unasked(person, "pregnant", "pregnant")
            continue
        low += most if known else 1
        if not known and said(person, "babies_expected") not in ("not-sure", "rather-not"):
            open_questions.append("babies-expected")
    return low, high, open_questions


def _expecting(scene: Scene, kind: str, unit: Unit) -> Iterator[Person]:
    """Whose babies count: of the tax household the person's own, else everybody's."""
    for member in unit.members:
        own = member["id"] == scene.person.get("id") if scene.person else said(member, "relation") == "self"
        if kind != "tax" or own:
            if not (is_unknown(said(member, "pregnant")) and not_asked_of(scene, member, "pregnant")):
                yield member
