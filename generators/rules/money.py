"""Money by the month: pay periods, kinds and deductions, always as the lowest and the highest it can be.

An amount that is not known is from 0 to endless, so what is certain at both ends is certain.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .answers import NOT_ASKED, Json, Scene, flag, is_unknown, number, said

ENDLESS = math.inf
EARNED = ("wages", "self-employment")
SHELTER = ("rent", "mortgage", "heating", "electricity", "phone")


@dataclass(frozen=True)
class Range:
    """From `low` to `high` dollars a month."""

    low: float = 0.0
    high: float = 0.0

    def plus(self, other: Range) -> Range:
        """Both together."""
        return Range(self.low + other.low, self.high + other.high)

    def times(self, factor: float) -> Range:
        """So many times as much."""
        return Range(self.low * factor, self.high * factor) if factor else NOTHING


NOTHING = Range()
ANYTHING = Range(0.0, ENDLESS)


def monthly(row: Json, week_factor: float) -> Range:
    """What a row of income or expense comes to in a month."""
    amounts = _amounts(row)
    if amounts.high == 0:
        return NOTHING
    per = said(row, "per")
    if per == "hour":
        hours = number(row, "hours")
        return amounts.times(hours * week_factor) if hours is not None else ANYTHING
    factors = {"week": week_factor, "two-weeks": week_factor / 2, "half-month": 2.0, "month": 1.0, "year": 1 / 12}
    return amounts.times(factors[per]) if per in factors else ANYTHING


def _amounts(row: Json) -> Range:
    amount = number(row, "amount")
    if amount is not None:
        return Range(amount, amount)
    low, high = number(row, "amount_low"), number(row, "amount_high")
    return Range(low if low is not None else 0.0, high if high is not None else ENDLESS)


def is_unasked(row: Json) -> bool:
    """Whether the amount of a row was not asked yet."""
    return all(key not in row for key in ("amount", "amount_low", "amount_high"))


@dataclass(frozen=True)
class Incomes:
    """The income of some people, earned and not, and whether it may still be asked."""

    earned: Range
    other: Range
    unasked: bool

    @property
    def total(self) -> Range:
        """All of it."""
        return self.earned.plus(self.other)


def incomes_of(scene: Scene, members: Sequence[str], rule: Json, everyone: bool) -> Incomes:
    """What these people (ids) have, of the kinds that the rule counts. `everyone`: they are the whole household."""
    rows = said(scene.facts, "incomes")
    if not isinstance(rows, list):
        return Incomes(ANYTHING, ANYTHING, rows == NOT_ASKED)
    earned, other, unasked = NOTHING, NOTHING, False
    for row in rows:
        whose, kind = said(row, "person"), said(row, "kind")
        if not everyone and not is_unknown(whose) and whose not in members:
            continue
        if not is_unknown(kind) and not counts(kind, rule):
            continue
        amount = monthly(row, rule.get("week_factor", 13 / 3))
        if is_unknown(kind) or (is_unknown(whose) and not everyone):
            amount = Range(0.0, amount.high)  # it may be income that does not count
        unasked = unasked or is_unasked(row)
        if kind in EARNED:
            earned = earned.plus(amount)
        else:
            other = other.plus(amount)
    return Incomes(earned, other, unasked)


def counts(kind: str, rule: Json) -> bool:
    """Whether a kind of income counts."""
    only, but_not = rule.get("only"), rule.get("but_not")
    return (not only or kind in only) and (not but_not or kind not in but_not)


def costs(scene: Scene, kinds: Sequence[str], members: Sequence[str], everyone: bool) -> Range:
    """What these people pay for these kinds. A list that was given is whole: no row, no cost."""
    rows = said(scene.facts, "expenses")
    if not isinstance(rows, list):
        return ANYTHING
    total = NOTHING
    for row in rows:
        kind, whose = said(row, "kind"), said(row, "person")
        if (not is_unknown(kind) and kind not in kinds) or said(row, "pays") is False:
            continue
        if not is_unknown(whose) and whose is not None and whose not in members:
            continue
        amount = monthly(row, 13 / 3)
        certain = not is_unknown(kind) and (everyone or whose in members)
        total = total.plus(amount if certain else Range(0.0, amount.high))
    return total


def elderly_or_disabled(scene: Scene, members: Sequence[Json]) -> tuple[list[str], bool | None]:
    """Ids of those who are, or may be, 60 and over or disabled; and whether somebody is (None: not known)."""
    ids: list[str] = []
    certain = False
    for person in members:
        age = number(person, "age")
        disabled = (flag(scene, person, "disabled", "disabled"), flag(scene, person, "blind", "blind"))
        if (age is not None and age >= 60) or True in disabled:
            certain = True
            ids.append(person["id"])
        elif age is None or None in disabled:
            ids.append(person["id"])
    return ids, True if certain else (None if ids else False)


def least(earned: float, other: float, amounts: dict[str, float]) -> float:
    """What is left when these deductions (already numbers) come off; a formula for one end of the range.

    General and earned deductions first (SSI, 20 CFR 416.1112 and 416.1124), then the fixed ones, then shelter over half
    of what is left (SNAP, 7 CFR 273.9 d).
    """
    left_over = max(0.0, amounts["general"] - other)
    other = max(0.0, other - amounts["general"])
    earned = max(0.0, earned - left_over - amounts["earned_first"]) * (1 - amounts["earned_share"])
    left = max(0.0, earned + other - amounts["fixed"])
    shelter: float = min(max(0.0, amounts["shelter"] - left / 2), amounts["shelter_cap"])
    return max(0.0, left - shelter)
