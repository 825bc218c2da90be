"""Rows of a source, and the book that says of every row what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

USED, MERGED, REFUSED = "used", "merged", "refused"
# Columns that tie rows together and say nothing else. Another that ends in `_id`, such as tax_id, is a value.
TIES = frozenset(
    f"{kind}_id"
    for kind in (
        "organization", "program", "service", "location", "service_at_location", "contact", "phone", "schedule",
        "taxonomy_term", "taxonomy", "unit", "link", "resource", "parent",
    )
) | {"id"}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Row:
    """One row of a table, or one object of a JSON file, by the names of `names.py`."""

    table: str  # service, location, phone ...
    file: str  # services.csv
    line: int  # of the file, counted from 1; of a JSON file the how-manieth object of its kind
    cells: dict[str, str]  # column -> what stands there; blank cells are left out
    part_of: Row | None = None  # the row of a spreadsheet that this one was split off from
    read: set[str] = field(default_factory=set)  # columns that went into a field, or into what is kept

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Note:
    """One line of the report."""

    kind: str  # dropped, inferred, repaired, warned, conflict
    record: str  # service/food-bank, or the row where there is no record
    field: str
    text: str
    place: str = ""  # services.csv:12


@dataclass
class Book:
    """What became of every row that was read. A row is settled once; the first word stands."""

    rows: list[Row] = field(default_factory=list)
    fates: dict[Row, tuple[str, str]] = field(default_factory=dict)

    def read(self, rows: Iterable[Row]) -> None:
        self.rows += [row for row in rows if row.part_of is None]

    def settle(self, row: Row, fate: str, why: str = "") -> None:
        while row.part_of is not None:
            row = row.part_of
        if row not in self.fates or self.fates[row][0] == REFUSED and fate == USED:
            self.fates[row] = (fate, why)

    def fate(self, row: Row) -> str:
        while row.part_of is not None:
            row = row.part_of
        return self.fates.get(row, ("", ""))[0]

    def totals(self) -> dict[str, Counter[str]]:
        """For each table how many rows were read, used, merged and refused; the sums match, or this stops."""
        totals: dict[str, Counter[str]] = {}
        for row in self.rows:
            count = totals.setdefault(row.table, Counter())
            count["read"] += 1
            count[self.fates[row][0]] += 1
        for table, count in totals.items():
            assert count["read"] == count[USED] + count[MERGED] + count[REFUSED], table
        return totals

    def refused(self) -> list[tuple[Row, str]]:
        return [(row, self.fates[row][1]) for row in self.rows if self.fates[row][0] == REFUSED]


class Cells:
    """Reads the cells of one row and remembers which were taken; the rest is kept as it was."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.taken: set[str] = set()

    def take(self, *names: str) -> str:
        """The first cell of these that is not blank; all of them count as taken only when they are the same."""
        for name in names:
            if name in self.row.cells:
                self.taken.add(name)
                self.row.read.add(name)
                return self.row.cells[name]
        return ""

    def left(self) -> dict[str, str]:
        """What nobody took, without the ids that tie rows together. Who asks for it keeps it."""
        left = {name: text for name, text in self.row.cells.items() if name not in self.taken and name not in TIES}
        self.row.read.update(left)
        return left
