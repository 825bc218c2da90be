"""What an import would change: each record new, changed, the same, in conflict, gone, or deleted by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .base import Base
from .convert import Records
from .here import Here
from .merge import merged
from .place import Target

SHELF = {"service": "services", "organization": "organizations"}


@dataclass(frozen=True)
class Change:
    """What becomes of one record."""

    what: str  # new, changed, same, gone, deleted
    key: str  # service/136
    id: str
    name: str  # of its file inside the resources folder
    here: Here | None
    record: dict[str, Any]  # as it will stand
    taken: tuple[str, ...] = ()  # fields that the source changed
    conflicts: tuple[str, ...] = ()  # fields that both changed: the hand's stays
    kept: tuple[str, ...] = ()  # fields that a hand changed


@dataclass(frozen=True)
class Plan:
    """All changes, and the memory for the next import."""

    changes: list[Change] = field(default_factory=list)
    base: Base = field(default_factory=dict)

    def of(self, what: str) -> list[Change]:
        return [change for change in self.changes if change.what == what]


def planned(made: Records, here: list[Here], base: Base, target: Target, listed: bool, gone: str, back: bool) -> Plan:
    """`gone`: what to do with records that the source no longer has: list or close. `back`: deleted ones, too."""
    mine = {one.key: one for one in here if one.source == target.source and one.key}
    changes: list[Change] = []
    memory: Base = {}
    for kind, records in (("organization", made.organizations), ("service", made.services)):
        for id_, record in records.items():
            key = f"{kind}/{id_}"
            change = _change(
                key,
                kind,
                record,
                made.ids[key],
                made.areas.get(key, ""),
                mine.get(key),
                base.get(key),
                target,
                listed,
                back,
            )
            changes.append(change)
            memory[key] = {"id": change.id, "record": record}
    for key, one in {**{key: None for key in base}, **mine}.items():
        if key in memory:
            continue
        if one is None:
            continue  # gone from the source, and deleted here too
        record = dict(one.data)
        was = base.get(key, {}).get("record", record)
        if gone == "close" and record.get("status") != "closed" and one.kind == "service":
            record["status"] = "closed"
            was = {**was, "status": "closed"}
        changes.append(Change("gone", key, one.id, one.name, one, record))
        memory[key] = {"id": one.id, "gone": base.get(key, {}).get("gone") or target.today.isoformat(), "record": was}
    return Plan(changes, memory)


def _change(
    key: str,
    kind: str,
    record: dict[str, Any],
    id_: str,
    area: str,
    here: Here | None,
    last: dict[str, Any] | None,
    target: Target,
    listed: bool,
    back: bool,
) -> Change:
    if here is None:
        area = _area(record, area, target)
        name = f"{area}/{SHELF[kind]}.yaml" if listed else f"{area}/{SHELF[kind]}/{id_}.yaml"
        what = "deleted" if last is not None and not back else "new"
        return Change(what, key, id_, name, None, record)
    result = merged(last["record"] if last else {}, here.data, record)
    what = "changed" if result.record != here.data else "same"
    return Change(
        what, key, here.id, here.name, here, result.record,
        tuple(result.taken), tuple(result.conflicts), tuple(result.kept),
    )  # fmt: skip


def _area(record: dict[str, Any], given: str, target: Target) -> str:
    """The area to import into; from the nation down to the state that all its doors lie in."""
    if given in target.areas and f"{given}/".startswith(f"{target.area}/"):
        return given
    if target.area != "us":
        return target.area
    states = {door.get("state", "") for door in record.get("locations", [])}
    folder = f"us/{next(iter(states)).lower()}" if len(states) == 1 else ""
    return folder if folder in target.areas and "serves" not in record else "us"
