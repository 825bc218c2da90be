"""The page of a starting plan: one sheet to print, with what to do today, whom to call and what to bring."""

from __future__ import annotations

from .page import Page
from .view import View


def preset(view: View, id_: str) -> Page:
    """The page at helper/<id>/. A sensitive preset has none: its address would tell what it is about."""
    view = view.at(f"helper/{id_}/")
    record = view.records.presets[id_]
    told = view.told("preset", id_, record)
    shown = [key for key in record.services if not view.records.services[key].sensitive]  # others may read a paper
    papers = dict.fromkeys(paper.document for key in shown for paper in view.records.services[key].bring)
    return Page(
        path=view.path,
        language=view.language.code,
        title=told.plain("name"),
        html=view.render("preset.html.j2", told=told, shown=shown, papers=list(papers)),
        kind="preset",
        description=told.plain("summary"),
        edit="presets.yaml",
        styles=("helper.css",),
    )
