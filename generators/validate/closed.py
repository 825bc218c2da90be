"""What is closed for good keeps its page, and nothing else leads a family to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..model import Service
from ..problems import Problem
from .links import REFERENCES
from .papers import Place

Path = tuple[str | int, ...]


def closed_ids(found: Mapping[str, Any]) -> frozenset[str]:
    """The services that are closed for good."""
    return frozenset(id_ for id_, one in found.items() if isinstance(one, Service) and one.status == "closed")


def closed_reminders(data: Mapping[str, tuple[Any, Place]], closed: frozenset[str]) -> Iterator[Problem]:
    """Each place in a list that still names a closed service. `data`: raw values and where they stand, by key."""
    for key, (value, (source, at)) in data.items():
        if key.removeprefix("service/") in closed:
            continue
        for path, id_ in _named(value, tuple(at), closed):
            text = f'"{id_}" is closed for good. Name another service here, or take it out.'
            yield Problem(source.path, source.line(path), text, reminder=True)


def _named(value: Any, at: Path, closed: frozenset[str]) -> Iterator[tuple[Path, str]]:
    """Place and id of every closed service in the lists of a raw value."""
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if not isinstance(inner, list):
            if name not in ("rule", "examples"):
                yield from _named(inner, (*at, name), closed)
        elif REFERENCES.get(name) == "service":
            yield from (((*at, name, place), id_) for place, id_ in enumerate(inner) if id_ in closed)


def without_closed(records: dict[str, BaseModel], closed: frozenset[str]) -> dict[str, BaseModel]:
    """The records, their lists without services that are closed. A list that must not be empty keeps its last."""
    return {id_: _without(record, closed) for id_, record in records.items()} if closed else records


def _without(record: BaseModel, closed: frozenset[str]) -> BaseModel:
    update = {}
    for name, field in type(record).model_fields.items():
        listed = getattr(record, name)
        if REFERENCES.get(name) == "service" and isinstance(listed, tuple) and closed.intersection(listed):
            left = tuple(id_ for id_ in listed if id_ not in closed)
            update[name] = left if left or not field.metadata else listed[:1]
    return record.model_copy(update=update) if update else record
