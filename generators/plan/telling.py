"""The records, told in one language."""

from __future__ import annotations

from dataclasses import dataclass

from ..languages import Language
from ..model import Records


@dataclass(frozen=True)
class Telling:
    """Records, told in one language."""

    records: Records
    language: Language

    def text(self, key: str, english: str, *path: str | int) -> str:
        """One field of a record, in English where it is not translated."""
        return self.records.text(self.language.code, key, path, english)[0]

    def maybe(self, key: str, english: str | None, *path: str | int) -> str | None:
        """The same for a field that may be missing."""
        return None if english is None else self.text(key, english, *path)
