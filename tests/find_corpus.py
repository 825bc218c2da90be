"""A made-up directory in three counties of Pennsylvania, whose answers can be counted by hand."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generators.publish import publish

SMALL = Path(__file__).resolve().parent / "small"
COUNTIES = {"allegheny": (40.48, -79.95), "butler": (40.89, -79.93), "westmoreland": (40.3, -79.54)}
EACH = 16  # services in a county
ZONE = "America/New_York"
ALWAYS = {"open": [{"opens": "0:00", "closes": "24:00"}]}
MORNINGS = {"time_zone": ZONE, "open": [{"opens": "8:00", "closes": "12:00"}]}
AFTERNOONS = {"time_zone": ZONE, "open": [{"opens": "13:00", "closes": "17:00"}]}
HOURS = (MORNINGS, AFTERNOONS, ALWAYS, {})  # of the last one nobody knows


def services() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Folder, id and record of every service."""
    for county, (latitude, longitude) in COUNTIES.items():
        for number in range(EACH):
            door = {"city": county.title(), "latitude": round(latitude + number / 50, 3), "longitude": longitude}
            yield (
                f"us/pa/{county}",
                f"{county}-{number}",
                {
                    "name": f"{county.title()} Table {number}",
                    "needs": ["food"] if number % 2 else ["money"],
                    "summary": "Groceries for the week." if number % 2 else "Cash for a bill.",
                    "fees": ("free", "sliding", "some")[number % 3],
                    "for_whom": ["veterans"] if number % 5 == 0 else ["anyone"],
                    "spoken": ["en", "es"] if number % 4 == 0 else ["en"],
                    "access": ["wheelchair"] if number % 2 else [],
                    "asks": ({"id": False}, {"id": True}, {})[number % 3],
                    "status": "full" if number == 2 else "open",
                    "locations": [door],
                    "schedule": HOURS[number % 4],
                },
            )
    pennsylvania = "us/pa"
    phone = {"phones": [{"number": "1-800-555-0100"}]}
    philadelphia = {"city": "Philadelphia", "latitude": 39.95, "longitude": -75.17}
    yield pennsylvania, "keystone-groceries", {"name": "Keystone Groceries", "locations": [philadelphia], **phone}
    yield pennsylvania, "keystone-line", {"name": "Keystone Line", **phone}
    yield pennsylvania, "keystone-office", {"name": "Keystone Office", "reach": ["walk-in"]}
    yield pennsylvania, "two-counties", {"name": "Two County Van", "serves": {"counties": ["Allegheny", "Butler"]}}
    yield pennsylvania, "one-zip", {"name": "Lawrenceville Lunch", "serves": {"zips": ["15201"]}}
    hidden = {"street": "12 Hidden Lane", "city": "Millvale", "zip": "15209", "latitude": 40.48, "longitude": -79.97}
    shelter = {
        "name": "Quiet House",
        "address_confidential": True,
        "sensitive": True,
        "discreet": "A line",
        "locations": [hidden],
        **phone,
    }
    yield "us/pa/allegheny", "quiet-house", shelter


def write(folder: Path) -> None:
    """The resources of it, with the shared files and the national services of the small site."""
    shutil.copytree(SMALL, folder)
    (folder / "us/pa").mkdir()
    (folder / "us/pa/area.yaml").write_text("name: Pennsylvania\nlevel: state\n", "utf-8")
    for county in COUNTIES:
        (folder / "us/pa" / county).mkdir()
        (folder / "us/pa" / county / "area.yaml").write_text(f"name: {county.title()} County\nlevel: county\n", "utf-8")
    for area, id_, record in services():
        whole = {"needs": ["food"], "imported": {"source": "made-up", "id": id_}, **record}
        home = folder / area / "services"
        home.mkdir(exist_ok=True)
        lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in whole.items() if value not in ([], {}))
        (home / f"{id_}.yaml").write_text(lines, "utf-8")


def built(folder: Path, today: datetime.date) -> Path:
    """The site of it."""
    write(folder / "resources")
    publish(folder / "resources", folder / "site", today, folder / "cache")
    return folder / "site"
