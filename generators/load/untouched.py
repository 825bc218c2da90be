"""Files that nobody wrote since this process read them: their values are still in memory.

A file is known by its number on the disk, its size and when it was written and changed. One that had been written just
before it was read is read again: a disk may give two writings at once the same time.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ..memory import Memory

if TYPE_CHECKING:
    from . import Source

State = tuple[int, int, int, int]
AT_ONCE = 2_000_000_000  # nanoseconds: so coarse the clock of an old disk is


class Untouched:
    """The files of one folder: those of the last time, and of this one once they are saved."""

    def __init__(self, memory: Memory, folder: Path) -> None:
        self._memory = memory
        self._now: dict[str, tuple[State, Source]] = {}
        self._began = time.time_ns()
        self._states: dict[str, State] = {}
        self._table: dict[str, tuple[State, Source]] = memory.same(("files", str(folder)), (), dict)
        self.before = dict(self._table)

    def get(self, name: str, file: str) -> Source | None:
        """The file as it was read, if it is still that one. Called before it is read, so no writing is missed."""
        if not self._memory.keeps:
            return None
        try:
            found = os.stat(file)
        except OSError:
            return None
        state = self._states[name] = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        known = self.before.get(name)
        if known is None or known[0] != state:
            return None
        self._now[name] = known
        return known[1]

    def put(self, name: str, source: Source) -> None:
        """What was read just now, without fault."""
        if (state := self._states.get(name)) is not None:
            self._now[name] = (state, source)

    def save(self) -> None:
        """Remembers it for the next time."""
        self._table.clear()
        self._table.update((name, one) for name, one in self._now.items() if one[0][2] < self._began - AT_ONCE)
