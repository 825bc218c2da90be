"""What the disk said of the files with data when they were gathered, and which of them are others now."""

from __future__ import annotations

import marshal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ..journal import Journal
from ..load.scan import State, scan

FILES = 1  # the place of what the disk said in each segment of a base that is kept


class Known:
    """What the disk said of each file that had not been written just then. It stays packed until somebody asks."""

    def __init__(self, count: int, files: dict[str, State] | bytes) -> None:
        """`count`: of all files; `files`: plain, or packed."""
        self.count = count
        self._packed = files if isinstance(files, bytes) else b""
        self._waiting: list[Mapping[str, State | None]] = []  # news of what is packed
        self._all = None if isinstance(files, bytes) else files

    def all(self) -> dict[str, State]:
        """By the name of the file."""
        if self._all is None:
            self._all = marshal.loads(self._packed)
            for news in self._waiting:
                _take(self._all, news)
            self._packed, self._waiting = b"", []
        return self._all

    def take(self, news: Mapping[str, State | None]) -> None:
        """What the disk says of some files now; None of one that was written just before it was looked at."""
        if self._all is None:
            self._waiting.append(dict(news))
        else:
            _take(self._all, news)


class Looked(NamedTuple):
    """What the disk says now, beside what was known."""

    files: int  # how many there are
    others: dict[str, State]  # those of which nothing was known, or something else
    began: int  # when it was asked, in nanoseconds
    beside: tuple[int, int] | None = None  # which file of the cache told what was known, if one did


def looked(folder: Path, known: Mapping[str, State]) -> Looked:
    """Asks the disk for each file in a folder with data."""
    began, now = time.time_ns(), scan(folder)
    return Looked(len(now), {name: state for name, state in now.items() if known.get(name) != state}, began)


def looked_as_kept(folder: Path, path: Path) -> Looked:
    """The same beside what a base on the disk says; for a process that does not know it yet. Plain data.

    The file is not looked at for damage: whoever reads all of it does that, and must see that it was this one.
    """
    journal, known = Journal(path), dict[str, State]()
    for some in journal.each(FILES):
        if not isinstance(some, dict):
            known.clear()
            break
        _take(known, some)
    return looked(folder, known)._replace(beside=journal.which)


def _take(files: dict[str, State], news: Mapping[str, State | None]) -> None:
    for name, state in news.items():
        if state is None:
            files.pop(name, None)
        else:
            files[name] = state
