"""The first page: urgent doors, search, needs."""

from __future__ import annotations

from .page import Page
from .view import View


def home(view: View) -> Page:
    """The page at the root of the language. The first sentence of the tagline is its headline."""
    headline, stop, rest = view.site.plain("tagline").partition(". ")
    headline += stop.strip()
    return Page(
        path="",
        language=view.language.code,
        title=view.site.plain("name"),
        html=view.render("home.html.j2", headline=headline, rest=rest),
        kind="home",
        description=view.site.plain("tagline"),
        edit="urgent.yaml",
        modules=("search-box.mjs",),
        styles=("discreet.css",),
    )
