"""Every rule in words, for those who take the data and work out no rules."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from ..languages import language
from ..model import Records
from ..rules import names_in, say
from ..rules.sentences import Said, figure_json


def rules_in_words(records: Records, today: datetime.date) -> dict[str, str]:
    """service -> the conditions of its rule as a list in English; services without a rule are left out."""
    ruled = {id_: service.rule for id_, service in records.services.items() if service.rule}
    if not ruled:
        return {}
    english = language("en")
    names = names_in(records, english)
    figures = {id_: figure_json(figure) for id_, figure in records.figures.items()}
    known: dict[str, str] = {}  # many services have one rule
    found = {}
    for id_, rule in ruled.items():
        tree = rule.to_json()
        same = repr(tree)
        if same not in known:
            known[same] = "\n".join(["Who can get it:", *_lines(say(tree, english, figures, today, names), 0)])
        found[id_] = known[same]
    return found


def _lines(said: Iterable[Said], depth: int) -> Iterator[str]:
    for line in said:
        yield f"{'  ' * depth}- {line['text']}"
        yield from _lines(line["items"], depth + 1)
