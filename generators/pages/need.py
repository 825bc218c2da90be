"""The page of a need: its services, most urgent and easiest first.

Where all fit on one page they stand there. Else it holds those of the whole country, and leads to states and counties.
A sensitive need is private from the first glance: its address, title, icon and h1 say nothing, and the page says how
to leave it. The tile on the first page keeps the words that a frightened person looks for: they are one of many there.
"""

from __future__ import annotations

from . import icons
from .areas import NATION, below, counted, listed
from .need_area import FEW
from .need_area import path_of as area_path
from .page import Page
from .paging import Pager, cut, pages
from .view import View


def need(view: View, id_: str, number: int = 1) -> Page:
    """One page of a need."""
    records = view.records
    pager = Pager(f"needs/{id_}/", number, len(pages(len(listed(view, id_)))))
    view = view.at(pager.path(number))
    told = view.need(id_)
    is_discreet = told.record.sensitive
    services = listed(view, id_)
    headline = view.headline(told)
    inside = below(view, counted(view, id_), NATION)
    html = view.render(
        "need.html.j2",
        need=told,
        headline=headline,
        picture=icons.PLAIN if is_discreet else told.record.icon,
        services=cut(services, number),
        total=len(services),
        is_all=len(services) == len(view.services_of(id_)),
        pager=pager,
        trail=pager.trail([], headline),
        inside=[(area_path(id_, each), *rest) for each, *rest in inside],
        few=FEW,
        doors=[(key, door) for key, door in records.urgent.items() if door.need == id_],
        others=[key for key in records.needs if key != id_],
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=pager.title(view, headline),
        html=html,
        kind="need",
        description="" if is_discreet or number > 1 else told.plain("summary"),
        edit=view.edit(told.key),
        is_discreet=is_discreet,
        later=("fresh.mjs",),
        styles=(
            "fresh.css",
            *(("lists.css",) if inside or pager.count > 1 else ()),
            *(("discreet.css",) if is_discreet else ()),
        ),
    )
