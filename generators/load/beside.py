"""Of many files that nobody has parsed yet, another process parses the second half meanwhile."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from ..processes import beside
from . import lists
from .guard import LARGEST, text_of
from .kept import hash_of
from .quick import Odd, quick

WORTH = 400_000  # bytes; less is parsed sooner by one process


class Beside:
    """The values of sound files by the hash of their content, packed; waits for the other process when asked."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        """`names`: of files in the folder."""
        sizes = [_size(folder / name) for name in names]
        half, sum_ = len(names), sum(sizes)
        if sum_ >= WORTH:
            past = 0
            half = next(place for place, size in enumerate(sizes) if (past := past + size) * 2 > sum_)
        self.own = frozenset(names[:half])  # what is left to the one who asks
        self._wait: Callable[[], Any] | None = (
            beside(partial(_packed, folder, names[half:])) if half < len(names) else None
        )
        self._found: dict[bytes, bytes] = {}

    def take(self, name: str, content: bytes) -> bytes | None:
        """The packed values of a file, if the other process parsed it and found it sound."""
        if name in self.own:
            return None
        if self._wait:
            self._found = self._wait()
            self._wait = None
        return self._found.pop(hash_of(content), None)


def quickly(name: str, path: str, content: bytes) -> tuple[Any, str | None, list[Any]]:
    """The values of a sound file, else None; its text, if it can be read; and why it cannot."""
    text, problems = text_of(path, content, lists.LARGEST if lists.is_list(name) else LARGEST)
    if text is None:
        return None, None, problems
    try:
        return quick(text), text, []
    except (Odd, yaml.YAMLError):
        return None, text, []


def _packed(folder: Path, names: Sequence[str]) -> dict[bytes, bytes]:
    found = {}
    for name in names:
        try:
            content = (folder / name).read_bytes()
        except OSError:
            continue  # said by the one who asks
        data, _, _ = quickly(name, "", content)
        if data is not None:
            found[hash_of(content)] = marshal.dumps(data)
    return found


def _size(file: Path) -> int:
    try:
        return os.path.getsize(file)
    except OSError:
        return 0
