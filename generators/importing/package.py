"""What was read of a source: rows under our names, and the book of what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from .ids import sound
from .names import spaced
from .private import without_private
from .rows import REFUSED, Book, Note, Row

NOT_PUBLIC = "the list says that this is not for the public"


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


def public(package: Package, place: str, given: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    """The cells of a row by our names, without those that are private or for the staff only."""
    kept, private = without_private(given)
    cells = renamed(kept, names)
    record = cells.get("name", place)
    if private:
        text = f"the list calls it private: not imported ({', '.join(private)})"
        package.notes.append(Note("dropped", record, "", text, place))
    if cells.pop("internal", ""):
        package.notes.append(Note("dropped", record, "internal", "notes for the staff are not imported", place))
    return cells


def renamed(cells: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    """Cells by our names; of two columns for the same thing, one that has its very name counts, else the first."""
    found: dict[str, str] = {}
    exact = {names.get(column) for column, text in cells.items() if text and names.get(column) == spaced(column)}
    for column, text in cells.items():
        if not text:
            continue
        name = names.get(column, spaced(column))
        if name == "leave-out":
            continue
        if name == "id" or name.endswith("_id"):
            text = sound(text)
        bare = spaced(column)
        free = name not in found and (name not in exact or name == bare)
        found[name if free else bare if bare not in found and bare not in exact else f"{bare}_2"] = text
    return found
