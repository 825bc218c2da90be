"""The search page: a box, and under it everything by need for readers without JavaScript."""

from __future__ import annotations

from .page import Page
from .view import View


def search(view: View) -> Page:
    """The page at search/."""
    view = view.at("search/")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Find help"),
        html=view.render("search.html.j2"),
        kind="search",
        description=view.language.t("Search all the help on this site, or see it by need."),
        modules=("search-box.mjs",),
        later=("lunr.js", "search-page.mjs"),
        styles=("find.css",),
    )
