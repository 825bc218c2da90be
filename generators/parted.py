"""Files that each hold some of many records, or all of them, made again only where a record changed."""

from __future__ import annotations

import json
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


@dataclass(frozen=True)
class Whole:
    """A file with all records: an object with the fields of `rest`, and last, by their names, fields with rows by id:
    the ids, and what makes the text of one row.
    """

    rest: Callable[[], dict[str, Any]]
    fields: Mapping[str, tuple[Sequence[str], Callable[[str], str]]]

    def head(self) -> str:
        """What stands before the rows."""
        return json_of(self.rest())[:-1]

    def some(self, field: str, ids: Sequence[str]) -> str:
        """Some of the rows of a field, one after the other."""
        text = self.fields[field][1]
        return ",".join([f"{json_of(id_)}:{text(id_)}" for id_ in ids])

    def data(self) -> dict[str, Any]:
        """All of it as plain JSON."""
        rows = {name: {id_: json.loads(text(id_)) for id_ in ids} for name, (ids, text) in self.fields.items()}
        return {**self.rest(), **rows}
