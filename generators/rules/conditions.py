"""The closed vocabulary as a table: the word of a condition and the small function that tests it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import about_money, about_people, about_place, about_programs
from .answers import Scene
from .findings import Finding

Condition = Callable[[Scene, Any], Finding]

CONDITIONS: dict[str, Condition] = {
    "age": about_people.age,
    "relation": about_people.relation,
    **{word: about_people.yes_or_no(word) for word in about_people.FLAGS},
    "gave_birth": about_people.gave_birth,
    "married": about_people.married,
    "caretaker": about_people.caretaker,
    "hours": about_people.hours,
    "status": about_people.status,
    "resident_years": about_people.resident_years,
    "place": about_place.place,
    "figure": about_place.figure,
    "dates": about_place.dates,
    "income": about_money.income,
    "savings": about_money.savings,
    "expense": about_money.expense,
    "receives": about_programs.receives,
    "situation": about_programs.situation,
}
