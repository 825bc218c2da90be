"""From values to records, or all problems at once, each with its file and line."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from ..load import Source
from ..load.guides import guide_names
from ..memory import FORGETFUL, Memory
from ..model import (
    BARRIERS,
    Barrier,
    Document,
    Doorway,
    Figure,
    Letter,
    Need,
    Placed,
    Preset,
    Question,
    Records,
    Service,
    SiteSettings,
    Urgent,
)
from ..problems import Problem, did_you_mean
from .closed import closed_ids, closed_reminders, without_closed
from .confidential import address_problems, confidential_parts, office_problems, withheld
from .discreet import discreet_problems, translated_title_problems
from .figures import figure_problems
from .files import ID, LONGEST_ID, Kept, sort_files
from .hours import hours_problems
from .links import date_problems, link_problems, rule_problems
from .marks import marks_of
from .one import SINGLE, record_of
from .papers import Place, errand_problems, paper_problems
from .renamed import RENAMED, renamed_problems
from .settings import demonstration_reminders, settings_problems
from .sound import Sound, sound_in
from .translations import REVIEWED, translated
from .wording import wording_of_all

__all__ = ["sound_in", "validate"]

LISTED: dict[str, type[BaseModel]] = {
    "needs": Need,
    "questions": Question,
    "documents": Document,
    "urgent": Urgent,
    "doorways": Doorway,
    "letters": Letter,
    "presets": Preset,
    "barriers": Barrier,
}
ONE_OF = {
    "needs": "need",
    "questions": "question",
    "documents": "document",
    "urgent": "urgent",
    "doorways": "doorway",
    "letters": "letter",
    "presets": "preset",
    "barriers": "barrier",
}
MUST_BE_THERE = ("site", "needs", "questions", "documents")

Record = TypeVar("Record", bound=BaseModel)


def validate(
    sources: list[Source],
    today: datetime.date,
    folder: str,
    sound: Sound | None = None,
    memory: Memory = FORGETFUL,
) -> tuple[Records | None, list[Problem]]:
    """All records (None when a problem stands in the way) and all problems and reminders.

    `sound`: what the last build found without fault; `memory`: what it made of the same sources.
    """
    sound = sound or Sound()
    kept, problems = sort_files(sources, memory)
    wording = wording_of_all([source for source in sources if not sound.knows(source)])
    found: dict[str, dict[str, BaseModel]] = defaultdict(dict)
    placed: dict[str, Placed] = {}
    homes: dict[str, tuple[Kept, tuple[str | int, ...], Any]] = {}  # key -> file, place in it, raw value
    for item in kept:
        if item.language == "en" and item.source.data is not None:
            for kind, id_, at, data, shape in _records_of(item):
                if item.kind in LISTED and not _is_id(str(at[-1]) if at else "x"):
                    text = f'the id "{at[-1]}" may hold small letters, digits and single dashes only, 60 at most.'
                    problems.append(Problem(item.source.path, item.source.line(at), text))
                    continue
                key = f"{kind}/{id_}"
                if key in homes:
                    first = homes[key][0].source.path
                    text = f'the {kind} "{id_}" is already in {first}. Rename one of the two.'
                    problems.append(Problem(item.source.path, item.source.line(at), text))
                    continue
                homes[key] = (item, at, data)
                make = partial(record_of, kind, item, shape, data, at)
                record, place, wrong = memory.same(("record", key), (item.source.path, item.area, data), make)
                problems += wrong
                if record is not None:
                    found[kind][id_] = record
                    placed[key] = place
    told = wording()
    for source in sources:
        problems += sound.alone(source, partial(told.__getitem__, source.path))
    missing = [name for name in MUST_BE_THERE if not any((item.kind, item.language) == (name, "en") for item in kept)]
    problems += [Problem(f"{folder}/{name}.yaml", 1, "this file is missing. Every site needs it.") for name in missing]
    unread = [item for item in kept if item.source.data is None]
    ids = _ids(homes, unread, missing)
    sound.take_ids(ids)
    for item, at, data in homes.values():
        problems += sound.among_ids(item.source, partial(link_problems, item.source, data, at, ids))
        if item.kind == "doorways" and at and at[0] not in ids["service"]:
            text = f'no program is called "{at[0]}".{did_you_mean(str(at[0]), ids["service"])}'
            problems.append(Problem(item.source.path, item.source.line(at), text))
        if item.kind == "barriers" and at and at[0] not in BARRIERS:
            text = f'a plan cannot keep the barrier "{at[0]}". It can be: {", ".join(BARRIERS)}.'
            problems.append(Problem(item.source.path, item.source.line(at), text))
        if item.kind == "service":
            problems += sound.among_ids(item.source, partial(rule_problems, item.source, data, ids))
    sound.save(sources)
    problems += memory.faults(
        "dates",
        found["service"],
        (today,),
        lambda id_, one: date_problems(homes[f"service/{id_}"][0].source, one, today),
    )
    problems += hours_problems(found, homes, today, memory)
    for id_, settings in _all(found, SiteSettings).items():
        problems += settings_problems(homes[f"site/{id_}"][0].source, settings, folder)
        problems += demonstration_reminders(kept, settings)
    problems += paper_problems(_all(found, Document), _places(homes, "document"))
    problems += errand_problems(_all(found, Service), _places(homes, "service"))
    problems += renamed_problems(found, {kind: _places(homes, kind) for kind in RENAMED})
    if closed := closed_ids(found["service"]):
        raw = {key: (data, (item.source, at)) for key, (item, at, data) in homes.items()}
        problems += closed_reminders(raw, closed)
    for id_, figure in _all(found, Figure).items():
        problems += figure_problems(homes[f"figure/{id_}"][0].source, figure, today)
    problems += discreet_problems(found, lambda key, path: _place(homes[key], path))
    hidden = confidential_parts(_all(found, Service).values())
    for item in kept:
        service = found["service"].get(item.id) if item.kind == "service" else None
        if isinstance(service, Service):
            problems += address_problems(service, item.source.data, item.source.path, item.source.line)
        elif item.kind == "organization" and item.id in hidden:
            problems += office_problems(hidden[item.id], item.source.data, item.source.path, item.source.line)
    keys = {f"{kind}/{id_}" for kind, records in found.items() for id_ in records}
    translations, wrong = _translations(kept, homes, keys, ids, memory)
    problems += wrong
    problems = sorted(set(problems))
    if any(not problem.reminder for problem in problems):
        return None, problems
    return replace(_as_records(found, placed, translations), marks=marks_of(kept, sources, closed, memory)), problems


def _records_of(item: Kept) -> list[tuple[str, str, tuple[str | int, ...], Any, type[BaseModel]]]:
    """The records of one file: kind, id, place in the file, raw value and shape."""
    if item.kind in LISTED:
        if not isinstance(item.source.data, dict):
            return [(ONE_OF[item.kind], "", (), item.source.data, LISTED[item.kind])]
        return [
            (ONE_OF[item.kind], _id_of(item, str(id_)), (id_,), {} if data is None else data, LISTED[item.kind])
            for id_, data in item.source.data.items()
        ]
    return [(item.kind, item.id, (), item.source.data, SINGLE[item.kind])]


def _place(home: tuple[Kept, tuple[str | int, ...], Any], path: tuple[str | int, ...]) -> tuple[str, int]:
    """File and line of a place in a record."""
    source = home[0].source
    return source.path, source.line((*home[1], *path))


def _is_id(text: str) -> bool:
    """Ids are parts of addresses: nothing else may stand in them."""
    return len(text) <= LONGEST_ID and ID.match(text) is not None


def _id_of(item: Kept, id_: str) -> str:
    """The id of a record in a list; a doorway's is of its area too: `us/pa:snap`."""
    return f"{item.area}:{id_}" if item.kind == "doorways" else id_


