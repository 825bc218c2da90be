"""A record in the making: its fields, what no field takes, and what there is to tell about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from . import clean
from .rows import Note, Row

LINE, TEXT = 300, 3000
EXTRA = 20_000


@dataclass
class Draft:
    """Fields in any order; `record()` puts them into the order of the shape."""

    key: str  # how the report calls it: service 136
    row: Row
    fields: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)  # of the description, after its own
    area: str = ""  # and its area there

    def note(self, kind: str, name: str, text: str, place: str = "") -> None:
        self.notes.append(Note(kind, self.key, name, text, place or self.row.place))

    def told(self, name: str, found: list[str], kind: str = "repaired", place: str = "") -> None:
        for text in found:
            sort = "dropped" if text.startswith(("not ", "no ", "coordinates", "a link that")) else kind
            self.note(sort, name, text, place)

    def keep(self, name: str, text: str) -> None:
        """A value that no field takes, as it was, without what no text may hold."""
        text = clean.plain(text, [])
        if not text:
            return
        if text.lower().startswith(("javascript:", "data:", "vbscript:")):
            self.note("dropped", name, f"not a text that may be kept: {text[:40]}")
            return
        joined = f"{self.extra[name]} | {text}" if name in self.extra and self.extra[name] != text else text
        if len(joined) > EXTRA:
            self.note("dropped", name, f"longer than {EXTRA:,} letters: not kept")
            return
        self.extra[name] = joined

    def line(self, name: str, text: str, label: str = "") -> None:
        """A field of one line; a longer text becomes a paragraph of the description."""
        found: list[str] = []
        made = clean.line(text, found)
        self.told(name, found)
        if not made:
            return
        if len(made) <= LINE:
            self.fields[name] = made
        elif len(made) + len(label) + 2 <= TEXT:
            self.paragraphs.append(f"{label or name.capitalize()}: {made}")
            self.note("warned", name, f"{len(made)} letters, a line takes {LINE}: put into the description")
        else:
            self.too_long(name, made)

    def text(self, name: str, text: str) -> None:
        """A field of paragraphs."""
        found: list[str] = []
        made = clean.plain(text, found)
        self.told(name, found)
        if made and len(made) <= TEXT:
            self.fields[name] = made
        elif made:
            self.too_long(name, made)

    def too_long(self, name: str, text: str) -> None:
        self.note(
            "dropped",
            name,
            f"{len(text):,} letters, a text takes {TEXT:,}: kept whole in `imported`, shorten it by hand",
        )
        self.keep(name, text)
