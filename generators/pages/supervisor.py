"""The page for supervisors: everything that there is to print, and blank sheets for those who plan by hand."""

from __future__ import annotations

from .area import area_path, listed_areas
from .areas import area_name as name_of
from .booklet import areas_of, path_of, state_path, states
from .page import Page
from .screener import path_of as screener_path
from .view import View

STEPS = 5  # lines for steps on the blank plan
CALLS = 6  # lines for calls
PAPERS = 8  # boxes for papers
FEW = 60  # booklets of areas that the page names; of more it names the areas


def supervisor(view: View) -> Page:
    """The page at helper/paper/."""
    view = view.at("helper/paper/")
    needs = [(key, view.headline(view.need(key))) for key in view.records.needs]
    own = [(path_of(key, area), name, name_of(view, area)) for key, name in needs for area in areas_of(view, key)]
    if len(own) > FEW:
        own = [(area_path(area), "", name_of(view, area)) for area in listed_areas(view) if area.count("/") == 1]
    html = view.render(
        "supervisor.html.j2",
        screeners=[(screener_path(key), name) for key, name in needs],
        booklets=[(path_of(key), name) for key, name in needs],
        own=own,
        states=[(state_path(area), name_of(view, area)) for area in states(view)],
        steps=range(1, STEPS + 1),
        calls=range(CALLS),
        papers=range(PAPERS),
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Paper for helpers"),
        html=html,
        kind="supervisor",
        description=view.language.t("Forms, booklets and a blank plan to print for waiting rooms, shelters and jails."),
        styles=("sheets.css",),
    )
