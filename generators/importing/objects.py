"""Objects of JSON to rows of their tables, whatever shape the objects have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .names import TABLES, column_named, spaced, table_named
from .nested import Flattening, as_text
from .package import NOT_PUBLIC, Package, public, renamed
from .private import YES
from .rows import Row
from .wide import split


def add_objects(package: Package, name: str, lists: list[tuple[str, list[Any]]]) -> None:
    """Rows of all objects of a file; `lists`: what each list is called, and its objects."""
    flat = Flattening(name)
    stem = re.sub(r"[_-]?(list|full|page)?[_-]?\d*$", "", Path(name).stem)
    for title, thing in ((title, thing) for title, things in lists for thing in things):
        thing = _unwrapped(thing)
        if not isinstance(thing, dict):
            row = Row("unknown", name, flat.count["unknown"] + 1, {"value": as_text(thing)})
            flat.count["unknown"] += 1
            package.add([row], "this is not an object with names and values")
            continue
        kind = _kind(thing, (table_named(title) if title else None) or table_named(stem))
        thing = _with_id(thing, kind)
        whole = [_named(package, row) for row in flat.rows(thing, kind)]
        if whole[0].cells.get("not_public", "").lower() in YES:
            package.add(whole, NOT_PUBLIC)
            continue
        package.add(_with_addresses(whole))


def _with_id(thing: dict[str, Any], kind: str) -> dict[str, Any]:
    """An object with an id that stays the same: its own, with the name of its list where there are several lists."""
    if kind != "service":
        return thing
    if thing.get("id"):
        return {**thing, "id": f"{thing['source']}/{thing['id']}"} if isinstance(thing.get("source"), str) else thing
    flat = {key: text for key, value in thing.items() if key != "id" and (text := as_text(value))}
    cells = renamed(flat, {column: column_named(kind, column) or spaced(column) for column in flat})
    if cells.get("id"):
        made = f"{thing['source']}/{cells['id']}" if isinstance(thing.get("source"), str) else cells["id"]
    else:
        made = next(split(Row(kind, "", 1, cells))).cells["id"]
    return {**thing, "id": made}


def _unwrapped(thing: Any) -> Any:
    """The record of a line that wraps it: `{"source": .., "record": {..}}`."""
    if isinstance(thing, dict) and isinstance(thing.get("record"), dict):
        inner = dict(thing["record"])
        if thing.get("source") and not inner.get("source"):
            inner["source"] = thing["source"]
        return {**{key: value for key, value in thing.items() if key != "record"}, **inner}
    return thing


def _kind(thing: dict[str, Any], named: str | None) -> str:
    """What an object is, by what it has."""
    if "service" in thing and "location" in thing or named == "service_at_location":
        return "service_at_location"
    if named and named in TABLES and named != "service":
        return named
    if "location_type" in thing or ("addresses" in thing and "organization" not in thing):
        return "location"
    if "tax_status" in thing or "legal_status" in thing or "year_incorporated" in thing:
        return "organization"
    return "service"


def _named(package: Package, row: Row) -> Row:
    names = {column: column_named(row.table, column) or spaced(column) for column in row.cells}
    package.columns.setdefault(row.table, {}).update(names)
    return Row(row.table, row.file, row.line, public(package, row.place, row.cells, names))


def _with_addresses(rows: list[Row]) -> Iterator[Row]:
    """The rows of one object, split; an address without a place of its own belongs to the only place there is."""
    parts = [part for row in rows for part in split(row)]
    main = rows[0]
    if main.table != "service":
        yield from parts
        return
    service = parts[0].cells["id"]
    flat = f"{service}@"
    places = [row for row in parts if row.table == "location" and row.part_of is None]
    home = places[0].cells["id"] if len(places) == 1 and not places[0].cells.get("name") else flat
    there = {row.cells["id"] for row in parts if row.table == "location"}
    for row in parts:
        cells = row.cells
        if row.table == "location" and row.part_of is not None and home != flat:
            continue  # its cells are those of the nested place
        if row.table == "address" and cells.get("location_id", flat) == flat:
            if home not in there:
                yield Row("location", row.file, row.line, {"id": home, "service_id": service}, main)
                there.add(home)
            row = Row("address", row.file, row.line, {**cells, "location_id": home}, row.part_of)
        yield row
