"""The ages of a rule as HSDS says them: the lowest and the highest that it takes, in whole years."""

from __future__ import annotations

from typing import Any

Bounds = tuple[int | None, int | None]  # None: nothing keeps anybody out on this side
FREE: Bounds = (None, None)


def ages_of(rule: Any) -> Bounds:
    """Of a rule for one person, in its plain form. A side is given only where no way through the rule goes past it."""
    if not isinstance(rule, dict):
        return FREE
    found = FREE
    for name, value in rule.items():
        found = _both(found, _of(name, value))
    return found


def _of(name: str, value: Any) -> Bounds:
    if name == "age":
        low, under = value.get("from"), value.get("under")
        return (low if _years(low) else None), (under - 1 if _years(under) else None)
    if name == "all":
        found = FREE
        for one in value:
            found = _both(found, ages_of(one))
        return found
    if name == "any" and value:
        lows, highs = zip(*(ages_of(one) for one in value), strict=True)
        return (None if None in lows else min(lows)), (None if None in highs else max(highs))
    return ages_of(value.get("if")) if name == "maybe" else FREE


def _years(value: Any) -> bool:
    """A number of years; a figure's name says nothing here."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _both(first: Bounds, second: Bounds) -> Bounds:
    low = max((one for one in (first[0], second[0]) if one is not None), default=None)
    high = min((one for one in (first[1], second[1]) if one is not None), default=None)
    return low, high