class _Anything(set[str]):
    """The ids of a list that cannot be read: nobody can say that one is missing."""

    def __contains__(self, _: object) -> bool:
        return True

    def __or__(self, _: Any) -> Any:
        return self


def _ids(homes: dict[str, Any], unread: list[Kept], missing: list[str]) -> dict[str, set[str]]:
    """The ids that files stand for, kind by kind, whether their records are sound or not."""
    ids: dict[str, set[str]] = {kind: set() for kind in (*ONE_OF.values(), *SINGLE)}
    ids["guide"] = set(guide_names())
    for key in homes:
        kind, _, id_ = key.partition("/")
        ids[kind].add(id_)
    for item in unread:
        if item.kind not in LISTED and item.id:
            ids[item.kind].add(item.id)
        elif item.kind not in LISTED:
            ids[item.kind] = _Anything()
    for name in {*missing, *(item.kind for item in unread)} & set(LISTED):
        ids[ONE_OF[name]] = _Anything()
    return ids


def _all(found: dict[str, dict[str, BaseModel]], shape: type[Record]) -> dict[str, Record]:
    """The sound records of one shape, by id."""
    return {id_: record for records in found.values() for id_, record in records.items() if isinstance(record, shape)}


def _places(homes: dict[str, tuple[Kept, tuple[str | int, ...], Any]], kind: str) -> dict[str, Place]:
    """Where the records of one kind stand, by id."""
    return {
        key.partition("/")[2]: (item.source, at) for key, (item, at, _) in homes.items() if key.startswith(f"{kind}/")
    }


