"""The remarks inside a block of YAML that is written anew: each comes back to the value that it stood with."""

from __future__ import annotations

import re
from collections import defaultdict

import yaml

from .walk import walk

Place = tuple[str | int, ...]

REMARK = re.compile(r"\s*#.*")
HEAD = re.compile(r"[|>][-+0-9]*")  # of a text of several lines


def with_remarks(before: str, after: str) -> str:
    """`after` with the remarks of `before`: own lines go before their value, others to the end of its line."""
    own, ends, last = _remarks(before)
    if not (own or ends or last):
        return after
    lines = after.splitlines()
    above: dict[int, list[str]] = defaultdict(list)
    pad = ""
    for place, line in _lines(after).items():
        pad = " " * (len(lines[line - 1]) - len(lines[line - 1].lstrip()))
        above[line - 1] += [pad + remark for remark in own.pop(place, [])]
        lines[line - 1] += ends.pop(place, "")
    out = [text for index, line in enumerate(lines) for text in (*above[index], line)]
    return "\n".join([*out, *(pad + remark for remark in last)]) + "\n"


def _lines(text: str) -> dict[Place, int]:
    """The line of every value, outer ones first."""
    found = walk("", yaml.compose(text, Loader=yaml.SafeLoader)).lines
    return dict(sorted(found.items(), key=lambda item: (item[1], len(item[0]))))


def _remarks(text: str) -> tuple[dict[Place, list[str]], dict[Place, str], list[str]]:
    """Lines of remarks by the value below them; ends of lines by their value; lines below all values.

    What stands before the first value is left out.
    """
    lines = text.splitlines()
    values: dict[int, Place] = {}
    for place, line in _lines(text).items():
        if place:
            values.setdefault(line - 1, place)
    ended, inside = _tokens(text)
    own: dict[Place, list[str]] = defaultdict(list)
    ends: dict[Place, str] = {}
    last: list[str] = []
    for index in range(min(values), len(lines)):
        remark = lines[index][ended.get(index, 0) :]
        if index in inside or not REMARK.fullmatch(remark):
            continue
        if index in ended:
            place = values[max(line for line in values if line <= index)]
            ends[place] = ends.get(place, "") + "  " + remark.strip()
        elif following := [line for line in values if line > index]:
            own[values[min(following)]].append(remark.strip())
        else:
            last.append(remark.strip())
    return own, ends, last


def _tokens(text: str) -> tuple[dict[int, int], set[int]]:
    """Line -> column behind its last sign; and the lines that lie inside a text of several lines."""
    lines = text.splitlines()
    ended: dict[int, int] = {}
    inside: set[int] = set()
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start, end = token.start_mark, token.end_mark
        if start.index == end.index:  # where a block begins or ends: no sign
            continue
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            inside |= set(range(start.line + 1, end.line))
            head = HEAD.match(lines[start.line], start.column)
            ended[start.line] = head.end() if head else start.column
            continue
        inside |= set(range(start.line, end.line))
        ended[end.line] = max(ended.get(end.line, 0), end.column)
    return ended, inside
