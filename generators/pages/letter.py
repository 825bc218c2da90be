"""The page for people who were told no."""

from __future__ import annotations

from .page import Page
from .view import View

LEGAL = "legal"  # the need whose services give free legal help


def letter(view: View) -> Page:
    """The page at letter/."""
    view = view.at("letter/")
    legal = [key for key in view.services_of(LEGAL) if view.records.services[key].needs[0] == LEGAL]
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("I got a letter"),
        html=view.render("letter.html.j2", legal=legal, need=LEGAL),
        kind="letter",
        description=view.language.t("Told no, cut off, or asked to pay back? You can answer."),
    )
