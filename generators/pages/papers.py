"""The page of all documents that services ask for: what will do, how to get each, the cost, and the way without."""

from __future__ import annotations

from collections.abc import Mapping

from .page import Page
from .view import View


def papers(view: View) -> Page:
    """The page at papers/."""
    view = view.at("papers/")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Papers: how to get them"),
        html=view.render("papers.html.j2", asked_by=asking(view)),
        kind="papers",
        description=view.language.t(
            "What each paper is, what will do in its place, where to get it and what it costs."
        ),
        edit="documents.yaml",
    )


def asking(view: View) -> Mapping[str, list[str]]:
    """The services that ask for each document, but for private and closed ones."""
    found: Mapping[str, list[str]] = view.records.each(("services that ask for papers",), lambda: _asking(view))
    return found


def _asking(view: View) -> dict[str, list[str]]:
    services = view.records.services

    def asked(key: str) -> list[str]:
        service = services[key]
        is_told = not (service.sensitive or service.status == "closed")
        return [paper.document for paper in service.bring] if is_told else []

    found: dict[str, list[str]] = {key: [] for key in view.records.documents}
    for key, papers in view.records.lasting.rows(view.records, "papers", services, asked).items():
        for paper in papers:
            found.setdefault(paper, []).append(key)
    return found
