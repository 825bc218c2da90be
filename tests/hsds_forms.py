"""The forms in which tables reach people: CSV in a folder or ZIP, a spreadsheet, JSON as tables, nested JSON."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

Tables = dict[str, list[dict[str, str]]]
ONE_WORD = ("funding", "metadata", "accessibility_for_disabilities", "accessibility", "eligibility", "service_capacity",
            "services_at_location", "service_at_location", "service_taxonomy", "link_taxonomy",
            "interpretation_services", "payment_accepted", "url")  # fmt: skip
# what stands inside what in the JSON of HSDS 3, and under which name
INSIDE = {
    "service": {
        "phone": "phones", "schedule": "schedules", "service_area": "service_areas", "language": "languages",
        "funding": "funding", "required_document": "required_documents", "contact": "contacts",
        "cost_option": "cost_options", "attribute": "attributes", "metadata": "metadata",
        "service_capacity": "capacities", "url": "additional_urls", "service_at_location": "service_at_locations",
    },
    "organization": {
        "phone": "phones", "funding": "funding", "contact": "contacts", "metadata": "metadata", "program": "programs",
        "organization_identifier": "organization_identifiers", "url": "additional_websites", "location": "locations",
    },
    "location": {
        "address": "addresses", "phone": "phones", "schedule": "schedules", "language": "languages",
        "accessibility": "accessibility", "contact": "contacts",
    },
    "service_at_location": {"phone": "phones", "schedule": "schedules", "contact": "contacts"},
    "contact": {"phone": "phones"},
    "phone": {"language": "languages"},
}  # fmt: skip
POINTS = {  # a column that names another row, and the name under which JSON has that row itself
    "organization_id": "organization", "program_id": "program", "location_id": "location", "unit_id": "unit",
    "taxonomy_term_id": "taxonomy_term", "taxonomy_id": "taxonomy_detail",
}  # fmt: skip
OWNERS = {"link_id", "resource_id", *(f"{kind}_id" for kind in INSIDE)}


def plural(table: str) -> str:
    if table in ONE_WORD:
        return table
    return f"{table[:-1]}ies" if table.endswith("y") else f"{table}es" if table.endswith("s") else f"{table}s"


def as_csv(rows: list[dict[str, str]], random_: random.Random) -> str:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    random_.shuffle(columns)
    out = io.StringIO()
    table = csv.DictWriter(out, columns)
    table.writeheader()
    table.writerows(random_.sample(rows, len(rows)))
    return out.getvalue()


def folder(tables: Tables, into: Path, random_: random.Random) -> Path:
    for table, rows in tables.items():
        name = random_.choice((table, plural(table)))
        (into / f"{name}.csv").write_text(as_csv(rows, random_), "utf-8")
    return into


def packed(tables: Tables, into: Path, random_: random.Random) -> Path:
    path = into / "data.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for table, rows in tables.items():
            archive.writestr(f"export/{plural(table)}.csv", as_csv(rows, random_))
    return path


def spreadsheet(tables: Tables, into: Path, random_: random.Random) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table, rows in tables.items():
        sheet = book.create_sheet(plural(table)[:31])
        for cells in csv.reader(io.StringIO(as_csv(rows, random_))):
            sheet.append(cells)
    book.save(into / "data.xlsx")
    return into / "data.xlsx"


def tabular(tables: Tables, into: Path, random_: random.Random) -> Path:
    path = into / "tabular.json"
    path.write_text(json.dumps({plural(table): rows for table, rows in tables.items()}), "utf-8")
    return path


def nested(tables: Tables, into: Path, random_: random.Random) -> Path:
    """A list of services and a list of organizations, each with all that belongs to it inside."""
    for kind in ("service", "organization"):
        things = [_whole(kind, row, tables) for row in tables[kind]]
        (into / f"{kind}s.json").write_text(json.dumps({"contents": things, "total_items": len(things)}), "utf-8")
    return into


def _whole(
    kind: str, row: dict[str, str], tables: Tables, inside: dict[str, dict[str, str]] = INSIDE
) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for column, text in row.items():
        target = POINTS.get(column, "")
        table = target.removesuffix("_detail")
        other = next((one for one in tables.get(table, []) if one["id"] == text), None)
        if other is not None and (kind, table) in (
            ("service", "organization"), ("service", "program"), ("service_at_location", "location"),
            ("attribute", "taxonomy_term"), ("taxonomy_term", "taxonomy"), ("service_capacity", "unit"),
            ("link_taxonomy", "taxonomy"),
        ):  # fmt: skip
            name = target if kind != "link_taxonomy" else table
            made[name] = {**other} if table in ("organization", "program") else _whole(table, other, tables, inside)
        elif column not in OWNERS:
            made[column] = text
    for table, name in inside.get(kind, {}).items():
        inner = [one for one in tables.get(table, []) if row["id"] in _owner(one, kind)]
        if table == "location":  # of an organization: those in which no service is
            used = {one["location_id"] for one in tables["service_at_location"]}
            inner = [one for one in inner if one["id"] not in used]
        if inner:
            made[name] = [_whole(table, one, tables, inside) for one in inner]
    return made


def _owner(row: dict[str, str], kind: str) -> tuple[str, ...]:
    return tuple(row.get(name, "") for name in (f"{kind}_id", "link_id", "resource_id"))


UK_NAMES = {  # what the API of Open Referral UK 1 calls them
    "eligibility": "eligibilitys", "link_taxonomy": "service_taxonomys", "funding": "fundings",
    "holiday_schedule": "holiday_schedules", "required_document": "required_documents",
    "payment_accepted": "payment_accepteds", "interpretation_services": "interpretation_services",
}  # fmt: skip
UK_INSIDE = {
    "service": ("phone", "schedule", "service_area", "language", "funding", "required_document", "contact",
                "cost_option", "link_taxonomy", "metadata", "eligibility", "payment_accepted", "service_at_location"),
    "organization": ("phone", "funding", "contact", "metadata", "program", "location"),
    "location": ("physical_address", "postal_address", "phone", "schedule", "language",
                 "accessibility_for_disabilities"),
    "service_at_location": ("phone", "schedule", "contact"),
    "contact": ("phone",),
}  # fmt: skip


def nested_uk(tables: Tables, into: Path, random_: random.Random) -> Path:
    """The same as the API of Open Referral UK 1 gives it: one object a line."""
    names = {kind: {table: UK_NAMES.get(table, plural(table)) for table in inner} for kind, inner in UK_INSIDE.items()}
    for kind in ("service", "organization"):
        lines = [json.dumps(_whole(kind, row, tables, names)) for row in tables[kind]]
        (into / f"{kind}s.jsonl").write_text("\n".join(lines), "utf-8")
    return into


FORMS: dict[str, Callable[[Tables, Path, random.Random], Path]] = {
    "folder": folder, "zip": packed, "xlsx": spreadsheet, "tabular": tabular, "nested": nested,
    "nested-UK": nested_uk,
}  # fmt: skip
