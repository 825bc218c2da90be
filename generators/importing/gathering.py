"""Ties rows together by their ids: what belongs to which service, organization, location."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from .ids import slug
from .names import table_named
from .package import Package
from .rows import MERGED, REFUSED, TIES, USED, Book, Note, Row

LINKS = ("service_at_location", "service", "location", "contact", "phone", "organization")
LONG = 16  # letters of an id that no two things of a source share, whatever their kinds
OF_A_DOOR = ("schedule", "holiday", "phone", "accessibility")  # what one door of several may have
Below = dict[str, list[Row]]  # table -> rows


@dataclass
class Gathered:
    """Rows by what they belong to."""

    services: dict[str, Row] = field(default_factory=dict)
    organizations: dict[str, Row] = field(default_factory=dict)
    locations: dict[str, Row] = field(default_factory=dict)
    below: dict[tuple[str, str], Below] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    doors: dict[str, list[tuple[str, Row | None]]] = field(default_factory=lambda: defaultdict(list))  # of a service
    org_doors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    terms: dict[str, Row] = field(default_factory=dict)
    programs: dict[str, Row] = field(default_factory=dict)
    units: dict[str, Row] = field(default_factory=dict)
    vocabularies: dict[str, Row] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=lambda: defaultdict(int))  # location -> how many services
    runs: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # organization -> services

    def under(self, kind: str, id_: str, table: str) -> list[Row]:
        return self.below.get((kind, id_), {}).get(table, [])


def swallowed(found: Gathered, book: Book, kind: str, id_: str) -> dict[str, list[Row]]:
    """Rows below a thing that no field took, and those below them: used all the same, to be kept as text."""
    left: dict[str, list[Row]] = {}
    for table, rows in found.below.get((kind, id_), {}).items():
        for row in rows:
            if not book.fate(row):
                book.settle(row, USED)
                left.setdefault(table, []).append(row)
            if row.cells.get("unit_id", "") in found.units:
                book.settle(found.units[row.cells["unit_id"]], USED)
            if table in ("contact", "phone") and "id" in row.cells:
                for name, more in swallowed(found, book, table, row.cells["id"]).items():
                    left.setdefault(f"{table} {name}", []).extend(more)
    return left


def in_units(found: Gathered, book: Book, rows: list[Row]) -> list[Row]:
    """Rows of capacity with the name of what is counted: beds, seats."""
    made = []
    for row in rows:
        unit = found.units.get(row.cells.get("unit_id", ""))
        if unit is not None:
            book.settle(unit, USED)
            unit.read.add("name")
            cells = {"unit": unit.cells.get("name", ""), **row.cells}
            row = Row(row.table, row.file, row.line, cells, row, row.read)
        made.append(row)
    return made


def gathered(package: Package) -> Gathered:
    """All rows in their places; a row that belongs nowhere is refused with the reason."""
    found = Gathered()
    tables = package.tables
    _by_id(package, "service", found.services)
    _by_id(package, "organization", found.organizations)
    _by_id(package, "location", found.locations)
    for table, kept in (("taxonomy_term", found.terms), ("program", found.programs), ("unit", found.units),
                        ("taxonomy", found.vocabularies)):  # fmt: skip
        _by_id(package, table, kept)
    found.terms = {**found.vocabularies, **found.terms}
    _organizations_by_name(package, found)
    _doors(package, found)
    done = {
        "service",
        "organization",
        "location",
        "service_at_location",
        "taxonomy_term",
        "program",
        "unit",
        "taxonomy",
    }
    known = {"service": found.services, "organization": found.organizations, "location": found.locations}
    sals = {row.cells["id"]: row for row in tables.get("service_at_location", []) if "id" in row.cells}
    contacts = {row.cells["id"]: row for row in tables.get("contact", []) if "id" in row.cells}
    phones = {row.cells["id"]: row for row in tables.get("phone", []) if "id" in row.cells}
    eligibility = {row.cells["id"]: row for row in tables.get("eligibility", []) if "id" in row.cells}
    everything = {
        **known, "service_at_location": sals, "contact": contacts, "phone": phones, "eligibility": eligibility,
    }  # fmt: skip
    seen: set[tuple[tuple[str, str], ...]] = set()
    for table, rows in tables.items():
        if table in done:
            continue
        if table in ("meta_table", "unknown"):
            for row in rows:
                package.book.settle(row, REFUSED, "it tells about the file, not about a service")
            continue
        for row in rows:
            if row.part_of is None:
                mark = (("", table), *sorted(row.cells.items()))
                if mark in seen:
                    package.book.settle(row, MERGED, "the same row again")
                    row.read.update(row.cells)
                    continue
                seen.add(mark)
            _tie(package, found, row, everything)
    return found


def _tie(package: Package, found: Gathered, row: Row, known: dict[str, dict[str, Row]]) -> None:
    """Puts a row below the first thing it names that exists; at a door of a service, where it names both."""
    named = []
    service, location = row.cells.get("service_id", ""), row.cells.get("location_id", "")
    doors = [place for place, _ in found.doors.get(service, [])] if row.table in OF_A_DOOR else []
    if len(doors) > 1 and location in doors:
        found.below[("door", f"{service}@{location}")][row.table].append(row)
        return
    order = LINKS if row.table in OF_A_DOOR else LINKS[1:] + LINKS[:1]  # an area is the service's, wherever it is
    for kind in order:
        id_ = row.cells.get(f"{kind}_id", "")
        if id_ and kind != row.table:
            named.append(f"{kind.replace('_', ' ')} {id_}")
            if id_ in known[kind]:
                found.below[(kind, id_)][row.table].append(row)
                return
    for column in ("link_id", "resource_id", "entity_id", "foreign_key_value", "parent_id"):
        id_ = row.cells.get(column, "")
        if id_:
            named.append(id_)
            said = {table_named(row.cells.get(name, "")) for name in ("link_entity", "link_type", "resource_type")}
            for kind, things in known.items():
                if id_ in things and (not said & known.keys() or kind in said or len(id_) >= LONG):
                    found.below[(kind, id_)][row.table].append(row)
                    return
    why = f"there is no {' and no '.join(named[:3])}" if named else "it does not say what it belongs to"
    package.book.settle(row, REFUSED, why)


def _by_id(package: Package, table: str, kept: dict[str, Row]) -> None:
    """Rows by id. The same row again is merged; another one under the same id gets an id of its own."""
    for row in package.tables.get(table, []):
        id_ = row.cells.get("id", "") or slug(row.cells.get("name", ""), 80)
        if not id_:
            package.book.settle(row, REFUSED, "it has neither an id nor a name")
            continue
        if id_ not in kept:
            kept[id_] = row
            continue
        first = kept[id_]
        same = _plain(first) == _plain(row)
        if same:
            row.read.update(row.cells)
        if same or (table != "service" and first.cells.get("name") == row.cells.get("name")):
            package.book.settle(row, MERGED, f"the same {table} as {first.place}")
            if first.part_of is None and not same:
                _fill(package, first, row)
        elif table == "service" and first.cells.get("name", "").lower() == row.cells.get("name", "").lower():
            package.book.settle(row, MERGED, f"the same service as {first.place}")
            _fill(package, first, row)
        elif table in ("service", "organization", "location"):
            number = 2
            while f"{id_}#{number}" in kept:
                number += 1
            kept[f"{id_}#{number}"] = row
            text = f"the id {id_} is already that of {first.place}: imported as {id_}#{number}"
            package.notes.append(Note("warned", row.cells.get("name", id_), "id", text, row.place))
        else:
            package.book.settle(row, MERGED, f"the id {id_} is already that of {first.place}")


def _plain(row: Row) -> dict[str, str]:
    return {name: text for name, text in row.cells.items() if name not in TIES}


def _fill(package: Package, first: Row, second: Row) -> None:
    """Blank cells of the first row from the second; cells that differ are told."""
    second.read.update(second.cells)
    for name, text in second.cells.items():
        if name not in first.cells:
            first.cells[name] = text
        elif first.cells[name] != text and name != "id":
            told = f"{second.place} says {text[:60]}: the first is kept"
            package.notes.append(Note("warned", first.cells.get("name", first.place), name, told, first.place))


def _organizations_by_name(package: Package, found: Gathered) -> None:
    """Services that name their organization in words get the one of that name, or one made from the name."""
    names = {row.cells.get("name", "").strip().lower(): id_ for id_, row in found.organizations.items()}
    for service_id, row in found.services.items():
        given = row.cells.get("organization_id", "")
        name = row.cells.get("organization_name", "")
        if given in found.organizations or not name.strip():
            id_ = given
        elif name.strip().lower() in names:
            id_ = names[name.strip().lower()]
        else:
            id_ = given or f"name:{slug(name, 80)}"
            cells = {"id": id_, "name": name}
            found.organizations[id_] = Row("organization", row.file, row.line, cells, row)
            names[name.strip().lower()] = id_
        if id_ in found.organizations:
            found.runs[id_].append(service_id)


def _doors(package: Package, found: Gathered) -> None:
    """Which service is at which location."""
    for row in package.tables.get("service_at_location", []):
        service, location = row.cells.get("service_id", ""), row.cells.get("location_id", "")
        if service not in found.services or location not in found.locations:
            lost = f"service {service}" if service not in found.services else f"location {location}"
            package.book.settle(row, REFUSED, f"there is no {lost}")
        elif any(place == location for place, _ in found.doors[service]):
            package.book.settle(row, MERGED, "this service is already at this location")
        else:
            package.book.settle(row, USED)
            found.doors[service].append((location, row))
            found.users[location] += 1
    for id_, row in found.locations.items():
        owner = row.cells.get("service_id", "")
        if owner in found.services and not any(place == id_ for place, _ in found.doors[owner]):
            found.doors[owner].append((id_, None))
            found.users[id_] += 1
        elif not found.users[id_] and row.cells.get("organization_id", "") in found.organizations:
            found.org_doors[row.cells["organization_id"]].append(id_)
