"""Every rule in words, for those who take the data and work out no rules."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from ..languages import language
from ..model import Records, mark
from ..rules import names_in, say
from ..rules.export import rule_trees
from ..rules.sentences import Said, figure_json


def rules_in_words(records: Records, today: datetime.date) -> dict[str, str]:
    """service -> the conditions of its rule as a list in English; services without a rule are left out."""
    trees = rule_trees(records)
    if not trees:
        return {}
    english = language("en")
    names = names_in(records, english)
    figures = {id_: figure_json(figure) for id_, figure in records.figures.items()}

    def in_words(tree: Any) -> str:
        return "\n".join(["Who can get it:", *_lines(say(tree, english, figures, today, names), 0)])

    said = {
        id(tree): records.lasting.made(records, f"in words/{mark(tree).hex()}", partial(in_words, tree))
        for tree in {id(tree): tree for tree in trees.values()}.values()
    }
    return {id_: said[id(tree)] for id_, tree in trees.items()}


def _lines(said: Iterable[Said], depth: int) -> Iterator[str]:
    for line in said:
        yield f"{'  ' * depth}- {line['text']}"
        yield from _lines(line["items"], depth + 1)
