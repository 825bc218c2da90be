"""The values of a sound file in one pass, without its lines: nearly every file is sound, and few lines are asked for.

What looks odd in any way is left to the careful pass, which says what is wrong and where.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any

import yaml

from .guard import DEEPEST, invisible
from .walk import plain

# Nothing where PyYAML comes without its C part: then the careful pass reads everything.
_Parser: Any = getattr(yaml, "CParser", None) or getattr(getattr(yaml, "cyaml", None), "CParser", None)

# Signs of what must not be there or may cut a value short. Looking for a sign first is many times quicker.
_MARKS = re.compile(r"(?:^|[\s\[{,:-])(?:[&*]\S|!)", re.MULTILINE)  # anchors, aliases, tags
_CUT_OFF = re.compile(r"[ \t]#[^\s#!]")
_AT_START = ("---", "...", "%", " " * 90)  # of a line: a second document, and what may nest without a bracket
_NESTED = ("- - - - ", "? ? ? ? ")
_BRACKET = re.compile(r"[\[\]{}]")


class Odd(Exception):
    """This file wants the careful pass."""


LONGEST_SAME = 24  # letters; a longer text is hardly ever written twice


def quick(text: str) -> Any:
    """The values of a file. Raises `Odd`, or yaml's own error, where the careful pass must look."""
    if _Parser is None or _is_odd(text) or _nested(text) > DEEPEST:
        raise Odd
    parser = _Reader(text)
    try:
        root = parser.get_single_node()
    finally:
        parser.dispose()
    if root is None:
        raise Odd
    return _value(root, 0)


def _is_odd(text: str) -> bool:
    if ("&" in text or "*" in text or "!" in text) and _MARKS.search(text):
        return True
    if "#" in text and _CUT_OFF.search(text):
        return True
    if "\t" in text or any(text.startswith(sign) or f"\n{sign}" in text for sign in _AT_START):
        return True
    return any(sign in text for sign in _NESTED) or invisible(text)


def _nested(text: str) -> int:
    """How deep brackets may be nested, rather too deep: those inside texts count too."""
    depth = deepest = 0
    for sign in _BRACKET.findall(text):
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth = max(0, depth - 1)
    return deepest


def _value(node: Any, depth: int) -> Any:
    value = node.value
    if type(value) is str:
        if len(value) <= LONGEST_SAME:
            value = intern(value)
        return value if node.style else plain(value)
    if depth > DEEPEST:
        raise Odd
    if type(node) is yaml.MappingNode:
        found: dict[str, Any] = {}
        for key_node, value_node in value:
            key = key_node.value
            if type(key) is not str or key in found:
                raise Odd
            found[intern(key)] = _value(value_node, depth + 1)
        return found
    return [_value(item, depth + 1) for item in value]


if _Parser is not None:

    class _Reader(_Parser):  # type: ignore[misc]
        """The C parser, which is not to think about what kind of value a text may be."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
            return ""

        def descend_resolver(self, parent: Any, index: Any) -> None:
            pass

        def ascend_resolver(self) -> None:
            pass
