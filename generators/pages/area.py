"""Help by place: the states and counties with services of their own, and what each has, by need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from .areas import NATION, area_name, around, below, counted, inner, own, served
from .booklet import path_of as booklet_path
from .booklet import state_path, states
from .need_area import path_of as need_path
from .page import Page
from .view import View


def area_path(area: str) -> str:
    """Where the page of an area lies: areas/pa/allegheny/ ; of the nation, the list of all."""
    return f"areas/{inner(area)}"


def listed_areas(view: View) -> list[str]:
    """The areas that have a page: those with services in or below them. None where all services are the nation's."""
    found = sorted(_counts(view))
    return found if found != [NATION] else []


def _counts(view: View) -> Mapping[str, int]:
    """How many services each area has, with all that lies below it; a county also those that name it."""
    found: Mapping[str, int] = view.records.listed(("services of areas",), lambda: _count(view))
    return found


def _count(view: View) -> dict[str, int]:
    open_ones = [id_ for id_, one in view.records.brief("service").items() if one.status != "closed"]
    homes = Counter(view.records.home(f"service/{id_}") for id_ in open_ones)
    found: Counter[str] = Counter()
    for home, count in homes.items():
        for each in around(home):
            found[each] += count
    for id_ in open_ones:
        found.update(served(view, id_))
    return dict(found)


def area_list(view: View, nation: str) -> Page:
    """The page at areas/: every state that has services of its own."""
    view = view.at(area_path(nation))
    title = view.language.t("Help by place")
    html = view.render("areas.html.j2", title=title, inside=_inside(view, nation))
    return _page(view, title, html)


def area(view: View, folder: str) -> Page:
    """The page of one area: its needs, the areas in it, and whom to call."""
    view = view.at(area_path(folder))
    name = area_name(view, folder)
    html = view.render(
        "area.html.j2",
        name=name,
        area=folder,
        trail=[
            (area_path(each), view.language.t("Help by place") if each == NATION else area_name(view, each))
            for each in around(folder)[:0:-1]
        ],
        needs=[
            _need(view, need, folder, count)
            for need in view.records.needs
            if (count := counted(view, need).get(folder, 0))
        ],
        state=state_path(folder) if folder in states(view) else None,
        inside=_inside(view, folder),
    )
    return _page(view, view.language.t("Help in %(place)s", place=name), html)


def _need(view: View, need: str, folder: str, count: int) -> dict[str, Any]:
    """A line of an area's page; a sensitive need is reached by way of the page about leaving."""
    told = view.need(need)
    is_private = told.record.sensitive
    has_booklet = folder in own(view, need) and folder in view.records.areas and not is_private
    return {
        "name": told.text("name"),
        "icon": told.record.icon,
        "count": count,
        "link": view.way_to(need) if is_private else view.link(need_path(need, folder)),
        "booklet": booklet_path(need, folder) if has_booklet else None,
    }


def _inside(view: View, folder: str) -> list[tuple[str, str, int]]:
    return [(area_path(each), name, count) for each, name, count in below(view, _counts(view), folder)]


def _page(view: View, title: str, html: str) -> Page:
    return Page(
        path=view.path,
        language=view.language.code,
        title=title,
        html=html,
        kind="area",
        description=view.language.t("Services near you, by need, and whom to call."),
        styles=("lists.css",),
    )
