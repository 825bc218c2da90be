"""Eligibility rules: evaluate them in three values, say them in words, give them to the browser."""

from __future__ import annotations

from .doors import doors_ring
from .export import names_in, screening_data
from .facts import check_facts
from .screen import screen
from .sentences import Said, say

__all__ = ["Said", "check_facts", "doors_ring", "names_in", "say", "screen", "screening_data"]
