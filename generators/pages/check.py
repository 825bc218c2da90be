"""The questionnaire's page, and the same questions all at once and as a form to print."""

from __future__ import annotations

from typing import Any

from .page import Page
from .view import View

PEOPLE = 6  # people on one sheet; more go on a second
INCOMES = 5  # lines for money that comes in
IN_WORDS = ("hours", "babies-expected")  # questions of a person that take a number, not a tick


def check(view: View) -> Page:
    """The page at check/: the browser asks one question at a time; without it, the form to print."""
    view = view.at("check/")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Check what you may get"),
        html=view.render("check.html.j2", **_form(view)),
        kind="check",
        description=view.language.t("A few short questions. You can skip any of them."),
        edit="questions.yaml",
        modules=("check-first.mjs",),
        later=("check.mjs",),
    )


def form(view: View) -> Page:
    """The page at check/form/: all questions at once, for helpers; without the browser's help, the form to print."""
    view = view.at("check/form/")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("All questions on one page"),
        html=view.render("check_form.html.j2", **_form(view)),
        kind="form",
        description=view.language.t("The same questions at once, for helpers in a hurry."),
        edit="questions.yaml",
        later=("form.mjs",),
    )


def paper(view: View) -> Page:
    """The page at check/paper/: the form to print, also where the browser could ask."""
    view = view.at("check/paper/")
    return Page(
        path=view.path,
        language=view.language.code,
        title=view.language.t("Paper form"),
        html=view.render("paper.html.j2", **_form(view)),
        kind="paper",
        description=view.language.t("The same questions, to print and fill in with a pen."),
        edit="questions.yaml",
    )


def _form(view: View) -> dict[str, Any]:
    """The questions as the form takes them, from the same words as the questionnaire's."""
    data = view.parts["check"]
    by_id = {question["id"]: question for question in data["questions"]}
    return {
        "data": data,
        "ask": by_id,
        "ticks": [question for question in data["questions"] if _is_tick(question)],
        "numbers": [by_id[key] for key in IN_WORDS if key in by_id],
        "people": range(1, PEOPLE + 1),
        "incomes": range(1, INCOMES + 1),
    }


def _is_tick(question: dict[str, Any]) -> bool:
    """Is it answered by ticking people?"""
    return question["group"] == "person" and not question["choices"] and question["id"] not in IN_WORDS
