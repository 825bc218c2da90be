"""From the parsed outline to plain values that remember their lines; nothing is converted in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from ..problems import Problem

Path = tuple[str | int, ...]

_WHOLE = re.compile(r"^-?(0|[1-9][0-9]*)$")
_DECIMAL = re.compile(r"^-?(0|[1-9][0-9]*)\.[0-9]+$")


@dataclass(frozen=True)
class Walked:
    """The values of one file."""

    data: Any  # dict, list, str, int, float, bool or None
    lines: dict[Path, int]  # path inside the file -> line, counted from 1
    plain: list[tuple[int, int]]  # line (from 0) and end column of every unquoted text
    problems: list[Problem]


def walk(path: str, root: yaml.Node | None) -> Walked:
    """Turns composed nodes into values. Only true, false, null, whole numbers and decimals are converted."""
    walked = Walked(None, {(): 1}, [], [])
    data = None if root is None else _value(path, root, (), walked)
    return Walked(data, walked.lines, walked.plain, walked.problems)


def _value(path: str, node: yaml.Node, here: Path, walked: Walked) -> Any:
    walked.lines.setdefault(here, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(path, node, here, walked)
    if isinstance(node, yaml.SequenceNode):
        return [_value(path, item, (*here, index), walked) for index, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    if not node.style:  # the C parser says "" where the Python one says None
        walked.plain.append((node.end_mark.line, node.end_mark.column))
        return plain(node.value)
    return node.value


def _mapping(path: str, node: yaml.MappingNode, here: Path, walked: Walked) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None:
            walked.problems.append(Problem(path, line, "a name before a colon must be a simple word."))
            continue
        if key in values:
            first = walked.lines[(*here, key)]
            walked.problems.append(
                Problem(path, line, f"`{key}` is written twice (first in line {first}). Keep one of the two.")
            )
            continue
        walked.lines[(*here, key)] = line
        values[key] = _value(path, value_node, (*here, key), walked)
    return values


def plain(text: str) -> Any:
    """An unquoted text: what it says, and nothing clever."""
    if text[:1].isalpha() and text not in ("null", "true", "false"):
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if len(text) <= 18 and _WHOLE.match(text):
        return int(text)
    if len(text) <= 18 and _DECIMAL.match(text):
        return float(text)
    return text
