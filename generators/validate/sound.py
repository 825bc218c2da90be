"""Which files were found without fault by the last build, so that the slow checks of one file are not made again.

A file is known by its content. What is checked against the ids of other records counts only while all ids are the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..load import Source
from ..model import mark
from ..problems import Problem
from ..stored import read_stored, store


class Sound:
    """What the last build knew, and what this one finds. Without a file to keep it, every check is made."""

    def __init__(self, path: Path | None = None, version: bytes = b"") -> None:
        """`version`: of the code that checks. What another found sound is checked again."""
        self.path = path
        self._version = version
        found = (read_stored(path) if path else None) or {}
        self._before: frozenset[bytes] = frozenset(found.get("marks", ()) if found.get("version") == version else ())
        self._ids_before = found.get("ids")
        self._ids = b""
        self._wrong: set[bytes] = set()

    def take_ids(self, ids: Mapping[str, Iterable[str]]) -> None:
        """The ids of all records, kind by kind."""
        self._ids = mark([(kind, type(some).__name__, sorted(some)) for kind, some in sorted(ids.items())])

    def knows(self, source: Source) -> bool:
        """Was this very file found without fault?"""
        return source.mark in self._before

    def alone(self, source: Source, check: Callable[[], Iterable[Problem]]) -> Iterable[Problem]:
        """What a check says that looks at this file only."""
        return () if self.knows(source) else self._told(source, check)

    def among_ids(self, source: Source, check: Callable[[], Iterable[Problem]]) -> Iterable[Problem]:
        """What a check says that looks at this file and at the ids of all records."""
        is_known = self._ids == self._ids_before and self.knows(source)
        return () if is_known else self._told(source, check)

    def _told(self, source: Source, check: Callable[[], Iterable[Problem]]) -> Iterable[Problem]:
        problems = list(check())
        if problems:
            self._wrong.add(source.mark)
        return problems

    def save(self, sources: Iterable[Source]) -> None:
        """Keeps which of all files are without fault, where that is not what was known."""
        marks = frozenset(source.mark for source in sources if source.mark) - self._wrong
        if self.path and (marks != self._before or self._ids != self._ids_before):
            store(self.path, {"version": self._version, "ids": self._ids, "marks": marks})
        self._before, self._ids_before, self._wrong = marks, self._ids, set()


def sound_in(cache: Path | None, folder: str, version: bytes) -> Sound:
    """What is known of a folder with data."""
    if cache is None:
        return Sound()
    return Sound(cache / f"sound-{hashlib.sha256(folder.encode()).hexdigest()[:12]}.bin", version)
