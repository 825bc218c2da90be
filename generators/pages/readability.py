"""The page for maintainers that says how hard the texts of the site are to read."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from ..plain import Part, hard, parts
from ..plain.parts import MOST
from ..plain.reading import FEWEST, LONG, WARN, WORST, forget
from .page import Page
from .view import View

MOST_SHOWN = 10
LANGUAGES = {"en": "English", "es": "Spanish"}


@dataclass(frozen=True)
class Row:
    """One kind of text in one language."""

    what: str
    measured: int
    short: int  # with too few words to measure
    median: float
    worst: float
    name: str  # of the worst


def readability(view: View) -> Page:
    """The page at maintain/readability/."""
    view = view.at("maintain/readability/")
    services = len(view.records.services)
    found = parts(view.records, "resources", MOST)
    forget()
    tables = [(LANGUAGES[code], code, rows(found, code), hard(found)[:MOST_SHOWN]) for code in LANGUAGES]
    return Page(
        path=view.path,
        language=view.language.code,
        title="How easy the texts are to read",
        html=view.render(
            "readability.html.j2",
            tables=tables,
            services=services,
            some=MOST if services > MOST else None,
            fewest=FEWEST,
            most=LONG,
            warn=WARN,
            fail=WORST,
            long=sum(len(part.reading.long) for part in found),
            swaps=sum(len(part.swaps) for part in found),
        ),
        kind="maintain",
        description="School grades of the texts, measured when the site was built.",
    )


def rows(found: list[Part], code: str) -> list[Row]:
    """Each kind of text in a language, and all together last."""
    own = [part for part in found if part.code == code]
    kinds = list(dict.fromkeys(part.kind for part in own))
    all_ = [(kind, [part for part in own if part.kind == kind]) for kind in kinds]
    return [row for what, some in [*all_, ("all", own)] if (row := _row(what, some, code)) is not None]


def _row(what: str, some: list[Part], code: str) -> Row | None:
    long_enough = [part for part in some if part.reading.words >= FEWEST]
    if not long_enough:
        return None
    hardest = (max if code == "en" else min)(long_enough, key=lambda part: part.reading.score)
    scores = [part.reading.score for part in long_enough]
    short = len(some) - len(long_enough)
    return Row(what, len(scores), short, round(statistics.median(scores), 1), hardest.reading.score, hardest.name)
