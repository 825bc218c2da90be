"""The export of `mess.py`, worse: what several programs, and people in a hurry, did to the files on their way.

Files in five encodings (and two in one file), mixed line ends, a table that is empty, two without a row, two missing
ones, columns under other names, rows with too few and too many cells, quotes that nobody closed, ids given twice, rings
of parents, a place with hundreds of services, coordinates the wrong way round, days such as 0000-00-00, ages under 0,
texts of 30 KB. The same for the same seed.
"""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import mess

Rows = dict[str, list[dict[str, Any]]]

NAMES = {  # table -> its file, where another program named it
    "services": "Services.CSV",
    "physical_addresses": "physical_addresses.tsv",
    "regular_schedules": "regular_schedule.csv",
    "service_taxonomy": "services_taxonomy.csv",
}
RENAMED = {  # table -> column -> what it is called here
    "services": {"organization_id": " Organization ID ", "name": "Service Name", "fees": "FEES"},
    "locations": {"latitude": "lat", "longitude": "long"},
    "phones": {"number": "Phone Number", "extension": "ext"},
    "physical_addresses": {"address_1": "Street Address", "state_province": "STATE", "postal_code": "Zip Code"},
    "regular_schedules": {"weekday": "Day", "opens_at": "Open", "closes_at": "Close"},
}
MORE = {"services": ("minimum_age", "maximum_age", "last_modified", "Parent Service"), "organizations": ("parent_id",)}
ENCODINGS = {"organizations": "utf-8-sig", "locations": "utf-16", "eligibility": "utf-16-le", "languages": "cp1252"}
MARKS = {"locations": ";", "physical_addresses": "\t"}
MISSING = ("payments_accepted", "accessibility_for_disabilities")
WITHOUT_ROWS = ("holiday_schedules",)  # the columns only
WITHOUT_A_BYTE = ("funding", "contacts")
ENDS = ("\r\n", "\n", "\r\n", "\n\n", "\r\n\r\n")
PHONES = (
    "Office 813-281-11{:02}, Hotline (24 hrs) 1-800-356-93{:02} or Fax 813-281-12{:02}",
    "(813) 281-11{:02} / 281-12{:02} / 813.281.13{:02} (after 5)",
    "voice: 8132811{:03}; tty: 8132812{:03}; cell (Maria) 8132813{:03}",
    "813-281-11{:02} press 2 then 4",
    "See website",
    "000-000-0000",
    "(___) ___-____",
)
TIMES = (
    "9:00 AM", "9:00am", "9 a.m.", "9.30", "09h00", "0900 hrs", "9-5", "24 hours", "24/7", "By appointment", "closed",
    "CLOSED", "00:00:00", "08:00:00.000", "1899-12-30 09:00:00", "0.375", "5:00 p.m.", "17:00 EST", "8:30 AM - noon",
    "sunrise", "?", "9:00:00 AM", "5", "12:00 midnight",
)  # fmt: skip
DAYS = (
    "1", "Mon", "monday", "Mondays", "M", "M-F", "Mon - Fri", "MTWRF", "weekdays", "1,3,5", "Sat/Sun", "every day",
    "2nd Tuesday", "First Monday of the month", "8", "-1", "", "Lunes", "TBD", "Mon.,Wed.",
)  # fmt: skip
DATES = ("0000-00-00", "0000-00-00 00:00:00", "12/25/2025", "2025-13-45", "25.12.2025", "Dec 25", "1900-01-00", "45992")
PLACES = (  # latitude, longitude
    ("-82.45", "27.95"), ("27.95", "82.45"), ("27,95", "-82,45"), ("27.95N", "82.45W"), ("0.0", "-0.0"),
    ("2795000", "-8245000"), ("NULL", "NULL"), ("27.9506", "-82.4572"), ("91", "-182"), ("1e400", "nan"),
)  # fmt: skip
AGES = (("-1", "200"), ("-5", "-1"), ("0", "999"), ("18", ""), ("65", "21"), ("six", "12 months"), ("1e3", "inf"))
HTML = (
    "<div style='x'>" + "<p>Help with <b>rent</b>&nbsp;and &#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;food.</p>" * 3,
    "<table><tr><td>Mon<td>9-5</table><img src=x onerror=alert(1)>Call first.",
    "<!-- hidden --> <a href=\"javascript:alert(1)\" onclick='x()'>Click</a> here <",
)  # fmt: skip


def export(folder: Path, services: int, seed: int = 1) -> Counter[str]:
    """Writes the files into a folder; how many rows each has, by the name of the file in small letters."""
    random_ = random.Random(seed)
    rows = mess.rows_of_tables(random_, services)
    _spoil(random_, rows, services)
    counts: Counter[str] = Counter()
    folder.mkdir(parents=True)
    for table, head in mess.TABLES.items():
        if table in MISSING:
            continue
        name = NAMES.get(table, f"{table}.csv")
        if table in WITHOUT_A_BYTE:
            (folder / name).write_bytes(b"" if table == "funding" else b"\xef\xbb\xbf\r\n")
            continue
        columns = [*head.split(","), *MORE.get(table, ())]
        lines = [_line([RENAMED.get(table, {}).get(column, column) for column in columns], MARKS.get(table, ","))]
        some = [] if table in WITHOUT_ROWS else rows[table]
        lines += [_row(random_, table, columns, row, number) for number, row in enumerate(some)]
        (folder / name).write_bytes(_bytes(random_, lines, ENCODINGS.get(table, "utf-8"), table in ("services",)))
        if some:
            counts[name.lower()] = sum(1 for row in some if any(row.values()))  # a blank line is no row
    (folder / "README.txt").write_text("Exported by hand.")
    (folder / ".DS_Store").write_bytes(b"\0\1")
    (folder / "datapackage.json").write_text('{"resources": [{"path": "services.csv"}]}')
    return counts


