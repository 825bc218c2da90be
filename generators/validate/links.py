"""Everything that one record says about another must be there: needs, documents, services, figures, numbers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from ..load import Source
from ..model import Rule, Service
from ..model.rule import Shape
from ..phones import phone_problem
from ..problems import Problem, did_you_mean

# Programs that a family may get and that are not services with a rule of their own.
ALSO_RECEIVED = ("housing-voucher", "public-housing", "veterans-pension", "medicare", "ssdi", "unemployment")

REFERENCES = {  # field of any record -> the kind of record whose id stands there
    "organization": "organization",
    "needs": "need",
    "need": "need",
    "document": "document",
    "asks_for": "document",
    "services": "service",
    "helpers": "service",
    "alternatives": "service",
    "if_full": "service",
    "local_form_of": "service",
    "stuck": "service",
    "emergency": "service",
    "guide": "guide",
}
KIND_NAMES = {
    "organization": "organization",
    "need": "need",
    "document": "document",
    "service": "service",
    "guide": "guide in docs/guides/",
}


def link_problems(source: Source, data: Any, at: tuple[str | int, ...], ids: dict[str, set[str]]) -> Iterator[Problem]:
    """References of one record to ids that do not exist, and phone numbers that cannot be called."""
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        here = (*at, key)
        if key in REFERENCES:
            kind = REFERENCES[key]
            for path, word in _words(value, here):
                if word not in ids[kind]:
                    yield Problem(
                        source.path,
                        source.line(path),
                        f'no {KIND_NAMES[kind]} is called "{word}".{did_you_mean(word, ids[kind])}',
                    )
        elif key in ("number", "phone", "contact_phone") and isinstance(value, str):
            if text := phone_problem(value):
                yield Problem(source.path, source.line(here), text)
        elif isinstance(value, (dict, list)) and key not in ("rule", "examples", "imported"):
            yield from _below(source, value, here, ids)


def _below(source: Source, value: Any, here: tuple[str | int, ...], ids: dict[str, set[str]]) -> Iterator[Problem]:
    if isinstance(value, dict):
        yield from link_problems(source, value, here, ids)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _below(source, item, (*here, index), ids)


def rule_problems(source: Source, data: Any, ids: dict[str, set[str]]) -> Iterator[Problem]:
    """Programs and figures that the rule of a service names and nobody knows."""
    try:
        rule = Rule.model_validate(data["rule"])
    except (ValueError, KeyError, TypeError):
        return  # there is none, or its shape is reported already
    for node in nodes(rule):
        if node.word == "receives":
            for word in node.value.any_of:
                if word not in ids["service"] and word not in ALSO_RECEIVED:
                    programs = ids["service"] | set(ALSO_RECEIVED)
                    yield _at(source, word, f'no program is called "{word}".{did_you_mean(word, programs)}')
        for word in _figure_ids(node):
            if word not in ids["figure"]:
                yield _at(source, word, f'no figure is called "{word}".{did_you_mean(word, ids["figure"])}')


def nodes(rule: Rule) -> Iterator[Rule]:
    """The rule and every rule inside it."""
    yield rule
    value = rule.value
    inner: Iterable[Any]
    if isinstance(value, tuple):
        inner = value
    elif isinstance(value, Rule):
        inner = (value,)
    elif isinstance(value, Shape):
        inner = (getattr(value, name) for name in type(value).model_fields)
    else:
        inner = ()
    for item in inner:
        if isinstance(item, Rule):
            yield from nodes(item)


def date_problems(source: Source, service: Service, today: datetime.date) -> Iterator[Problem]:
    """Days that have not come yet, and closures that are over."""
    if service.verified and service.verified.date > today:
        yield Problem(source.path, source.line(("verified", "date")), "this day of checking has not come yet.")
    if service.sourced and service.sourced.as_of > today.isoformat()[: len(service.sourced.as_of)]:
        yield Problem(source.path, source.line(("sourced", "as_of")), "this date has not come yet.")
    if service.closed_until and service.closed_until < today:
        yield Problem(
            source.path,
            source.line(("closed_until",)),
            "this closure is over. Is it open again? Then delete the line.",
            reminder=True,
        )


def _figure_ids(node: Rule) -> Iterator[str]:
    """Names of figures in the values of one condition."""
    value = node.value
    if node.word == "figure":
        yield from (word for word in (value.is_yes, value.is_no, value.offered) if word)
    elif node.word == "age":
        yield from (word for word in (value.from_, value.under) if isinstance(word, str))
    elif node.word == "savings":
        yield from (word for word in (value.at_most, value.couple_at_most) if isinstance(word, str))
    elif node.word == "income":
        limit, off = value.at_most, value.deductions
        yield from (word for word in (limit.share, limit.amount, limit.each_more) if isinstance(word, str))
        if limit.of == "poverty-guideline":
            yield from ("poverty-guideline", "poverty-guideline-each-more")
        elif limit.of == "state-median-income":
            yield "state-median-income"
        if off is not None:
            amounts = (off.earned_first, off.earned_share, off.general, off.standard, off.shelter_cap)
            yield from (word for word in amounts if isinstance(word, str))


def _at(source: Source, word: str, text: str) -> Problem:
    """A problem at the line where a word stands in the rule."""
    line = source.line(("rule",))
    for path, number in source.below(("rule",)):
        if path and path[0] == "rule" and _look_up(source.data, path) == word:
            line = number
            break
    return Problem(source.path, line, text)


def _look_up(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def _words(value: Any, here: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield here, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _words(item, (*here, index))
