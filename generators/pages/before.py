"""The page before the private ones: what "Leave this page" can do, and what it cannot.

It stands between the first page and every sensitive need, so that nobody trusts the button with more than it does. Its
own address and title say nothing either: in a history, "leaving" can be read as a plan.
"""

from __future__ import annotations

from .page import Page
from .view import View

AWAY = "https://www.google.com/"  # where every Leave link goes


def before(view: View) -> Page:
    """The page at before/."""
    view = view.at("before/")
    needs = [key for key, need in view.records.needs.items() if need.sensitive]
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Before you go on"),
        html=view.render(
            "before.html.j2", onward=[(f"needs/{key}/", view.headline(view.need(key))) for key in needs], away=AWAY
        ),
        kind="before",
        is_discreet=True,
        styles=("discreet.css",),
    )
