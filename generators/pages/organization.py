"""The page of an organization: who answers, its own doors, and what it runs; a long one goes on on more pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..folded import on_a_page
from .correct import correction
from .doors import doors_of
from .page import Page
from .paging import CARDS, Pager, cut, pages
from .view import View

DOORS = 20  # on one page


def organization_pages(view: View, id_: str, doors: int) -> range:
    """The numbers of the pages of an organization: as many as its services or its doors need."""
    return max(pages(len(view.services_by(id_)), on_a_page(view.records, CARDS)), pages(doors, DOORS), key=len)


def organization(view: View, id_: str, number: int = 1) -> Page:
    """One page of an organization."""
    view = view.at(pager_of(view, id_, number).path(number))
    values = all_of(view, id_, number)
    return page_of(view, values, view.render("organization.html.j2", items=None, untold=False, **values))


def pager_of(view: View, id_: str, number: int) -> Pager:
    """The way between the pages of an organization."""
    return Pager(
        f"organizations/{id_}/",
        number,
        len(organization_pages(view, id_, len(view.records.organizations[id_].locations))),
    )


def all_of(view: View, id_: str, number: int) -> dict[str, Any]:
    """All that the template shows on one page of an organization."""
    pager = pager_of(view, id_, number)
    told = view.organization(id_)
    sourced = told.record.sourced
    headline = view.headline(told)
    doors = () if _is_hidden(view, id_) else cut(doors_of(view, told, is_private=False), number, DOORS)
    return dict(
        told=told,
        headline=view.headed(told),
        services=cut(view.services_by(id_), number, on_a_page(view.records, CARDS)),
        doors=doors,
        pager=pager,
        trail=pager.trail([("organizations/", view.language.t("Organizations, A to Z"))], headline),
        source=sourced and view.outside(sourced.from_, view.site_of(sourced.from_)),
        correct=correction(view, headline, "" if told.record.sensitive else view.path),
        area=view.area(told.key),
    )


def page_of(view: View, values: dict[str, Any], html: str) -> Page:
    """The page that shows these values."""
    told, doors = values["told"], values["doors"]
    is_timed = any(door.hours for door in doors)
    return Page(
        path=view.path,
        language=view.language.code,
        title=values["pager"].title(view, values["headline"]),
        html=html,
        kind="organization",
        description="" if told.record.sensitive or values["pager"].number > 1 else told.plain("summary"),
        edit=view.edit(told.key),
        modules=("open-now.mjs",) if is_timed else (),
        is_discreet=told.record.sensitive,
        later=("fresh.mjs",),
        styles=(
            "lists.css",
            "fresh.css",
            *(("discreet.css",) if told.record.sensitive else ()),
            *(("hours.css",) if doors else ()),
        ),
    )


def _is_hidden(view: View, id_: str) -> bool:
    """Does a private organization run a service whose address nobody may know? Then its own doors might tell it."""
    return id_ in with_hidden_addresses(view) and view.records.organizations[id_].sensitive


def with_hidden_addresses(view: View) -> Mapping[str, bool]:
    """The organizations that run a service with a confidential address."""
    found: Mapping[str, bool] = view.records.listed(
        ("organizations with hidden addresses",),
        lambda: {one.organization: True for one in view.records.brief("service").values() if one.address_confidential},
    )
    return found
