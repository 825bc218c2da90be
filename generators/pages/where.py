"""The page of the states of a program: where to apply in each, apart from the service's own page, which stays small."""

from __future__ import annotations

from .doorways import finder, rows_of
from .page import Page
from .view import View


def where_path(id_: str) -> str:
    """services/snap/states/"""
    return f"services/{id_}/states/"


def where(view: View, id_: str) -> Page:
    """The page at services/<id>/states/."""
    view = view.at(where_path(id_))
    told = view.service(id_)
    title = view.language.t("%(name)s: where to apply in your state", name=told.plain("name"))
    return Page(
        path=view.path,
        language=view.language.code,
        title=title,
        html=view.render(
            "where.html.j2",
            id=id_,
            told=told,
            title=title,
            doorways=rows_of(view, id_),
            finder=finder(view.records, id_),
            trail=[(f"services/{id_}/", told.plain("name"))],
        ),
        kind="where",
        description=view.language.t("The state's own name, page and number."),
        modules=("where.mjs",),
    )
