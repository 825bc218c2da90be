"""The page for helpers and case managers."""

from __future__ import annotations

from .page import Page
from .view import View


def helper(view: View) -> Page:
    """The page at helper/."""
    view = view.at("helper/")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("For helpers and case managers"),
        html=view.render("helper.html.j2"),
        kind="helper",
        description=view.language.t("Ten minutes with a family, and a plan on paper at the end."),
    )
