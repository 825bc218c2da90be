"""The page of all documents that services ask for: what will do, how to get each, the cost, and the way without."""

from __future__ import annotations

from collections import defaultdict

from .page import Page
from .view import View


def papers(view: View) -> Page:
    """The page at papers/."""
    view = view.at("papers/")
    asked_by = defaultdict(list)
    for key, service in view.records.services.items():
        for paper in () if service.sensitive or service.status == "closed" else service.bring:
            asked_by[paper.document].append(key)
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Papers: how to get them"),
        html=view.render("papers.html.j2", asked_by=asked_by),
        kind="papers",
        description=view.language.t(
            "What each paper is, what will do in its place, where to get it and what it costs."
        ),
        edit="documents.yaml",
    )
