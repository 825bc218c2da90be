"""Every English text of the site with its translation: messages of the interface, and texts of the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..languages import read_catalogue
from ..languages.extract import template
from ..load import Source, load
from ..model import FREE_LISTS
from ..validate.files import SHARED, Kept, sort_files
from ..validate.texts import texts
from ..validate.translations import REVIEWED

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Entry:
    """One text to translate."""

    file: str  # needs.yaml; empty for a message of the interface
    path: Place  # ("food", "name"); empty for a message
    english: tuple[str, ...]  # one text, or the forms for one and for many
    told: tuple[str, ...] = ()  # the translation as it is: one text, or the forms of the language
    reviewed: bool = False  # a person has read the translation
    used_in: tuple[str, ...] = ()  # files that say the message

    @property
    def context(self) -> str:
        """`needs.yaml food.name`; empty for a message of the interface."""
        return f"{self.file} {'.'.join(map(str, self.path))}".strip()

    @property
    def is_list(self) -> bool:
        """Is it a list, one thing a line, as long as a language needs?"""
        return bool(self.path) and self.path[-1] in FREE_LISTS

    @property
    def is_told(self) -> bool:
        """Is it translated, in all its forms?"""
        return bool(self.told) and all(text.strip() for text in self.told)


def messages(code: str) -> Iterator[Entry]:
    """The messages of the interface, in the order of the files that say them."""
    catalogue = read_catalogue(code)
    for message in template():
        if not message.id:
            continue
        english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        known = catalogue.get(english[0]) if catalogue else None
        told: tuple[str, ...] = ()
        if known is not None and not known.fuzzy and known.string:
            told = (known.string,) if isinstance(known.string, str) else tuple(known.string)
        reviewed = catalogue is not None and catalogue.reviewed_by != ""
        yield Entry("", (), english, told, reviewed, tuple(message.auto_comments))


def data_texts(resources: Path, code: str, everything: bool = False) -> Iterator[Entry]:
    """The texts of the shared files; with `everything` those of services, organizations, areas and figures too."""
    sources, _ = load(resources)
    kept, _ = sort_files(sources)
    twins = {(item.kind, item.area, item.id): item for item in kept if item.language == code}
    for item in _in_order(kept):
        if item.language != "en" or item.source.data is None or not (everything or item.kind in SHARED):
            continue
        twin = twins.get((item.kind, item.area, item.id))
        data = twin.source.data if twin is not None else None
        reviewed = isinstance(data, dict) and bool(data.get(REVIEWED))
        for path, english in texts(item.source.data):
            value = at(data, path)
            told = "\n".join(text for text in value if text) if isinstance(value, list) else value
            known = (told,) if isinstance(told, str) and told.strip() else ()
            yield Entry(item.source.name, (*item.source.at, *path), (english,), known, reviewed)


def at(data: Any, path: Place) -> Any:
    """The value at a place, or None."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def source_of(resources: Path, name: str) -> Source | None:
    """One file of the data."""
    return next((source for source in load(resources)[0] if source.name == name), None)


def _in_order(kept: list[Kept]) -> list[Kept]:
    """What families meet first comes first."""
    first = ("site", "urgent", "needs", "questions")
    return sorted(kept, key=lambda item: first.index(item.kind) if item.kind in first else len(first))
