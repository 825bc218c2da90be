"""Values in a file of the cache: they come back whole, or not at all.

A file begins with a checksum of the rest. One that is missing, damaged or half written is as good as none.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SUM = 32  # bytes of the checksum
LENGTH = 8  # bytes of the length of a part
IN_PARTS = b"in parts"  # begins what the checksum of such a file is made of
AT_ONCE = 1 << 18  # bytes that are read


def read_stored(path: Path) -> Any:
    """The values, or None."""
    try:
        whole = path.read_bytes()
    except OSError:
        return None
    body = memoryview(whole)[SUM:]
    return marshal.loads(body) if hashlib.sha256(body).digest() == whole[:SUM] else None


def read_parts(path: Path) -> Iterator[Any] | None:
    """What `store_parts` kept, part by part, or None."""
    try:
        with open(path, "rb") as file:
            was, known = file.read(SUM), hashlib.sha256(IN_PARTS)
            while some := file.read(AT_ONCE):
                known.update(some)
    except OSError:
        return None
    return _parts(path) if known.digest() == was else None


def _parts(path: Path) -> Iterator[Any]:
    with open(path, "rb") as file:
        file.seek(SUM)
        while length := file.read(LENGTH):
            yield marshal.loads(file.read(int.from_bytes(length, "big")))


def store(path: Path, values: Any) -> None:
    """Keeps plain data; on a full or read-only disk nothing is kept."""
    _store(path, [marshal.dumps(values)], b"")


def store_parts(path: Path, parts: Iterable[Any]) -> bool:
    """The same for much data: only one part of it is in memory twice. Says whether it is kept."""
    return _store(path, (piece for part in parts for piece in _with_length(marshal.dumps(part))), IN_PARTS)


def _with_length(body: bytes) -> tuple[bytes, bytes]:
    return len(body).to_bytes(LENGTH, "big"), body


def _store(path: Path, pieces: Iterable[bytes], form: bytes) -> bool:
    new = path.with_suffix(f".{os.getpid()}")
    known = hashlib.sha256(form)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(new, "wb") as file:
            file.write(bytes(SUM))
            for piece in pieces:
                known.update(piece)
                file.write(piece)
            file.seek(0)
            file.write(known.digest())
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        return False
    return True
