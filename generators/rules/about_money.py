"""Conditions about money: income of a unit against a limit, savings, and what the family pays for itself."""

from __future__ import annotations

from typing import Any

from .about_people import missing_figure
from .answers import Json, Scene, if_unasked, is_number, number, said
from .findings import Finding, all_of, once
from .limits import Limit, limit_for, resolve
from .money import ENDLESS, SHELTER, Incomes, Range, costs, elderly_or_disabled, incomes_of, least
from .reasons import Reason, Reasoner
from .units import Unit, babies, spouse_of, units_of

MARGIN = 0.05  # just over a limit is unknown, unless the rule says otherwise
CENT = 0.005
MOST_KINDS = 3  # more than these are not listed in a sentence


def income(scene: Scene, rule: Json) -> Finding:
    """Income at or under the limit, for every way in which the family may be counted."""
    kind = rule.get("of", "household")
    units = units_of(scene, kind)
    if not units.options:
        key = "people-open" if "people" in units.open else "unit-unsure"
        return _finding(scene, rule, None, Reasoner(scene.data).fill(key), units.open + _ask_income(scene))
    findings = [_of_unit(scene, rule, kind, unit) for unit in units.options]
    values = {finding.value for finding in findings}
    if len(findings) == 1 or (len(values) == 1 and None not in values):
        return findings[0]
    open_ = once([*units.open, *(question for finding in findings for question in finding.open)])
    if len(values) > 1:
        return _finding(scene, rule, None, Reasoner(scene.data).fill("unit-unsure"), open_)
    return Finding(None, findings[0].reasons, open_)


def _ask_income(scene: Scene) -> list[str]:
    return if_unasked(scene.facts, "incomes", "income")


def _of_unit(scene: Scene, rule: Json, kind: str, unit: Unit) -> Finding:
    incomes = incomes_of(scene, unit.earners, rule, unit.everyone)
    fewest, most, open_ = babies(scene, kind, unit) if rule.get("unborn_count") else (0, 0, [])
    size = len(unit.members) + fewest
    limit, highest = limit_for(scene, rule, size), limit_for(scene, rule, len(unit.members) + most)
    at_limit = _naming(scene, unit, _against_limit(scene, rule, unit, incomes, size, limit, highest, open_))
    if "at_least" not in rule:
        return at_limit
    return all_of([_at_least(scene, rule, unit, incomes), at_limit])


def _naming(scene: Scene, unit: Unit, finding: Finding) -> Finding:
    """The finding with who was counted, where that is not everybody who lives here."""
    if len(unit.members) == len(scene.people or ()):
        return finding
    counted = [person["id"] for person in unit.members]
    reasons: list[Reason] = [{**reason, "counted": counted} for reason in finding.reasons]
    return Finding(finding.value, reasons, finding.open, finding.through)


def _against_limit(
    scene: Scene,
    rule: Json,
    unit: Unit,
    incomes: Incomes,
    size: int,
    limit: Limit,
    highest: Limit,
    ask_babies: list[str],
) -> Finding:
    """The comparison itself: at or under at the worst end holds, over the margin at the best end fails."""
    words = Reasoner(scene.data)
    ask = (["income"] if incomes.unasked else []) + ask_babies
    if limit.says == "no-limit":
        return _finding(scene, rule, True, words.fill("income-no-limit"), [], limit)
    if limit.says == "not-offered":
        return _finding(scene, rule, False, words.fill("income-not-offered"), [], limit)
    if limit.says or limit.dollars <= 0:
        key, place = missing_figure(scene, limit.says)
        return _finding(scene, rule, None, words.fill(key), place + (ask if place else []), limit)
    counted, ask_costs = _countable(scene, rule, unit, incomes, size)
    largest = limit.dollars if highest.says else max(limit.dollars, highest.dollars)
    over_for_sure = largest * (1 + rule.get("margin", MARGIN)) + CENT
    what = _what(scene, rule, unit)
    said_income = _amount(words, counted)
    values = {"what": what, "income": said_income, "limit": words.money(limit.dollars), "count": size}
    values["details"] = _details(words, limit.details)
    if counted.high <= limit.dollars + CENT:
        return _finding(scene, rule, True, words.fill("income-holds", **values), [], limit)
    if counted.low > over_for_sure and not highest.says:
        return _finding(scene, rule, False, words.fill("income-fails", **values), [], limit)
    key = "income-between"
    if counted.high <= over_for_sure and counted.low > limit.dollars + CENT:
        key = "income-near" if counted.low <= limit.dollars * (1 + MARGIN) + CENT else "income-over"
    if incomes.unasked:
        return _finding(scene, rule, None, words.fill("income-open"), ask, limit)
    if incomes.total.high == ENDLESS:
        return _finding(scene, rule, None, words.fill("income-unsure"), ask + ask_costs, limit)
    if ask_costs:
        return _finding(scene, rule, None, words.fill("expenses-matter"), ask + ask_costs, limit)
    return _finding(scene, rule, None, words.fill(key, **values), ask, limit)


