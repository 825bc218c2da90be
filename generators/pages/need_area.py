"""The page of a need in one area: its own services, the nearest first, then those of the areas around it.

A state with services in its counties leads on to them. So a page is as long as its own list, not as the state's.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from . import icons
from .areas import COUNTY, NATION, SERVING, area_name, around, below, counted, inner, nearest_first, own, serving
from .booklet import path_of as booklet_path
from .page import Page
from .paging import Pager, cut, page_path, pages
from .view import View

ROWS = 40  # of each area around; more stand on its own page
FEW = 12  # areas below that stand on the page unasked


def path_of(need: str, area: str) -> str:
    """Where the list of a need in an area lies: needs/food/pa/allegheny/ ; of the nation, the page of the need."""
    return f"needs/{need}/{inner(area)}"


def need_areas(view: View, need: str) -> Iterator[tuple[str, str, int]]:
    """Path, area and number of every page of a need in the areas below the nation."""
    for area in counted(view, need):
        if area != NATION:
            for number in pages(_count(view, need, area)):
                yield page_path(path_of(need, area), number), area, number


def need_area(view: View, need: str, area: str, number: int) -> Page:
    """One page of the services of a need in an area."""
    base = path_of(need, area)
    view = view.at(page_path(base, number))
    told = view.need(need)
    is_discreet = told.record.sensitive
    (_, ids), *wider = nearest_first(view, need, area)
    also = wider.pop(0)[1] if wider and wider[0][0] == SERVING and area.count("/") == COUNTY else []
    here = cut([*ids, *also], number)
    pager = Pager(base, number, len(pages(_count(view, need, area))))
    name, place = view.headline(told), area_name(view, area)
    headline = f"{name}: {place}"
    trail = [(path_of(need, each), name if each == NATION else area_name(view, each)) for each in around(area)[:0:-1]]
    html = view.render(
        "need_area.html.j2",
        need=told,
        headline=headline,
        place=place,
        picture=icons.PLAIN if is_discreet else told.record.icon,
        area=area,
        ids=[id_ for id_ in here if id_ not in also],
        total=len(ids),
        also=[id_ for id_ in here if id_ in also],
        also_total=len(also),
        pager=pager,
        trail=pager.trail(trail, place),
        inside=[(path_of(need, each), *rest) for each, *rest in below(view, counted(view, need), area)],
        few=FEW,
        wider=[
            (path_of(need, each), None if each == NATION else area_name(view, each), _rows(view, some), len(some))
            for each, some in wider
            if some and each != SERVING
        ],
        booklet=booklet_path(need, area) if area in own(view, need) and area in view.records.areas else None,
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=pager.title(view, headline),
        html=html,
        kind="need",
        description="" if is_discreet or number > 1 else told.plain("summary"),
        is_discreet=is_discreet,
        later=("fresh.mjs",),
        styles=("lists.css", "fresh.css", *(("discreet.css",) if is_discreet else ())),
    )


def _count(view: View, need: str, area: str) -> int:
    """How many services have a card on the pages of an area: its own, and those that lie elsewhere and name it."""
    return len(own(view, need).get(area, ())) + len(serving(view, need).get(area, ()))


def _rows(view: View, ids: list[str]) -> Markup:
    """The first services of an area around, a line each: the same on the pages of all areas of one depth."""
    some = tuple(ids[:ROWS])
    key = ("rows", view.language.code, view.root, some)
    rows: Markup = view.records.once(key, lambda: Markup(view.render("rows.html.j2", ids=some)))
    return rows
