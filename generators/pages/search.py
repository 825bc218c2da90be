"""The search page: a box, and under it everything by need for readers without JavaScript.

Where there are few services all stand there by name; where there are many, each need with their number.
"""

from __future__ import annotations

from .area import listed_areas
from .icons import with_icons
from .page import Page
from .view import View

FEW = 400  # lines that one page holds


def search(view: View) -> Page:
    """The page at search/."""
    view = view.at("search/")
    counts = {need: len(view.services_of(need)) for need in view.records.needs}
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Find help"),
        html=with_icons(
            view.render(
                "search.html.j2",
                counts={need: count for need, count in counts.items() if count},
                is_short=sum(counts.values()) <= FEW,
                has_areas=bool(listed_areas(view)),
            )
        ),
        kind="search",
        description=view.language.t("Search all the help on this site, or see it by need."),
        soon=("search-soon.mjs",),
        ahead=f"assets/handrail/data/search/{view.language.code}/index.json",
        modules=("search-box.mjs",),
        later=("search-page.mjs",),
        last=("search-tools.mjs",),
        styles=("find.css", "lists.css", "fresh.css"),
    )
