"""The HSDS 3.0 table package: CSV files and their `datapackage.json` in one ZIP, the same bytes every time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

from .tables import TABLES, Tables, columns, parted
from .zipping import Part, part_of, zip_of

Json = dict[str, Any]
SINGULAR = {
    "organizations": "organization",
    "services": "service",
    "attributes": "attribute",
    "locations": "location",
    "phones": "phone",
    "addresses": "address",
    "schedules": "schedule",
    "service_areas": "service_area",
    "required_documents": "required_document",
    "languages": "language",
    "taxonomy_terms": "taxonomy_term",
    "taxonomies": "taxonomy",
}  # of the files; the other tables are called as their files
STATUSES = ["active", "inactive", "defunct", "temporarily closed"]
PLACES = ["physical", "postal", "virtual"]
ENUMS: dict[tuple[str, str], list[str]] = {
    ("services", "status"): STATUSES,
    ("locations", "location_type"): PLACES,
    ("addresses", "address_type"): PLACES,
    ("schedules", "wkst"): ["MO", "TU", "WE", "TH", "FR", "SA", "SU"],
    ("schedules", "freq"): ["WEEKLY", "MONTHLY"],
}
FORMATS = ("uuid", "uri", "email")
TYPES = ("number", "date", "datetime", "time")
END = "\r\n"
_BETWEEN = "\0"  # stands in no text
_QUOTED = re.compile('[",\r\n]').search


class Package:
    """The rows of some records, as pieces of the tables."""

    def __init__(self) -> None:
        self._tables: dict[str, _Rows] = {}
        self.rows = Tables(self._put)

    def put(self, table: str, rows: Iterable[Json]) -> None:
        """Rows of a table that hangs on no other."""
        for row in rows:
            self._put(table, row)

    def _put(self, table: str, row: Json) -> None:
        if table not in self._tables:
            self._tables[table] = _Rows(table)
        self._tables[table].put(row)

    def parts(self) -> dict[str, Part]:
        """A piece of each table that has rows here."""
        return {table: part_of("".join(rows.lines).encode("utf-8")) for table, rows in self._tables.items()}


class _Rows:
    """Some rows of one table; a field that is missing is empty."""

    def __init__(self, table: str) -> None:
        self.lines: list[str] = []
        self._columns = columns(table)

    def put(self, row: Json) -> None:
        """One more row."""
        self.lines.append(line([*map(row.get, self._columns, repeat(""))]))


def line(cells: Sequence[Any]) -> str:
    """A line of CSV as RFC 4180 says; the module `csv` asks for each letter whether it must be quoted."""
    try:
        plain = _BETWEEN.join(cells)
    except TypeError:  # a number, or nothing
        cells = ["" if cell is None else str(cell) for cell in cells]
        plain = _BETWEEN.join(cells)
    if _QUOTED(plain):
        return ",".join(map(_cell, cells)) + END
    return plain.replace(_BETWEEN, ",") + END


def _cell(text: str) -> str:
    if not _QUOTED(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def zipped(pieces: Sequence[Mapping[str, Part]], title: str, license: str | None) -> Iterator[bytes]:
    """The bytes of the ZIP of all pieces in their order; a table without rows is left out."""
    there = [table for table in TABLES if any(table in parts for parts in pieces)]
    described = json.dumps(datapackage(there, title, license), ensure_ascii=False, indent=1).encode("utf-8")
    files = [("datapackage.json", [part_of(described)])]
    for table in there:
        rows = [parts[table] for parts in pieces if table in parts]
        files.append((f"{table}.csv", [part_of(line(columns(table)).encode("utf-8")), *rows]))
    return zip_of(files)


def datapackage(tables: list[str], title: str, license: str | None) -> Json:
    """What each table holds, in the words of a tabular data package."""
    described: Json = {
        "name": "human_services_data",
        "title": title,
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "homepage": "http://docs.openreferral.org",
        "resources": [_resource(table, {SINGULAR.get(name, name) for name in tables}) for table in tables],
    }
    if license:
        described["licenses"] = [{"title": license}]
    return described


def _resource(table: str, there: set[str]) -> Json:
    fields, keys = [], []
    for column in TABLES[table]:
        name, kind, required, target = parted(column)
        limits: Json = {"required": required, "unique": name == "id" or (table, name) == ("taxonomy_terms", "code")}
        if (table, name) in ENUMS:
            limits["enum"] = ENUMS[table, name]
        field: Json = {"name": name, "type": kind if kind in TYPES else "string"}
        if kind in FORMATS:
            field["format"] = kind
        fields.append({**field, "constraints": limits})
        if target in there:
            keys.append({"fields": name, "reference": {"resource": target, "fields": "id"}})
    schema: Json = {"primaryKey": "id", "fields": fields}
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": SINGULAR.get(table, table),
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": schema,
    }
