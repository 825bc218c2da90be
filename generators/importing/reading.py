"""A source to rows under our names of tables and columns, whatever its dialect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .cells import Raw, rows_of
from .decoding import decoded
from .ids import sound
from .mapping import Mapping
from .names import POSTAL, TABLES, column_named, normal, table_named
from .nested import Flattening, as_text, is_tabular, objects_of
from .opening import CannotRead, Opened, opened
from .rows import REFUSED, Book, Note, Row
from .sheets import sheets_of
from .wide import split


@dataclass
class Package:
    """All rows of a source, the book of what became of them, and what was seen while reading."""

    book: Book = field(default_factory=Book)
    notes: list[Note] = field(default_factory=list)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)  # table -> column as it stands -> our name
    tables: dict[str, list[Row]] = field(default_factory=dict)  # rows that were not refused

    def add(self, rows: Iterable[Row], fault: str = "") -> None:
        for row in rows:
            self.book.read([row])
            if fault:
                self.book.settle(row, REFUSED, fault)
            else:
                self.tables.setdefault(row.table, []).append(row)

    @property
    def dialect(self) -> str:
        """What the tables look like, in words."""
        files = {Path(row.file).stem for row in self.book.rows}
        if files & {
            "regular_schedules",
            "physical_addresses",
            "services_at_location",
            "accessibility_for_disabilities",
        }:
            return "HSDS 1.x"
        tables = {row.table: row for row in self.book.rows}
        if tables.keys() & {"schedule", "attribute", "address", "service_at_location", "organization"}:
            return "HSDS 1.x" if "schedule" in tables and "weekday" in tables["schedule"].cells else "HSDS 2 or 3"
        return "a spreadsheet or a plain list"


def read_package(source: Path, mapping: Mapping | None = None) -> Package:
    """Every row of the source."""
    package = Package()
    for file in opened(source):
        suffix = Path(file.name).suffix.lower()
        if suffix == ".xlsx":
            for title, columns, rows in sheets_of(file.name, file.content):
                _table(package, file.name, title, columns, rows, mapping)
        elif suffix in (".csv", ".tsv"):
            columns, rows = rows_of(_text(package, file), tabs=suffix == ".tsv")
            _table(package, file.name, Path(file.name).stem, columns, rows, mapping)
        else:
            _json(package, file, mapping)
    if not package.book.rows:
        raise CannotRead(f"there is no row in {source}.")
    return package


def _text(package: Package, file: Opened) -> str:
    text, encoding = decoded(file.content)
    if encoding:
        package.notes.append(Note("repaired", file.name, "", f"saved as {encoding}, read as that"))
    return text


def _table(
    package: Package, file: str, title: str, columns: list[str], rows: list[Raw], mapping: Mapping | None
) -> None:
    given = mapping.table(title) if mapping else None
    table = (given and mapping and mapping.kind(title)) or table_named(title) or _guessed(columns)
    shown = file if table_named(title) or not file.endswith(".xlsx") else f"{file}[{title}]"
    if table is None:
        package.columns[title] = {one: column_named("service", one) or normal(one) for one in columns if one}
        package.add((Row(normal(title), shown, raw.line, raw.cells) for raw in rows), f'no table is known as "{title}"')
        return
    names = {column: (given or {}).get(column) or column_named(table, column) or normal(column) for column in columns}
    package.columns[title] = {column: name for column, name in names.items() if column}
    for raw in rows:
        cells = _renamed(raw.cells, names)
        if normal(Path(title).stem) in POSTAL:
            cells.setdefault("address_type", "postal")
        row = Row(table, shown, raw.line, cells)
        if raw.mended:
            package.notes.append(Note("repaired", cells.get("name", row.place), "", raw.mended, row.place))
        package.add([row] if raw.fault else split(row), raw.fault)


def _renamed(cells: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    """Cells by our names; of two columns for the same thing, one that has its very name counts, else the first."""
    found: dict[str, str] = {}
    exact = {names.get(column) for column, text in cells.items() if text and names.get(column) == normal(column)}
    for column, text in cells.items():
        if not text:
            continue
        name = names.get(column, normal(column))
        if name == "leave-out":
            continue
        if name == "id" or name.endswith("_id"):
            text = sound(text)
        bare = normal(column)
        free = name not in found and (name not in exact or name == bare)
        found[name if free else bare if bare not in found and bare not in exact else f"{bare}_2"] = text
    return found


def _guessed(columns: list[str]) -> str | None:
    """A table without a known name holds services when it has a name and something to reach it by."""
    names = {column_named("service", column) or normal(column) for column in columns if column}
    reach = {"phone.number", "address.address_1", "address.full", "url", "email", "description", "organization_name"}
    return "service" if names & {"name", "organization_name"} and names & reach else None


def _json(package: Package, file: Opened, mapping: Mapping | None) -> None:
    lists = objects_of(file.name.lower(), _text(package, file))
    objects = lists[0][1]
    if len(objects) == 1 and is_tabular(objects[0]):
        for title, values in objects[0].items():
            rows = [
                Raw(i, {k: as_text(v) for k, v in one.items()})
                for i, one in enumerate(values, 1)
                if isinstance(one, dict)
            ]
            columns = list(dict.fromkeys(key for row in rows for key in row.cells))
            _table(package, file.name, title, columns, rows, mapping)
        return
    if len(objects) == 1 and isinstance(objects[0], dict) and "openapi_url" in objects[0]:
        return  # the front page of an API
    flat = Flattening(file.name)
    stem = re.sub(r"[_-]?(list|full|page)?[_-]?\d*$", "", Path(file.name).stem)
    for title, thing in ((title, thing) for title, things in lists for thing in things):
        thing = _unwrapped(thing)
        if not isinstance(thing, dict):
            row = Row("unknown", file.name, flat.count["unknown"] + 1, {"value": as_text(thing)})
            flat.count["unknown"] += 1
            package.add([row], "this is not an object with names and values")
            continue
        kind = _kind(thing, (table_named(title) if title else None) or table_named(stem))
        thing = _with_id(thing, kind)
        for row in _with_addresses([_named(package, row) for row in flat.rows(thing, kind)]):
            package.add([row])


def _with_id(thing: dict[str, Any], kind: str) -> dict[str, Any]:
    """An object with an id that stays the same: its own, with the name of its list where there are several lists."""
    if kind != "service":
        return thing
    if thing.get("id"):
        return {**thing, "id": f"{thing['source']}/{thing['id']}"} if isinstance(thing.get("source"), str) else thing
    flat = {key: text for key, value in thing.items() if key != "id" and (text := as_text(value))}
    cells = _renamed(flat, {column: column_named(kind, column) or normal(column) for column in flat})
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
    names = {column: column_named(row.table, column) or normal(column) for column in row.cells}
    package.columns.setdefault(row.table, {}).update(names)
    cells = _renamed(row.cells, names)
    return Row(row.table, row.file, row.line, cells)


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
