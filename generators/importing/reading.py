"""A source to rows under our names of tables and columns, whatever its dialect."""

from __future__ import annotations

from pathlib import Path

from .cells import Raw, rows_of
from .decoding import decoded
from .mapping import Mapping
from .names import POSTAL, column_named, normal, spaced, table_named
from .nested import as_text, is_tabular, objects_of
from .objects import add_objects
from .opening import CannotRead, Opened, opened
from .package import NOT_PUBLIC, Package, public
from .private import YES
from .rows import Note, Row
from .sheets import sheets_of
from .wide import split


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
        package.columns[title] = {one: column_named("service", one) or spaced(one) for one in columns if one}
        package.add((Row(normal(title), shown, raw.line, raw.cells) for raw in rows), f'no table is known as "{title}"')
        return
    names = {column: (given or {}).get(column) or column_named(table, column) or spaced(column) for column in columns}
    package.columns[title] = {column: name for column, name in names.items() if column}
    for raw in rows:
        cells = public(package, f"{shown}:{raw.line}", raw.cells, names)
        if cells.pop("not_public", "").lower() in YES:
            package.add([Row(table, shown, raw.line, {"id": cells.get("id", "")})], NOT_PUBLIC)
            continue
        if normal(Path(title).stem) in POSTAL:
            cells.setdefault("address_type", "postal")
        row = Row(table, shown, raw.line, cells)
        if raw.mended:
            package.notes.append(Note("repaired", cells.get("name", row.place), "", raw.mended, row.place))
        package.add([row] if raw.fault else split(row), raw.fault)


def _guessed(columns: list[str]) -> str | None:
    """A table without a known name holds services when it has a name and something to reach it by."""
    names = {column_named("service", column) or spaced(column) for column in columns if column}
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
    add_objects(package, file.name, lists)
