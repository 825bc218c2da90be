"""The page of a need: its services, most urgent and easiest first.

A sensitive need is private from the first glance: its address, title, icon and h1 say nothing, and the page says how
to leave it. The tile on the first page keeps the words that a frightened person looks for: they are one of many there.
"""

from __future__ import annotations

from . import icons
from .page import Page
from .view import View


def need(view: View, id_: str) -> Page:
    """The page of one need."""
    records = view.records
    view = view.at(f"needs/{id_}/")
    told = view.need(id_)
    is_discreet = told.record.sensitive
    html = view.render(
        "need.html.j2",
        need=told,
        headline=view.headline(told),
        picture=icons.PLAIN if is_discreet else told.record.icon,
        services=view.services_of(id_),
        doors=[(key, door) for key, door in records.urgent.items() if door.need == id_],
        others=[key for key in records.needs if key != id_],
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.headline(told),
        html=html,
        kind="need",
        description="" if is_discreet else told.plain("summary"),
        edit=view.edit(told.key),
        is_discreet=is_discreet,
        later=("fresh.mjs",),
        styles=("fresh.css", *(("discreet.css",) if is_discreet else ())),
    )
