"""The page of a service: everything that a caller would ask.

A sensitive one has a neutral title and h1, its name below them, and near its numbers what a phone bill may show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from ..api import linked_data
from ..languages import N_
from .areas import area_name, around
from .correct import correction
from .doors import access_of, asked_of, doors_of, spoken_of
from .doorways import programs
from .glossary import listed, words_of
from .hours import hours_of
from .more import has_more, parts
from .need_area import path_of as need_path
from .page import Page
from .told import Told
from .view import View

HOW = {
    "phone": N_("Checked by phone by %(who)s on %(date)s."),
    "visit": N_("Checked in person by %(who)s on %(date)s."),
    "email": N_("Checked by email by %(who)s on %(date)s."),
    "website": N_("Checked on the website by %(who)s on %(date)s."),
}


def service(view: View, id_: str) -> Page:
    """The page of one service."""
    view = view.at(f"services/{id_}/")
    told = view.service(id_)
    record = told.record
    values = all_of(view, id_)
    is_timed = has_hours(values)
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.headline(told),
        html=view.render("service.html.j2", is_part=False, **values),
        kind="service",
        description="" if record.sensitive else told.plain("summary"),
        edit=view.edit(told.key),
        modules=("service.mjs", "open-now.mjs") if is_timed else ("service.mjs",),
        is_discreet=record.sensitive,
        later=("fresh.mjs",),
        styles=(
            "fresh.css",
            *(("discreet.css",) if record.sensitive else ()),
            *(("hours.css",) if is_timed or values["doors"] else ()),
        ),
    )


def all_of(view: View, id_: str, is_part: bool = False) -> dict[str, Any]:
    """All that the template shows of one service. `is_part`: of the page of its organization, and then in full."""
    told = view.service(id_)
    record = told.record
    doors = doors_of(view, told)
    hours = hours_of(view, told, None, ("schedule",))
    path = view.path if not is_part else f"{view.path}#{id_}"
    return dict(
        id=id_,
        told=told,
        service=record,
        headline=view.headed(told),
        rule=view.rule(id_),
        more=parts(view, id_) if not is_part and has_more(view, id_) else {},
        trail=_trail(view, told),
        organization=_organization(view, record.organization),
        source=record.sourced and view.outside(record.sourced.from_, view.site_of(record.sourced.from_)),
        checked=_checked(view, id_),
        has_states=id_ in programs(view.records),
        linked=_linked(view, id_, told.plain("name"), told.plain("summary")),
        correct=correction(view, view.headline(told), "" if record.sensitive else path),
        edit_online=view.edit_online(told.key),
        area=view.area(told.key),
        doors=doors,
        hours=hours,
        first_hours=hours or (doors[0].hours if len(doors) == 1 else None),
        asked=asked_of(view, record),
        access=access_of(view, record.access),
        spoken=spoken_of(view, record),
        glossary=listed(words_of(view, told)),
    )


def has_hours(values: Mapping[str, Any]) -> bool:
    """Is there anything that is open now or not?"""
    return values["hours"] is not None or any(door.hours for door in values["doors"])


IN_WORDS = ("@context", "@type", "name", "description", "url")  # of what search engines are told


def _trail(view: View, told: Told) -> list[tuple[str, str]]:
    """The crumbs: the main need, and its lists of the areas that the service is in."""
    if not told.record.needs:
        return []
    need = told.record.needs[0]
    areas = around(view.area(told.key))[-2::-1]
    return [
        (f"needs/{need}/", view.headline(view.need(need))),
        *((need_path(need, area), area_name(view, area)) for area in areas),
    ]


def _linked(view: View, id_: str, name: str, summary: str) -> dict[str, Any] | None:
    """What the page says to search engines. In another language only what has words: the English page has the rest."""
    record = view.records.services[id_]
    area = view.records.areas.get(view.records.placed[f"service/{id_}"].area)
    owner = view.records.organizations.get(record.organization)
    data = linked_data(record, name, summary, owner, area.name if area else None)
    if data is None or view.language.code == "en":
        return data
    return {key: data[key] for key in IN_WORDS if key in data}


def _organization(view: View, id_: str) -> Markup:
    """The organization's name as a link to its page; nothing where it is not known."""
    if not id_:
        return Markup()
    link = view.link(f"organizations/{id_}/")
    return Markup(f'<a href="{escape(link)}">{view.organization(id_).text("name")}</a>')


def _checked(view: View, id_: str) -> Markup:
    """Who checked the record, when and how; nothing where nobody has."""
    verified = view.records.services[id_].verified
    if verified is None:
        return Markup()
    return view.t(HOW[verified.how], who=verified.by, date=view.date(verified.date))
