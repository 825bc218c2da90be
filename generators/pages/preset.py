"""The page of a starting plan: one sheet to print, with what to do today, whom to call and what to bring."""

from __future__ import annotations

from .page import Page
from .plan_link import plan_link
from .ready import shown
from .view import View


def preset(view: View, id_: str) -> Page:
    """The page at helper/<id>/. A sensitive preset has none: its address would tell what it is about."""
    view = view.at(f"helper/{id_}/")
    record = view.records.presets[id_]
    told = view.told("preset", id_, record)
    ids = shown(view, record)
    papers = dict.fromkeys(paper.document for key in ids for paper in view.records.services[key].bring)
    return Page(
        path=view.path,
        language=view.language.code,
        title=told.plain("name"),
        html=view.render(
            "preset.html.j2", told=told, shown=ids, papers=list(papers), fragment=plan_link(ids, view.today)
        ),
        kind="preset",
        description=told.plain("summary"),
        edit="presets.yaml",
        styles=("helper.css",),
    )
