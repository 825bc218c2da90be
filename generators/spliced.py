"""A large file of the site is put together from pieces; what did not change is taken out of the last one."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from .model import Records, mark, reading
from .parted import Whole
from .reuse import Reuse
from .stage import Stage

RUN = 64  # records in a piece, about


def write_whole(records: Records, reuse: Reuse, stage: Stage, name: str, whole: Whole) -> None:
    """Writes the file, or takes it. Where it stands as the last build left it, only what changed in it is made."""
    lasting, table = records.lasting, f"pieces/{name}"
    runs = [
        (field, some) for field, (ids, _) in whole.fields.items() for some in ([], *runs_of(ids))
    ]  # without ids: what stands before the field
    keys = [f"{field}/{some[0] if some else ''}" for field, some in runs]
    marks = [mark([some, _is_first(whole, field, some)]) for field, some in runs]
    same = {key for key, one in zip(keys, marks, strict=True) if lasting.get(records, f"piece/{name}/{key}") == one}
    last: dict[str, tuple[int, int]] = lasting.get(records, table) or {}
    if len(same) == len(keys) and list(last) == keys and reuse.take(name):
        return
    old = Path(stage.folder, name).read_bytes() if same and stage.stands(name) else b""
    pieces: list[bytes] = []
    now: dict[str, tuple[int, int]] = {}
    size = 0
    for key, (field, some), one in zip(keys, runs, marks, strict=True):
        begin, end = last.get(key, (0, 0))
        if key in same and begin < end <= len(old):
            piece = old[begin:end]
        else:
            with reading() as notes:
                piece = _piece(whole, field, some, is_first=not now)
            lasting.put(records, f"piece/{name}/{key}", one, notes)
        now[key] = (size, size + len(piece))
        pieces.append(piece)
        size += len(piece)
    stage.write(name, b"".join([*pieces, b"}}"]))
    reuse.made(name, ())
    lasting.put(records, table, now, ())


def _piece(whole: Whole, field: str, some: Sequence[str], is_first: bool) -> bytes:
    """Some rows of a field, or what stands before the field."""
    if some:
        comma = "" if _is_first(whole, field, some) else ","
        return (comma + whole.some(field, some)).encode("utf-8")
    return ((whole.head() if is_first else "}") + f',"{field}":{{').encode("utf-8")


def _is_first(whole: Whole, field: str, some: Sequence[str]) -> bool:
    """Do these rows stand first in the field?"""
    return bool(some) and some[0] == whole.fields[field][0][0]


def runs_of(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in runs that begin at certain ids, so that a new one changes only the run that it stands in."""
    begin = 0
    for place, id_ in enumerate(ids):
        if place > begin and zlib.crc32(id_.encode()) % RUN == 0:
            yield ids[begin:place]
            begin = place
    if begin < len(ids):
        yield ids[begin:]
