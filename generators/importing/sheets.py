"""Sheets of an XLSX file as rows of text, as a person sees them."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from .cells import Raw
from .opening import CannotRead


def sheets_of(name: str, content: bytes) -> list[tuple[str, list[str], list[Raw]]]:
    """Every sheet that has a row: its name, columns and rows."""
    import openpyxl  # slow to load, and only spreadsheets need it

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise CannotRead(f"{name} is not a spreadsheet that can be read: {error}.") from None
    found = []
    for sheet in book.worksheets:
        columns: list[str] = []
        rows: list[Raw] = []
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [_text(value) for value in values]
            if not any(cells):
                continue
            if not columns:
                columns = cells
                continue
            rows.append(Raw(line, {name: cell for name, cell in zip(columns, cells, strict=False) if name and cell}))
        if rows:
            found.append((str(sheet.title), columns, rows))
    return found


def _text(value: Any) -> str:
    """A cell as text: whole numbers without a point, midnight-less dates, times as 9:00."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return str(value).strip()
