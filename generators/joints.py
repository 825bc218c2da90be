"""Plain JSON of which parts are text already: a large file is not put into text whole where one part changed."""

from __future__ import annotations

import json
from typing import Any


class Told(dict[str, Any]):
    """A dict that nobody changes any more, with its text."""

    __slots__ = ("text",)

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__(data)
        self.text = json_of(data)


class ToldRow(list[Any]):
    """A list that nobody changes any more, with its text."""

    __slots__ = ("text",)

    def __init__(self, data: list[Any]) -> None:
        super().__init__(data)
        self.text = json_of(data)


class Joined(dict[str, Any]):
    """A dict that may hold such values, or others of its kind."""


class JoinedRow(list[Any]):
    """A list of such values."""


def json_of(data: Any) -> str:
    """Data for browser modules, without a needless blank."""
    if isinstance(data, Told | ToldRow):
        return data.text
    if isinstance(data, Joined):
        return (
            "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{json_of(one)}" for key, one in data.items()) + "}"
        )
    if isinstance(data, JoinedRow):
        return "[" + ",".join(map(json_of, data)) + "]"
    return _encode(data)


# `json.dumps` makes one of these for each value; and plain data holds no ring to look for.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
