"""The mapping file of a spreadsheet: which column is what. It is written by a guess and mended by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..load import load_text
from ..load.dump import dump
from .names import table_named
from .opening import CannotRead


@dataclass(frozen=True)
class Mapping:
    """table as it is called -> column as it is called -> our name."""

    tables: dict[str, dict[str, str]]

    def table(self, title: str) -> dict[str, str] | None:
        return self.tables.get(title)

    def kind(self, title: str) -> str | None:
        """What the rows of a table are: the `is:` line, or what its name says, else services."""
        return self.tables.get(title, {}).get("is") or table_named(title) or "service"


def read_mapping(path: str, content: bytes) -> Mapping:
    """A mapping file, also in the longer form with `model` and `field` of the HSDS transformer."""
    source, problems = load_text(path, path, content)
    if source is None:
        raise CannotRead("\n".join(str(problem) for problem in problems))
    tables: dict[str, dict[str, str]] = {}
    for title, columns in (source.data if isinstance(source.data, dict) else {}).items():
        if not isinstance(columns, dict):
            raise CannotRead(f"{path}:{source.line((title,))}: below {title} stand columns, each with what it is.")
        kind = str(columns.get("is") or table_named(title) or "service")
        tables[title] = {column: _target(kind, value) for column, value in columns.items() if value is not None}
    if not tables:
        raise CannotRead(f"{path}: this holds no table.")
    return Mapping(tables)


def _target(kind: str, value: Any) -> str:
    """`{model: organizations, field: email}` or `email`."""
    if isinstance(value, dict):
        table = table_named(str(value.get("model", ""))) or kind
        name = str(value.get("field", ""))
        return name if table == kind else f"{table}.{name}"
    text = str(value)
    table, dot, column = text.partition(".")
    return f"{table_named(table) or table}.{column}" if dot and table_named(table) != kind else column if dot else text


def as_yaml(columns: dict[str, dict[str, str]]) -> str:
    """The mapping that was guessed, to be looked over."""
    head = (
        "# What each column is. Change the right side and import again with --mapping.\n"
        "# A column of another table: address.city, phone.number, location.latitude, language.name.\n"
        "# leave-out: the column is not imported. All names: docs/maintain/import.md\n"
    )
    blocks = []
    for title, names in columns.items():
        lines = [f"  {line}" for line in dump(dict(names)).splitlines()]
        blocks += [dump({title: None}).removesuffix(" null\n"), *lines]
    return head + "\n".join(blocks) + "\n"
