"""Where to apply in each state: for the page of a service, for the browser, and as a grid for maintainers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model import Doorway, Records
from ..phones import phone_href
from .page import Page
from .view import View

LEVEL = "state"  # the areas that have doorways
LISTS = ("github.com",)  # hosts of lists that others keep: not the state's own word


@dataclass(frozen=True)
class Row:
    """One state and one program."""

    code: str  # OH
    state: str  # Ohio, in the language of the page
    doorway: Doorway | None  # none: the national finder must do
    key: str  # doorway/us/oh:snap


def states(view: View) -> dict[str, str]:
    """Areas of states (us/oh) with the state's name, by name."""
    names = dict(view.parts["check"]["states"])
    areas = [key for key, area in view.records.areas.items() if area.level == LEVEL]
    named = {key: names.get(_code(key), view.records.areas[key].name) for key in areas}
    return dict(sorted(named.items(), key=lambda item: item[1]))


def programs(records: Records) -> list[str]:
    """The services for which any state has a row, in the order of the data."""
    found: list[str] = records.once(("programs with doorways",), lambda: _programs(records))
    return found


def _programs(records: Records) -> list[str]:
    found = {program for rows in records.doorways.values() for program in rows}
    return [key for key in records.services if key in found]


def rows_of(view: View, program: str) -> list[Row]:
    """A row for each state; none where no state has one."""
    if program not in programs(view.records):
        return []
    by_area = view.records.doorways
    return [
        Row(_code(area), name, by_area.get(area, {}).get(program), f"doorway/{area}:{program}")
        for area, name in states(view).items()
    ]


def finder(records: Records, program: str) -> str | None:
    """The official national page that leads to every state."""
    service = records.services[program]
    online = service.apply.online
    return (online.url if online else None) or service.website


def doorways_data(records: Records) -> dict[str, dict[str, Any]]:
    """Plain JSON for the browser: state -> program -> name, url, phone (number, href)."""
    return {_code(area): {key: _plain(row) for key, row in rows.items()} for area, rows in records.doorways.items()}


def doorways(view: View) -> Page:
    """The page at maintain/doorways/: what is confirmed for which state."""
    view = view.at("maintain/doorways/")
    table = {program: rows_of(view, program) for program in programs(view.records)}
    kept = [row.doorway for rows in table.values() for row in rows if row.doorway]
    lists = [row for row in kept if is_from_a_list(row)]
    html = view.render(
        "doorways.html.j2",
        table=table,
        states=list(states(view).values()),
        finder={program: finder(view.records, program) for program in table},
        cells=sum(len(rows) for rows in table.values()),
        kept=len(kept),
        official=len(kept) - len(lists),
        phones=sum(1 for row in kept if row.phone),
        is_from_a_list=is_from_a_list,
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title="Where to apply in each state",
        html=html,
        kind="maintain",
        description="Which states have a row of their own for each program, and where each row comes from.",
    )


def is_from_a_list(row: Doorway) -> bool:
    """Was it taken from a list that somebody keeps, not from a page of the state or the program?"""
    return any(f"//{host}/" in row.sourced.from_ for host in LISTS)


def _plain(row: Doorway) -> Mapping[str, Any]:
    found: dict[str, Any] = {"name": row.name}
    if row.url:
        found["url"] = row.url
    if row.phone:
        found["phone"] = {"number": row.phone, "href": phone_href(row.phone)}
    return found


def _code(area: str) -> str:
    """us/oh -> OH"""
    return area.rpartition("/")[2].upper()
