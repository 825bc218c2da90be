"""The paper screener of a need: its questions to tick, and tables to look up what may fit, with no computer at hand.

Everything comes from the same rules and figures as the questionnaire, with the rows of the day of the build.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..questionnaire import asked_for, named_for
from .areas import listed
from .check import IN_WORDS
from .page import Page
from .screener_tables import label, tables_of
from .view import View

PEOPLE = 8  # people on one sheet, as many as the tables have sizes
INCOMES = 5  # lines for money that comes in
SHELTER = ("rent", "mortgage", "heating", "electricity", "phone", "child-care", "child-support-paid", "medical")


def path_of(need: str) -> str:
    """Where the screener of a need lies."""
    return f"check/paper/{need}/"


def on_paper(view: View, need: str, ids: list[str], services: Mapping[str, Any] | None = None) -> list[str]:
    """Without private services, so that nobody reads of them by chance; on the sheet of a private need they stay.

    `services`: all of them, as far as the caller may read them.
    """
    private, services = view.records.needs[need].sensitive, services or view.records.services
    return [id_ for id_ in ids if private or not services[id_].sensitive]


def screener(view: View, need: str) -> Page:
    """The page at check/paper/<need>/."""
    view = view.at(path_of(need))
    told, t = view.need(need), view.language.t
    ids = on_paper(view, need, listed(view, need))
    ruled = [id_ for id_ in ids if view.records.services[id_].rule]
    tables = {id_: tables_of(view, view.parts["tables"].get(id_, ())) for id_ in ruled}
    asked = asked_for(view.records, need)
    used = {id_: view.parts["tables"].get(id_, ()) for id_ in ruled}
    figures = dict.fromkeys(figure for lines in used.values() for line in lines for figure in line.figures)
    is_discreet = told.record.sensitive
    title = t("Paper form") if is_discreet else t("Paper form: %(need)s", need=told.plain("name"))
    html = view.render(
        "screener.html.j2",
        title=title,
        need=told,
        ruled=ruled,
        others=[id_ for id_ in ids if id_ not in ruled],
        tables=tables,
        label=label,
        figures=[view.records.figures[id_] for id_ in figures],
        figure_names=[view.told("figure", id_, view.records.figures[id_]).text("name") for id_ in figures],
        **_questions(view, need, asked),
    )
    return Page(
        path=view.path,
        language=view.language.code,
        title=title,
        html=html,
        kind="paper",
        description="" if is_discreet else t("Questions to tick and tables to look up, on paper."),
        edit="questions.yaml",
        is_discreet=is_discreet,
        styles=("sheets.css",),
    )


def _questions(view: View, need: str, asked: list[str]) -> dict[str, Any]:
    """The questions of the need, by how they are asked on paper."""
    data = view.parts["check"]
    by_id = {question["id"]: question for question in data["questions"] if question["id"] in asked}
    of_person = [question for question in by_id.values() if question["group"] == "person"]
    expenses = named_for(view.records, need, "expense")
    if "savings" in asked and "expenses" in asked:
        expenses |= set(SHELTER)  # what a program takes off the income
    return {
        "ask": by_id,
        "people": range(1, PEOPLE + 1),
        "lines_of_money": range(1, INCOMES + 1),
        "rows": [question for question in of_person if not question["choices"] or question["id"] in IN_WORDS],
        "in_words": IN_WORDS,
        "receives": _some(data["receives"], named_for(view.records, need, "receives")),
        "situations": _some(data["situations"], named_for(view.records, need, "situation")),
        "expenses": _some(data["expense_kinds"], expenses),
        "kinds": data["income_kinds"],
    }


def _some(options: list[dict[str, Any]], wanted: set[str]) -> list[dict[str, Any]]:
    return [option for option in options if option["id"] in wanted]
