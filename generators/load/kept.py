"""What was parsed is kept by the content of its file, so that an unchanged file is not parsed again.

One file below `.cache/handrail/`, which can be deleted at any time. It begins with a checksum of the rest; its name
says which Python and which reader wrote it. Another version's, or a damaged one, is as good as none.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

SUM = 32  # bytes of the checksum
KEY = 16  # bytes of the hash of a file's content


class Kept:
    """Values by the content of their files: those of the last build, and of this one when it is saved."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"parsed-{_version()}.bin"
        self.before = _read(self.path)
        self.now: dict[bytes, bytes] = {}

    def get(self, content: bytes) -> Any:
        """The values of a file with just this content, or None."""
        key = hashlib.blake2b(content, digest_size=KEY).digest()
        packed = self.before.get(key)
        if packed is None:
            return None
        self.now[key] = packed
        return marshal.loads(packed)

    def put(self, content: bytes, data: Any) -> None:
        """Keeps the values of a sound file."""
        self.now[hashlib.blake2b(content, digest_size=KEY).digest()] = marshal.dumps(data)

    def save(self) -> None:
        """Keeps what this build read, and nothing else; where nothing is new, nothing is written."""
        if self.now.keys() == self.before.keys():
            return
        body = marshal.dumps(self.now)
        new = self.path.with_suffix(f".{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            for old in self.path.parent.glob("parsed-*"):
                if old != self.path:
                    old.unlink(missing_ok=True)
            new.write_bytes(hashlib.sha256(body).digest() + body)
            os.replace(new, self.path)
        except OSError:  # a full or read-only disk: the next build parses again
            new.unlink(missing_ok=True)


def _read(path: Path) -> dict[bytes, bytes]:
    try:
        whole = path.read_bytes()
    except OSError:
        return {}
    body = memoryview(whole)[SUM:]
    if hashlib.sha256(body).digest() != whole[:SUM]:
        return {}
    found: dict[bytes, bytes] = marshal.loads(body)
    return found


@cache
def _version() -> str:
    """Changes with Python and with every line of the reader."""
    known = hashlib.sha256(f"{sys.version} {marshal.version}".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        known.update(file.read_bytes())
    return known.hexdigest()[:16]
