"""A ZIP put together from parts that are packed already, so that one part that changes is packed anew, and no other.

A part is a piece of a file: its checksum, what joins it to that of what stands before it, its bytes before packing, and
its bytes packed, which end where the next may begin. The ZIP of the same parts is the same to the byte.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence

Part = tuple[int, int, int, bytes]

LEVEL = 2  # of compression: 5 makes the ZIP 8 % smaller and takes twice the time
END = b"\x03\x00"  # of the packed bytes of a file: a last block with nothing in it
OLD = 1 << 5 | 1  # the day of every file, 1980-01-01: the first that a ZIP can say
DEFLATED, NEEDED, UNIX, UTF8 = 8, 20, 3, 0x800
_POLYNOMIAL = 0xEDB88320
_ONE = 1 << 31


def part_of(data: bytes) -> Part:
    """A piece of a file."""
    packing = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return zlib.crc32(data), _shift(len(data)), len(data), packing.compress(data) + packing.flush(zlib.Z_FULL_FLUSH)


def length_of(part: Part) -> int:
    """The bytes of the piece."""
    return part[2]


def packed_of(part: Part) -> bytes:
    """Its bytes packed, which are the same for the same piece."""
    return part[3]


def unpacked(part: Part) -> bytes:
    """The piece again."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(part[3])


def zip_of(files: Iterable[tuple[str, Sequence[Part]]]) -> Iterator[bytes]:
    """The bytes of the ZIP, from the names of its files and their parts."""
    listed, at = b"", 0
    count = 0
    for name, parts in files:
        called = name.encode("utf-8")
        known, size = 0, 0
        for number, shift, length, _ in parts:
            known, size = _times(known, shift) ^ number, size + length
        packed = sum(len(body) for *_, body in parts) + len(END)
        flags = 0 if name.isascii() else UTF8
        about = struct.pack("<HHHHIIIHH", flags, DEFLATED, 0, OLD, known, packed, size, len(called), 0)
        yield struct.pack("<4sH", b"PK\3\4", NEEDED) + about + called
        yield from (body for *_, body in parts)
        yield END
        rights = 0o100644 << 16
        listed += struct.pack("<4sBBH", b"PK\1\2", NEEDED, UNIX, NEEDED) + about
        listed += struct.pack("<HHHII", 0, 0, 0, rights, at) + called
        at += 30 + len(called) + packed
        count += 1
    yield listed + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(listed), at, 0)


def _times(one: int, other: int) -> int:
    """The product of two polynomials over GF(2), modulo that of CRC-32, the lowest power in the highest bit."""
    product, bit = 0, _ONE
    while one:
        if one & bit:
            product ^= other
            one ^= bit
        bit >>= 1
        other = other >> 1 ^ _POLYNOMIAL if other & 1 else other >> 1
    return product


def _shift(length: int) -> int:
    """x to the power of the bits of so many bytes: times the checksum of a piece, its part in that of both."""
    found, power = _ONE, 3  # of 2: the bits of a byte
    while length:
        if length & 1:
            found = _times(_squares[power % 32], found)
        length >>= 1
        power += 1
    return found


_squares = [1 << 30]  # x, x squared, that squared ...
for _ in range(31):
    _squares.append(_times(_squares[-1], _squares[-1]))
