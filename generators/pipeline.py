"""The table of contents in code: from a resources folder to records, checked, and on to what the pages need."""

from __future__ import annotations

import dataclasses
import datetime
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from .examples import are_still_sound, rule_problems
from .gathered import SOME, Base, News, logo_of, settings_of, with_briefs
from .gathered.kept import path_of, read_base, store_base, store_news
from .gathered.packs import Packs, new_packs
from .languages import language
from .load import Source, load
from .load.places import Places, read_places
from .load.scan import State, is_settled, scan
from .memory import FORGETFUL, Memory
from .model import Records, Where, mark
from .places import place_problems, where_all
from .problems import Problem
from .processes import are_two, beside, keep_little
from .rules import screening_data
from .validate import sound_in, validate
from .validate.closed import closed_ids
from .version import version_of_code

WORTH = (
    20_000_000  # bytes of data; with less, to learn all once more after the other process takes longer than it saves
)
MUCH = 4_000_000  # bytes that are kept of what was gathered: of some 5,000 services


def gather(
    resources: Path, today: datetime.date, cache: Path | None = None, memory: Memory = FORGETFUL
) -> tuple[Records | None, list[Problem]]:
    """Everything the data says, and all problems; no records while a problem stands in the way.

    `cache`: a folder that may keep what was parsed; `memory`: what this process knows of an earlier build.
    """
    if cache is None and not memory.keeps:
        return judged(*load(resources), resources, today)
    folder, places = resources.as_posix(), read_places(resources)
    began, told = time.time_ns(), _scanned(resources, cache)
    settings = settings_of(version_of_code(cache), resources, today, _states(places))
    base: Base | None = memory.same(
        ("base", folder), (settings,), lambda: read_base(cache, settings, resources, places, today) if cache else None
    )
    states = told()
    if base and base.logo == logo_of(base.records, resources) and (found := base.since(states, began, are_still_sound)):
        if cache and (base.news.keys or len(base.news.files) > SOME):
            memory.later(partial(store_news, path_of(cache, resources), base, settings, base.news))
            base.news = News()
        return found
    base = None
    keep_little()
    is_much = sum(size for _, size, *_ in states.values()) >= WORTH
    if cache and not memory.keeps and is_much and are_two() and (packs := new_packs(cache)):
        told, starts = beside(partial(_pack_all, resources, today, cache, settings, places, states, began, packs))()
        if told:
            return None, [Problem(*one) for one in told]
        if starts and (base := read_base(cache, settings, resources, places, today, packs)):
            packs.take(starts, base.records)
            return base.records, base.problems
    records, problems = judged(*load(resources, cache, memory), resources, today, cache, memory)
    if records is not None:
        memory.forget(("base", folder))
        base = _base(resources, today, places, states, began, records, problems)
        records = base.records
        memory.same(("base", folder), (settings,), lambda: base)
        if cache:
            memory.later(partial(store_base, path_of(cache, resources), base, settings))
    return records, problems


def _scanned(resources: Path, cache: Path | None) -> Callable[[], dict[str, State]]:
    """Begins to ask the disk for each file, in another process where there were many last time; gives what waits."""
    try:
        is_much = cache is not None and path_of(cache, resources).stat().st_size >= MUCH
    except OSError:
        is_much = False
    if is_much:
        return beside(partial(scan, resources))
    states = scan(resources)
    return lambda: states


def _pack_all(
    resources: Path,
    today: datetime.date,
    cache: Path,
    settings: bytes,
    places: Places,
    states: dict[str, State],
    began: int,
    packs: Packs,
) -> tuple[list[tuple[Any, ...]], bytes]:
    """Gathers everything in a process of its own, which ends: what parsing and checking took goes back to the system.

    Gives all problems as plain data where one stands in the way, else none; and where each record begins in `packs`,
    or nothing where what was gathered could not be kept.
    """
    records, problems = judged(*load(resources, cache), resources, today, cache)
    if records is None:
        return [(one.path, one.line, one.text, one.reminder) for one in problems], b""
    base = _base(resources, today, places, states, began, records, problems)
    is_kept = store_base(path_of(cache, resources), base, settings)
    return [], packs.write(records) if is_kept else b""


def _base(
    resources: Path,
    today: datetime.date,
    places: Places,
    states: dict[str, State],
    began: int,
    records: Records,
    problems: list[Problem],
) -> Base:
    """All that was gathered, for the next build."""
    files = {name: state for name, state in states.items() if is_settled(state, began)}
    base = Base(resources, places, today, files, with_briefs(records), problems, closed_ids(records.services))
    base.logo = logo_of(records, resources)
    return base


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
    version = version_of_code(cache) if cache else b""
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
