"""What is measured: each guide, each record and the messages of each file of the site, in English and Spanish."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..languages import language
from ..languages.extract import ROOT, messages
from ..model import Records
from ..validate.texts import texts
from .jargon import swaps
from .reading import WARN, Reading, reading

RECORDS = ("needs", "questions", "documents", "barriers", "letters", "presets", "services")
NOT_PROSE = {"name", "organization", "also_called", "synonyms", "label"}  # names and search words
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# Names, as in a glossary, and words in another language: neither is ours to make easier.
_TERM = re.compile(r"^\*\*[^*\n]+\*\*\{#[^}]*\}(?:, \*\*[^*\n]+\*\*)*", re.MULTILINE)
_FOREIGN = re.compile(r"(?:: )?\(?\*[^*\n]+\*\{lang=\w+\}\)?|^.+\n\{: lang=\w+\}$", re.MULTILINE)
_MARKS = re.compile(r"\{[#:][^}]*\}|<[^>]+>|[*_`>#|]+|^\s*(?:[-+]|\d+\.)\s+|^[-:| ]+$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """One thing measured."""

    kind: str  # guide, messages, service ...
    path: str  # as an editor would open it
    line: int
    name: str
    code: str
    reading: Reading
    swaps: tuple[tuple[str, str], ...]


def part_of(kind: str, path: str, line: int, name: str, code: str, text: str) -> Part:
    """A part, measured."""
    return Part(kind, path, line, name, code, reading(text, code), tuple(dict.fromkeys(swaps(text, code))))


def parts(records: Records, folder: str, root: Path = ROOT) -> list[Part]:
    """Everything measured. `folder`: of the data, as the editor types it."""
    return [*_guides(root), *_messages(root), *_records(records, folder)]


def hard(found: list[Part], limits: dict[str, float] = WARN) -> list[Part]:
    """The parts past the limit of their language, the hardest first."""
    past = [part for part in found if part.reading.is_hard(part.code, limits)]
    return sorted(past, key=lambda part: abs(part.reading.score - limits[part.code]) / _SPAN[part.code], reverse=True)


_SPAN = {"en": 2.0, "es": 10.0}  # from the first limit to the second


def _guides(root: Path) -> Iterator[Part]:
    docs = root / "docs"
    for path in sorted(docs.rglob("*.md")):
        page, _, code = path.name.removesuffix(".md").partition(".")
        if "maintain" not in path.relative_to(docs).parts and code in ("", "es"):
            text = prose(path.read_text("utf-8"))
            yield part_of("guide", path.relative_to(root).as_posix(), 1, page, code or "en", text)


def prose(markdown: str) -> str:
    """The words of a page, a paragraph a line."""
    ours = _TERM.sub("", _FOREIGN.sub("", _FRONT.sub("", markdown)))
    lines = re.sub(r"(?<=\S)\n(?=[^\s\-+>#|\d*])", " ", ours)
    return _MARKS.sub("", _LINK.sub(r"\1", lines))


def _messages(root: Path) -> Iterator[Part]:
    """The messages that each file says; of two forms the one for many."""
    said: dict[str, list[str]] = defaultdict(list)
    for message, path, _ in messages(root):
        said[path].append(message if isinstance(message, str) else message[1])
    spanish = language("es")
    for path, all_ in sorted(said.items()):
        told = [spanish.messages.get(text, "") for text in all_]
        yield part_of("messages", path, 1, path, "en", "\n".join(all_))
        yield part_of("messages", path, 1, path, "es", "\n".join(told))


def _records(records: Records, folder: str) -> Iterator[Part]:
    for kind in RECORDS:
        for id_, record in getattr(records, kind).items():
            key = f"{kind.removesuffix('s')}/{id_}"
            placed = records.placed[key]
            path, line = f"{folder}/{placed.path}", placed.line(())
            found = [(at, text) for at, text in texts(_plain(record)) if at[-1] not in NOT_PROSE]
            yield part_of(key.partition("/")[0], path, line, id_, "en", "\n".join(text for _, text in found))
            if told := records.translations.get("es", {}).get(key):
                spanish = "\n".join(text for at, text in told.items() if at[-1] not in NOT_PROSE)
                yield part_of(key.partition("/")[0], path.removesuffix(".yaml") + ".es.yaml", 1, id_, "es", spanish)


def _plain(record: Any) -> Any:
    return record.model_dump(by_alias=True, exclude_none=True)
