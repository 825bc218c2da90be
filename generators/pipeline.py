"""The table of contents in code: from a resources folder to records, checked, and on to what the pages need."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

from .examples import rule_problems
from .languages import language
from .load import Source, load
from .load.places import read_places
from .model import Records, mark
from .places import place_problems, where_all
from .problems import Problem
from .rules import screening_data
from .validate import sound_in, validate
from .version import version_of_code


def gather(resources: Path, today: datetime.date, cache: Path | None = None) -> tuple[Records | None, list[Problem]]:
    """Everything the data says, and all problems; no records while a problem stands in the way.

    `cache`: a folder that may keep what was parsed.
    """
    sources, unreadable = load(resources, cache)
    return judged(sources, unreadable, resources, today, cache)


def judged(
    sources: list[Source], unreadable: list[Problem], resources: Path, today: datetime.date, cache: Path | None = None
) -> tuple[Records | None, list[Problem]]:
    """The same of files that are read already."""
    sound = sound_in(cache, resources.as_posix(), version_of_code)
    records, problems = validate(sources, today, resources.as_posix(), sound)
    if records is not None:
        places = read_places(resources)
        problems = [*problems, *place_problems(records, places, resources.as_posix())]
        where = where_all(records, places)
        marks = {f"service/{id_}": mark([records.marks[f"service/{id_}"], repr(found)]) for id_, found in where.items()}
        records = dataclasses.replace(records, where=where, marks={**records.marks, **marks})
    if records is not None and not unreadable:
        problems = [*problems, *rule_problems(records, resources.as_posix(), cache)]
    problems = sorted({*unreadable, *problems})
    if any(not problem.reminder for problem in problems):
        return None, problems
    return records, problems


def screening(records: Records, today: datetime.date, code: str = "en") -> dict[str, Any]:
    """What both evaluators take: rules, figures and words in one language."""
    return screening_data(records, language(code), today)