def _at_least(scene: Scene, rule: Json, unit: Unit, incomes: Incomes) -> Finding:
    words = Reasoner(scene.data)
    total, needed = incomes.total, rule["at_least"]
    if total.low >= needed - CENT:
        return Finding(True)
    if total.high >= needed - CENT:
        ask = ["income"] if incomes.unasked else []
        return _finding(scene, rule, None, words.fill("income-open" if ask else "income-at-least-open"), ask)
    what, least_needed = _what(scene, {"only": rule.get("only")}, unit), words.money(needed)
    text = words.fill("income-at-least-fails", what=what, income=_amount(words, total), least=least_needed)
    return _finding(scene, rule, False, text, [])


def _countable(scene: Scene, rule: Json, unit: Unit, incomes: Incomes, size: int) -> tuple[Range, list[str]]:
    """The income that counts, from the least (most deductions) to the most; and the questions that would narrow it."""
    deductions = rule.get("deductions")
    if not deductions:
        return incomes.total, []
    amounts = {key: _bounds(scene, deductions.get(key), size) for key in ("earned_first", "general")}
    amounts["earned_share"] = _bounds(scene, deductions.get("earned_share"), size, 1.0)
    fixed = [_bounds(scene, deductions.get("standard"), size)]
    shelter, cap = Range(), Range(0.0, 0.0)
    ids = [person["id"] for person in unit.members]
    frail, somebody = elderly_or_disabled(scene, unit.members)
    needs_costs = needs_health = False
    for key, kind in (("child_care", "child-care"), ("child_support_paid", "child-support-paid")):
        if deductions.get(key):
            fixed.append(costs(scene, [kind], ids, unit.everyone))
            needs_costs = True
    if "medical_over" in deductions and frail:
        paid = costs(scene, ["medical"], frail, len(frail) == len(scene.people or ()))
        over = deductions["medical_over"]
        fixed.append(Range(max(0.0, paid.low - over) if somebody else 0.0, max(0.0, paid.high - over)))
        needs_costs, needs_health = True, True
    if "shelter_cap" in deductions:
        shelter, cap = costs(scene, SHELTER, ids, unit.everyone), _bounds(scene, deductions["shelter_cap"], size)
        needs_costs = True
        if deductions.get("shelter_cap_lifted"):
            needs_health = needs_health or somebody is None
            cap = Range(ENDLESS if somebody else cap.low, cap.high if somebody is False else ENDLESS)
    taken = Range(sum(item.low for item in fixed), sum(item.high for item in fixed))
    at_best = {key: item.high for key, item in amounts.items()}
    at_worst = {key: item.low for key, item in amounts.items()}
    at_best.update(fixed=taken.high, shelter=shelter.high, shelter_cap=cap.high)
    at_worst.update(fixed=taken.low, shelter=shelter.low, shelter_cap=cap.low)
    low = least(incomes.earned.low, incomes.other.low, at_best)
    high = least(incomes.earned.high, incomes.other.high, at_worst)
    return Range(low, high), _ask(scene, unit, low != high, needs_costs, needs_health and somebody is not True)


def _ask(scene: Scene, unit: Unit, matters: bool, needs_costs: bool, needs_health: bool) -> list[str]:
    if not matters:
        return []
    questions = if_unasked(scene.facts, "expenses", "expenses") if needs_costs else []
    if needs_health:
        for person in unit.members:
            questions = questions + if_unasked(person, "disabled", "disabled") + if_unasked(person, "age", "people")
    return once(questions)


def _bounds(scene: Scene, value: Any, size: int, most: float = ENDLESS) -> Range:
    """A deduction's amount at least and at most: nothing where it is not used, unknown where its figure is missing."""
    if value is None:
        return Range()
    found = resolve(scene, value, size).value
    return Range(found, found) if is_number(found) else Range(0.0, most)


def _what(scene: Scene, rule: Json, unit: Unit) -> str:
    """`Your income`, `The income after deductions` ..."""
    words = Reasoner(scene.data)
    whose = "yours" if any(said(person, "relation") == "self" for person in unit.members) else "theirs"
    only = rule.get("only") or []
    key = f"income-{whose}{'-from' if 0 < len(only) <= MOST_KINDS else ''}{'-net' if rule.get('deductions') else ''}"
    return words.fill(key, kinds=words.either([words.fill(f"kind-{kind}") for kind in only]))


