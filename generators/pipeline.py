"""The table of contents in code: from a resources folder to records, checked, and on to what the pages need."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from .examples import are_still_sound, rule_problems
from .gathered import SOME, Base, News, logo_of, settings_of, with_briefs
from .gathered.files import Known, Looked, looked, looked_as_kept
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
MANY = 5000  # files; fewer are asked for in less time than another process takes


def gather(
    resources: Path,
    today: datetime.date,
    cache: Path | None = None,
    memory: Memory = FORGETFUL,
    look: Looking | None = None,
) -> tuple[Records | None, list[Problem]]:
    """Everything the data says, and all problems; no records while a problem stands in the way.

    `cache`: a folder that may keep what was parsed; `memory`: what this process knows of an earlier build; `look`: what
    `begin_to_look` gave.
    """
    if cache is None and not memory.keeps:
        return judged(*load(resources), resources, today)
    folder, places = resources.as_posix(), read_places(resources)
    look = look or begin_to_look(resources, cache, memory)
    settings = settings_of(version_of_code(cache), resources, today, _states(places))
    base: Base | None = memory.same(
        ("base", folder), (settings,), lambda: read_base(cache, settings, resources, places, today) if cache else None
    )
    seen = look.found(base) if look else None
    if base and base.logo == logo_of(base.records, resources):
        found = base.since(seen or looked(resources, base.files.all()), are_still_sound)
    else:
        found = None
    if base and found:
        if cache and (base.news.keys or len(base.news.files) > SOME):
            memory.later(partial(store_news, path_of(cache, resources), base, settings, base.news))
            base.news = News()
        return found
    base, began, states = None, time.time_ns(), scan(resources)
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


class Looking:
    """Another process that asks the disk for each file."""

    def __init__(self, wait: Callable[[], Any], base: Base | None = None) -> None:
        """`wait`: gives what it found; `base`: the one it knows, else the one that was kept when it began."""
        self._wait = functools.cache(wait)
        self._base = base

    def found(self, base: Base | None) -> Looked | None:
        """What the disk says beside a base; None where it was looked at beside another one, or there is none."""
        found = self.end()
        if base is None:
            return None
        is_its = self._base is base if self._base else base.journal and base.journal.which == found.beside
        return found if is_its else None

    def end(self) -> Looked:
        """Waits for it."""
        return Looked(*self._wait())


def begin_to_look(resources: Path, cache: Path | None, memory: Memory = FORGETFUL) -> Looking | None:
    """Begins to ask the disk; None where it is soon done, or nothing is known."""
    base: Base | None = memory.last(("base", resources.as_posix()))
    path = path_of(cache, resources) if cache else None
    if base and base.files.count >= MANY:
        return Looking(beside(lambda: tuple(looked(resources, base.files.all()))), base)
    if path is None or memory.keeps or not _is_much(path):
        return None
    return Looking(beside(lambda: tuple(looked_as_kept(resources, path))))


def _is_much(path: Path) -> bool:
    """Were there so many files last time that another process should look?"""
    try:
        return path.stat().st_size >= MUCH
    except OSError:
        return False


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
    known = Known(len(states), files)
    base = Base(resources, places, today, known, with_briefs(records), problems, closed_ids(records.services))
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
