"""What `python -m generators export` writes, by format."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model import Records
from . import exported, hsds_files, root, sheet_of, zipped
from .uk import uk_files

FORMATS = ("hsds", "csv", "hsds-uk")


def export_files(records: Records, today: datetime.date, format: str, private: bool) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of one format; `private` adds the notes for helpers and unread columns to HSDS."""
    if format == "csv":
        yield "services.csv", sheet_of(records)
        return
    given = exported(records, today, private)
    if format == "hsds-uk":
        yield from uk_files(given)
        return
    yield "index.json", root(records, len(given.services), today, single=True)
    yield from hsds_files(given, single=True)
    yield "hsds-3.0.zip", zipped(given, records)
