"""Reads the files of a resources folder: the only reader of YAML."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..problems import Problem
from .guard import INVISIBLE, cut_off_problems, outline_problems, text_of
from .walk import walk

__all__ = ["INVISIBLE", "Source", "load", "load_text"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """One file: its values, and the line of each."""

    path: str  # as shown to people: resources/us/services/snap.yaml
    name: str  # inside the resources folder: us/services/snap.yaml
    data: Any
    lines: dict[tuple[str | int, ...], int]

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def load(folder: Path) -> tuple[list[Source], list[Problem]]:
    """Every `.yaml` file below the folder in the order of the names, and what is wrong with them.

    A file that cannot be read is there with the data `None`, so that others may still point to it.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    shown = folder.as_posix()
    if not folder.is_dir():
        return [], [Problem(shown, 1, "there is no such folder. Name the folder with your data: --resources DIR.")]
    for file in sorted(_files(folder)):
        name = file.relative_to(folder).as_posix()
        path = f"{shown}/{name}"
        if file.suffix == ".yml":
            problems.append(Problem(path, 1, "the name of this file must end in .yaml (not .yml)."))
            continue
        try:
            content = file.read_bytes()
        except OSError as error:
            problems.append(Problem(path, 1, f"this file cannot be read: {error.strerror}."))
            sources.append(Source(path, name, None, {}))
            continue
        source, found = load_text(path, name, content)
        problems.extend(found)
        sources.append(source or Source(path, name, None, {}))
    return sources, problems


def load_text(path: str, name: str, content: bytes) -> tuple[Source | None, list[Problem]]:
    """One file from its bytes."""
    text, problems = text_of(path, content)
    if text is None:
        return None, problems
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
    return Source(path, name, walked.data, walked.lines), []


def _files(folder: Path) -> list[Path]:
    """YAML files below the folder; links that lead elsewhere and hidden folders are not followed."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(parent, name) for name in names if name.endswith((".yaml", ".yml")))
    return found
