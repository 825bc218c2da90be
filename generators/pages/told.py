"""The texts of one record in one language, with English marked where it stands in."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from markupsafe import Markup

from ..model import Records
from .escaping import escaped, escaped_text, safe

TEXTS = ("name", "summary", "who_for", "you_get", "cost", "takes", "next")  # what tells whether a record is translated
NOTHING = Markup()


class Told:
    """A record and its texts: `service.text("apply", "phone", "text")`."""

    def __init__(self, records: Records, language: str, key: str, record: Any) -> None:
        self.records = records
        self.language = language
        self.key = key  # service/snap
        self.record = record
        self.id = key.partition("/")[2]

    def english(self, *path: str | int) -> Any:
        """The value as the YAML has it, or None."""
        if len(path) == 1:
            return getattr(self.record, path[0])  # type: ignore[arg-type]
        value = self.record
        for step in path:
            if value is None:
                return None
            if isinstance(step, int):
                value = value[step] if step < len(value) else None
            else:
                value = getattr(value, step)
        return value

    def _in_language(self, path: tuple[str | int, ...], english: str) -> tuple[str, str]:
        """The text and the language it is in."""
        return (english, "en") if self.language == "en" else self.records.text(self.language, self.key, path, english)

    def plain(self, *path: str | int) -> str:
        """The text without any mark: for titles and attributes."""
        value = self.english(*path)
        if not value:
            return ""
        return str(value) if self.language == "en" else self._in_language(path, value)[0]

    def text(self, *path: str | int) -> Markup:
        """The text; English in a page of another language says so to screen readers and browsers."""
        value = self.english(*path)
        if not value:
            return NOTHING
        if self.language == "en":
            return escaped_text(value)
        text, code = self._in_language(path, value)
        if code == self.language:
            return escaped_text(text)
        return safe(f'<span lang="{code}" dir="ltr">{escaped(text)}</span>')

    def paragraphs(self, *path: str | int) -> Markup:
        """Longer text: an empty line starts a paragraph."""
        value = self.english(*path)
        if not value:
            return NOTHING
        text, code = self._in_language(path, value)
        mark = "" if code == self.language else f' lang="{code}" dir="ltr"'
        parts = [" ".join(part.split()) for part in text.split("\n\n")]
        return safe("\n".join([f"<p{mark}>{escaped(part)}</p>" for part in parts if part]))

    def falls_back(self, *path: str | int) -> bool:
        """True if this text is there, but in English only."""
        if self.language == "en":
            return False
        value = self.english(*path)
        return bool(value) and self._in_language(path, value)[1] != self.language

    @cached_property
    def untold(self) -> bool:
        """True if any of the main texts is in English only."""
        return self.language != "en" and any(
            self.falls_back(name) for name in TEXTS if getattr(self.record, name, None)
        )

    @cached_property
    def half_told(self) -> bool:
        """True if some of the main texts are translated and some are not."""
        names = [name for name in TEXTS if getattr(self.record, name, None)]
        return self.untold and not all(self.falls_back(name) for name in names)
