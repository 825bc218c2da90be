"""The HSDS 3.0 table package: CSV files and their `datapackage.json` in one ZIP, the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from operator import itemgetter
from typing import IO, Any

from .tables import TABLES, Tables, columns, parted

Json = dict[str, Any]
OLD = (1980, 1, 1, 0, 0, 0)  # the day of every file in the ZIP: the first that a ZIP can say
LEVEL = 1  # of compression: fast, and CSV shrinks well at any level
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


class Package:
    """The package as it grows: each table waits in a file, since together they are larger than the records."""

    def __init__(self) -> None:
        self._tables = {table: _Table(table) for table in TABLES}
        self.rows = Tables(lambda table, row: self._tables[table].put(row))

    def put(self, table: str, rows: Iterable[Json]) -> None:
        """Rows of a table that hangs on no other."""
        for row in rows:
            self._tables[table].put(row)

    def zipped(self, title: str, license: str | None) -> bytes:
        """The ZIP; a table without rows is left out."""
        kept = {table: found for table, found in self._tables.items() if found.count}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as zipped:
            described = json.dumps(datapackage(list(kept), title, license), ensure_ascii=False, indent=1)
            zipped.writestr(_entry("datapackage.json"), described.encode("utf-8"))
            for table, found in kept.items():
                with zipped.open(_entry(f"{table}.csv"), "w") as entry:
                    found.copy(entry)
        return out.getvalue()


class _Table:
    """One table with its header; a field that is missing is empty."""

    def __init__(self, table: str) -> None:
        self._file = tempfile.TemporaryFile()
        self._text = io.TextIOWrapper(self._file, "utf-8", newline="")
        self.count = 0
        names = columns(table)
        # As RFC 4180 says; else Python leaves a lone \r unquoted.
        self._write = csv.writer(self._text, lineterminator="\r\n").writerow
        self._write(names)
        self._blank = dict.fromkeys(names)
        self._cells = itemgetter(*names)

    def put(self, row: Json) -> None:
        """One more row."""
        self.count += 1
        self._write(self._cells({**self._blank, **row}))

    def copy(self, to: IO[bytes]) -> None:
        """All of it, once."""
        self._text.flush()
        self._file.seek(0)
        shutil.copyfileobj(self._file, to)
        self._text.close()


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


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, OLD)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    return entry
