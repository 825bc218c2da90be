"""The table of contents in code: from a resources folder to records, checked, and on to what the pages need."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .languages import language
from .load import Source, load
from .load.places import read_places
from .model import Records, mark
from .places import place_problems, where_all
from .problems import Problem
from .rules import check_facts, doors_ring, screen, screening_data
from .validate import validate


def gather(resources: Path, today: datetime.date, cache: Path | None = None) -> tuple[Records | None, list[Problem]]:
    """Everything the data says, and all problems; no records while a problem stands in the way.

    `cache`: a folder that may keep what was parsed.
    """
    sources, unreadable = load(resources, cache)
    return judged(sources, unreadable, resources, today)


def judged(
    sources: list[Source], unreadable: list[Problem], resources: Path, today: datetime.date
) -> tuple[Records | None, list[Problem]]:
    """The same of files that are read already."""
    records, problems = validate(sources, today, resources.as_posix())
    if records is not None:
        places = read_places(resources)
        problems = [*problems, *place_problems(records, places, resources.as_posix())]
        where = where_all(records, places)
        marks = {f"service/{id_}": mark([records.marks[f"service/{id_}"], repr(found)]) for id_, found in where.items()}
        records = dataclasses.replace(records, where=where, marks={**records.marks, **marks})
    if records is not None and not unreadable:
        problems = [*problems, *rule_problems(records, resources.as_posix())]
    problems = sorted({*unreadable, *problems})
    if any(not problem.reminder for problem in problems):
        return None, problems
    return records, problems


def screening(records: Records, today: datetime.date, code: str = "en") -> dict[str, Any]:
    """What both evaluators take: rules, figures and words in one language."""
    return screening_data(records, language(code), today)


def rule_problems(records: Records, folder: str) -> Iterator[Problem]:
    """Doors that open each other in a ring, and examples that come out otherwise than they say.

    Examples are run on the day on which the figures were taken, so that a site does not stop when a figure ends.
    """
    if ring := doors_ring(records.services):
        placed = records.placed[f"service/{ring[0]}"]
        text = f"these programs wait for each other in a ring: {' -> '.join(ring)}. Take one `receives` out."
        yield Problem(f"{folder}/{placed.path}", placed.line(("rule",)), text)
        return
    day = max((figure.as_of for figure in records.figures.values()), default="2026-11-21")
    as_of = day if len(day) == 10 else f"{day}-28"
    data = screening(records, datetime.date.fromisoformat(as_of))
    for id_, service in records.services.items():
        placed = records.placed[f"service/{id_}"]
        path = f"{folder}/{placed.path}"
        for index, example in enumerate(service.examples):
            line = placed.line(("examples", index))
            facts = with_ids({"as_of": as_of, **example.facts})
            if service.rule is None:
                yield Problem(path, line, "there is an example, but no rule that it could be an example of.")
            elif mistakes := check_facts(facts):
                yield Problem(path, line, f'the facts of the example "{example.name}" are wrong: {"; ".join(mistakes)}')
            elif id_ in data["services"]:  # what is closed for good is not screened
                result = screen(data, facts, [id_])["services"][id_]
                yield from _differences(path, line, example, result)


def with_ids(facts: Any) -> Any:
    """People without an id are p1, p2 ... in their order; anything else is left for `check_facts` to name."""
    if not isinstance(facts, dict) or not isinstance(facts.get("people"), list):
        return facts
    people = [
        {"id": f"p{index + 1}", **person} if isinstance(person, dict) else person
        for index, person in enumerate(facts["people"])
    ]
    return {**facts, "people": people}


def _differences(path: str, line: int, example: Any, result: dict[str, Any]) -> Iterator[Problem]:
    """Where the rule's answer is not the example's."""
    start = f'the example "{example.name}"'
    if result["outcome"] != example.outcome:
        why = "; ".join(reason["text"] for reason in result["reasons"])
        text = f"{start} should be {example.outcome}, but the rule says {result['outcome']}: {why}"
        yield Problem(path, line, text)
    elif example.who is not None and set(example.who) != set(result["who"]):
        text = f"{start} should be for {_all(example.who)}, but the rule says {_all(result['who'])}."
        yield Problem(path, line, text)
    elif example.open is not None and not set(example.open) <= set(result["open"]):
        text = f"{start} should leave open {_all(example.open)}, but the rule leaves {_all(result['open'])}."
        yield Problem(path, line, text)


def _all(words: Iterable[str]) -> str:
    return ", ".join(words) or "nothing"
