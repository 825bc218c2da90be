"""The page of a starting plan: one sheet to print, with what to do today, whom to call and what to bring."""

from __future__ import annotations

from .page import Page
from .view import View


def preset(view: View, id_: str) -> Page:
    """The page at helper/<id>/. A sensitive preset has none: its address would tell what it is about."""
    view = view.at(f"helper/{id_}/")
    record = view.records.presets[id_]
    told = view.told("preset", id_, record)
    services = [view.records.services[key] for key in record.services]
    papers = dict.fromkeys(paper.document for service in services for paper in service.bring)
    return Page(
        path=view.path,
        language=view.language.code,
        title=told.plain("name"),
        html=view.render("preset.html.j2", told=told, papers=[key for key in papers if key in view.records.documents]),
        kind="preset",
        description=told.plain("summary"),
        edit="presets.yaml",
        styles=("helper.css",),
    )
