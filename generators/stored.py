"""Values in a file of the cache: they come back whole, or not at all.

A file begins with a checksum of the rest. One that is missing, damaged or half written is as good as none.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from pathlib import Path
from typing import Any

SUM = 32  # bytes of the checksum


def read_stored(path: Path) -> Any:
    """The values, or None."""
    try:
        whole = path.read_bytes()
    except OSError:
        return None
    body = memoryview(whole)[SUM:]
    return marshal.loads(body) if hashlib.sha256(body).digest() == whole[:SUM] else None


def store(path: Path, values: Any) -> None:
    """Keeps plain data; on a full or read-only disk nothing is kept."""
    body = marshal.dumps(values)
    new = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(new, "wb") as file:
            file.write(hashlib.sha256(body).digest())
            file.write(body)
        os.replace(new, path)
    except OSError:
        new.unlink(missing_ok=True)
