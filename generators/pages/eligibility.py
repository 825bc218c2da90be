"""Who can get a service, as a list made from its rule."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ..rules import Said

FEW = 3  # conditions that are read at a glance; more are folded on a card
SOME = 6  # more stand on the second page of a service that has one, see `more.py`
MANY = 12  # a service with more has one


def as_list(lines: Iterable[Said]) -> Markup:
    """Nested lists; a group's heading stands above its items."""
    items = Markup("").join(Markup("<li>{}{}</li>").format(line["text"], _below(line)) for line in lines)
    return Markup("<ul>{}</ul>").format(items)


def conditions(lines: Iterable[Said]) -> int:
    """How many plain conditions there are at all depths."""
    return sum(conditions(line["items"]) if line["items"] else 1 for line in lines)


def _below(line: Said) -> Markup:
    return as_list(line["items"]) if line["items"] else Markup()
