"""The HSDS 3.0 table package: CSV files and their `datapackage.json` in one ZIP, the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from operator import itemgetter
from typing import Any

from .tables import TABLES, Rows, columns, parted

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


def package(rows: Rows, title: str, license: str | None) -> bytes:
    """The ZIP; a table without rows is left out."""
    kept = {table: found for table, found in rows.items() if found}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as zipped:
        described = json.dumps(datapackage(list(kept), title, license), ensure_ascii=False, indent=1)
        _put(zipped, "datapackage.json", described)
        for table, found in kept.items():
            _put(zipped, f"{table}.csv", csv_text(table, found))
    return out.getvalue()


def csv_text(table: str, rows: list[Json]) -> str:
    """One table with its header; a field that is missing is empty."""
    names = columns(table)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")  # as RFC 4180 says; else Python leaves a lone \r unquoted
    writer.writerow(names)
    blank = dict.fromkeys(names)
    cells = itemgetter(*names)
    writer.writerows([cells({**blank, **row}) for row in rows])
    return text.getvalue()


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


def _put(zipped: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, OLD)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    zipped.writestr(entry, text.encode("utf-8"))
