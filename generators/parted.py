"""Files that each hold some of many records, made again only where one of these changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from .joints import Text, json_of
from .model import reading
from .model.reads import Note, note_all


class Row(NamedTuple):
    """What is said of one record."""

    text: Text
    names: tuple[str, ...]  # ids of the records that it names


class Rows(Mapping[str, Row]):
    """Rows by id, each made when somebody asks, once. Whoever asks depends on what was read for the row."""

    def __init__(self, ids: Mapping[str, Any], make: Callable[[str], Any], names: Sequence[str] = ()) -> None:
        """`names`: the fields with ids of other records."""
        self._ids = ids
        self._make = make
        self._names = names
        self._made: dict[str, tuple[Row, tuple[Note, ...]]] = {}

    def __getitem__(self, key: str) -> Row:
        if key not in self._made:
            with reading() as notes:
                data = self._make(key)
                row = Row(Text(json_of(data)), tuple(id_ for name in self._names for id_ in data.get(name, ())))
            self._made[key] = row, tuple(notes)
        row, read = self._made[key]
        note_all(read)
        return row

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass(frozen=True)
class Part:
    """A file with some records: which these are, and what makes its JSON."""

    ids: Sequence[str]
    make: Callable[[], Any]
