"""What stands in the resources folder: records with their files, and what an import may refer to."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from ..load import Source
from .needs import Words, words_from
from .place import Target

FOLDERS = {"services": "service", "organizations": "organization"}


@dataclass(frozen=True)
class Here:
    """One record of the site."""

    kind: str  # service or organization
    id: str
    name: str  # of its file: us/fl/services/immigration.yaml
    listed: bool  # under its id in a file of many
    data: dict[str, Any]

    @property
    def key(self) -> str:
        """How an import knows it again: `service/136`; empty for one that was written by hand."""
        imported = self.data.get("imported")
        return f"{self.kind}/{imported.get('id')}" if isinstance(imported, dict) else ""

    @property
    def source(self) -> str:
        imported = self.data.get("imported")
        return str(imported.get("source", "")) if isinstance(imported, dict) else ""


def records_here(sources: list[Source]) -> list[Here]:
    """Every service and organization in English, whatever its file."""
    found = []
    for source in sources:
        *folders, file = source.name.split("/")
        stem = file.removesuffix(".yaml")
        if "." in stem or not isinstance(source.data, dict):
            continue
        if folders and folders[-1] in FOLDERS:
            found.append(Here(FOLDERS[folders[-1]], stem, source.name, False, source.data))
        elif folders and stem in FOLDERS:
            for id_, data in source.data.items():
                if isinstance(data, dict):
                    found.append(Here(FOLDERS[stem], str(id_), source.name, True, data))
    return found


def target_for(sources: list[Source], source: str, area: str, today: datetime.date, words: Any, page: str) -> Target:
    """What an import into an area may refer to."""
    by_name = {one.name: one.data for one in sources if isinstance(one.data, dict)}
    needs = by_name.get("needs.yaml", {})
    return Target(
        source=source,
        area=area,
        today=today,
        needs=frozenset(needs),
        sensitive=frozenset(id_ for id_, need in needs.items() if isinstance(need, dict) and need.get("sensitive")),
        documents=frozenset(by_name.get("documents.yaml", {})),
        figures=frozenset(one.name.split("/")[-1].removesuffix(".yaml") for one in sources if "/figures/" in one.name),
        areas=frozenset(one.name.removesuffix("/area.yaml") for one in sources if one.name.endswith("/area.yaml")),
        zoned=frozenset(
            name.removesuffix("/area.yaml")
            for name, data in by_name.items()
            if name.endswith("/area.yaml") and data.get("time_zone")
        ),
        words=words_from(words) if words else Words(),
        page=page,
    )
