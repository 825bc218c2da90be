"""Reads the files of a resources folder: the only reader of YAML."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import yaml

from ..memory import FORGETFUL, Memory
from ..problems import Problem
from . import lists
from .beside import Beside, quickly
from .guard import INVISIBLE, cut_off_problems, outline_problems
from .kept import Kept, hash_of
from .scan import scan
from .untouched import Untouched
from .walk import walk

__all__ = ["INVISIBLE", "Lines", "Source", "line_at", "lines_of", "load", "load_again", "load_text"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


Lines = dict[tuple[str | int, ...], int]  # path inside a file -> line


@dataclass(frozen=True)
class Source:
    """One file, or one record of a list in a file: its values, and the line of each."""

    path: str  # as shown to people: resources/us/services/snap.yaml
    name: str  # inside the resources folder: us/services/snap.yaml
    data: Any
    read: Callable[[], Lines] = dict  # the lines of the whole file, worked out when one is asked for
    at: tuple[str | int, ...] = ()  # where the values stand in the file
    mark: bytes = b""  # the hash of the whole file

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of a value, or of the nearest thing around it."""
        return line_at(self.read, (*self.at, *path))

    @property
    def lines(self) -> Lines:
        """Every line, by the path inside these values."""
        return dict(self.below(()))

    def below(self, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], int]]:
        """Path and line of everything at and below a place."""
        start = (*self.at, *path)
        count, skip = len(start), len(self.at)
        yield from ((found[skip:], line) for found, line in self.read().items() if found[:count] == start)

    def inside(self, key: str | int, data: Any) -> Source:
        """One record of a list: `data` stands at `key`."""
        return replace(self, data=data, at=(*self.at, key))


def line_at(read: Callable[[], Lines], path: tuple[str | int, ...]) -> int:
    """The line of a place in a file, or of the nearest thing around it."""
    lines = read()
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def load(folder: Path, cache: Path | None = None, memory: Memory = FORGETFUL) -> tuple[list[Source], list[Problem]]:
    """Every `.yaml` file below the folder in the order of the names, and what is wrong with them.

    A file that cannot be read is there with the data `None`, so that others may still point to it.
    `cache`: a folder in which the values of sound files are kept for the next time.
    `memory`: where it has read this folder before, only files that were written since are read, and nothing is kept.
    """
    known = Untouched(memory, folder)
    kept = Kept(cache) if cache and not known.before else None
    sources: list[Source] = []
    problems: list[Problem] = []
    shown = folder.as_posix()
    if not folder.is_dir():
        return [], [Problem(shown, 1, "there is no such folder. Name the folder with your data: --resources DIR.")]
    names = sorted(scan(folder), key=lambda name: name.split("/"))
    other = None if known.before or (kept and not kept.is_empty) else Beside(folder, names)
    for name in names:
        path = f"{shown}/{name}"
        if name.endswith(".yml"):
            problems.append(Problem(path, 1, "the name of this file must end in .yaml (not .yml)."))
            continue
        file = os.path.join(folder, name)
        if (untouched := known.get(name, file)) is not None:
            sources.append(untouched)
            continue
        try:
            with open(file, "rb", buffering=0) as opened:
                content = opened.read()
        except OSError as error:
            problems.append(Problem(path, 1, f"this file cannot be read: {error.strerror}."))
            sources.append(Source(path, name, None))
            continue
        packed = other.take(name, content) if other else None
        source, found = load_text(path, name, content, partial(lines_of, file), kept, packed)
        problems.extend(found)
        sources.append(replace(source or Source(path, name, None), mark=hash_of(content)))
        if source is not None and not found:
            known.put(name, sources[-1])
    if kept:
        kept.save()
    known.save()
    return sources, problems


def load_text(
    path: str,
    name: str,
    content: bytes,
    read: Callable[[], Lines] | None = None,
    kept: Kept | None = None,
    packed: bytes | None = None,
) -> tuple[Source | None, list[Problem]]:
    """One file from its bytes. `read`: how to get its lines later, without keeping the bytes; `kept`: parsed before;
    `packed`: its values, if another process parsed it.
    """
    if kept and (data := kept.get(content)) is not None:
        return _source(path, name, data, read or partial(_lines, content))
    if packed:
        data = marshal.loads(packed)
    else:
        data, text, problems = quickly(name, path, content)
        if text is None:
            return None, problems
        if data is None:
            return _carefully(path, name, text)
    if kept:
        kept.put(content, packed or marshal.dumps(data))
    return _source(path, name, data, read or partial(_lines, content))


def load_again(folder: Path, name: str, mark: bytes, kept: Kept | None) -> Source | None:
    """A sound file that had just this mark: what is kept of it, else from the disk if it is still that one."""
    path, file = f"{folder.as_posix()}/{name}", os.path.join(folder, name)
    if kept and (data := kept.by_mark(mark)) is not None:
        source, wrong = _source(path, name, data, partial(lines_of, file))
    else:
        try:
            content = Path(file).read_bytes()
        except OSError:
            return None
        if mark not in (b"", hash_of(content)):
            return None
        mark = hash_of(content)
        source, wrong = load_text(path, name, content, partial(lines_of, file))
    return replace(source, mark=mark) if source and not wrong else None


def _source(path: str, name: str, data: Any, read: Callable[[], Lines]) -> tuple[Source | None, list[Problem]]:
    """The values of a sound file; those of a list by their ids."""
    if not lists.is_list(name):
        return Source(path, name, data, read), []
    records, problems = lists.by_id(path, data, lambda place: read().get(place, 1))
    if problems:
        return None, problems
    ids = tuple(record["id"] for record in data) if isinstance(data, list) else None
    return Source(path, name, records, read if ids is None else partial(_lines_by_id, ids, read)), []


@lru_cache(maxsize=4)
def _lines_by_id(ids: tuple[str, ...], read: Callable[[], Lines]) -> Lines:
    """The lines of a list as those of the mapping that it became."""
    return {(ids[path[0]], *path[1:]) if path else path: line for path, line in read().items()}  # type: ignore[index]


def lines_of(file: str) -> Lines:
    """The line of every value of a file as it stands on the disk."""
    return _lines(Path(file).read_bytes())


@lru_cache(maxsize=4)
def _lines(content: bytes) -> Lines:
    """The line of every value of a sound file."""
    return walk("", yaml.compose(content.decode("utf-8-sig"), Loader=_LOADER)).lines


def _carefully(path: str, name: str, text: str) -> tuple[Source | None, list[Problem]]:
    """The same with every check, and with what is wrong."""
    if problems := outline_problems(path, text):
        return None, problems
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:  # the events were sound, so this is a mapping key that is no text
        return None, [Problem(path, 1, "a name before a colon must be a simple word.")]
    walked = walk(path, root)
    problems = walked.problems + cut_off_problems(path, text, walked.plain)
    if problems:
        return None, problems
    if walked.data is None:
        return None, [Problem(path, 1, "this file is empty. Write a record in it, or delete it.")]
    return _source(path, name, walked.data, lambda: walked.lines)
