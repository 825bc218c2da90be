"""One finding about one node of a rule, and how findings join into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .reasons import Reason


@dataclass(frozen=True)
class Finding:
    """The value (None: unknown), why, which questions could still change it, and which doors it counts on.

    `aside` says that it is about a side door, a `maybe` of its own: where that fails, another way is blamed first.
    """

    value: bool | None
    reasons: list[Reason] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    through: list[str] = field(default_factory=list)
    aside: bool = False


def once(items: Iterable[Any]) -> list[Any]:
    """Each item once, in the order of the first."""
    kept: list[Any] = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return kept


def unknown_first(reasons: Iterable[Reason]) -> list[Reason]:
    """What is unknown before what is settled, each once."""
    every = once(reasons)
    return [r for r in every if r["holds"] is None] + [r for r in every if r["holds"] is not None]


def distance(finding: Finding) -> tuple[bool, int, int]:
    """How far a failing finding is from holding: the conditions that fail and are not about money, then all that fail.

    "Your income is over 1,729" says more than "nobody in your home gets SSI", also where savings are over a limit too;
    and what is only a `maybe` for some comes last: "no child of yours earns money" is not why the answer is no.
    """
    failing = [reason for reason in finding.reasons if reason["holds"] is False]
    return finding.aside, sum(not _measured(reason) for reason in failing), len(failing)


def _measured(reason: Reason) -> bool:
    """Whether an amount was held against a limit; a limit of this year says until when, `not offered` does not."""
    return reason["condition"] == "savings" or (reason["condition"] == "income" and "until" in reason)


def closest(findings: Sequence[Finding]) -> Finding:
    """The one that needs the least to hold; the first of equals."""
    return min(findings, key=distance)


def joined(value: bool | None, findings: Sequence[Finding]) -> Finding:
    """One finding that says what all of these say."""
    return Finding(
        value,
        unknown_first(reason for finding in findings for reason in finding.reasons),
        once(question for finding in findings for question in finding.open),
        once(door for finding in findings for door in finding.through),
    )


def all_of(findings: Sequence[Finding]) -> Finding:
    """One that fails settles it; otherwise one unknown leaves it unknown."""
    failing = [finding for finding in findings if finding.value is False]
    if failing:
        return Finding(False, once(reason for finding in failing for reason in finding.reasons))
    if any(finding.value is None for finding in findings):
        return joined(None, findings)
    return joined(True, findings)


def any_of(findings: Sequence[Finding]) -> Finding:
    """One that holds settles it, and is the reason; of failing ones only the closest is blamed."""
    return at_least(1, findings)


def at_least(number: int, findings: Sequence[Finding]) -> Finding:
    """So many of these hold."""
    holding = sorted((f for f in findings if f.value is True), key=lambda finding: len(finding.through))
    unknown = [finding for finding in findings if finding.value is None]
    if len(holding) >= number:
        return joined(True, holding[:number])
    if len(holding) + len(unknown) < number:
        failing = [finding for finding in findings if finding.value is False]
        return Finding(False, closest(failing).reasons if failing else [])
    open_only = [Finding(None, [r for r in f.reasons if r["holds"] is None], f.open, f.through) for f in unknown]
    return joined(None, open_only)


def opposite(finding: Finding) -> Finding:
    """The finding of `not`.

    Something that would only hold once another program is granted does not hold yet, so its opposite is unknown.
    """
    if finding.value is True and finding.through:
        reasons: list[Reason] = [{**reason, "holds": None} for reason in finding.reasons]
        return Finding(None, reasons)
    flipped = {True: False, False: True, None: None}
    return Finding(
        flipped[finding.value],
        [{**reason, "holds": flipped[reason["holds"]]} for reason in finding.reasons],
        finding.open,
    )
