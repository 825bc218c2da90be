"""The made-up directory of `find_corpus`, with lists too long for one page: services, organizations, doors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import find_corpus

PANTRIES = 90  # more than two pages of cards, and more than one booklet
NAMES = 120  # organizations that begin with A
DOORS = 25
COUNTY = "us/pa/allegheny"
SOURCED = {"from": "https://example.org/", "as_of": "2026-01"}
MORNINGS = {"time_zone": "America/New_York", "open": [{"days": ["mon"], "opens": "9:00", "closes": "12:00"}]}


def write(folder: Path) -> None:
    """The resources of it."""
    find_corpus.write(folder)
    for number in range(PANTRIES):
        record = {
            "name": f"Corner Pantry {number:02}",
            "organization": "many",
            "needs": ["food"],
            "summary": "A bag of groceries each week.",
            "who_for": "Anyone who needs food.",
            "phones": [{"number": "412-555-0101"}],
            "hours": "Monday to Friday, 9 to 5",
            "imported": {"source": "made-up", "id": str(number)},
        }
        if number == 1:  # whom to call stands where to apply, where to go in its doors
            del record["phones"]
            record["apply"] = {"phone": {"text": "Call first.", "number": "412-555-0177"}}
            record["locations"] = [{"street": f"{door} Mill Road", "city": "Pittsburgh"} for door in (4, 5, 6)]
        _write(folder / COUNTY / "services" / f"corner-{number}.yaml", record)
    form = {"name": "Allegheny Line", "needs": ["food"], "local_form_of": "keystone-line"}
    form["imported"] = {"source": "made-up", "id": "form"}
    _write(folder / COUNTY / "services" / "allegheny-line.yaml", form)
    many = {
        "name": "Many Doors",
        "summary": "Pantries all over the county.",
        "description": "It began in a church basement.\n\nNow it has many doors.",
        "also_called": ["The Corners"],
        "email": "help@example.org",
        "phones": [{"number": "412-555-0100", "label": "Office"}],
        "locations": [
            {"street": f"{number} Main Street", "city": "Pittsburgh", "state": "PA", "zip": "15201"}
            for number in range(1, DOORS + 1)
        ],
        "sourced": SOURCED,
    }
    many["locations"][0]["schedule"] = MORNINGS  # type: ignore[index]
    organizations = folder / COUNTY / "organizations"
    _write(organizations / "many.yaml", many)
    for number in range(NAMES):
        _write(organizations / f"aid-{number}.yaml", {"name": f"Aid {number:03}", "sourced": SOURCED})
    for id_, name in (("emile", "Émile House"), ("second", "2nd Chance"), ("bread", "bread for all")):
        _write(organizations / f"{id_}.yaml", {"name": name, "sourced": SOURCED})
    quiet = {
        "name": "Hidden House Group",
        "sensitive": True,
        "discreet": "Quiet Line",
        "sourced": SOURCED,
        "locations": [{"street": "7 Office Road", "city": "Butler"}],
    }
    _write(organizations / "quiet-line.yaml", quiet)
    path = folder / COUNTY / "services" / "quiet-house.yaml"
    path.write_text(path.read_text("utf-8") + "organization: quiet-line\n", "utf-8")


def _write(path: Path, record: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{key}: {json.dumps(value)}\n" for key, value in record.items()), "utf-8")