def _translations(
    kept: list[Kept],
    homes: dict[str, tuple[Kept, tuple[str | int, ...], Any]],
    sound: set[str],
    ids: dict[str, set[str]],
    memory: Memory,
) -> tuple[dict[str, dict[str, dict[tuple[str | int, ...], str]]], list[Problem]]:
    """language -> key of the record -> path -> text. Records that are not sound themselves come first."""
    texts: dict[str, dict[str, dict[tuple[str | int, ...], str]]] = defaultdict(dict)
    problems: list[Problem] = []
    first: dict[tuple[str, str], str] = {}  # the file of the translation of each record
    for item in kept:
        if item.language == "en" or item.source.data is None:
            continue
        for kind, id_, at, data, _ in _records_of(item):
            if id_ == REVIEWED:
                continue
            home = homes.get(f"{kind}/{id_}")
            if home is None and id_ in ids[kind]:
                continue
            if home is None:
                text = f'there is no English record for "{id_}". Delete this, or write {id_} in English first.'
                problems.append(Problem(item.source.path, item.source.line(at), text))
                continue
            before = first.setdefault((item.language, f"{kind}/{id_}"), item.source.path)
            if before != item.source.path:
                text = f'the {kind} "{id_}" is already translated in {before}. Delete one of the two translations.'
                problems.append(Problem(item.source.path, item.source.line(at), text))
                continue
            key = ("translated", item.language, kind, id_)
            make = partial(translated, item.source, home[2], data, at)
            found, wrong = memory.same(key, (item.source.path, home[2], data), make)
            texts[item.language][f"{kind}/{id_}"] = found
            problems += translated_title_problems(item.source.path, _line_in(item.source, at), found)
            if f"{kind}/{id_}" in sound:
                problems += wrong
    return dict(texts), problems


def _line_in(source: Source, at: tuple[str | int, ...]) -> Callable[[tuple[str | int, ...]], int]:
    """The line of a place in the record that stands at `at`."""
    return lambda path: source.line((*at, *path))


def _as_records(
    found: dict[str, dict[str, Any]],
    placed: dict[str, Placed],
    translations: dict[str, dict[str, dict[tuple[str | int, ...], str]]],
) -> Records:
    closed = closed_ids(found["service"])
    found = defaultdict(dict, {kind: without_closed(records, closed) for kind, records in found.items()})
    return Records(
        site=found["site"]["site"],
        needs=found["need"],
        questions=found["question"],
        documents=found["document"],
        urgent=found["urgent"],
        letters=found["letter"],
        presets=found["preset"],
        barriers=found["barrier"],
        areas=found["area"],
        organizations=found["organization"],
        services={id_: withheld(service) for id_, service in found["service"].items()},
        figures=found["figure"],
        doorways=_by_area(found["doorway"]),
        placed=placed,
        translations=translations,
    )


def _by_area(doorways: dict[str, Doorway]) -> dict[str, dict[str, Doorway]]:
    """area -> program -> doorway, from ids such as `us/pa:snap`."""
    by_area: dict[str, dict[str, Doorway]] = defaultdict(dict)
    for id_, doorway in doorways.items():
        area, _, program = id_.partition(":")
        by_area[area][program] = doorway
    return dict(by_area)