def zipped(folder: Path, out: Path) -> None:
    """The same files as a ZIP with a folder in it."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"export 2026/{path.name}")


def _line(cells: list[str], mark: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n", delimiter=mark).writerow(cells)
    return out.getvalue().removesuffix("\r\n")


def _row(random_: random.Random, table: str, columns: list[str], row: dict[str, Any], number: int) -> str:
    cells = [str(row.get(column, "")) for column in columns]
    mark = MARKS.get(table, ",")
    if row.get("#shifted"):
        return ",".join(cells)
    if row.get("#open"):  # a quote that is never closed
        cells[4] = f'"{row["#open"]}'
        return mark.join(" ".join(cell.split()) for cell in cells)
    if row.get("#short"):
        return _line(cells[: row["#short"]], mark)
    if row.get("#long"):
        return _line([*cells, *["more"] * row["#long"]], mark)
    if table == "phones" and number % 50 == 7:
        return _line([*cells, "", "", ""], mark)  # blank cells at the end
    return _line(cells, mark)


def _bytes(random_: random.Random, lines: list[str], encoding: str, mixed: bool) -> bytes:
    """Lines with ends of several kinds; `mixed`: some of them are saved by a program from another time."""
    parts = []
    for number, line in enumerate(lines):
        one = "cp1252" if mixed and number % 9 == 5 else "utf-8" if encoding == "utf-8-sig" else encoding
        one = "utf-16-le" if encoding == "utf-16" else one
        parts.append((line + random_.choice(ENDS)).encode(one, "replace"))
    start = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe"}.get(encoding, b"")
    return start + b"".join(parts)


def _spoil(random_: random.Random, rows: Rows, services: int) -> None:
    """The rows, worse."""
    for number, row in enumerate(rows["services"]):
        if "#shifted" in row:
            continue
        row["minimum_age"], row["maximum_age"] = random_.choice(AGES) if number % 5 == 1 else ("", "")
        row["last_modified"] = random_.choice(DATES) if number % 4 == 1 else ""
        if number % 6 == 2:
            row["description"] = random_.choice(HTML)
        if number % 10 == 3:
            row["name"] = f"Caf\u00e9 Pe\u00f1a \u2013 \u201cHope\u201d {number}"
            row["description"] = "R\u00e9sum\u00e9 help \u2014 it\u2019s free\\nCall\\tfirst\\r\\n"
        if number % 90 == 11:
            row["description"] = "Everything that we do. " * 1400  # 30 KB
        if number % 40 == 17:
            row["organization_id"] = row["program_id"] = ""
        row["Parent Service"] = f"s{(number + 1) % services}" if number % 7 == 0 else ""
        if number % 70 == 19:
            row["#short"] = 9
        if number % 70 == 23:
            row["#long"] = 2
        if number % 200 == 29:
            row["#open"] = "Alt name that goes on"
    for number, row in enumerate(rows["organizations"]):
        row["parent_id"] = f"o{number + 1 if number % 2 == 0 else number - 1}"  # each the parent of the other
    _again(rows, services)
    for number, row in enumerate(rows["phones"]):
        if number % 2:
            row["number"] = random_.choice(PHONES).format(number % 100, (number + 1) % 100, (number + 2) % 100)
    for number, row in enumerate(rows["regular_schedules"]):
        row["weekday"] = random_.choice(DAYS)
        row["opens_at"], row["closes_at"] = random_.choice(TIMES), random_.choice(TIMES)
        row["#short"] = 4 if number % 80 == 3 else 0
    for number, row in enumerate(rows["locations"]):
        if "#shifted" in row:
            row.pop("#shifted")
        row["latitude"], row["longitude"] = random_.choice(PLACES)
        row["#long"] = 1 if number % 150 == 5 else 0
    for row in rows["metadata"]:
        row["last_action_date"] = random_.choice(DATES)


def _again(rows: Rows, services: int) -> None:
    """Ids that are there already, rows that point to nothing and to each other, one place for many."""
    for table in ("locations", "phones", "physical_addresses", "services_at_location", "taxonomy", "programs"):
        some = rows[table][:: max(1, len(rows[table]) // 5)]
        rows[table] += [dict(row) for row in some]
        rows[table] += [{**row, "name": "Another", "number": "813-281-4444", "city": "Ocala"} for row in some]
    rows["programs"] += [{"id": "p-a", "name": "Of nobody"}, {"name": "Without an id"}, {"id": "p-b"}]
    rows["taxonomy"] += [
        {"id": "ring-1", "name": "One", "parent_id": "ring-2"},
        {"id": "ring-2", "name": "Two", "parent_id": "ring-1"},
        {"id": "ring-3", "name": "Three", "parent_id": "ring-3"},
    ]
    rows["service_taxonomy"] += [{"id": f"r{n}", "service_id": f"s{n}", "taxonomy_id": f"ring-{n}"} for n in (1, 2, 3)]
    rows["locations"].append({"id": "hall", "organization_id": "o1", "name": "Town Hall", "description": "Up\\nstairs"})
    rows["physical_addresses"].append(
        {"id": "hall-a", "location_id": "hall", "address_1": "1 Main St", "city": "TAMPA", "postal_code": "33601"}
    )
    rows["services_at_location"] += [
        {"id": f"hall-{n}", "service_id": f"s{n}", "location_id": "hall"} for n in range(0, services, 10)
    ]
    rows["services"] += [{}, {"id": "", "name": "", "description": "Nothing but words."}, {"name": "Only a Name"}]
    for table in ("phones", "regular_schedules", "languages", "eligibility"):
        rows[table] += [{}, {"id": "lost"}, {"id": "lost", "service_id": "nobody", "location_id": "nowhere"}]
