"""Three-way: what the source said last time, what stands in the file now, what the source says today."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MISSING = object()
WHOLE = frozenset(("rule", "examples", "schedule"))  # never put together from two hands
ADDRESS = ("street", "city", "state", "zip", "latitude", "longitude")  # nor is one address of two


@dataclass
class Merged:
    """One record after the merge."""

    record: dict[str, Any]
    taken: list[str] = field(default_factory=list)  # fields that the source changed
    conflicts: list[str] = field(default_factory=list)  # fields that both changed: the hand's stays
    kept: list[str] = field(default_factory=list)  # fields that a hand changed


def merged(base: dict[str, Any], here: dict[str, Any], new: dict[str, Any], path: str = "") -> Merged:
    """A field that one side changed is that side's; where both did, the hand's stays and is named."""
    result = Merged({})
    for name in dict.fromkeys([*here, *new]):
        where = f"{path}{name}"
        was, stands, comes = (side.get(name, MISSING) for side in (base, here, new))
        if stands == comes:
            value = stands
        elif stands == was:
            value = comes
            result.taken.append(where)
        elif comes == was:
            value = stands
            result.kept.append(where)
        elif isinstance(stands, dict) and isinstance(comes, dict) and name not in WHOLE:
            inner = merged(was if isinstance(was, dict) else {}, stands, comes, f"{where}.")
            value = inner.record
            result.taken += inner.taken
            result.conflicts += inner.conflicts
            result.kept += inner.kept
        elif name == "locations" and (doors := _doors(was, stands, comes, where, result)) is not None:
            value = doors
        else:
            value = stands
            result.conflicts.append(where)
        if value is not MISSING:
            result.record[name] = value
    return result


def _doors(was: Any, stands: Any, comes: Any, path: str, result: Merged) -> list[Any] | None:
    """The doors of both sides, each with its fields put together; None where they cannot be told apart.

    A door without an id was written by hand and stays.
    """
    by_hand = (
        [door for door in stands if isinstance(door, dict) and "id" not in door] if isinstance(stands, list) else []
    )
    rest = [door for door in stands if door not in by_hand] if by_hand else stands
    base, here, new = (_by_id(side) for side in ([] if was is MISSING else was, rest, comes))
    if base is None or here is None or new is None:
        return None
    doors = []
    for id_ in dict.fromkeys([*here, *new]):
        old, mine, theirs = (side.get(id_) for side in (base, here, new))
        where = f"{path}.{id_}"
        if mine is None:
            if old is None:
                doors.append(theirs)
            (result.taken if old is None else result.kept if theirs == old else result.conflicts).append(where)
        elif theirs is None:
            if mine != old:
                doors.append(mine)
            (result.taken if mine == old else result.kept if old is None else result.conflicts).append(where)
        else:
            theirs = _one_address(old or {}, mine, theirs, f"{where}.", result)
            inner = merged(old or {}, mine, theirs, f"{where}.")
            doors.append(inner.record)
            result.taken += inner.taken
            result.conflicts += inner.conflicts
            result.kept += inner.kept
    return [*doors, *by_hand]


def _by_id(doors: Any) -> dict[str, dict[str, Any]] | None:
    """Doors by their ids; None where one has none, or two the same."""
    if not isinstance(doors, list) or not all(isinstance(door, dict) and door.get("id") for door in doors):
        return None
    found = {str(door["id"]): door for door in doors}
    return found if len(found) == len(doors) else None


def _one_address(
    base: dict[str, Any], here: dict[str, Any], new: dict[str, Any], path: str, result: Merged
) -> dict[str, Any]:
    """The source's door, with the hand's address where a hand changed it: one address is never put together of two."""
    was, stands, comes = ([side.get(name) for name in ADDRESS] for side in (base, here, new))
    if was in (stands, comes) or stands == comes:
        return new
    result.conflicts += [f"{path}{name}" for name in ADDRESS if new.get(name) not in (base.get(name), here.get(name))]
    mine = {name: here[name] for name in ADDRESS if name in here}
    return {**{name: value for name, value in new.items() if name not in ADDRESS}, **mine}
