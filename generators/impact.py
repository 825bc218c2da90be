"""What a change of data does: whose outcome changes, and what in the data leads nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .model import Records
from .rules import screen
from .sample import Facts, sample

Json = dict[str, Any]
STATE_LEVEL = "state"
ALWAYS = ("place", "people")  # every other question is about them
# Words of a rule, and the questions that answer them; the words of a flag are the question with a dash.
QUESTIONS_OF = {
    "pregnant": ("pregnant",),
    "unborn_count": ("pregnant", "babies-expected"),
    "gave_birth": ("recent-birth",),
    "breastfeeding": ("breastfeeding",),
    "disabled": ("disabled",),
    "blind": ("blind",),
    "student": ("student",),
    "veteran": ("veteran",),
    "foster": ("foster",),
    "former_foster": ("former-foster",),
    "married": ("married",),
    "couple_at_most": ("married",),
    "hours": ("hours",),
    "receives": ("receives",),
    "situation": ("situations",),
    "income": ("income",),
    "deductions": ("expenses",),
    "expense": ("expenses",),
    "savings": ("savings",),
    "status": ("status",),
    "resident_years": ("status",),
}
UNITS = {"tax": "tax-dependents", "food": "shares-food", "couple": "married"}


@dataclass(frozen=True)
class Impact:
    """Everything there is to say; each line stands alone."""

    changed: list[str] = field(default_factory=list)  # outcomes, old to new
    unused_questions: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)  # rules that no sample family comes to
    unreached: list[str] = field(default_factory=list)  # services that nothing but a need's page leads to
    empty: list[str] = field(default_factory=list)  # needs, and the states without a service of their own


def impact(old: Json, new: Json, records: Records) -> Impact:
    """`old` and `new` are screening data, `records` the new ones."""
    programs = sorted({*old["order"], *new["order"]})
    families = sample(_states(records), programs)
    before = [screen(old, family)["services"] for family in families]
    after = [screen(new, family)["services"] for family in families]
    return Impact(
        list(changes(families, before, after)),
        unused_questions(records),
        list(never(new["order"], after)),
        list(unreached(records)),
        list(empty_cells(records)),
    )


def changes(families: Sequence[Facts], before: Sequence[Json], after: Sequence[Json]) -> Iterator[str]:
    """One line for each service and way of changing: `snap: maybe -> likely for 3 of 200 families, such as ...`."""
    ways: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], Facts] = {}
    for family, old, new in zip(families, before, after, strict=True):
        for service in {**old, **new}:
            way = (service, _outcome(old, service), _outcome(new, service))
            if way[1] != way[2]:
                ways[way] += 1
                first.setdefault(way, family)
    for way in sorted(ways):
        service, was, is_ = way
        count = f"{ways[way]} of {len(families)} families"
        yield f"{service}: {was} -> {is_} for {count}, such as {in_words(first[way])}"


def _outcome(services: Json, service: str) -> str:
    return str(services[service]["outcome"]) if service in services else "not there"


def in_words(family: Facts) -> str:
    """`3 people (31, 8, 4) in OH with $2,300 a month`."""
    ages = ", ".join(str(person["age"]) for person in family["people"])
    income = sum(row["amount"] for row in family["incomes"])
    people = "1 person" if len(family["people"]) == 1 else f"{len(family['people'])} people"
    return f"{people} ({ages}) in {family['place']['state']} with ${income:,} a month"


def unused_questions(records: Records) -> list[str]:
    """Questions whose answer no rule looks at."""
    used = set(ALWAYS)
    for service in records.services.values():
        if service.rule:
            used |= set(_asked_by(service.rule.to_json()))
    return [question for question in records.questions if question not in used]


def _asked_by(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for word, value in node.items():
            yield from QUESTIONS_OF.get(word, ())
            if word == "of" and value in UNITS:
                yield UNITS[value]
            yield from _asked_by(value)
    elif isinstance(node, list):
        for inner in node:
            yield from _asked_by(inner)


def never(order: Iterable[str], results: Sequence[Json]) -> Iterator[str]:
    """Services whose rule says `unlikely` to every family."""
    for service in order:
        if all(result[service]["outcome"] == "unlikely" for result in results):
            yield f"{service}: no sample family comes to likely or maybe"


def unreached(records: Records) -> Iterator[str]:
    """Services that stand on the page of a need only: no rule brings them up, and no other record leads to them."""
    led_to: set[str] = set()
    for id_, service in records.services.items():
        led_to |= {other for other in (*service.alternatives, *service.if_full) if other != id_}
    for urgent in records.urgent.values():
        led_to |= set(urgent.services)
    for preset in records.presets.values():
        led_to |= set(preset.services)
    for barrier in records.barriers.values():
        led_to |= set(barrier.services)
    for area in records.areas.values():
        led_to |= set(area.stuck)
    for id_, service in records.services.items():
        if service.rule is None and id_ not in led_to:
            needs = ", ".join(need for need in service.needs if need in records.needs)
            yield f"{id_}: only on the page of {needs}" if needs else f"{id_}: on no page of a need"


def empty_cells(records: Records) -> Iterator[str]:
    """For each need: the states that have no service of their own for it, and how many hold for the whole nation."""
    states = _state_folders(records)
    for need in records.needs:
        areas = [records.placed[f"service/{id_}"].area for id_, one in records.services.items() if need in one.needs]
        served = {folder for folder in states if any(_inside(area, folder) for area in areas)}
        lacking = [folder.rpartition("/")[2].upper() for folder in states if folder not in served]
        if lacking:
            national = sum(not any(_inside(area, folder) for folder in states) for area in areas)
            which = "no state" if len(lacking) == len(states) else f"not in {' '.join(lacking)}"
            yield f"{need}: {national} for the nation; of its own: {which}"


def _inside(area: str, folder: str) -> bool:
    return area == folder or area.startswith(f"{folder}/")


def _state_folders(records: Records) -> list[str]:
    return sorted(folder for folder, area in records.areas.items() if area.level == STATE_LEVEL)


def _states(records: Records) -> list[str]:
    """Codes of the states: those with a folder, else all of the question about the place."""
    place = records.questions.get("place")
    known = [choice.value for choice in place.choices] if place else []
    return [folder.rpartition("/")[2].upper() for folder in _state_folders(records)] or known or ["OH"]
