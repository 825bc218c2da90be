"""Large values that wait in a file without a name until they are kept: nobody needs them in memory before."""

from __future__ import annotations

import marshal
import os
import tempfile
from pathlib import Path
from typing import IO, Any, NamedTuple

from ..journal import LARGE


class Waiting(NamedTuple):
    """A packed value in the file."""

    file: IO[bytes]
    at: int
    size: int

    def packed(self) -> bytes:
        """Its bytes, in whatever process. Raises OSError."""
        return os.pread(self.file.fileno(), self.size, self.at)

    def value(self) -> Any:
        """The value. Raises OSError."""
        return marshal.loads(self.packed())


class Aside:
    """One file for each process, made when something is put into it. Nothing is left of it when the process ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._process = 0  # that the file is of
        self._size = 0

    def put(self, value: Any) -> Any:
        """A plain value, or what stands for it where it is large."""
        if type(value) is tuple and all([type(one) is str for one in value]):
            return value
        packed = marshal.dumps(value)
        return self.put_packed(packed) or value if len(packed) > LARGE else value

    def put_packed(self, packed: bytes) -> Waiting | None:
        """The same of a packed one; None where there is no room for it."""
        try:
            if self._file is None or self._process != os.getpid():
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file = tempfile.TemporaryFile(dir=self._folder, buffering=0)
                self._process, self._size = os.getpid(), 0
            if os.pwrite(self._file.fileno(), packed, self._size) < len(packed):
                return None
        except OSError:
            return None
        found = Waiting(self._file, self._size, len(packed))
        self._size += len(packed)
        return found
