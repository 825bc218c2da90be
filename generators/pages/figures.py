"""The page for maintainers with every amount that somebody else sets."""

from __future__ import annotations

import datetime

from ..model import Figure
from ..rules.export import rule_trees
from .page import Page
from .view import View

SOON = datetime.timedelta(days=60)  # before the last row ends


def figures(view: View) -> Page:
    """The page at maintain/figures/."""
    view = view.at("maintain/figures/")
    used = _used(view)
    rows = [
        (key, figure, _state(figure, view.today), used.get(key, [])) for key, figure in view.records.figures.items()
    ]
    return Page(
        path=view.path,
        language=view.language.code,
        title="Figures",
        html=view.render(
            "figures.html.j2",
            rows=sorted(rows, key=lambda row: (row[1].until or datetime.date.max, row[1].name)),
            ending=sum(1 for row in rows if row[2] != ""),
        ),
        kind="maintain",
        description="Every amount that somebody else sets, until when it holds, and where it was published.",
    )


def _state(figure: Figure, today: datetime.date) -> str:
    """`over`, `soon` or nothing: how near the end of the last row is."""
    if figure.until is None:
        return ""
    return "over" if figure.until < today else "soon" if figure.until - today <= SOON else ""


def _used(view: View) -> dict[str, list[str]]:
    """Figure -> services whose rules name it."""
    found: dict[str, list[str]] = {}
    for key, tree in rule_trees(view.records).items():
        for name in _strings(tree):
            if name in view.records.figures:
                found.setdefault(name, []).append(key)
    return found


def _strings(value: object) -> set[str]:
    """Every text inside a rule."""
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set().union(*(_strings(one) for one in inner))
