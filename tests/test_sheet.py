"""The table for spreadsheets: every service a row, and nothing that a spreadsheet works out."""

from __future__ import annotations

import csv
import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest

from generators import pipeline
from generators.api import sheet_of
from generators.api.sheet import safe


@pytest.mark.parametrize("cell", ["=1+1", "+1 412 555 0100", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["412-555-0100", "Free.", "", "a=b", "'"])
def test_other_cells_stay(cell: str) -> None:
    assert safe(cell) == cell


def test_every_service_is_a_row(small: Path, today: datetime.date) -> None:
    records, _ = pipeline.gather(small, today)
    assert records is not None
    wild = records.services["pantry"].model_copy(update={"name": '=HYPERLINK("http://evil.example")', "cost": "a\r\nb"})
    records = replace(records, services={**records.services, "pantry": wild})
    text = sheet_of(records).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == list(records.services)
    pantry = next(row for row in rows if row["id"] == "pantry")
    assert pantry["name"] == '\'=HYPERLINK("http://evil.example")'
    assert pantry["cost"] == "a\r\nb"
    assert pantry["needs"] == "Food"
    assert not any((cell or "").startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
