"""Locations and addresses to doors."""

from __future__ import annotations

import re
from typing import Any

from . import clean
from .ids import slug
from .pieces import bare, compact
from .rows import Cells, Row
from .states import state_named, state_of_zip

_WHOLE = re.compile(
    r"^(?P<street>.+?),\s*(?P<city>[^,\d][^,]*?),?\s+(?P<state>[A-Za-z]{2})\.?,?\s*(?P<zip>\d{5})(?:-\d{4})?$"
)
_END = re.compile(r"^(?P<street>.*\w.*?)[,\s]+(?P<state>[A-Z]{2})[,\s]+(?P<zip>\d{5})(?:-\d{4})?$")
_PHONE = re.compile(r"(?i)^(?:phone|telephone|tel|call|ph)?\W*(?:\d{3}\W{0,2})?\d{3}\W?\d{4}$")
_NO_DOOR = re.compile(r"(?i)postal|mail|virtual")  # kinds of addresses that nobody can walk to
_COUNTRY = ("us", "usa", "united states", "u.s.", "u.s.a.")


def address(row: Row, found: list[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """Street, city, state and ZIP of an address row, and what of it was not taken."""
    cells = Cells(row)
    parts = [clean.line(cells.take(column), found) for column in ("address_1", "address_2", "address_3", "address_4")]
    made: dict[str, Any] = {}
    if _PHONE.match(parts[0]):
        found.append(f"not a street, but a phone: {parts[0][:40]}")
        parts = [*parts[1:], ""]
    whole = clean.line(cells.take("full"), found)
    if not whole and parts[0] and not any(row.cells.get(name) for name in ("city", "postal_code")):
        whole, parts[0] = ", ".join(part for part in parts if part), ""
    if only := re.match(r"(?i)^state:\s*(\w{2})$", whole):
        made["state"] = only[1].upper()
    elif whole and (not parts[0] or not row.cells.get("city")):
        match = _WHOLE.match(whole)
        if match and state_named(match["state"]):
            made = {
                "street": match["street"],
                "city": match["city"],
                "state": match["state"].upper(),
                "zip": match["zip"],
            }
        elif end := _END.match(whole):
            made = {"street": end["street"], "state": end["state"].upper(), "zip": end["zip"]}
        else:
            made["street"] = whole
    if parts[0] and "street" not in made:
        made["street"] = ", ".join(part for part in parts if part)
    for ours, name in (("city", "city"), ("zip", "postal_code"), ("state", "state_province")):
        if name not in row.cells:
            continue
        text = clean.line(cells.take(name), found)
        if ours == "zip" and text:
            match = re.match(r"^(\d{5})(?:[-\s]?\d{4})?$", text) or re.match(r"^(\d{4})$", text)
            if match is None or text in ("00000", "99999"):
                found.append(f"not a ZIP code: {text[:20]}")
                continue
            text = match[1].zfill(5)
            if len(match[1]) == 4:
                found.append(f"ZIP {match[1]} had lost its first 0")
        elif ours == "state" and text:
            state = state_named(text)
            if state is None:
                found.append(f"not a state: {text[:30]}")
                continue
            text = state
        elif ours == "city" and text.isupper() and len(text) > 3:
            text = text.title()
        if text:
            made[ours] = text
    if "street" in made:
        made["street"] = clean.name(made["street"], found)
    if "zip" in made and "state" not in made and (state := state_of_zip(made["zip"])):
        made["state"] = state
        found.append(f"the state {state} from the ZIP code")
    if clean.line(cells.take("country"), found).lower() in ("", *_COUNTRY):
        cells.taken.add("country")
    return made, cells.left()


def place(row: Row, addresses: list[Row], found: list[str]) -> tuple[dict[str, Any], dict[str, str], list[str]]:
    """A door without its hours and phones, what was not taken, and addresses for letters where there is no other."""
    cells = Cells(row)
    made: dict[str, Any] = {}
    left: dict[str, str] = {}
    kind = cells.take("location_type").lower()
    cells.take("confidential")
    if kind not in ("", "physical"):
        left["location location_type"] = kind
    if name := clean.name(cells.take("name"), found):
        made["name"] = name
    physical = [one for one in addresses if not _NO_DOOR.search(f"{one.cells.get('address_type', '')} {kind}")]
    for one in physical[:1]:
        got, rest = address(one, found)
        made.update(got)
        left.update({f"address {key}": text for key, text in rest.items() if key != "address_type"})
        one.read.update(one.cells)
    others = [one for one in addresses if one not in physical[:1]]
    if others:
        left["other address"] = compact((one, bare(one)) for one in others)
    letters = [] if physical else [text for one in others if (text := _in_one_line(address(one, [])[0]))]
    if directions := clean.plain(cells.take("transportation"), found):
        made["directions"] = directions
    at = _coordinates(cells.take("latitude"), cells.take("longitude"), found)
    if at:
        made["latitude"], made["longitude"] = at
    rest = cells.left()
    left.update({f"location {key}": text for key, text in rest.items()})
    row.read.update(rest)
    if row.cells.get("id"):
        made["id"] = door_id(row.cells["id"])
    return made, left, letters


def _in_one_line(made: dict[str, Any]) -> str:
    """An address as it stands on an envelope."""
    last = " ".join(made[name] for name in ("state", "zip") if name in made)
    return ", ".join(part for part in (made.get("street"), made.get("city"), last) if part)


def door_id(source_id: str) -> str:
    """A stable id for a door: the source's where it may stand in an address, else what can be made of it."""
    return slug(source_id, 60) or "door"


def _coordinates(latitude: str, longitude: str, found: list[str]) -> tuple[float, float] | None:
    """Degrees; anything else is left out, and a place in the sea off Africa too."""
    if not latitude and not longitude:
        return None
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        found.append(f"not degrees: {latitude[:20]}, {longitude[:20]}")
        return None
    if abs(north) > 90 and abs(north) > 1000:
        found.append(f"coordinates in metres, not degrees: {latitude[:12]}, {longitude[:12]}")
        return None
    if not (abs(north) <= 90 and abs(east) <= 180) or (north == 0 and east == 0):
        found.append(f"coordinates of nowhere: {latitude[:12]}, {longitude[:12]}")
        return None
    if not _in_states(north, east) and _in_states(east, north):
        found.append(f"latitude and longitude the wrong way round: turned {latitude[:12]}, {longitude[:12]}")
        north, east = east, north
    elif not _in_states(north, east) and _in_states(north, -east):
        found.append(f"coordinates without the minus of the west: {latitude[:12]}, {longitude[:12]} left out")
        return None
    return round(north, 6), round(east, 6)


BOXES = (  # south, north, west, east: the states, the end of Alaska, Guam with its neighbors, American Samoa
    (17.5, 71.5, -179.5, -64.5),
    (51, 54, 172, 180),
    (13, 20.7, 144.5, 146.2),
    (-14.7, -11, -171.2, -168),
)


def _in_states(north: float, east: float) -> bool:
    """Roughly in the United States, Puerto Rico or the islands of the Pacific."""
    return any(south <= north <= top and west <= east <= right for south, top, west, right in BOXES)
