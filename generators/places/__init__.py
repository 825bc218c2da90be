"""Where each service can be had: its folder, its doors and whom it serves, read with the place table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..load.places import Places
from ..memory import FORGETFUL, Memory
from ..model import Placed, Records, Service, Where
from ..problems import Problem, did_you_mean

ZIP_AT_END = re.compile(r"\b[A-Z]{2},? (\d{5})(?:-\d{4})?\b")
MANY = 8  # counties from which a service is kept with its state's, not with each county's
NATION = "us"


def where_all(records: Records, places: Places, memory: Memory = FORGETFUL) -> dict[str, Where]:
    """The place of every service, by id."""
    found = {}
    for key, service in records.services.items():
        placed = records.placed.get(f"service/{key}")
        area = placed.area if placed else NATION
        things = (service, places, area, records.areas.get(_folders(area)[1] or ""))
        found[key] = memory.same(("where", key), things, partial(where_of, records, places, area, service))
    return found


def place_problems(records: Records, places: Places, folder: str, memory: Memory = FORGETFUL) -> Iterator[Problem]:
    """Reminders: counties and ZIP codes that are not in the table, so that a search by place passes them over."""
    for area, told in records.areas.items():
        state, county = _folders(area)
        if state and county == area and places.state(state) and places.county(state, told.name) is None:
            near = partial(did_you_mean, told.name, places.county_names(state))
            hint = memory.same(("county", area), (told.name, places), near)
            missing = f'the place table has no county "{told.name}" in {state.upper()}'
            text = f"{missing}, so its help shows in all of the state."
            yield Problem(f"{folder}/{area}/area.yaml", 1, text + hint, reminder=True)
    for key, service in records.services.items():
        if service.serves is not None:
            yield from served_problems(service, records.placed[f"service/{key}"], places, folder)


def served_problems(service: Service, placed: Placed, places: Places, folder: str) -> Iterator[Problem]:
    """The same of one service."""
    if service.serves is None:
        return
    state = _folders(placed.area)[0]
    for place, name in enumerate(service.serves.counties):
        if state and places.county(state, name) is None:
            line = placed.line(("serves", "counties", place))
            hint = did_you_mean(name, places.county_names(state))
            text = f'the place table has no county "{name}" in {state.upper()}.{hint}'
            yield Problem(f"{folder}/{placed.path}", line, text, reminder=True)
    for place, code in enumerate(service.serves.zips):
        if not places.counties_of(code):
            line = placed.line(("serves", "zips", place))
            text = f"the place table has no ZIP code {code}. Check the digits."
            yield Problem(f"{folder}/{placed.path}", line, text, reminder=True)


def where_of(records: Records, places: Places, area: str, service: Service) -> Where:
    """The place of one service, in the folder of an area."""
    state, county = _folders(area)
    code = places.state(state) if state else None
    doors = tuple(_doors(service, places))
    zips = service.serves.zips if service.serves else ()
    names = _named_counties(records, service, county) if state else []
    known = list(dict.fromkeys(found for name in names if (found := places.county(state or "", name))))
    areas = tuple(dict.fromkeys([*known, *(found for one in zips for found in places.counties_of(one))]))
    around = (code or NATION,)
    if zips and areas:
        return Where(areas, tuple(known), zips, doors, tuple(names))
    if len(areas) > MANY:
        return Where(around, areas, (), doors, tuple(names))
    return Where(areas or around, (), (), doors, tuple(names))


def _folders(area: str) -> tuple[str | None, str | None]:
    """State and county of an area's folder: us/pa/allegheny -> pa, us/pa/allegheny."""
    parts = area.split("/")
    return (parts[1] if len(parts) > 1 else None, "/".join(parts[:3]) if len(parts) > 2 else None)


def _named_counties(records: Records, service: Service, county: str | None) -> list[str]:
    """The counties that a service says it serves; else the one of its folder, by the name of the area."""
    if service.serves and service.serves.counties:
        return list(service.serves.counties)
    if county is None or (service.serves and service.serves.zips):
        return []
    area = records.areas.get(county)
    return [area.name if area else county.split("/")[-1].replace("-", " ").title()]


def _doors(service: Service, places: Places) -> Iterator[tuple[float, float]]:
    """The points of its doors: as written, else the middle of the ZIP code. A confidential address gives none."""
    if service.address_confidential:
        return
    for door in service.locations:
        if door.latitude is not None and door.longitude is not None:
            yield door.latitude, door.longitude
        elif door.zip and (point := places.point(door.zip)):
            yield point
    if not service.locations and service.address:
        found = ZIP_AT_END.findall(service.address)
        if found and (point := places.point(found[-1])):
            yield point
