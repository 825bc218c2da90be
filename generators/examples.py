"""Examples of rules must come out as they say: each is run, unless nothing that it reads changed since it was."""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .languages import language
from .memory import FORGETFUL, Memory
from .model import Lasting, Records, Service, mark, note
from .model.marks import COMMON
from .problems import Problem
from .rules import check_facts, doors_ring, screen, screening_data, with_doors
from .rules.doors import programs_of, reached
from .version import version_of_code

MOST_AGAIN = 200  # services whose examples are looked for one by one
SOUND = "sound"  # the key of the mark of rules whose examples all came out as they say


def rule_problems(
    records: Records, folder: str, cache: Path | None = None, memory: Memory = FORGETFUL
) -> Iterator[Problem]:
    """Doors that open each other in a ring, and examples that come out otherwise than they say.

    Examples are run on the day on which the figures were taken, so that a site does not stop when a figure ends.
    `cache`: a folder that may keep what came out; `memory`: of this process.
    """
    rules = tuple(service.rule for service in records.services.values() if service.rule)
    if ring := memory.same(("ring", folder), (*records.services, *rules), lambda: doors_ring(records.services)):
        placed = records.placed[f"service/{ring[0]}"]
        text = f"these programs wait for each other in a ring: {' -> '.join(ring)}. Take one `receives` out."
        yield Problem(f"{folder}/{placed.path}", placed.line(("rule",)), text)
        return
    kept = memory.same(
        ("examples", folder, str(cache)),
        (version_of_code(), records.marks[COMMON]),
        lambda: _kept(records, folder, cache, memory),
    )
    kept.begin()
    now = _mark_of_rules(records)
    if kept.get(records, SOUND) == now:
        return
    is_sound = True
    data = screening_data(records, language("en"), _day(records))
    services: Any = records.each(("services of examples",), lambda: data["services"])
    data = {**data, "services": services}
    places = {id_: place for place, id_ in enumerate(data["order"])}
    for id_, service in records.services.items():
        if service.examples:
            own = _with_doors_alone(data, id_, places)

            def run(id_: str = id_, service: Service = service, own: dict[str, Any] = own) -> list[Any]:
                note(("record", "item", f"service/{id_}"))
                return [(each.path, each.line, each.text) for each in _of_service(records, folder, id_, service, own)]

            for found in kept.made(records, f"{id_} {' '.join(own['order'])}", run):
                is_sound = False
                yield Problem(*found)
    if is_sound:
        kept.put(records, SOUND, now, ())
    kept.save(records)


def are_still_sound(records: Records, folder: str, changed: Collection[str]) -> bool:
    """Does nothing come out wrong that some services may have to do with, which changed since all was sound?

    False also where so many others count on them that all examples are better run.
    """
    programs: dict[int, list[str]] = {}  # by the rule: nearly all equal rules are one object
    doors: dict[str, list[str]] = {}
    opened: dict[str, list[str]] = defaultdict(list)
    for id_, service in records.services.items():
        if service.rule:
            if id(service.rule) not in programs:
                programs[id(service.rule)] = programs_of(service.rule.to_json())
            doors[id_] = programs[id(service.rule)]
            for program in doors[id_]:
                opened[program].append(id_)

    def behind(id_: str) -> list[str]:
        return doors.get(id_, [])

    touched = reached(changed, lambda id_: opened.get(id_, ()))
    if len(touched) > MOST_AGAIN:
        return False
    if any(id_ in reached([door for door in behind(id_) if door in doors], behind) for id_ in changed):
        return False  # a ring
    checked = [id_ for id_ in touched if id_ in records.services and records.services[id_].examples]
    if not checked:
        return True
    wanted = reached(checked, behind)
    some = {id_: service for id_, service in records.services.items() if id_ in wanted}
    data = screening_data(replace(records, services=some), language("en"), _day(records))
    places = {id_: place for place, id_ in enumerate(data["order"])}
    return not any(
        True
        for id_ in checked
        for _ in _of_service(records, folder, id_, some[id_], _with_doors_alone(data, id_, places))
    )


def _with_doors_alone(data: dict[str, Any], id_: str, places: Mapping[str, int]) -> dict[str, Any]:
    """What a screening of one service takes: it and its doors."""
    wanted = sorted(with_doors(data, [id_]), key=places.__getitem__) if id_ in places else []
    return {**data, "order": wanted}


def _day(records: Records) -> datetime.date:
    """The day on which the figures were taken."""
    day = max((figure.as_of for figure in records.figures.values()), default="2026-11-21")
    return datetime.date.fromisoformat(day if len(day) == 10 else f"{day}-28")


def _mark_of_rules(records: Records) -> bytes:
    """Of all that an outcome may depend on but figures and our own code."""
    ruled = (id_ for id_, service in records.services.items() if service.rule or service.examples)
    return mark([(id_, records.marks[f"service/{id_}"]) for id_ in ruled])


def _kept(records: Records, folder: str, cache: Path | None, memory: Memory) -> Lasting:
    """What came out in the last build; of other code and other figures nothing."""
    if cache is None and not memory.keeps:
        return Lasting()
    settings = hashlib.sha256(version_of_code() + records.marks[COMMON] + folder.encode()).digest()
    return Lasting(cache and cache / "examples.bin", settings, memory.keeps)


def _of_service(records: Records, folder: str, id_: str, service: Service, data: dict[str, Any]) -> Iterator[Problem]:
    placed = records.placed[f"service/{id_}"]
    path = f"{folder}/{placed.path}"
    for index, example in enumerate(service.examples):
        facts = with_ids({"as_of": data["as_of"], **example.facts})
        if service.rule is None:
            told: Iterable[str] = ["there is an example, but no rule that it could be an example of."]
        elif mistakes := check_facts(facts):
            told = [f'the facts of the example "{example.name}" are wrong: {"; ".join(mistakes)}']
        elif data["order"]:  # what is closed for good is not screened
            told = _differences(example, screen(data, facts, [id_])["services"][id_])
        else:
            told = ()
        for text in told:
            yield Problem(path, placed.line(("examples", index)), text)


def with_ids(facts: Any) -> Any:
    """People without an id are p1, p2 ... in their order; anything else is left for `check_facts` to name."""
    if not isinstance(facts, dict) or not isinstance(facts.get("people"), list):
        return facts
    people = [
        {"id": f"p{index + 1}", **person} if isinstance(person, dict) else person
        for index, person in enumerate(facts["people"])
    ]
    return {**facts, "people": people}


def _differences(example: Any, result: dict[str, Any]) -> Iterator[str]:
    """Where the rule's answer is not the example's."""
    start = f'the example "{example.name}"'
    if result["outcome"] != example.outcome:
        why = "; ".join(reason["text"] for reason in result["reasons"])
        yield f"{start} should be {example.outcome}, but the rule says {result['outcome']}: {why}"
    elif example.who is not None and set(example.who) != set(result["who"]):
        yield f"{start} should be for {_all(example.who)}, but the rule says {_all(result['who'])}."
    elif example.open is not None and not set(example.open) <= set(result["open"]):
        yield f"{start} should leave open {_all(example.open)}, but the rule leaves {_all(result['open'])}."


def _all(words: Iterable[str]) -> str:
    return ", ".join(words) or "nothing"
