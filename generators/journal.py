"""Plain values in a file of the cache that grows: what changed is written behind what is there.

A file is made of segments, each with a checksum: its values, and pieces that are read only when somebody asks for them.
One with a damaged or half written segment is as good as none. What cannot be written down takes the whole file away, so
that nobody ever finds less in it than what was said to be kept.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

SUM = 32  # bytes of the checksum of a segment: of its lengths and its values
LENGTH = 8  # bytes of a length
HEAD = SUM + 2 * LENGTH
LARGE = 4096  # bytes of a value that becomes a piece
GROWN = 1.5  # times what it took when it was begun: then it is begun again


class Piece(NamedTuple):
    """A packed value in the file."""

    at: int
    size: int
    sum: int  # of its bytes


Put = Callable[[bytes], Piece]
Make = Callable[[Put], Iterable[Any]]  # puts the pieces of a segment, and then gives its values, one at a time


class Journal:
    """One file. Who writes it must be the only one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = 0  # bytes; nothing that can be added to
        self._begun = 0  # bytes of the first segment
        self._pieces: BinaryIO | None = None  # the file, open for whoever asks for pieces
        self.which: tuple[int, int] | None = None  # the number of the file and its bytes, when it was read

    def read(self, packed: int = 0) -> list[list[Any]]:
        """The values of each segment; nothing where the file is missing or not sound.

        `packed`: so many values at the beginning of each segment are given as they were packed by `marshal`.
        """
        try:
            with open(self.path, "rb") as file:
                self.which = _which(file)
                if not self.which[1]:
                    raise EOFError
                with mmap(file.fileno(), 0, access=ACCESS_READ) as mapped, memoryview(mapped) as whole:
                    found = list(self._segments(whole, packed))
        except (OSError, EOFError):
            self._size = 0
            return []
        return found

    def begins_with(self, value: Any) -> bool:
        """Is this the first value of the file? It need not be sound for that; what else is in it is not read."""
        try:
            with open(self.path, "rb") as file:
                size, _ = _to_value(file, 0, 0)
                return size < LARGE and bool(marshal.loads(file.read(size)) == value)
        except (OSError, OverflowError, EOFError, ValueError, TypeError):
            return False

    def each(self, place: int) -> list[Any]:
        """The value at a place of each segment, as far as they can be read. Nothing is looked at for damage."""
        found: list[Any] = []
        try:
            with open(self.path, "rb") as file:
                self.which = _, size = _which(file)
                at = 0
                while at < size:
                    length, at = _to_value(file, at, place)
                    found.append(marshal.loads(file.read(length)))
        except (OSError, OverflowError, EOFError, ValueError, TypeError, MemoryError):
            pass
        return found

    def _segments(self, whole: memoryview, packed: int) -> Iterator[list[Any]]:
        at, size = 0, len(whole)
        while at < size:
            head = whole[at : at + HEAD].tobytes()
            pieces, values = _lengths(head)
            end = at + HEAD + pieces + values
            if len(head) < HEAD or end > size:
                raise EOFError
            with whole[end - values : end] as told:
                known = hashlib.sha256(told)
                known.update(head[SUM:])
                if known.digest() != head[:SUM]:
                    raise EOFError
                yield list(_values(told, packed))
            self._begun = self._begun if at else end
            at = end
        self._size = at

    @property
    def is_large(self) -> bool:
        """Should it be begun again? Also where nothing can be added to it."""
        return not self._size or self._size > GROWN * self._begun

    def value(self, piece: Piece) -> Any:
        """A packed value; None where it is damaged."""
        packed = self.packed(piece)
        return None if packed is None else marshal.loads(packed)

    def packed(self, piece: Piece) -> bytes | None:
        """The same packed."""
        try:
            if self._pieces is None:
                self._pieces = open(self.path, "rb", buffering=0)
            found = os.pread(self._pieces.fileno(), piece.size, piece.at)
        except OSError:
            return None
        return found if len(found) == piece.size and zlib.crc32(found) == piece.sum else None

    def close(self) -> None:
        """The file that pieces are read from is another one now, or nobody reads them for a while."""
        if self._pieces is not None:
            self._pieces.close()
            self._pieces = None

    def begin(self, make: Make) -> bool:
        """A new file in the place of the old one; False where nothing could be kept."""
        new = self.path.with_suffix(f".{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with open(new, "wb") as file:
                size = _write(file, 0, make)
            self.close()
            os.replace(new, self.path)
        except OSError:
            new.unlink(missing_ok=True)
            return self._lost()
        self._size = self._begun = size
        return True

    def add(self, make: Make) -> bool:
        """One more segment; it is on the disk when this returns, as what is written after it may count on it."""
        try:
            with open(self.path, "r+b") as file:
                if os.fstat(file.fileno()).st_size != self._size:
                    return self._lost()
                self._size = _write(file, self._size, make)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            return self._lost()
        return True

    def _lost(self) -> bool:
        self.close()
        self._size = 0
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        return False


def _write(file: Any, at: int, make: Make) -> int:
    """Writes a segment at a place; gives where it ends. Its head comes last: without it there is none."""
    end = at + HEAD
    file.seek(at)
    file.write(bytes(HEAD))

    def put(packed: bytes) -> Piece:
        nonlocal end
        file.write(packed)
        end += len(packed)
        return Piece(end - len(packed), len(packed), zlib.crc32(packed))

    known, values = hashlib.sha256(), 0
    for value in make(put):
        packed = marshal.dumps(value)
        for some in (len(packed).to_bytes(LENGTH, "big"), packed):
            known.update(some)
            values += file.write(some)
    lengths = (end - at - HEAD).to_bytes(LENGTH, "big") + values.to_bytes(LENGTH, "big")
    known.update(lengths)
    file.seek(at)
    file.write(known.digest() + lengths)
    return end + values


def _values(told: memoryview, packed: int) -> Iterator[Any]:
    at = 0
    while at < len(told):
        start = at + LENGTH
        at = start + int.from_bytes(told[at:start], "big")
        yield told[start:at].tobytes() if packed > 0 else marshal.loads(told[start:at])
        packed -= 1


def _lengths(head: bytes) -> tuple[int, int]:
    """The bytes of the pieces and of the values of a segment."""
    return int.from_bytes(head[SUM : SUM + LENGTH], "big"), int.from_bytes(head[SUM + LENGTH : HEAD], "big")


def _to_value(file: Any, at: int, place: int) -> tuple[int, int]:
    """Goes to the value at a place of the segment that begins at `at`; its bytes, and where the segment ends."""
    file.seek(at)
    pieces, values = _lengths(file.read(HEAD))
    file.seek(at + HEAD + pieces)
    for _ in range(place):
        file.seek(int.from_bytes(file.read(LENGTH), "big"), os.SEEK_CUR)
    return int.from_bytes(file.read(LENGTH), "big"), at + HEAD + pieces + values


def _which(file: Any) -> tuple[int, int]:
    told = os.fstat(file.fileno())
    return told.st_ino, told.st_size
