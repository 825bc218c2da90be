"""Eligibility rules: evaluate them in three values, say them in words, give them to the browser."""

from __future__ import annotations

from .doors import doors_ring
from .export import names_in, screening_data
from .facts import check_facts
from .screen import screen, with_doors
from .sentences import Said, say
from .tables import Line, Places, has_income_test, limit_tables

__all__ = [
    "Line",
    "Places",
    "Said",
    "check_facts",
    "doors_ring",
    "has_income_test",
    "limit_tables",
    "names_in",
    "say",
    "screen",
    "screening_data",
    "with_doors",
]
