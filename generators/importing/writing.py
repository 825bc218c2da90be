"""Writes what was planned: each file whole or not at all, the memory last."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from ..load import load_text
from ..load.dump import dump, replaced
from .base import base_text
from .planning import Change, Plan


def write(plan: Plan, resources: Path, source: str, gone: str) -> list[str]:
    """The names of the files that were written."""
    written = []
    files: dict[str, list[Change]] = defaultdict(list)
    for change in plan.changes:
        if change.what in ("new", "changed") or (change.what == "gone" and gone == "close"):
            files[change.name].append(change)
    for name, changes in sorted(files.items()):
        path = resources / name
        many = changes[0].here.listed if changes[0].here else not name.endswith(f"/{changes[0].id}.yaml")
        text = path.read_text("utf-8") if path.exists() else ""
        after = _listed(name, text, changes) if many else _single(name, text, changes[0])
        if after != text:
            _put(path, after)
            written.append(name)
    memory = resources / "imports" / f"{source}.json"
    text = base_text(source, plan.base)
    if not memory.exists() or memory.read_text("utf-8") != text:
        _put(memory, text)
        written.append(f"imports/{source}.json")
    return written


def _single(name: str, text: str, change: Change) -> str:
    if change.here is None or not text:
        return dump(change.record)
    return _checked(name, replaced(text, change.here.data, change.record), change.record)


def _listed(name: str, text: str, changes: list[Change]) -> str:
    """A file of many records: only the lines of those that change are touched."""
    before: dict[str, Any] = {}
    if text:
        source, _ = load_text(name, name, text.encode())
        before = source.data if source is not None else {}
    after = {**before, **{change.id: change.record for change in changes}}
    return _checked(name, replaced(text, before, after) if text else dump(after), after)


def _checked(name: str, text: str, wanted: dict[str, Any]) -> str:
    """The text, when it says what it should; else all of it written anew."""
    source, problems = load_text(name, name, text.encode())
    return text if not problems and source is not None and source.data == wanted else dump(wanted)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    os.chmod(name, 0o644)
    os.replace(name, path)
