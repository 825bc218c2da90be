"""Ids that a record had before: their addresses lead to it, so nothing else may have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..problems import Problem
from .papers import Place

RENAMED = ("service", "organization")


def renamed_problems(
    found: Mapping[str, Mapping[str, Any]], places: Mapping[str, Mapping[str, Place]]
) -> Iterator[Problem]:
    """Old ids that are in use, or that two records say they had. `places`: by kind and id."""
    for kind in RENAMED:
        taken: dict[str, str] = {}
        for id_, record in found.get(kind, {}).items():
            source, at = places[kind][id_]
            for index, old in enumerate(record.was_called):
                line = source.line((*at, "was_called", index))
                if old in places[kind]:
                    text = f'the {kind} "{old}" is still there, so its address cannot lead here. Take this id out.'
                    yield Problem(source.path, line, text)
                elif taken.setdefault(old, id_) != id_:
                    text = f'"{taken[old]}" was called "{old}" too. An old address can lead to one page only.'
                    yield Problem(source.path, line, text)
