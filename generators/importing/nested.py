"""JSON to rows: nested HSDS objects become rows of their tables, tied by ids as in the table form."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .names import POSTAL, normal, table_named
from .opening import CannotRead
from .rows import Row

LISTS = ("contents", "items", "services", "organizations", "records", "data", "results")
DEEPEST = 12
ONE = {  # an object in an object
    "organization": "organization",
    "program": "program",
    "location": "location",
    "service": "service",
}
LINKED = {  # an object inside another gets the id of the outer one in this column
    "service": "service_id",
    "organization": "organization_id",
    "location": "location_id",
    "service_at_location": "service_at_location_id",
    "contact": "contact_id",
    "phone": "phone_id",
}


def objects_of(name: str, text: str) -> list[tuple[str, list[Any]]]:
    """The objects of a JSON file (a list, one object, lists by name, a page of an API) or of JSON lines, each list
    with its name; tables are one object."""
    if name.endswith((".jsonl", ".ndjson")):
        return [("", [_loaded(name, line) for line in text.splitlines() if line.strip()])]
    value = _loaded(name, text)
    if not isinstance(value, dict) or is_tabular(value) and not (len(value) == 1 and value.keys() & set(LISTS)):
        return [("", value if isinstance(value, list) else [value])]
    for key in ("contents", "items"):
        if isinstance(value.get(key), list):
            return [("", value[key])]
    lists = [key for key in value if key in LISTS and isinstance(value[key], list)] if "name" not in value else []
    return [(key, value[key]) for key in lists] or [("", [value])]


def _loaded(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CannotRead(f"{name} is not JSON: {error}.") from None


def is_tabular(value: Any) -> bool:
    """The form of `tabular.json`: table names with lists of flat rows."""
    return (
        isinstance(value, dict)
        and bool(value)
        and all(isinstance(rows, list) for rows in value.values())
        and any(table_named(name) for name in value)
        and not any(
            isinstance(inner, dict) or (isinstance(inner, list) and any(isinstance(one, dict) for one in inner))
            for rows in value.values()
            for row in rows
            if isinstance(row, dict)
            for inner in row.values()
        )
    )


class Flattening:
    """Turns objects into rows; counts the rows of each table for their places."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.count: Counter[str] = Counter()

    def rows(self, thing: Any, table: str) -> Iterator[Row]:
        """The row of an object, and those of all objects inside it."""
        yield from self._rows(thing, table, {}, 0)

    def _rows(self, thing: Any, table: str, links: dict[str, str], depth: int) -> Iterator[Row]:
        if not isinstance(thing, dict) or depth > DEEPEST:
            return
        self.count[table] += 1
        number = self.count[table]
        cells = dict(links)
        inner: list[tuple[str, list[Any]]] = []
        own = str(thing.get("id") or f"{next(iter(links.values()), self.file)}#{table}{number}")
        for key, value in thing.items():
            table_of_key = ONE.get(key) or table_named(key)
            if isinstance(value, dict) and table_of_key:
                inner.append((table_of_key, [_posted(key, value)]))
                column = "taxonomy_id" if key == "taxonomy_detail" else f"{key}_id"
                if table_of_key in (*ONE, "taxonomy_term", "taxonomy", "unit") and value.get("id"):
                    cells[column] = str(value["id"])
            elif isinstance(value, list) and any(isinstance(item, dict) for item in value) and table_of_key:
                inner.append((table_of_key, [_posted(key, one) for one in value]))
            elif text := as_text(value):
                cells[str(key)] = text
        if table in LINKED or "id" in thing:
            cells["id"] = own
        yield Row(table, self.file, number, cells)
        for kind, values in inner:
            below = self._links(table, kind, own)
            for value in values:
                yield from self._rows(value, kind, below, depth + 1)

    def _links(self, table: str, kind: str, own: str) -> dict[str, str]:
        """The ids that tie an object to the one around it; what is shared by many is not tied."""
        if kind in ("program", "taxonomy", "taxonomy_term", "unit") or (kind == "organization"):
            return {}
        if (
            kind == "service"
            and table == "service_at_location"
            or kind == "location"
            and table == "service_at_location"
        ):
            return {}
        if kind in ("attribute", "metadata"):
            return {"link_id" if kind == "attribute" else "resource_id": own}
        return {LINKED.get(table, f"{table}_id"): own}


def _posted(key: str, value: Any) -> Any:
    """An address with its type, where only the name of its list says that it is for letters."""
    return {"address_type": "postal", **value} if isinstance(value, dict) and normal(key) in POSTAL else value


def as_text(value: Any) -> str:
    """A plain value, or a list of them, as one cell."""
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (str, int, float)):
        return str(value).strip()
    if isinstance(value, list) and all(isinstance(item, (str, int, float)) for item in value):
        return "; ".join(str(item).strip() for item in value)
    return json.dumps(value, ensure_ascii=False)
