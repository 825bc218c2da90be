"""The text of a twin (`needs.ar.yaml`) with new translations in it; what does not change stays as it was written."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..load.remarks import with_remarks
from ..model import FREE_LISTS

Place = tuple[str | int, ...]

TOP = re.compile(r"^(?P<key>[^\s#'\"-][^:]*|\"[^\"]+\"|'[^']+'):(\s|$)")
PLAIN = re.compile(r"[^\W\d_][^\n]*")  # begins with a letter
TAKEN = frozenset("true false null yes no on off y n".split())  # words that YAML readers take for something else
HEAD = "# {language}. The texts of {name}; what is missing here stands in English.\n"


def with_texts(text: str, data: Any, english: Any, new: Mapping[Place, str], head: str = "") -> str:
    """The file `text`, whose values are `data`, with `new` texts by their place in the `english` file."""
    merged = copy.deepcopy(data) if isinstance(data, dict) else {}
    for path, value in new.items():
        _put(merged, path, value)
    blocks = _blocks(text)
    before = blocks.pop("", head)
    changed = {path[0] for path in new}
    order = [*(key for key in merged if key not in english), *(key for key in english if key in merged)]
    if all(key in merged for key in blocks):
        order = _kept_order(list(blocks), order)
    out = [before]
    for key in order:
        if key in blocks and key not in changed:
            out.append(blocks[key])
        else:
            written = "\n".join(_named(key, merged[key], english.get(key), 0)) + "\n"
            block = blocks.get(key, "")
            out.append(_comments(block) + (with_remarks(block, written) if block else written))
    return "".join(out)


def _kept_order(there: list[str], wanted: list[str]) -> list[str]:
    """The order of the file as it is; what is new goes behind the one that it follows in English."""
    order = list(there)
    for place, key in enumerate(wanted):
        if key not in order:
            follows = next((order.index(other) + 1 for other in reversed(wanted[:place]) if other in order), 0)
            order.insert(follows, key)
    return order


def _put(data: Any, path: Place, text: str) -> None:
    """Sets a text; lists are filled up with nothing as far as needed."""
    for step, following in zip(path, path[1:], strict=False):
        data = _child(data, step, [] if isinstance(following, int) else {})
    last = path[-1]
    if last in FREE_LISTS:
        data[last] = [line.strip() for line in text.split("\n") if line.strip()]
    else:
        if isinstance(last, int):
            data.extend([None] * (last + 1 - len(data)))
        data[last] = text


def _child(data: Any, step: str | int, empty: Any) -> Any:
    if isinstance(step, int):
        data.extend([None] * (step + 1 - len(data)))
        if data[step] is None:
            data[step] = empty
    elif data.get(step) is None:
        data[step] = empty
    return data[step]


def _blocks(text: str) -> dict[str, str]:
    """The text of each top name with the comments before it; what stands before the first under an empty name."""
    blocks: dict[str, str] = {}
    key, waiting = "", ""
    for line in text.splitlines(keepends=True):
        if match := TOP.match(line):
            own = waiting
            if not key and waiting:  # the head of the file, up to an empty line
                head, gap, own = waiting.rpartition("\n\n") if "\n\n" in waiting else (waiting, "", "")
                blocks[""] = head + gap
            key = match["key"].strip("'\"")
            blocks[key] = own + line
            waiting = ""
        elif not line.strip() or line.startswith("#"):
            waiting += line
        else:
            blocks[key] = blocks.get(key, "") + waiting + line
            waiting = ""
    if waiting:
        blocks[key] = blocks.get(key, "") + waiting
    return {name: block if block.endswith("\n") else block + "\n" for name, block in blocks.items()}


def _comments(block: str) -> str:
    """The comment lines before the name of a block."""
    lines = block.splitlines(keepends=True)
    count = next((place for place, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    return "".join(lines[:count])


def _named(key: str | int, value: Any, english: Any, depth: int) -> Iterable[str]:
    """`key: value` in as many lines as it needs."""
    pad = "  " * depth
    if isinstance(value, (dict, list)) and value:
        yield f"{pad}{key}:"
        yield from _inside(value, english, depth + 1)
    elif isinstance(value, str) and "\n" in value:
        yield f"{pad}{key}: |-"
        yield from (f"{pad}  {line}".rstrip() for line in value.strip().split("\n"))
    else:
        yield f"{pad}{key}: {scalar(value)}".rstrip()


def _inside(value: Any, english: Any, depth: int) -> Iterable[str]:
    pad = "  " * depth
    if isinstance(value, dict):
        known = english if isinstance(english, dict) else {}
        keys = [*(key for key in known if key in value), *(key for key in value if key not in known)]
        for key in keys:
            yield from _named(key, value[key], known.get(key), depth)
        return
    for index, inner in enumerate(value):
        model = english[index] if isinstance(english, list) and index < len(english) else None
        if isinstance(inner, (dict, list)) and inner:
            lines = list(_inside(inner, model, depth + 1))
            yield f"{pad}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{pad}- {scalar(inner)}".rstrip()


def scalar(value: Any) -> str:
    """One value in one line: plain where YAML leaves it alone, else in quotes."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    risky = ": " in value or " #" in value or value.endswith(":") or value != value.strip() or value.lower() in TAKEN
    if PLAIN.fullmatch(value) and not risky:
        return value
    return json.dumps(value, ensure_ascii=False)
