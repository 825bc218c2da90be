"""Writes values as YAML that people like to edit; what `load_text` reads back is what was given."""

from __future__ import annotations

import json
import re
import textwrap
from typing import Any

_PLAIN = re.compile(r"^[A-Za-z][A-Za-z0-9 ,.'()/&;%$+-]*$")
_PLAIN_IN_ROW = re.compile(r"^[A-Za-z][A-Za-z0-9 .'()/&;%$+-]*$")
_WORD_WITH_MEANING = re.compile(r"^(true|false|yes|no|on|off|null|y|n)$", re.I)  # to other readers of YAML, too
_KEY = re.compile(r"^[A-Za-z_][A-Za-z0-9_-]*$")
WIDTH = 110


def dump(value: dict[str, Any], comments: dict[str, str] | None = None) -> str:
    """A record as YAML, in the order of its fields; `comments` go above the fields they are named for."""
    blocks = []
    for key, inner in value.items():
        if comment := (comments or {}).get(key):
            blocks += [f"# {line}" for line in comment.split("\n")]
        blocks.append(_field(str(key), inner, 0))
    return "\n".join(blocks) + "\n"


def replaced(text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    """The file `text`, which holds `old`, made to hold `new`: lines of fields that stay the same are not touched."""
    blocks: dict[str, list[str]] = {}
    above: list[str] = []
    current = above
    for line in text.splitlines():
        name = line.split(":", 1)[0].strip("\"'") if ":" in line and line[:1] not in (" ", "#", "-", "\t", "") else None
        if name is not None and name in old:
            current = blocks.setdefault(name, [])
        current.append(line)
    kept = [*above]
    for name, lines in blocks.items():
        if name not in new:
            continue
        if new[name] == old[name]:
            kept += lines
            continue
        tail: list[str] = []
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].startswith("#")):
            tail.insert(0, lines.pop())  # a comment below belongs to what follows
        kept += [*_field(name, new[name], 0).split("\n"), *tail]
    kept += [line for name in new if name not in blocks for line in _field(name, new[name], 0).split("\n")]
    return "\n".join(kept) + "\n"


def _field(key: str, value: Any, depth: int) -> str:
    """`key: value`, or the key with its lines below."""
    pad = " " * depth
    start = f"{pad}{_key(key)}:"
    if isinstance(value, str):
        return start + _text(value, depth, len(start))
    if isinstance(value, (dict, list, tuple)) and value:
        if (row := _in_a_row(value)) is not None and len(start) + len(row) < WIDTH and not _better_below(value):
            return f"{start} {row}"
        return start + "\n" + _below(value, depth + 2)
    return f"{start} {_in_a_row(value)}"


def _better_below(value: Any) -> bool:
    """A list of records is read more easily one a line."""
    return isinstance(value, (list, tuple)) and any(isinstance(item, dict) for item in value)


def _below(value: Any, depth: int) -> str:
    pad = " " * depth
    if isinstance(value, dict):
        return "\n".join(_field(str(key), inner, depth) for key, inner in value.items())
    lines = []
    for item in value:
        row = _in_a_row(item)
        if isinstance(item, str):
            lines.append(f"{pad}-{_text(item, depth, depth + 1)}")
        elif row is not None and len(row) + depth + 2 < WIDTH and not _nested(item):
            lines.append(f"{pad}- {row}")
        else:
            lines.append(f"{pad}- {_below(item, depth + 2).lstrip()}")
    return "\n".join(lines)


def _nested(item: Any) -> bool:
    """A record in a list that holds records itself."""
    return isinstance(item, dict) and any(_better_below(inner) for inner in item.values())


def _text(text: str, depth: int, used: int) -> str:
    """A text with the blank before it: in the line, or folded below."""
    if "\n" not in text:
        plain = _scalar(text, _PLAIN)
        if len(plain) + used < WIDTH or " ".join(text.split()) != text:
            return f" {plain}"
        pad = " " * (depth + 2)
        lines = textwrap.wrap(text, WIDTH - depth, break_long_words=False, break_on_hyphens=False)
        if any(line[:1] in (" ", "\t") for line in lines):
            return f" {plain}"
        return " >-\n" + "\n".join(pad + line for line in lines)
    lines = text.split("\n")
    clean = all(line == line.strip() for line in lines) and lines[0] and lines[-1] and text.isprintable() is False
    if clean and all(line.isprintable() for line in lines):
        pad = " " * (depth + 2)
        return " |-\n" + "\n".join(pad + line if line else "" for line in lines)
    return f" {_quoted(text)}"


def _in_a_row(value: Any) -> str | None:
    """A value in one line; None where it has long texts."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, int):
        return str(value) if len(str(value)) <= 18 else json.dumps(str(value))
    if isinstance(value, str):
        return None if "\n" in value else _scalar(value, _PLAIN_IN_ROW)
    if isinstance(value, dict):
        parts = [(_key(str(key)), _in_a_row(inner)) for key, inner in value.items()]
        return (
            None if any(row is None for _, row in parts) else "{" + ", ".join(f"{k}: {row}" for k, row in parts) + "}"
        )
    rows = [_in_a_row(item) for item in value]
    return None if None in rows else "[" + ", ".join(str(row) for row in rows) + "]"


def _number(value: float) -> str:
    """A decimal that reads back as itself: never 1e-05."""
    shown = repr(value)
    return shown if "e" not in shown else f"{value:.12f}".rstrip("0") + "0"


def _key(key: str) -> str:
    return key if _KEY.match(key) and not _WORD_WITH_MEANING.match(key) else _quoted(key)


def _scalar(text: str, plain: re.Pattern[str]) -> str:
    if plain.match(text) and not text.endswith(" ") and not _WORD_WITH_MEANING.match(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    """In double quotes; line ends of other scripts, which YAML would fold, are written as escapes."""
    return re.sub(
        "[\x85\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False)
    )
