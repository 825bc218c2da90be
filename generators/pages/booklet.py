"""Booklets to fold: all services of a need, or where to apply in a state, on sheets printed on both sides.

There is one booklet for each need, of the nation. An area has one of its own for a need only where it has services of
its own for it: then its services come first, those of the areas around it after. A state without services of its own
has rows that say where to apply; these are the same for every need, so they make one booklet of the state, not one for
each need: 51 booklets instead of 1,200.

A sheet holds four pages: the print style puts them in the order for folding (the last beside the first, and so on), so
that the order in the page stays the order of reading. How much fits on a page is counted in lines, with room to spare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from ..model import Doorway, Phone, Service
from .areas import NATION, area_name, around, inner, nearest_first, own
from .compiled import Macro
from .doors import address_lines
from .page import Page
from .paging import cut
from .paging import pages as parts_of
from .screener import on_paper
from .told import Told
from .view import View

STATE = "state"  # level of the areas that have rows
Entry = tuple[str, Doorway | None]  # a service, and where to apply for it in the state
Size = Callable[[Entry], float]  # lines on a page
NUMBERS = 2  # of a service, the first ones
ADDRESSES = 2
ON_A_SHEET = 4  # pages, two on each side
LINES = 40.0  # of a page
LETTERS = 62  # of a line, of a heading fewer
HEADING_LETTERS = 46
HEADING_LINES, NUMBER_LINES, SPACE_LINES = 1.3, 1.5, 1.8  # a heading, a number, the space around a service
WORDS_BEFORE = 15  # letters of "Who it is for:" and the like
MOST = 40  # pages that booklet.css can put in order; a longer one prints in the order of reading
SERVICES = 80  # in one booklet; more make another one


@dataclass(frozen=True)
class Leaf:
    """One page of a booklet: what stands on it, and its place when printed for folding."""

    number: int
    kind: str  # cover, list, notes
    entries: tuple[Entry, ...]
    order: int  # its place on the sheets, from 0


def path_of(need: str, area: str = NATION, part: int = 1) -> str:
    """Where the booklet of a need lies: needs/food/booklet/pa/allegheny/ ; the next part of a long one in part-2/."""
    return f"needs/{need}/booklet/{inner(area)}{f'part-{part}/' if part > 1 else ''}"


def state_path(area: str) -> str:
    """Where the booklet of a state lies: helper/paper/oh/."""
    return f"helper/paper/{area.rpartition('/')[2]}/"


def booklets_of(view: View) -> Iterator[tuple[str, str, int]]:
    """Need, area and part of every booklet of a need: the nation's, and those of areas with services of their own."""
    for need in view.records.needs:
        for area in (NATION, *areas_of(view, need)):
            for part in parts_of(len(services_in(view, need, area, view.records.brief("service"))), SERVICES):
                yield need, area, part


def areas_of(view: View, need: str) -> list[str]:
    """The areas below the nation with services of their own for a need."""
    found = own(view, need)
    return [area for area in view.records.areas if area in found and area != NATION]


def states(view: View) -> list[str]:
    """The states that have rows, by name."""
    found = [area for area, rows in view.records.doorways.items() if rows]
    return sorted(found, key=lambda area: area_name(view, area))


def services_in(view: View, need: str, area: str, services: Mapping[str, Any] | None = None) -> list[str]:
    """Services of a need: the area's own first, then those of the areas around it; a local form hides the general.

    `services`: all of them, as far as the caller may read them.
    """
    found = nearest_first(view, need, area, services)
    return on_paper(view, need, [id_ for _, ids in found for id_ in ids], services)


def booklet(view: View, need: str, area: str, part: int = 1) -> Page:
    """The booklet of a need in an area; of a long one, one part."""
    view = view.at(path_of(need, area, part))
    told, t = view.need(need), view.language.t
    rows = _rows_around(view, area)
    found = services_in(view, need, area)
    entries: list[Entry] = [(id_, rows.get(id_)) for id_ in cut(found, part, SERVICES)]
    name = view.headline(told)
    title = name if told.record.sensitive else t("Booklet: %(need)s", need=name)
    pages = leaves(entries, lambda entry: _size(view, *entry))
    back = [(f"needs/{need}/{inner(each)}", name if each == NATION else area_name(view, each)) for each in around(area)]
    parts = [(number, path_of(need, area, number)) for number in parts_of(len(found), SERVICES)]
    return _page(view, title, name, area, pages, back[::-1], told.record.sensitive, parts, part)


def state_booklet(view: View, area: str) -> Page:
    """Where to apply in one state, for all needs."""
    view = view.at(state_path(area))
    t = view.language.t
    rows = view.records.doorways[area]
    entries: list[Entry] = [(id_, rows[id_]) for id_ in view.records.services if id_ in rows]
    name = t("Where to apply in %(state)s", state=area_name(view, area))
    back = [("helper/", t("For helpers")), ("helper/paper/", t("Paper for helpers"))]
    return _page(view, name, name, area, leaves(entries, lambda entry: _size(view, *entry)), back)


