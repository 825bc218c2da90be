"""What a record must say that a person wrote; of an imported one only the name is sure to be known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..load import Source
from ..problems import Problem

Path = tuple[str | int, ...]
WRITTEN = {
    "service": ("organization", "needs", "summary", "who_for", "you_get", "cost", "apply", "takes", "next", "steps"),
    "organization": (),
}


def written_problems(kind: str, source: Source, data: Any, at: Path) -> Iterator[Problem]:
    """Fields that are missing in a record without `imported`; its reminders in one with it."""
    if kind not in WRITTEN or not isinstance(data, dict):
        return
    if "imported" in data:
        if kind == "service" and not data.get("needs"):
            text = "nobody finds this by a need. Add a line `needs:` with the ids from needs.yaml: [food]."
            yield Problem(source.path, source.line(at), text, reminder=True)
        return
    for name in (*WRITTEN[kind], "sourced"):
        if name not in data:
            text = f"`{name}` is missing. Add a line `{name}:` with its value."
            yield Problem(source.path, source.line(at), text)
        elif data[name] == [] and name in ("needs", "steps"):
            text = f"`{name}` is empty. Write something, or delete the line."
            yield Problem(source.path, source.line((*at, name)), text)
