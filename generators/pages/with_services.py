"""The page of an organization with its services in full, each a part with an id of its own: `fold` in site.yaml."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from markupsafe import Markup

from ..folded import folded
from .organization import all_of as all_of_owner
from .organization import organization, page_of, pager_of
from .page import Page
from .service import all_of, has_hours
from .view import View

HEADING = re.compile(r"(</?h)([1-4])\b")
ID = re.compile(r'<(h[1-6]) id="[a-z-]+"')


def with_services(view: View, id_: str, number: int = 1) -> Page:
    """One page of an organization."""
    view = view.at(pager_of(view, id_, number).path(number))
    values = all_of_owner(view, id_, number)
    here = folded(view.records)
    told = {key: all_of(view, key, is_part=True) for key in values["services"] if key in here}
    if not told:
        return organization(view, id_, number)
    items = [(key, part(view, told[key]) if key in told else None) for key in values["services"]]
    untold = any(one["told"].untold for one in told.values())
    html = view.render("organization.html.j2", items=items, untold=untold, **values)
    page = page_of(view, values, html)
    is_timed = "open-now.mjs" in page.modules or any(map(has_hours, told.values()))
    has_week = is_timed or any(one["doors"] for one in told.values())
    return dataclasses.replace(
        page,
        kind="folded",
        modules=("service.mjs", "open-now.mjs") if is_timed else ("service.mjs",),
        styles=tuple(dict.fromkeys((*page.styles, *(("hours.css",) if has_week else ()), "parts.css"))),
    )


def part(view: View, values: dict[str, Any]) -> Markup:
    """A service as a part of the page: all headings one step lower, and none with an id that others have too."""
    html = view.render("service.html.j2", is_part=True, **values)
    html = HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html)
    return Markup(ID.sub(r"<\1", html))
