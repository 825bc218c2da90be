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
    found: dict[str, list[str]] = {key: [] for key in view.records.documents}
    records = view.records

    def asked(id_: str) -> list[str]:
        service = records.services[id_]
        is_shown = not service.sensitive and service.status != "closed"
        return [paper.document for paper in service.bring] if is_shown else []

    for key, ids in records.lasting.rows(records, "papers", records.services, asked, small=True).items():
        for document in ids:
            found.setdefault(document, []).append(key)
    return found
