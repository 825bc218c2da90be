"""Makes records whole again, by what was parsed of their files."""

from __future__ import annotations

import errno
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
        self.now: dict[str, Source] = {}  # lists that were written since, with other records than these
        self.source = lru_cache(maxsize=4)(self._source)

    @cached_property
    def _kept(self) -> Kept:
        return Kept(self.cache)

    def _source(self, name: str) -> Source:
        found = load_again(self.folder, name, self.marks[f"file/{name}"], self._kept)
        if found is None:
            raise Gone(errno.ESTALE, "this file was changed while the site was built", f"{self.folder}/{name}")
        return found

    def record(self, key: str) -> BaseModel:
        """A whole record."""
        kind, _, id_ = key.partition("/")
        name, _, at = self.places[key]
        source = self.now.get(name) or self.source(name)
        record, _ = shaped(SINGLE[kind], source, source.data[at[0]] if at else None)
        assert record is not None, "what is kept was sound"
        record = without_closed({id_: record}, self.closed)[id_]
        return withheld(record) if isinstance(record, Service) else record

    def placed(self, key: str, known: Any) -> Placed:
        """Where a record was written."""
        name, area, at = known
        return Placed(name, area, partial(line_in, name, lambda: self.source(name).read(), at), at)
