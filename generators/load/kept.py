"""What was parsed is kept by the content of its file, so that an unchanged file is not parsed again.

One file below `.cache/handrail/`, which can be deleted at any time. Its name says which Python and which reader wrote
it. Another version's, or a damaged one, is as good as none; values that are damaged are parsed again.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ..journal import Journal, Piece, Put

KEY = 16  # bytes of the hash of a file's content
NOTHING = (b"", b"", b"", b"")


class Kept:
    """Values by the content of their files: those of the last build, and of this one when it is saved.

    What the file says of all is read at once: their keys, in order, and where the values of each stand, packed.
    """

    def __init__(self, folder: Path, beside: Mapping[bytes, bytes] | None = None) -> None:
        """`beside`: packed values that somebody else keeps, by mark; `save` does not."""
        self._beside = beside or {}
        self.path = folder / f"parsed-{_version()}.bin"
        self._journal = Journal(self.path)
        told = self._journal.read()
        keys, starts, sizes, sums = told[0][0] if told else NOTHING
        self._keys: bytes = keys
        self._starts, self._sizes, self._sums = array("Q", starts), array("I", sizes), array("I", sums)
        self._now: dict[bytes, bytes | None] = {}  # None: what the file says

    @property
    def is_empty(self) -> bool:
        """Did the last build leave nothing?"""
        return not self._keys

    def get(self, content: bytes) -> Any:
        """The values of a file with just this content, or None."""
        key = hash_of(content)
        found = self.by_mark(key)
        if found is not None:
            self._now.setdefault(key, None)
        return found

    def by_mark(self, mark: bytes) -> Any:
        """The same by the mark of the content, or None."""
        if (packed := self._beside.get(mark)) is not None:
            return marshal.loads(packed)
        piece = self._find(mark)
        return None if piece is None else self._journal.value(piece)

    def put(self, content: bytes, packed: bytes) -> None:
        """Keeps the values of a sound file, packed."""
        self._now[hash_of(content)] = packed

    def save(self) -> None:
        """Keeps what this build read, and nothing else; where nothing is new, nothing is written."""
        if b"".join(sorted(self._now)) != self._keys or any(self._now.values()):
            for old in self.path.parent.glob("parsed-*"):
                if old != self.path:
                    old.unlink(missing_ok=True)
            self._journal.begin(self._make)
        self._journal.close()

    def _make(self, put: Put) -> Iterator[Any]:
        keys, pieces = [], []
        for key in sorted(self._now):
            packed = self._now[key] or ((piece := self._find(key)) and self._journal.packed(piece))
            if packed:
                keys.append(key)
                pieces.append(put(packed))
        starts, sizes, sums = zip(*pieces, strict=True) if pieces else ((), (), ())
        yield b"".join(keys), array("Q", starts).tobytes(), array("I", sizes).tobytes(), array("I", sums).tobytes()

    def _find(self, key: bytes) -> Piece | None:
        place = bisect_left(range(len(self._starts)), key, key=self._key)
        if place == len(self._starts) or self._key(place) != key:
            return None
        return Piece(self._starts[place], self._sizes[place], self._sums[place])

    def _key(self, place: int) -> bytes:
        return self._keys[place * KEY : (place + 1) * KEY]


def hash_of(content: bytes) -> bytes:
    """Tells one content from another."""
    return hashlib.blake2b(content, digest_size=KEY).digest()


@cache
def _version() -> str:
    """Changes with Python and with every line of the reader."""
    known = hashlib.sha256(f"{sys.version} {marshal.version} {sys.byteorder}".encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        known.update(file.read_bytes())
    return known.hexdigest()[:16]
