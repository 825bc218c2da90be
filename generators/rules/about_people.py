"""Conditions about one person: age, family tie, pregnancy, disability, study, service, work, status."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .answers import Json, Person, Scene, flag, if_unasked, is_number, is_unknown, not_asked_of, number, said
from .findings import Finding, all_of
from .limits import resolve
from .reasons import Reason, Reasoner
from .units import spouse_of, spouse_questions

# word of the rule -> question; the key in the facts is the word
FLAGS = {
    "pregnant": "pregnant",
    "breastfeeding": "breastfeeding",
    "disabled": "disabled",
    "blind": "blind",
    "student": "student",
    "veteran": "veteran",
    "foster": "foster",
    "former_foster": "former-foster",
}
PARENTS = ("self", "spouse")
WORDS = {True: "holds", False: "fails", None: "open"}


def finding(scene: Scene, condition: str, value: bool | None, key: str, open_: list[str], **values: Any) -> Finding:
    """One finding about the person, with its one reason from the template `key`.

    In a rule of the household that forgot to say `anyone`, nobody is meant, and no question would help.
    """
    reason: Reason = {"condition": condition, "holds": value, "text": Reasoner(scene.data).fill(key, **values)}
    if scene.person and "id" in scene.person:
        reason["person"] = scene.person["id"]
    return Finding(value, [reason], open_ if value is None and scene.person is not None else [])


def person_of(scene: Scene) -> Person:
    """The person the rule speaks of; without one, somebody of whom nothing is known."""
    return scene.person if scene.person is not None else {}


def age(scene: Scene, rule: Json) -> Finding:
    """From and under are two tests; a figure may give the age for the place."""
    findings = []
    if "from" in rule:
        findings.append(_age_test(scene, rule["from"], False))
    if "under" in rule:
        findings.append(_age_test(scene, rule["under"], True))
    return all_of(findings)


def _age_test(scene: Scene, bound: Any, under: bool) -> Finding:
    person = person_of(scene)
    years, limit = number(person, "age"), resolve(scene, bound)
    if not is_number(limit.value):
        if limit.value == "not-offered":
            return finding(scene, "age", False, "income-not-offered", [])
        if limit.value == "no-limit":
            return Finding(True)
        return finding(scene, "age", None, *missing_figure(scene, limit.missing))
    if years is None:
        return finding(scene, "age", None, "age-open", if_unasked(person, "age", "people"))
    old_enough = years >= limit.value
    words = Reasoner(scene.data)
    key = "age-from-holds" if old_enough else "age-from-fails"
    return finding(scene, "age", old_enough != under, key, [], age=words.number(limit.value))


def missing_figure(scene: Scene, missing: str) -> tuple[str, list[str]]:
    """Template and open questions for a figure that has no value here."""
    if missing == "place":
        return "place-open", place_questions(scene)
    return ("no-figure" if missing == "past" else "no-figure-here"), []


def place_questions(scene: Scene) -> list[str]:
    """The place, where the state was not asked."""
    place = said(scene.facts, "place")
    if isinstance(place, dict):
        return if_unasked(place, "state", "place")
    return if_unasked(scene.facts, "place", "place")


def relation(scene: Scene, wanted: list[str]) -> Finding:
    """Family tie to self."""
    person = person_of(scene)
    tie = said(person, "relation")
    if is_unknown(tie):
        return finding(scene, "relation", None, "relation-open", if_unasked(person, "relation", "people"))
    words = Reasoner(scene.data)
    value = tie in wanted
    things = words.either([words.fill(f"relation-{name}") for name in ([tie] if value else wanted)])
    return finding(scene, "relation", value, f"relation-{WORDS[value]}", [], things=things)


def yes_or_no(word: str) -> Callable[[Scene, bool], Finding]:
    """The condition of one yes-or-no fact about the person."""

    def condition(scene: Scene, wanted: bool) -> Finding:
        person = person_of(scene)
        answer = flag(scene, person, word, FLAGS[word])
        value = None if answer is None else answer is wanted
        found = finding(scene, word, answer, f"{word}-{WORDS[answer]}", if_unasked(person, word, FLAGS[word]))
        reasons: list[Reason] = [{**reason, "holds": value} for reason in found.reasons]
        return Finding(value, reasons, found.open)

    return condition


def gave_birth(scene: Scene, months: int) -> Finding:
    """A birth so many months ago at most; null says none."""
    person = person_of(scene)
    since = said(person, "months_since_birth")
    never = since is None or (not is_number(since) and not_asked_of(scene, person, "recent-birth"))
    if never:
        return finding(scene, "gave_birth", False, "gave_birth-none", [])
    if not is_number(since):
        unasked = if_unasked(person, "months_since_birth", "recent-birth")
        return finding(scene, "gave_birth", None, "gave_birth-open", unasked)
    value = since <= months
    return finding(scene, "gave_birth", value, f"gave_birth-{WORDS[value]}", [], count=months)


def married(scene: Scene, wanted: bool) -> Finding:
    """Has a spouse in the household."""
    answer: bool | None = None
    if scene.people is not None and scene.person and "id" in scene.person:
        spouse, certain = spouse_of(scene.people, scene.person)
        answer = True if spouse else (False if certain else None)
        open_ = [] if certain else spouse_questions(scene.people, scene.person)
    else:
        open_ = ["people"]
    value = None if answer is None else answer is wanted
    found = finding(scene, "married", value, f"married-{WORDS[answer]}", open_)
    return found


def caretaker(scene: Scene, under: int) -> Finding:
    """Lives with a child under this age and takes care of it.

    Certain for self and spouse with a child or grandchild of theirs; nobody else is asked who cares for whom, so any
    other child in the home leaves it unknown.
    """
    if scene.people is None or not scene.person or "id" not in scene.person:
        return finding(scene, "caretaker", None, "caretaker-open", ["people"])
    certain = may_be = False
    open_: list[str] = []
    for other in scene.people:
        if other["id"] == scene.person["id"]:
            continue
        years = number(other, "age")
        if years is not None and years >= under:
            continue
        own = said(scene.person, "relation") in PARENTS and said(other, "relation") in ("child", "grandchild")
        claimed = said(other, "tax_dependent_of") == scene.person["id"]
        if years is None:
            open_ += if_unasked(other, "age", "people")
        elif own or claimed:
            certain = True
        may_be = True
    own_age = number(scene.person, "age")
    too_young = own_age is not None and own_age < 12
    value = True if certain else (None if may_be and not too_young else False)
    return finding(scene, "caretaker", value, f"caretaker-{WORDS[value]}", open_, age=under)


def hours(scene: Scene, rule: Json) -> Finding:
    """Hours of work a week."""
    person = person_of(scene)
    worked = number(person, "hours_per_week")
    if worked is None and not_asked_of(scene, person, "hours"):
        worked = 0.0
    if worked is None:
        return finding(scene, "hours", None, "hours-open", if_unasked(person, "hours_per_week", "hours"))
    words, findings = Reasoner(scene.data), []
    for bound in ("from", "under"):
        if bound in rule:
            enough = worked >= rule[bound]
            key = "hours-from-holds" if enough else "hours-from-fails"
            value = enough == (bound == "from")
            findings.append(finding(scene, "hours", value, key, [], hours=words.number(rule[bound])))
    return all_of(findings)


def resident_years(scene: Scene, years: int) -> Finding:
    """Never fails, like `status`: who is a permanent resident for so long has it, of others nothing is said."""
    person = person_of(scene)
    known = number(person, "status_years")
    if said(person, "status") == "permanent-resident" and known is not None and known >= years:
        return finding(scene, "resident_years", True, "resident-years-holds", [], years=years)
    return status(scene, [])


def status(scene: Scene, listed: list[str]) -> Finding:
    """Never fails: no status answer ends a search, and nobody is asked who does not want help."""
    person = person_of(scene)
    if said(person, "status") in listed:
        return finding(scene, "status", True, "status-holds", [])
    asks = said(person, "wants_help") is not False
    return finding(scene, "status", None, "status-open", if_unasked(person, "status", "status") if asks else [])