def _amount(words: Reasoner, amount: Range) -> str:
    if amount.high == ENDLESS:
        return words.fill("income-more", income=words.money(amount.low))
    low, high = words.money(amount.low), words.money(amount.high)
    return low if low == high else words.fill("income-from-to", low=low, high=high)


def _details(words: Reasoner, details: list[str]) -> str:
    return f" ({words.formats['list'][0].join(details)})" if details else ""


def _finding(
    scene: Scene, rule: Json, value: bool | None, text: str, open_: list[str], limit: Limit | None = None
) -> Finding:
    reason: Reason = {"condition": "income", "holds": value, "text": text}
    if rule.get("of") in ("person", "couple", "tax") and scene.person and "id" in scene.person:
        reason["person"] = scene.person["id"]
    if limit and limit.figure:
        reason["figure"] = limit.figure
    if limit and limit.until:
        reason["until"] = limit.until
    return Finding(value, [reason], once(open_) if value is None else [])


def savings(scene: Scene, rule: Json) -> Finding:
    """Savings at or under the limit; the couple's limit where the person has a spouse."""
    words = Reasoner(scene.data)
    have = number(scene.facts, "savings")
    limits = [rule["at_most"]]
    if "couple_at_most" in rule:
        person = scene.person or next((p for p in scene.people or () if said(p, "relation") == "self"), None)
        spouse, certain = spouse_of(scene.people or (), person) if person and "id" in person else (None, False)
        limits = [rule["couple_at_most"]] if spouse else (limits if certain else [*limits, rule["couple_at_most"]])
    findings = [_savings_under(scene, words, have, limit, rule.get("margin", MARGIN)) for limit in limits]
    values = {finding.value for finding in findings}
    if len(values) == 1:
        return findings[0]
    unsure: Reason = {"condition": "savings", "holds": None, "text": words.fill("unit-unsure")}
    return Finding(None, [unsure], once(question for finding in findings for question in finding.open))


def _savings_under(scene: Scene, words: Reasoner, have: float | None, limit: Any, margin: float) -> Finding:
    found = resolve(scene, limit)
    value: bool | None = None
    open_: list[str] = []
    if found.value == "no-limit":
        value, text = True, words.fill("savings-no-limit")
    elif not is_number(found.value):
        key, open_ = missing_figure(scene, found.missing)
        text = words.fill(key)
    elif have is None:
        text, open_ = words.fill("savings-open"), if_unasked(scene.facts, "savings", "savings")
    else:
        value = True if have <= found.value + CENT else (None if have <= found.value * (1 + margin) + CENT else False)
        details = _details(words, [words.fill("until", date=words.date(found.until))] if found.until else [])
        near = "savings-near" if have <= found.value * (1 + MARGIN) + CENT else "savings-over"
        key = {True: "savings-holds", None: near, False: "savings-fails"}[value]
        text = words.fill(key, savings=words.money(have), limit=words.money(found.value), details=details)
    reason: Reason = {"condition": "savings", "holds": value, "text": text}
    if isinstance(limit, str):
        reason["figure"] = limit
    if found.until:
        reason["until"] = found.until
    return Finding(value, [reason], open_)


def expense(scene: Scene, rule: Json) -> Finding:
    """The family pays for one of these itself.

    `[]` says it pays for nothing. In a list that names some costs, a cost that is not named stays unknown here.
    """
    words = Reasoner(scene.data)
    rows, kinds = said(scene.facts, "expenses"), rule["any_of"]
    answers: list[bool | None] = []
    if isinstance(rows, list):
        for kind in kinds:
            of_kind = [_pays(row) for row in rows if said(row, "kind") == kind]
            known = of_kind or [None if rows else False]
            answers.append(True if True in known else (None if None in known else False))
    else:
        answers = [None for _ in kinds]
    value = True if True in answers else (None if None in answers else False)
    names = [kind for kind, answer in zip(kinds, answers, strict=True) if value is not True or answer is True]
    things = words.either([words.fill(f"expense-{name}") for name in names])
    key = {True: "expense-holds", False: "expense-fails", None: "expense-open"}[value]
    reason: Reason = {"condition": "expense", "holds": value, "text": words.fill(key, things=things)}
    return Finding(value, [reason], if_unasked(scene.facts, "expenses", "expenses") if value is None else [])


def _pays(row: Json) -> bool | None:
    if isinstance(said(row, "pays"), bool):
        return bool(row["pays"])
    amounts = [number(row, key) for key in ("amount", "amount_low", "amount_high")]
    known = [amount for amount in amounts if amount is not None]
    if any(amount > 0 for amount in known):
        return True
    return False if known else None
