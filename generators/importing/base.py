"""The memory of an import: what each record was when it was last imported, in `resources/imports/<source>.json`.

One field a line, records in the order of their ids, so that a change in the source is a few lines in git.
"""

from __future__ import annotations

import json
from typing import Any

Base = dict[str, dict[str, Any]]  # "service/136" -> {"id": "food-bank", "gone": "2026-11-22"?, "record": {...}}


def read_base(text: str) -> Base:
    """The memory; empty where there is none. ValueError where the file is damaged."""
    if not text.strip():
        return {}
    data = json.loads(text)
    records = data.get("records") if isinstance(data, dict) else None
    if not isinstance(records, dict) or not all(
        isinstance(one, dict) and isinstance(one.get("id"), str) and isinstance(one.get("record"), dict)
        for one in records.values()
    ):
        raise ValueError("this is not the memory of an import")
    return records


def base_text(source: str, base: Base) -> str:
    """The memory as text."""
    blocks = []
    for key in sorted(base):
        one = base[key]
        lines = [f"   {_json(name)}: {_json(value)}" for name, value in one["record"].items()]
        head = [f'"id": {_json(one["id"])}'] + ([f'"gone": {_json(one["gone"])}'] if one.get("gone") else [])
        blocks.append(f' {_json(key)}: {{{", ".join(head)}, "record": {{\n' + ",\n".join(lines) + "\n }}")
    return f'{{"source": {_json(source)}, "records": {{\n' + ",\n".join(blocks) + "\n}}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
