"""One table of all services for a spreadsheet; no cell in it is ever worked out as a formula."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model import Location, Records, Service
from .package import line

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that starts so is a formula to a spreadsheet
COLUMNS = (
    "id", "name", "organization", "area", "needs", "summary", "who it is for", "what you get", "cost", "phones",
    "website", "email", "address", "hours", "languages", "what to bring", "status", "closed until", "checked on",
    "from", "as of",
)  # fmt: skip


def head() -> str:
    """The first row, with the mark by which spreadsheets know UTF-8."""
    return "\ufeff" + ",".join(COLUMNS) + "\r\n"


def sheet(records: Records, ids: Iterable[str]) -> str:
    """The rows of some services."""
    lines = []
    needs = {key: need.name for key, need in records.needs.items()}
    papers = {key: document.name for key, document in records.documents.items()}
    for id_ in ids:
        record = records.services[id_]
        organization = records.organizations.get(record.organization)
        row = (
            id_,
            record.name,
            organization.name if organization else "",
            records.placed[f"service/{id_}"].area,
            "; ".join(needs[need] for need in record.needs),
            record.summary or record.description or "",
            record.who_for,
            record.you_get,
            record.cost or record.fees or "",
            "; ".join(phone.number for phone in record.phones),
            record.website or "",
            record.email or "",
            "; ".join(filter(None, [record.address, *map(_address, record.locations)])),
            record.hours or "",
            record.languages or ", ".join(record.spoken),
            "; ".join(papers.get(paper.document, paper.document) for paper in record.bring) or record.bring_note or "",
            record.status,
            record.closed_until or "",
            record.verified.date if record.verified else "",
            *_source(record),
        )
        lines.append(line([safe(cell) for cell in row]))
    return "".join(lines)


def safe(cell: Any) -> str:
    """The cell as text; with an apostrophe before it where a spreadsheet would read a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _address(door: Location) -> str:
    return ", ".join(part for part in (door.street, door.city, door.state, door.zip) if part)


def _source(record: Service) -> tuple[str, str]:
    return (record.sourced.from_, record.sourced.as_of) if record.sourced else ("", "")
