"""Three-way: what the source said last time, what stands in the file now, what the source says today."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MISSING = object()
WHOLE = frozenset(("rule", "examples", "locations", "schedule"))  # never put together from two hands


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
        else:
            value = stands
            result.conflicts.append(where)
        if value is not MISSING:
            result.record[name] = value
    return result
