"""The page of an organization: who answers, and what it runs."""

from __future__ import annotations

from .correct import correction
from .page import Page
from .view import View


def organization(view: View, id_: str) -> Page:
    """The page of one organization."""
    view = view.at(f"organizations/{id_}/")
    told = view.organization(id_)
    sourced = told.record.sourced
    html = view.render(
        "organization.html.j2",
        told=told,
        headline=view.headline(told),
        services=view.services_by(id_),
        source=sourced and view.outside(sourced.from_, view.site_of(sourced.from_)),
        correct=correction(view, view.headline(told), "" if told.record.sensitive else view.path),
        area=view.area(told.key),
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.headline(told),
        html=html,
        kind="organization",
        description="" if told.record.sensitive else told.plain("summary"),
        edit=view.edit(told.key),
        is_discreet=told.record.sensitive,
        later=("fresh.mjs",),
        styles=("fresh.css", *(("discreet.css",) if told.record.sensitive else ())),
    )
