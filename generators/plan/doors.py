"""Which services open the door to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..model import Rule, Service


def doors(service: Service, services: Mapping[str, Service]) -> list[str]:
    """Ids of the services that its rule accepts people for, in the order of the rule, each once."""
    named = _receives(service.rule) if service.rule else ()
    return [key for key in dict.fromkeys(named) if key in services]


def _receives(rule: Rule) -> Iterable[str]:
    if rule.word == "receives":
        yield from rule.value.any_of
    elif rule.word in ("all", "any"):
        for part in rule.value:
            yield from _receives(part)
    elif rule.word == "anyone":
        yield from _receives(rule.value)
    elif rule.word == "count":
        yield from _receives(rule.value.who)
    elif rule.word == "maybe":
        yield from _receives(rule.value.if_)
    # `not: receives` closes a door, it opens none.
