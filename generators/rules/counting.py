"""Who and what counts for an income limit, in sentences: for paper, where nobody does the sum."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..languages import N_, NN_
from .answers import Json, is_number
from .limits import resolve
from .sentences import Teller

UNITS = {
    "household": N_("Count everyone in your home."),
    "food": N_("Count the people who buy and make food together."),
    "tax": N_("Count the people on your tax return: you, your husband or wife, and those you claim."),
}
BABIES = N_("Count each baby that is expected as one more person.")
LEFT_OUT = N_("Do not count money from: %(kinds)s.")
WEEK = N_("For weekly pay, multiply by %(factor)s.")
GENERAL = N_("Leave out the first %(amount)s of any income.")
EARNED_FIRST = N_("Leave out the first %(amount)s of pay from work.")
EARNED_SHARE = N_("Leave out %(share)s of the pay from work.")
STANDARD = NN_(
    "Leave out a standard amount: %(amount)s for %(count)s person (48 states and DC).",
    "Leave out a standard amount: %(amount)s for %(count)s people (48 states and DC).",
)
CHILD_CARE = N_("Leave out what you pay for child care.")
CHILD_SUPPORT = N_("Leave out child support that you pay.")
MEDICAL = N_("Leave out medical costs over %(amount)s of people who are 60 or older or have a disability.")
MEDICAL_ALL = N_("Leave out medical costs of people who are 60 or older or have a disability.")
SHELTER_ALL = N_("Leave out rent and home bills over half of what is left.")
SHELTER = N_("Leave out rent and home bills over half of what is left, up to %(amount)s.")
LIFTED = N_("With someone 60 or older or with a disability there is no top.")
NO_TOP = 10_000  # dollars of shelter costs: a rule that names so much means all
USUAL_WEEK = 13 / 3
OF_SIZE = 3  # the family in the example


def counting(teller: Teller, income: Json) -> Iterator[str]:
    """The sentences, in the order of the sum."""
    t, words = teller.language.t, teller.words
    unit = income.get("of", "household")
    if unit in UNITS:
        yield t(UNITS[unit])
    if income.get("unborn_count"):
        yield t(BABIES)
    if income.get("but_not"):
        yield t(LEFT_OUT, kinds=teller.language.commas(words.fill(f"kind-{kind}") for kind in income["but_not"]))
    if abs(income.get("week_factor", USUAL_WEEK) - USUAL_WEEK) > 0.001:
        yield t(WEEK, factor=words.number(income["week_factor"]))
    yield from _deductions(teller, income.get("deductions") or {})


def _deductions(teller: Teller, deductions: Json) -> Iterator[str]:
    """In the order in which `money.least` takes them off."""
    t, money = teller.language.t, teller.words.money

    def amount(key: str) -> Any:
        value = resolve(teller.scene, deductions.get(key), OF_SIZE).value
        return value if is_number(value) and value else None

    for key, message in (("general", GENERAL), ("earned_first", EARNED_FIRST)):
        if amount(key):
            yield t(message, amount=money(amount(key)))
    if amount("earned_share"):
        yield t(EARNED_SHARE, share=teller.words.percent(amount("earned_share")))
    if amount("standard"):
        yield teller.language.n(*STANDARD, OF_SIZE, amount=money(amount("standard")))
    for key, message in (("child_care", CHILD_CARE), ("child_support_paid", CHILD_SUPPORT)):
        if deductions.get(key):
            yield t(message)
    if "medical_over" in deductions:
        over = deductions["medical_over"]
        yield t(MEDICAL, amount=money(over)) if over else t(MEDICAL_ALL)
    cap = amount("shelter_cap")
    if cap:
        yield t(SHELTER, amount=money(cap)) if cap < NO_TOP else t(SHELTER_ALL)
        if deductions.get("shelter_cap_lifted"):
            yield t(LIFTED)
