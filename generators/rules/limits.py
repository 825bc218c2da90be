"""The income limit of a unit of a size: a share of a yearly table, or an amount, on the day and in the place."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from .answers import Json, Scene, is_number
from .figures import Found, earliest, look_up, program_year
from .reasons import Reasoner

MEDIAN = "state-median-income"
POVERTY = "poverty-guideline"
STEPS = ("first-person", "second-to-sixth-person", "each-more")


@dataclass(frozen=True)
class Limit:
    """Dollars a month, or `says`: no-limit, not-offered, or why there is none (place, past, no-row)."""

    dollars: float = 0.0
    says: str = ""
    figure: str | None = None
    until: str | None = None
    details: list[str] = field(default_factory=list)  # what the limit is made of, in words


def limit_for(scene: Scene, income: Json, size: int) -> Limit:
    """The limit of an `income` condition for so many people."""
    key = ("limit", id(income), size)
    if key not in scene.known:
        scene.known[key] = _limit_for(scene, income, size)
    limit: Limit = scene.known[key]
    return limit


def figures_of(limit: Json) -> list[str]:
    """The ids of the figures that an amount may be made of."""
    named = [limit[key] for key in ("share", "amount", "each_more", "of") if isinstance(limit.get(key), str)]
    if POVERTY in named:
        named.append(f"{POVERTY}-each-more")
    return [*named, *(f"{MEDIAN}-{part}" for part in STEPS)] if MEDIAN in named else named


def _limit_for(scene: Scene, income: Json, size: int) -> Limit:
    limit = income["at_most"]
    words = Reasoner(scene.data)
    if "share" in limit:
        share = resolve(scene, limit["share"], size)
        if not is_number(share.value):
            return _none(share, limit["share"])
        start, end = program_year(scene.as_of, income.get("new_limits", "01-01"))
        table, year = _table(scene, limit["of"], size, start)
        if table.missing:
            return _none(table, limit["of"])
        yearly = share.value * table.value
        until = earliest([end, share.until])
        of = words.fill(f"basis-{limit['of']}", share=words.percent(share.value), year=year)
        figure = limit["share"] if isinstance(limit["share"], str) else limit["of"]
        return Limit(_rounded(yearly / 12, income), "", figure, until, _with_until(words, [of], until))
    amount = resolve(scene, limit["amount"], size)
    if not is_number(amount.value):
        return _none(amount, limit["amount"])
    dollars, until = amount.value, amount.until
    more = size - 1 if amount.over is None else amount.over
    if more and "each_more" in limit:
        each = resolve(scene, limit["each_more"], size)
        if not is_number(each.value):
            return _none(each, limit["each_more"])
        dollars, until = dollars + each.value * more, earliest([until, each.until])
    elif amount.over:
        return Limit(says="no-row", figure=limit["amount"])  # the table ends before this size
    figure = limit["amount"] if isinstance(limit["amount"], str) else None
    named = [scene.data["figures"][figure]["name"]] if figure else []
    monthly = dollars / 12 if limit.get("per") == "year" else dollars
    return Limit(_rounded(monthly, income), "", figure, until, _with_until(words, named, until))


def resolve(scene: Scene, value: Any, size: int | None = None) -> Found:
    """A number as it stands, or the value of the figure it names."""
    return look_up(scene, value, size) if isinstance(value, str) else Found(value)


def _none(found: Found, figure: Any) -> Limit:
    says = found.missing or (found.value if found.value in ("no-limit", "not-offered") else "no-row")
    return Limit(says=says, figure=figure if isinstance(figure, str) else None, until=found.until)


def _table(scene: Scene, of: str, size: int, start: str) -> tuple[Found, str]:
    """Dollars a year of the table for a size, as it stood on the first day of the program's year; and its year."""
    base = look_up(scene, of, day=start)
    if base.missing or not is_number(base.value):
        return Found(missing=base.missing or "no-row", until=base.until), ""
    if of == POVERTY:
        each = look_up(scene, f"{POVERTY}-each-more", day=start)
        if each.missing:
            return each, ""
        return Found(base.value + each.value * (size - 1)), base.since[:4]
    parts = [look_up(scene, f"{MEDIAN}-{part}", day=start) for part in STEPS]
    missing = next((part for part in parts if part.missing), None)
    if missing:
        return missing, ""
    first, to_sixth, each_more = (part.value for part in parts)
    share = first + to_sixth * (min(size, 6) - 1) + each_more * max(0, size - 6)  # 45 CFR 96.85
    return Found(base.value * share), base.since[:4]


def _rounded(dollars: float, income: Json) -> float:
    """As the program rounds; a hair over a whole dollar is that dollar."""
    rounding = income.get("rounding", "none")
    if rounding == "up":
        return float(math.ceil(dollars - 0.000001))
    if rounding == "nearest":
        return float(math.floor(dollars + 0.5))
    return dollars


def _with_until(words: Reasoner, details: list[str], until: str | None) -> list[str]:
    return [*details, words.fill("until", date=words.date(until))] if until else details
