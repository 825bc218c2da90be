"""The page of a service that is closed for good: it keeps its address and says where to go instead."""

from __future__ import annotations

from .correct import correction
from .page import Page
from .view import View

MOST = 6  # services to go to instead


def closed(view: View, id_: str) -> Page:
    """The page of one service that is no more."""
    view = view.at(f"services/{id_}/")
    told = view.service(id_)
    name = view.headline(told)
    sensitive = told.record.sensitive
    needs = [need for need in told.record.needs[:1] if need in view.records.needs]
    return Page(
        path=view.path,
        language=view.language.code,
        title=name,
        html=view.render(
            "closed.html.j2",
            told=told,
            headline=view.headed(told),
            needs=needs,
            trail=[(f"needs/{need}/", view.headline(view.need(need))) for need in needs],
            others=instead_of(view, id_),
            correct=correction(view, name, "" if sensitive else view.path),
            area=view.area(told.key),
        ),
        kind="service",
        edit=view.edit(told.key),
        is_discreet=sensitive,
        later=("fresh.mjs",),
        styles=("fresh.css", *(("discreet.css",) if sensitive else ())),
    )


def instead_of(view: View, id_: str) -> list[str]:
    """What to try instead: what the record names, else the same need in the same area and in those around it."""
    service = view.records.services[id_]
    named = list(dict.fromkeys((*service.alternatives, *service.if_full)))
    if named:
        return named
    own = view.area(f"service/{id_}")
    same = [key for need in service.needs[:1] for key in view.services_of(need) if key != id_]
    near = [key for key in same if f"{own}/".startswith(f"{view.area(f'service/{key}')}/")]
    general = [key for key in (service.local_form_of,) if key in same]
    return list(dict.fromkeys([*general, *sorted(near, key=lambda key: -len(view.area(f"service/{key}")))]))[:MOST]
