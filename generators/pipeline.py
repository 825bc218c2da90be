"""The table of contents in code: from a resources folder to records, checked, and on to what the pages need."""

from __future__ import annotations

import dataclasses
import datetime
from functools import partial
from pathlib import Path
from typing import Any

from .examples import rule_problems
from .languages import language
from .load import Source, load
from .load.places import Places, read_places
from .memory import FORGETFUL, Memory
from .model import Records, Where, mark
from .places import place_problems, where_all
from .problems import Problem
from .rules import screening_data
from .validate import sound_in, validate
from .version import version_of_code


def gather(
    resources: Path, today: datetime.date, cache: Path | None = None, memory: Memory = FORGETFUL
) -> tuple[Records | None, list[Problem]]:
    """Everything the data says, and all problems; no records while a problem stands in the way.

    `cache`: a folder that may keep what was parsed; `memory`: what this process knows of an earlier build.
    """
    sources, unreadable = load(resources, cache, memory)
    return judged(sources, unreadable, resources, today, cache, memory)


def judged(
    sources: list[Source],
    unreadable: list[Problem],
    resources: Path,
    today: datetime.date,
    cache: Path | None = None,
    memory: Memory = FORGETFUL,
) -> tuple[Records | None, list[Problem]]:
    """The same of files that are read already."""
    folder = resources.as_posix()
    version = version_of_code() if cache else b""
    sound = memory.same(("sound", folder, str(cache)), (version,), lambda: sound_in(cache, folder, version))
    records, problems = validate(sources, today, folder, sound, memory)
    if records is not None:
        places = memory.same(("places", folder), _states(read_places(resources)), lambda: read_places(resources))
        problems = [*problems, *place_problems(records, places, folder, memory)]
        where = where_all(records, places, memory)
        marks = {}
        for id_, found in where.items():
            own = records.marks[f"service/{id_}"]
            marks[f"service/{id_}"] = memory.same(("place", id_), (own, found), partial(_mark, own, found))
        records = dataclasses.replace(records, where=where, marks={**records.marks, **marks})
    if records is not None and not unreadable:
        problems = [*problems, *rule_problems(records, folder, cache, memory)]
    problems = sorted({*unreadable, *problems})
    if any(not problem.reminder for problem in problems):
        return None, problems
    return records, problems


def _mark(own: bytes, where: Where) -> bytes:
    """Of what a service says and of where it is."""
    return mark([own, repr(where)])


def _states(places: Places) -> tuple[object, ...]:
    """Changes with every file of a place table."""
    found = ((path, path.stat()) for path in places.files.values())
    return tuple(one for path, stat in found for one in (str(path), stat.st_size, stat.st_mtime_ns))


def screening(records: Records, today: datetime.date, code: str = "en") -> dict[str, Any]:
    """What both evaluators take: rules, figures and words in one language."""
    return screening_data(records, language(code), today)
