"""The ZIP with all tables; several where one would be too large for free hosts.

Each of several is a package of its own: all terms and organizations, and some of the services with what hangs on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .package import zipped
from .tables import TABLES
from .zipping import Part

Piece = Mapping[str, Part]
MOST = 24 * 1024 * 1024  # bytes of a ZIP, about: the strictest host takes files of 25 MiB
FIRST = "hsds-3.0.zip"


def packages_of(pieces: Sequence[Piece], title: str, license: str | None) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Name and bytes of each package; where there is one, it is called `hsds-3.0.zip`, the next `hsds-3.0-2.zip`."""
    shared = [piece for piece in pieces if "services" not in piece]
    for number, some in enumerate(_cut([piece for piece in pieces if "services" in piece], _size(shared)), 1):
        yield (
            FIRST if number == 1 else FIRST.replace(".zip", f"-{number}.zip"),
            zipped([*shared, *some], title, license),
        )


def _cut(pieces: Sequence[Piece], before: int) -> list[list[Piece]]:
    """The pieces in groups that are small enough together with `before` bytes."""
    found: list[list[Piece]] = [[]]
    size = before
    for piece in pieces:
        if found[-1] and size + _size([piece]) > MOST:
            found.append([])
            size = before
        found[-1].append(piece)
        size += _size([piece])
    return found


def _size(pieces: Sequence[Piece]) -> int:
    return sum(len(part[-1]) for piece in pieces for table, part in piece.items() if table in TABLES)
