"""Records that another process found sound, in a file: a build holds those that it reads, while it reads them."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from ..model import Records
from ..model.hollow import Held, brief
from ..model.packed import packed, unpacked


class Packs:
    """A file that has no name, so nothing is left of it when its build ends."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.held = Held()
        self.starts = array("Q")
        self.numbers: dict[str, int] = {}

    def write(self, records: Records) -> bytes:
        """Writes all services and organizations, but what is known of each in brief; gives where each begins.

        Whatever a process wrote that ended too soon is gone. Gives nothing where there is no room for them.
        """
        starts = array("Q", [0])
        try:
            self.file.seek(0)
            self.file.truncate()
            for _, record in _all(records):
                starts.append(starts[-1] + self.file.write(packed(record, brief(record))))
            self.file.flush()
        except OSError:
            return b""
        return starts.tobytes()

    def take(self, starts: bytes, records: Records) -> None:
        """`starts`: where another process wrote each of these records."""
        self.starts = array("Q", starts)
        self.numbers = {key: number for number, (key, _) in enumerate(_all(records))}

    def record(self, key: str) -> Any:
        """A record without what is known of it in brief."""
        number = self.numbers[key]
        start, end = self.starts[number : number + 2]
        return unpacked(os.pread(self.file.fileno(), end - start, start))


def new_packs(folder: Path) -> Packs | None:
    """An empty one, where there can be one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Packs(tempfile.TemporaryFile(dir=folder))
    except OSError:
        return None


def _all(records: Records) -> Iterator[tuple[str, Any]]:
    tables: Iterable[tuple[str, dict[str, Any]]] = (
        ("service", records.services),
        ("organization", records.organizations),
    )
    return ((f"{kind}/{id_}", one) for kind, table in tables for id_, one in table.items())
