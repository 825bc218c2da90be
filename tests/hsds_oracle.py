"""Made-up HSDS packages whose every cell can be known again, and where each cell has to arrive."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from hsds_columns import AT, DIALECTS, DOOR, EXTRA, FITS, OF_DOOR, OF_ORGANIZATION, SAME, SAYS_NOTHING_NEW


@dataclass(frozen=True)
class Cell:
    """One value of a package and what has to become of it."""

    place: str  # phone.number of phone-3
    forms: tuple[str, ...]  # how it may be written in a record
    fits: tuple[str, ...]  # service.locations[].street; empty: it is only kept
    telling: bool  # so rare a text that it can be looked for in fields where it must not be


@dataclass
class Made:
    """Tables, and every cell of them."""

    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)  # service -> organization
    doors: dict[str, list[str]] = field(default_factory=dict)  # service -> locations


def package(dialect: str, seed: int) -> Made:
    """Two organizations, three services, four locations, and a row of each table for each that may own one."""
    maker = _Maker(DIALECTS[dialect], random.Random(seed))
    return maker.made()


class _Maker:
    def __init__(self, columns: dict[str, str], random_: random.Random) -> None:
        self.columns, self.random, self.out, self.number = columns, random_, Made(), 0

    def made(self) -> Made:
        for table, count in (("taxonomy", 1), ("unit", 1), ("organization", 2)):
            for _ in range(count if table in self.columns else 0):
                self.row(table)
        organizations = self.ids("organization")
        for one in organizations:
            self.row("program", organization=one)
        terms = "taxonomy_term" if "taxonomy_term" in self.columns else "taxonomy"
        if terms == "taxonomy_term":
            vocabulary = {"taxonomy": self.ids("taxonomy")[0]} if "taxonomy" in self.columns else {}
            for _ in range(2):
                self.row("taxonomy_term", **vocabulary)
        for number in range(3):
            owner = number % 2
            self.row("service", organization=organizations[owner], program=self.ids("program")[owner])
            self.out.owners[self.ids("service")[-1]] = organizations[owner]
        for _ in range(4):  # of the first three, services make use; the last is the organization's own
            self.row("location", organization=organizations[1])
        first, second, _ = self.ids("service")
        places = self.ids("location")
        self.out.doors = {first: places[:2], second: places[2:3]}
        links = "services_at_location" if "services_at_location" in self.columns else "service_at_location"
        for service, doors in self.out.doors.items():
            for door in doors:
                self.row(links, service=service, location=door)
        ids = {
            "service": [first, first, second],
            "location": places[:3],
            "organization": organizations,
            "service_at_location": self.ids(links)[:1],
            "resource": [first, organizations[0]],
            "link": [first, second] + self.ids("eligibility")[:1],
        }
        done = {"taxonomy", "unit", "organization", "program", "taxonomy_term", "service", "location", links}
        early = ("contact", "phone", "eligibility")
        for table in sorted(self.columns.keys() - done, key=lambda name: (name not in early, name)):
            _, _, owners = self.columns[table].partition(" | ")
            shared = ("taxonomy", "taxonomy_term", "unit")
            fixed = [kind for kind in owners.split() if kind in shared]
            for kind in owners.split():
                for owner in [] if kind in fixed else ids.get(kind) or self.ids(kind)[:1]:
                    ties = {one: self.ids(one)[self.number % len(self.ids(one))] for one in fixed}
                    self.row(table, **{kind: owner}, **ties)
        return self.out

    def ids(self, table: str) -> list[str]:
        return [row["id"] for row in self.out.tables.get(table, [])]

    def row(self, table: str, **owners: str) -> None:
        self.number += 1
        id_ = f"{table}-{self.number}"
        cells = {"id": id_} | {f"{kind}_id": owner for kind, owner in owners.items()}
        whose, door = self._whose(table, owners)
        for column in self.columns[table].partition(" | ")[0].split():
            if column in cells or column == "parent_id":
                continue
            text, forms = self.value(table, column, owners.get("link", ""))
            if not text:
                continue
            cells[column] = text
            if column in SAYS_NOTHING_NEW:
                continue
            fits = self._fits(table, column, whose, door, owners)
            telling = any(sign in text for sign in (" ", "@", "://"))
            self.out.cells.append(Cell(f"{table}.{column} of {id_}", forms, fits, telling))
        self.out.tables.setdefault(table, []).append(cells)

    def _whose(self, table: str, owners: dict[str, str]) -> tuple[str, bool]:
        """The record that a row belongs to, and whether it belongs to a door of it."""
        for kind in ("contact", "phone"):
            if kind == "phone" and kind in owners:
                return "nobody", False
            if kind in owners:
                row = next(one for one in self.out.tables[kind] if one["id"] == owners[kind])
                return self._whose(table, {name.removesuffix("_id"): id_ for name, id_ in row.items() if name != "id"})
        if table == "location" and len(self.ids("location")) == 3:
            return "organization", True
        if table == "organization" or owners.keys() == {"organization"} and table != "location":
            return "organization", False
        return "service", bool(owners.keys() & set(DOOR)) and table not in DOOR

    def _only_door(self, owners: dict[str, str]) -> bool:
        return any([owners.get("location")] == doors for doors in self.out.doors.values())

    def _fits(self, table: str, column: str, whose: str, door: bool, owners: dict[str, str]) -> tuple[str, ...]:
        kind = SAME.get(table, table)
        if whose == "organization" and kind not in ("organization", "location", *OF_ORGANIZATION):
            return ()
        if whose == "nobody":
            return ()
        found = FITS.get(f"{kind}.{column}", "").split()
        if kind == "language" and door and not self._only_door(owners):
            found = []  # at one of two doors: nobody knows of the other
        if door and kind in OF_DOOR:
            found = [one if one.startswith((AT, EXTRA)) else f"{AT}.{one}" for one in found if one != "hours"]
        if kind == "schedule" and column == "description" and door:
            found = []
        return tuple(f"{whose}.{one}" for one in found if one != EXTRA) + (("extra",) if EXTRA in found else ())

    def value(self, table: str, column: str, owner: str) -> tuple[str, tuple[str, ...]]:
        """What stands in a cell, and the ways in which a record may write it."""
        number = self.random.randrange
        if column in ("url", "website", "uri", "term_uri", "logo", "schedule_link"):
            return self.same(f"https://{self.word()}.example.org/{self.word()}")
        if "email" in column:
            return self.same(f"{self.word()}@example.org")
        if column == "number":
            return self.same(f"412-{number(200, 999)}-{number(2000, 9999)}")
        if column == "extension":
            return self.as_it_is(str(number(1000, 9999)), "ext. {}")
        if column in ("latitude", "longitude"):
            text = f"{'-79' if column == 'longitude' else '40'}.{number(100000, 999999)}"
            return text, (str(float(text)),)
        if column == "minimum_age":
            return self.same(str(number(5, 20)))
        if column == "maximum_age":
            years = number(30, 90)
            return str(years), (str(years + 1), f"maximum_age: {years}")
        if column in ("opens_at", "closes_at"):
            hour = number(6, 11) if column == "opens_at" else number(13, 22)
            minute = number(10, 59)
            return f"{hour:02}:{minute}:00", (f"{hour}:{minute}",)
        if column == "weekday":
            day = number(7)
            return ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[day],
                    ("mon tue wed thu fri sat sun".split()[day],))  # fmt: skip
        if column == "byday":
            day = number(7)
            return "MO TU WE TH FR SA SU".split()[day], ("mon tue wed thu fri sat sun".split()[day],)
        if column in ("end_date", "valid_to"):
            return self.same(f"{number(2028, 2030)}-{number(1, 13):02}-{number(1, 29):02}")
        if column in ("start_date",):
            return self.same(f"2027-{number(1, 13):02}-{number(1, 29):02}")
        if column in ("valid_from", "dtstart", "last_action_date", "assured_date", "last_modified", "updated"):
            return self.same(f"{number(2015, 2024)}-{number(1, 13):02}-{number(1, 29):02}")
        if column == "postal_code":
            return self.same(str(number(15001, 15999)))
        if column in ("available", "maximum", "count", "year_incorporated"):
            return self.as_it_is(str(number(1100, 1999)), "{}")
        if column == "amount":
            return self.same(f"{number(10, 99)}.{number(11, 99)}")
        fixed = {"state_province": "PA", "country": "US", "address_type": "physical", "location_type": "physical",
                 "status": "active", "type": "voice" if table == "phone" else "",
                 "link_type": owner.partition("-")[0] if table in ("other_attribute", "link_taxonomy") else "",
                 "closed": "false", "freq": "WEEKLY",
                 "wkst": "MO", "timezone": "-5", "currency": "USD", "code": "xx" if table == "language" else "",
                 "extent_type": "text"}  # fmt: skip
        if fixed.get(column):
            return fixed[column], (fixed[column],)
        return self.same(f"{self.word().capitalize()} {self.word()} {self.word()}")

    def same(self, text: str) -> tuple[str, tuple[str, ...]]:
        return text, (text,)

    def as_it_is(self, text: str, shape: str) -> tuple[str, tuple[str, ...]]:
        return text, (shape.format(text),)

    def word(self) -> str:
        """A word that no list of words holds."""
        return "".join(self.random.choice("bdfgklmprtvxz") + self.random.choice("aeiou") for _ in range(3)) + "q"
