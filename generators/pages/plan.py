"""The plan page, which the browser fills."""

from __future__ import annotations

from .page import Page
from .view import View


def plan(view: View) -> Page:
    """The page at plan/."""
    view = view.at("plan/")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("My plan"),
        html=view.render("plan.html.j2"),
        kind="plan",
        description=view.language.t("Your steps, papers and phone numbers on one list."),
        modules=("plan-first.mjs",),
        later=("plan-page.mjs",),
        styles=(
            "plan.css",
            "papers.css",
            "plan-paper.css",
            "case.css",
            "keep.css",
            "share.css",
            "sheets.css",
            "fresh.css",
        ),
    )
