"""Facts checked: every mistake of one object of facts, each with its place and a way out (design section 5)."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable
from typing import Any

from ..model.rule import EXPENSE_KINDS, INCOME_KINDS, PERIODS, RELATIONS, SITUATIONS, STATUSES
from ..problems import did_you_mean
from .units import MOST_BABIES

UNSAID = ("not-sure", "rather-not")
AMOUNTS = ("amount", "amount_low", "amount_high")
MOST_PEOPLE = 30
MOST_ROWS = 200
MOST_DOLLARS = 100_000_000
STATES = frozenset(
    "AL AK AS AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND MP"
    " OH OK OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY PW FM MH".split()
)

Check = Callable[[Any], str]  # what is wrong with a value, or an empty text


def check_facts(facts: object) -> list[str]:
    """Every mistake as `place: sentence`; an empty list where the facts can be screened."""
    if not isinstance(facts, dict):
        return [f"facts: this is {_kind(facts)}; one object of facts is needed, such as {{}}."]
    found = _keys(facts, FACTS, "")
    people = facts.get("people")
    ids = _ids(people) if isinstance(people, list) else None
    if isinstance(people, list):
        found += _people(people)
    for key, kinds, check in (("incomes", INCOME_KINDS, INCOME), ("expenses", EXPENSE_KINDS, EXPENSE)):
        rows = facts.get(key)
        if isinstance(rows, list):
            found += _rows(rows, key, kinds, check, ids)
    if isinstance(facts.get("place"), dict):
        found += _keys(facts["place"], PLACE, "place.")
    found += _answers(facts.get("receives"), "receives", _program)
    found += _answers(facts.get("situations"), "situations", _one_of(SITUATIONS))
    return found


def _kind(value: object) -> str:
    words = {bool: "a yes or no", int: "a number", float: "a number", str: "a text", list: "a list", dict: "an object"}
    return "null" if value is None else words.get(type(value), type(value).__name__)


def _show(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else f"{text[:37]}..."


def unsaid_or(check: Check) -> Check:
    """`not-sure` and `rather-not` may stand for any value."""
    return lambda value: "" if isinstance(value, str) and value in UNSAID else check(value)


def or_null(check: Check) -> Check:
    """Null says nobody, or never."""
    return lambda value: "" if value is None else check(value)


def _number(least: float, most: float, whole: bool = False) -> Check:
    def check(value: Any) -> str:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return f"this is {_kind(value)}; a number is needed."
        if not math.isfinite(value) or not least <= value <= most:
            return f"{_show(value)} is outside {least:,} to {most:,}."
        if whole and value != int(value):
            return f"{_show(value)} is not a whole number."
        return ""

    return check


def _yes_no(value: Any) -> str:
    return "" if isinstance(value, bool) else f"this is {_kind(value)}; true or false is needed."


def _text(most: int = 100) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, str) or not value:
            return f"this is {_kind(value)}; a text is needed."
        return "" if len(value) <= most else f"this text is longer than {most} letters."

    return check


def _one_of(words: Iterable[str]) -> Check:
    known = sorted(words)

    def check(value: Any) -> str:
        if isinstance(value, str) and value in known:
            return ""
        near = did_you_mean(value, known) if isinstance(value, str) else ""
        return f"{_show(value)} is not one of: {', '.join(known)}.{near}"

    return check


def _list(most: int) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, list):
            return f"this is {_kind(value)}; a list is needed."
        return "" if len(value) <= most else f"there are {len(value):,} in this list; at most {most} are taken."

    return check


def _object(value: Any) -> str:
    return "" if isinstance(value, dict) else f"this is {_kind(value)}; an object is needed."


def _day(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            return f"{_show(value)} is not a day of the calendar."
        return ""
    return f"{_show(value)} is not a date; write it as 2026-11-21."


def _program(value: Any) -> str:
    fits = isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value)
    return "" if fits else f"{_show(value)} is not the id of a program; write it as snap or housing-voucher."


def _zip(value: Any) -> str:
    fits = isinstance(value, str) and re.fullmatch(r"\d{5}", value)
    return "" if fits else f"{_show(value)} is not a ZIP code; write five digits as a text."


_dollars = _number(0, MOST_DOLLARS)
FACTS: dict[str, Check] = {
    "as_of": _day,
    "place": unsaid_or(_object),
    "people": unsaid_or(_list(MOST_PEOPLE)),
    "incomes": unsaid_or(_list(MOST_ROWS)),
    "expenses": unsaid_or(_list(MOST_ROWS)),
    "savings": unsaid_or(_dollars),
    "receives": unsaid_or(_object),
    "situations": unsaid_or(_object),
    "needs": unsaid_or(_list(MOST_ROWS)),
}
PLACE: dict[str, Check] = {
    "state": unsaid_or(_one_of(STATES)),
    "county": unsaid_or(_text()),
    "zip": unsaid_or(_zip),
}
PERSON: dict[str, Check] = {
    "id": _text(60),
    "relation": unsaid_or(_one_of(RELATIONS)),
    "age": unsaid_or(_number(0, 120, whole=True)),
    "babies_expected": unsaid_or(_number(0, MOST_BABIES, whole=True)),
    "months_since_birth": unsaid_or(or_null(_number(0, 1200))),
    "hours_per_week": unsaid_or(_number(0, 168)),
    "status": unsaid_or(_one_of(STATUSES)),
    "status_years": unsaid_or(_number(0, 120)),
    "spouse": unsaid_or(or_null(_text(60))),
    "tax_dependent_of": unsaid_or(or_null(_text(60))),
    **{
        key: unsaid_or(_yes_no)
        for key in (
            "pregnant",
            "breastfeeding",
            "disabled",
            "blind",
            "student",
            "veteran",
            "foster",
            "former_foster",
            "shares_food",
            "wants_help",
        )
    },
}
_MONEY: dict[str, Check] = {
    "person": unsaid_or(_text(60)),
    "amount": unsaid_or(_dollars),
    "amount_low": unsaid_or(_dollars),
    "amount_high": unsaid_or(_dollars),
    "per": unsaid_or(_one_of(PERIODS)),
    "hours": unsaid_or(_number(0, 168)),
}
INCOME: dict[str, Check] = {**_MONEY, "kind": unsaid_or(_one_of(INCOME_KINDS))}
EXPENSE: dict[str, Check] = {**_MONEY, "kind": unsaid_or(_one_of(EXPENSE_KINDS)), "pays": unsaid_or(_yes_no)}


def _keys(record: dict[Any, Any], checks: dict[str, Check], at: str) -> list[str]:
    found = []
    for key, value in record.items():
        if not isinstance(key, str) or key not in checks:
            found.append(f"{at}{key}: there is no such key.{did_you_mean(str(key), checks)}")
            continue
        wrong = checks[key](value)
        if wrong:
            found.append(f"{at}{key}: {wrong}")
    return found


def _ids(people: list[Any]) -> list[Any]:
    return [person.get("id") or f"p{place}" for place, person in enumerate(people, 1) if isinstance(person, dict)]


def _nobody(id_: str, ids: list[Any]) -> str:
    return f"nobody has the id {_show(id_)}.{did_you_mean(id_, map(str, ids))}"


def _people(people: list[Any]) -> list[str]:
    found: list[str] = []
    ids = _ids(people)
    if not people:
        found.append("people: the list is empty; leave the key out when nobody was named yet.")
    for place, person in enumerate(people[: MOST_PEOPLE + 1]):
        at = f"people[{place}]"
        if not isinstance(person, dict):
            found.append(f"{at}: this is {_kind(person)}; an object is needed.")
            continue
        found += _keys(person, PERSON, f"{at}.")
        for key in ("spouse", "tax_dependent_of"):
            value = person.get(key)
            if isinstance(value, str) and value not in UNSAID and value not in ids:
                found.append(f"{at}.{key}: {_nobody(value, ids)}")
            elif isinstance(value, str) and value == (person.get("id") or f"p{place + 1}"):
                found.append(f"{at}.{key}: this names the person itself.")
    doubled = sorted({str(id_) for id_ in ids if ids.count(id_) > 1}) if len(ids) <= MOST_PEOPLE else []
    found += [f'people: two people have the id "{id_}".' for id_ in doubled]
    for relation in ("self", "spouse"):
        count = sum(isinstance(person, dict) and person.get("relation") == relation for person in people)
        if count > 1:
            found.append(f"people: {count} people have the relation {relation}; at most one can.")
    return found


def _rows(
    rows: list[Any], name: str, kinds: tuple[str, ...], checks: dict[str, Check], ids: list[Any] | None
) -> list[str]:
    found: list[str] = []
    for place, row in enumerate(rows[: MOST_ROWS + 1]):
        at = f"{name}[{place}]"
        if not isinstance(row, dict):
            found.append(f"{at}: this is {_kind(row)}; an object is needed.")
            continue
        found += _keys(row, checks, f"{at}.")
        if "kind" not in row:
            found.append(f"{at}: the kind is missing; it is one of: {', '.join(kinds)}.")
        if "per" not in row and any(isinstance(row.get(key), (int, float)) for key in AMOUNTS):
            found.append(f"{at}: the amount needs `per`; it is one of: {', '.join(PERIODS)}.")
        whose = row.get("person")
        if isinstance(whose, str) and whose not in UNSAID and whose not in (ids or []):
            found.append(f"{at}.person: {_nobody(whose, ids or [])}")
        low, high = row.get("amount_low"), row.get("amount_high")
        if isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high:
            found.append(f"{at}: amount_low is more than amount_high.")
        if "amount" in row and ("amount_low" in row or "amount_high" in row):
            found.append(f"{at}: write either amount, or amount_low and amount_high.")
    return found


def _answers(value: Any, name: str, key_check: Check) -> list[str]:
    if not isinstance(value, dict):
        return []
    found = []
    for key, answer in value.items():
        wrong = key_check(key) or unsaid_or(_yes_no)(answer)
        if wrong:
            found.append(f"{name}.{key}: {wrong}")
    return found
