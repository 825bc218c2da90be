"""Every address on the web that the data names, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Records

KINDS = ("services", "organizations", "figures", "documents", "letters", "presets")
NOT_SHOWN = ("examples", "imported", "rule")
Place = tuple[str, int]  # a file and a line


def links_of(records: Records, folder: str) -> dict[str, list[Place]]:
    """Each address with the places that name it; without what stands behind a `#`."""
    found: dict[str, list[Place]] = {}
    named = [(name.removesuffix("s"), getattr(records, name)) for name in KINDS]
    rows = {f"{area}:{key}": row for area, by in records.doorways.items() for key, row in by.items()}
    for kind, known in (*named, ("doorway", rows), ("site", {"site": records.site})):
        for id_, record in known.items():
            placed = records.placed.get(f"{kind}/{id_}")
            if placed is None:
                continue
            for path, url in _urls(record.model_dump(by_alias=True), ()):
                found.setdefault(url.partition("#")[0], []).append((f"{folder}/{placed.path}", placed.line(path)))
    return found


def _urls(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        if value.startswith(("https://", "http://")) and " " not in value:
            yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_SHOWN:
                yield from _urls(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _urls(inner, (*path, index))
