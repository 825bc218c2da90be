"""Makes records whole again, by what was parsed of their files."""

from __future__ import annotations

import errno
import marshal
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..load import Source, load_again
from ..load.kept import Kept
from ..model import Placed, Service
from ..model.hollow import Gone
from ..validate.closed import without_closed
from ..validate.confidential import withheld
from ..validate.one import SINGLE, line_in
from ..validate.shape import shaped
from .placed import place


class Whole:
    """Makes records whole, by what was parsed of their files."""

    def __init__(
        self, cache: Path, folder: Path, marks: dict[str, bytes], placed: dict[str, Any], closed: frozenset[str]
    ) -> None:
        self.cache = cache
        self.folder = folder
        self.marks = marks
        self.places = placed
        self.closed = closed
        self.parsed: dict[bytes, bytes] = {}  # packed values of files that were written since all were parsed, by mark
        self.now: dict[str, Source] = {}  # lists that were written since, with other records than these
        self._lists: dict[str, dict[str, bytes]] = {}  # packed values of records by their ids
        self.source = lru_cache(maxsize=4)(self._source)

    @cached_property
    def _kept(self) -> Kept:
        return Kept(self.cache, self.parsed)

    def are_others(self, marks: dict[str, bytes], placed: dict[str, Any], parsed: dict[bytes, bytes]) -> None:
        """Some records, with a file each, are others now."""
        self.marks = marks
        self.places.update(placed)
        self.parsed.update(parsed)
        self.source.cache_clear()

    def _source(self, name: str) -> Source:
        found = load_again(self.folder, name, self.marks[f"file/{name}"], self._kept)
        if found is None:
            raise Gone(errno.ESTALE, "this file was changed while the site was built", f"{self.folder}/{name}")
        return found

    def record(self, key: str) -> BaseModel:
        """A whole record."""
        kind, _, id_ = key.partition("/")
        name, _, at = place(key, self.places[key])
        record, _ = shaped(SINGLE[kind], Source(f"{self.folder}/{name}", name, None), self._data(name, at))
        assert record is not None, "what is kept was sound"
        record = without_closed({id_: record}, self.closed)[id_]
        return withheld(record) if isinstance(record, Service) else record

    def _data(self, name: str, at: tuple[str, ...]) -> Any:
        """The values of a record. A list is taken apart once: who reads all records reads them in any order."""
        if not at:
            return self.source(name).data
        if (now := self.now.get(name)) is not None:
            return now.data[at[0]]
        if name not in self._lists:
            self._lists[name] = {id_: marshal.dumps(one) for id_, one in self.source(name).data.items()}
        return marshal.loads(self._lists[name][at[0]])

    def placed(self, key: str, known: Any) -> Placed:
        """Where a record was written."""
        name, area, at = place(key, known)
        return Placed(name, area, partial(line_in, name, lambda: self.source(name).read(), at), at)
