"""What was parsed is kept by the content of its file, so that an unchanged file is not parsed again.

One file below `.cache/handrail/`, which can be deleted at any time. Its name says which Python and which reader wrote
it. Another version's, or a damaged one, is as good as none.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from functools import cache
from pathlib import Path
from typing import Any

from ..stored import read_stored, store

KEY = 16  # bytes of the hash of a file's content


class Kept:
    """Values by the content of their files: those of the last build, and of this one when it is saved."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"parsed-{_version()}.bin"
        self.before: dict[bytes, bytes] = read_stored(self.path) or {}
        self.now: dict[bytes, bytes] = {}

    def get(self, content: bytes) -> Any:
        """The values of a file with just this content, or None."""
        key = hash_of(content)
        packed = self.before.get(key)
        if packed is None:
            return None
        self.now[key] = packed
        return marshal.loads(packed)

    def by_mark(self, mark: bytes) -> Any:
        """The same by the mark of the content, or None."""
        packed = self.before.get(mark)
        return None if packed is None else marshal.loads(packed)

    def put(self, content: bytes, packed: bytes) -> None:
        """Keeps the values of a sound file, packed."""
        self.now[hash_of(content)] = packed

    def save(self) -> None:
        """Keeps what this build read, and nothing else; where nothing is new, nothing is written."""
        if self.now.keys() == self.before.keys():
            return
        for old in self.path.parent.glob("parsed-*"):
            if old != self.path:
                old.unlink(missing_ok=True)
        store(self.path, self.now)


def hash_of(content: bytes) -> bytes:
    """Tells one content from another."""
    return hashlib.blake2b(content, digest_size=KEY).digest()


@cache
def _version() -> str:
    """Changes with Python and with every line of the reader."""
    known = hashlib.sha256(f"{sys.version} {marshal.version}".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        known.update(file.read_bytes())
    return known.hexdigest()[:16]
