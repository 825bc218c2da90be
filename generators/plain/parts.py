"""What is measured: each guide, each record and the messages of each file of the site, in English and Spanish."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ..languages import language
from ..languages.extract import ROOT, messages
from ..model import Records
from ..validate.texts import texts
from .jargon import swaps
from .reading import WARN, Reading, learn, learned, reading

RECORDS = ("needs", "questions", "documents", "barriers", "letters", "presets", "services")
MOST = 2_000  # services that a build measures, and `check` unless it is asked to
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
    name: str
    code: str
    reading: Reading
    swaps: tuple[tuple[str, str], ...]
    line: Callable[[], int]  # where it begins; a list of records is read again for it


def part_of(kind: str, path: str, name: str, code: str, text: str, line: Callable[[], int] = lambda: 1) -> Part:
    """A part, measured."""
    return Part(kind, path, name, code, reading(text, code), tuple(dict.fromkeys(swaps(text, code))), line)


def parts(records: Records, folder: str, most: int | None = None, root: Path = ROOT) -> list[Part]:
    """Everything measured. `folder`: of the data, as the editor types it. `most`: services, taken evenly."""
    known = {code: records.lasting.get(records, f"syllables/{code}") or {} for code in WARN}
    for code, words in known.items():
        learn(code, words)
    ours = [("guides", _guides), ("messages", _messages)]  # they change with our own code only
    told = [
        part
        for name, of in ours
        for part in records.lasting.made_of_objects(records, f"readability/{name}", partial(_measured, of, root))
    ]
    found = [*told, *_records(records, folder, most)]
    for code, words in known.items():
        if len(now := learned(code)) != len(words):
            records.lasting.put(records, f"syllables/{code}", now, ())
    return found


def _measured(of: Callable[[Path], Iterable[Part]], root: Path) -> list[Part]:
    return [replace(part, line=_first_line) for part in of(root)]


def _first_line() -> int:
    return 1


def evenly(ids: Sequence[str], most: int | None) -> list[str]:
    """At most so many of some ids, spread over them all."""
    if most is None or len(ids) <= most:
        return list(ids)
    return [ids[at * len(ids) // most] for at in range(most)]


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
            yield part_of("guide", path.relative_to(root).as_posix(), page, code or "en", text)


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
        yield part_of("messages", path, path, "en", "\n".join(all_))
        yield part_of("messages", path, path, "es", "\n".join(told))


def _records(records: Records, folder: str, most: int | None) -> Iterator[Part]:
    """The parts of records, each measured again only where the record has changed."""
    for kind in RECORDS:
        known, own = getattr(records, kind), kind.removesuffix("s")
        ids = evenly(list(known), most if kind == "services" else None)
        make = partial(_of_record, records, known, own, folder)
        for id_, told in records.lasting.rows(records, f"readability/{kind}", ids, make).items():
            for code, path, words, score, long, said in told:
                line = partial(_line_of, records, f"{own}/{id_}") if code == "en" else _first_line
                yield Part(own, path, id_, code, Reading(words, score, long), said, line)


def _line_of(records: Records, key: str) -> int:
    return records.placed[key].line(())


def _of_record(records: Records, known: Mapping[str, Any], own: str, folder: str, id_: str) -> list[tuple[Any, ...]]:
    """What is said of one record, and of its Spanish where there is some, as plain data: a row for `_records`."""
    path = f"{folder}/{records.placed[f'{own}/{id_}'].path}"
    english = "\n".join(text for at, text in texts(_plain(known[id_])) if at[-1] not in NOT_PROSE)
    found = [part_of(own, path, id_, "en", english)]
    if told := records.translations.get("es", {}).get(f"{own}/{id_}"):
        spanish = "\n".join(text for at, text in told.items() if at[-1] not in NOT_PROSE)
        found.append(part_of(own, path.removesuffix(".yaml") + ".es.yaml", id_, "es", spanish))
    return [(one.code, one.path, one.reading.words, one.reading.score, one.reading.long, one.swaps) for one in found]


def _plain(record: Any) -> Any:
    return record.model_dump(by_alias=True, exclude_unset=True)