def _page(
    view: View,
    title: str,
    name: str,
    area: str,
    pages: Sequence[Leaf],
    back: list[tuple[str, Any]],
    is_discreet: bool = False,
    parts: Sequence[tuple[int, str]] = (),
    part: int = 1,
) -> Page:
    description = view.language.t("Services with their numbers, to print, fold and give away.")
    html = view.render(
        "booklet.html.j2",
        name=name,
        place=None if area == NATION else area_name(view, area),
        pages=pages,
        sheets=len(pages) // ON_A_SHEET,
        area=area,
        back=back,
        is_private=is_discreet,
        entry=partial(_entry, view),
        parts=parts if len(parts) > 1 else (),
        part=part,
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=title,
        html=html,
        kind="booklet",
        description="" if is_discreet else description,
        is_discreet=is_discreet,
        styles=("booklet.css",),
    )


def _entry(view: View, macro: Macro, id_: str, row: Doorway | None) -> Markup:
    """A service as it stands in every booklet: it has no links, so it is the same in all."""

    def make() -> Markup:
        told = view.service(id_)
        return macro(id_, row, told, numbers_of(view, id_), addresses_of(told))

    if view.area(f"service/{id_}").count("/") > 1:  # of a county: in few booklets
        return make()
    key = ("in a booklet", view.language.code, id_, row and row.name, row and row.url, row and row.phone)
    entry: Markup = view.records.once(key, make)
    return entry


def _rows_around(view: View, area: str) -> dict[str, Doorway]:
    """Where to apply, by service, as the area or the state around it says."""
    found: dict[str, Doorway] = {}
    parts = area.split("/")
    for length in range(1, len(parts) + 1):
        found.update(view.records.doorways.get("/".join(parts[:length]), {}))
    return found


def _size(view: View, id_: str, row: Doorway | None) -> float:
    """Lines that a service takes on a page, rather too many than too few; counted once for all its booklets."""
    key = ("lines of", view.language.code, id_, row and row.name, row and row.url, row and row.phone)
    lines: float = view.records.once(key, lambda: _lines(view, id_, row))
    return lines


def _lines(view: View, id_: str, row: Doorway | None) -> float:
    told = view.service(id_)
    service = told.record
    papers = view.language.commas(view.document(paper.document).plain("name") for paper in service.bring)
    texts = [told.plain("summary"), told.plain("who_for"), papers, str(view.hours_line(told))]
    texts += [address.striptags() for address in addresses_of(told)]
    texts += [f"{row.name} {row.url}"] if row else []
    numbers = len(numbers_of(view, id_)) + (1 if row and row.phone else 0)
    heading = HEADING_LINES * -(-len(told.plain("name")) // HEADING_LETTERS)
    lines = sum(-(-(len(text) + WORDS_BEFORE) // LETTERS) for text in texts if text)
    return heading + SPACE_LINES + NUMBER_LINES * numbers + lines


def numbers_of(view: View, id_: str) -> list[tuple[Phone, Any]]:
    """The first numbers of a service, each with what it is for; where it has none, those of its doors or to apply."""
    told = view.service(id_)
    service: Service = told.record
    phones = [(phone, told.text("phones", place, "label")) for place, phone in enumerate(service.phones)]
    for place, door in enumerate(service.locations) if not phones else ():
        found = enumerate(door.phones)
        phones += [(phone, told.text("locations", place, "phones", at, "label")) for at, phone in found]
    if not phones and service.apply.phone and service.apply.phone.number:
        phones = [(view.as_phone(service.apply.phone.number), Markup())]
    return [(phone, label) for phone, label in phones if phone.kind != "fax"][:NUMBERS]


def addresses_of(told: Told) -> list[Markup]:
    """Where a service is, in one line each: the first places. Nothing of a confidential address."""
    service: Service = told.record
    if service.address_confidential:
        return []
    if service.address:
        return [told.text("address")]
    doors = [", ".join(address_lines(door)) for door in service.locations if door.street]
    return [Markup('<span lang="en" dir="ltr">{}</span>').format(door) for door in doors[:ADDRESSES]]


def leaves(entries: Sequence[Entry], size: Size) -> list[Leaf]:
    """The pages of a booklet: a cover, the list, and notes at the end; as many as fill whole sheets."""
    lists = list(_filled(entries, size))
    empty = -(len(lists) + 2) % ON_A_SHEET
    notes: tuple[str, tuple[Entry, ...]] = ("notes", ())
    kinds = [("cover", ()), *(("list", tuple(some)) for some in lists), *[notes] * (empty + 1)]
    order = folded(len(kinds)) if len(kinds) <= MOST else list(range(1, len(kinds) + 1))
    return [Leaf(number, kind, some, order.index(number)) for number, (kind, some) in enumerate(kinds, 1)]


def folded(count: int) -> list[int]:
    """Page numbers in the order of printing: [8, 1, 2, 7, 6, 3, 4, 5] for eight."""
    found: list[int] = []
    for sheet in range(count // ON_A_SHEET):
        first, last = 2 * sheet + 1, count - 2 * sheet
        found += [last, first, first + 1, last - 1]
    return found


def _filled(entries: Iterable[Entry], size: Size) -> Iterator[list[Entry]]:
    """The list, cut where a page is full."""
    page: list[Entry] = []
    used = 0.0
    for entry in entries:
        lines = size(entry)
        if page and used + lines > LINES:
            yield page
            page, used = [], 0
        page.append(entry)
        used += lines
    if page:
        yield page
