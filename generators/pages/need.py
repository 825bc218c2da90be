"""The page of a need: its services, most urgent and easiest first."""

from __future__ import annotations

from .page import Page
from .view import View


def need(view: View, id_: str) -> Page:
    """The page of one need."""
    records = view.records
    view = view.at(f"needs/{id_}/")
    told = view.need(id_)
    html = view.render(
        "need.html.j2",
        need=told,
        services=view.services_of(id_),
        doors=[(key, door) for key, door in records.urgent.items() if door.need == id_],
        others=[key for key in records.needs if key != id_],
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=told.plain("name"),
        html=html,
        kind="need",
        description=told.plain("summary"),
        edit=view.edit(told.key),
    )
