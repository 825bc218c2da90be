"""The files of the plan, and those of what is compared."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from ..folded import in_a_file
from ..languages import Language
from ..model import Records
from ..parted import Part, Rows
from . import Telling, compared, in_short, plan_rest, service_data
from .parts import (
    COMPARED_IN_A_PART,
    IN_A_PART,
    MOST_COMPARED,
    MOST_FILES,
    NAMES,
    compare_parts,
    members,
    plan_parts,
)


def plan_files(records: Records, language: Language, today: datetime.date) -> Iterator[tuple[str, Part]]:
    """File names, and what each holds."""
    telling, code = Telling(records, language), language.code

    def rest() -> dict[str, Any]:
        return {**plan_rest(telling), "as_of": today.isoformat()}

    services = Rows(records.services, lambda key: service_data(telling, key), NAMES)
    shorts = Rows(records.services, lambda key: in_short(telling, key))
    parts = members(records, in_a_file(records, IN_A_PART, MOST_FILES))
    found = plan_parts(rest, services, shorts, parts, len(_compared(records)))
    yield from ((f"plan/{code}/{name}", make) for name, make in found)


def compare_files(records: Records, language: Language) -> Iterator[tuple[str, Part]]:
    """The same of what is compared."""
    telling = Telling(records, language)
    rows = Rows(records.services, lambda key: compared(telling, key))
    found = compare_parts(rows, _compared(records))
    yield from ((f"compare/{language.code}/{name}", make) for name, make in found)


def _compared(records: Records) -> list[list[str]]:
    return members(records, in_a_file(records, COMPARED_IN_A_PART, MOST_COMPARED))
