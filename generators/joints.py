"""Plain JSON of which parts are text already."""

from __future__ import annotations

import json
from typing import Any


class Text(str):
    """JSON already."""

    __slots__ = ()


class Joined(dict[str, Any]):
    """A dict that may hold such texts, or others of its kind."""


def json_of(data: Any) -> str:
    """Data for browser modules, without a needless blank."""
    if isinstance(data, Text):
        return data
    if isinstance(data, Joined):
        return (
            "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{json_of(one)}" for key, one in data.items()) + "}"
        )
    return _encode(data)


# `json.dumps` makes one of these for each value; and plain data holds no ring to look for.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
