"""Checks a few records once more, where nothing of them changed that others are checked against.

It says nothing rather than something doubtful: then everything is checked from the beginning. See also `among.py`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..load import Source
from ..load.guides import guide_names
from ..model import Organization, Placed, Records, Service
from ..problems import Problem
from .closed import closed_reminders, without_closed
from .confidential import withheld
from .discreet import discreet_problems, translated_title_problems
from .files import Kept, sort_files
from .hours import record_problems
from .links import date_problems, link_problems, rule_problems
from .marks import WATCHED, mark_of_items
from .one import SINGLE, record_of
from .papers import is_about_all
from .translations import translated
from .wording import wording_problems


@dataclass(frozen=True)
class Found:
    """A record that was checked once more."""

    record: Any
    placed: Placed
    texts: dict[str, dict[tuple[str | int, ...], str]]  # of its translations, by language
    mark: bytes
    problems: list[Problem]  # reminders only


def items_of(source: Source) -> dict[str, Kept] | None:
    """What a file says of services and organizations, by their keys; None where it says anything else."""
    kept, problems = sort_files([source])
    found = {f"{item.kind}/{item.id}": item for item in kept if item.kind in WATCHED and item.id}
    return found if found and len(found) == len(kept) and not problems else None


def ids_of(records: Records) -> dict[str, Any]:
    """All ids by the kind of their records, where every record is sound."""
    ids: dict[str, Any] = {"service": records.services, "organization": records.organizations}
    ids |= {"need": records.needs, "document": records.documents, "figure": records.figures}
    return {kind: set(some) for kind, some in {**ids, "guide": guide_names()}.items()}


class Again:
    """Checks records of one folder. `records` and `problems`: as they were found; `closed`: the closed services."""

    def __init__(
        self,
        records: Records,
        problems: Iterable[Problem],
        closed: frozenset[str],
        today: datetime.date,
    ) -> None:
        self.records = records
        self.today = today
        self.closed = closed
        self.ids = ids_of(records)
        self.others = {problem.path for problem in problems if is_about_all(problem)}

    def check(self, key: str, kept: Sequence[Kept]) -> Found | None:
        """A record by all that files say of it, in their order; None where that is not enough to say it is sound."""
        kind, _, id_ = key.partition("/")
        known = self.records.services if kind == "service" else self.records.organizations
        english = [item for item in kept if item.language == "en"]
        if len(english) != 1 or id_ not in known or english[0].source.path in self.others:
            return None
        if len({item.language for item in kept}) < len(kept):
            return None
        item = english[0]
        data = item.source.data
        record, placed, problems = record_of(kind, item, SINGLE[kind], data, ())
        if record is None or not isinstance(data, dict):
            return None
        final = without_closed({id_: record}, self.closed)[id_]
        if isinstance(final, Service):
            final = withheld(final)
        if not self._alike(known[id_], final):
            return None
        problems = [*problems, *self._problems(kind, id_, item, record)]
        texts: dict[str, Any] = {}
        for twin in kept:
            problems += wording_problems(twin.source)
            if twin is not item:
                texts[twin.language], faults = translated(twin.source, data, twin.source.data)
                problems += faults
                problems += translated_title_problems(twin.source.path, twin.source.line, texts[twin.language])
        if any(not problem.reminder for problem in problems):
            return None
        return Found(final, placed, texts, mark_of_items(kept), problems)

    def _problems(self, kind: str, id_: str, item: Kept, record: BaseModel) -> Iterator[Problem]:
        """All that is said of the record itself, and of whom it names."""
        source = item.source
        yield from link_problems(source, source.data, (), self.ids)
        yield from closed_reminders({f"{kind}/{id_}": (source.data, (source, ()))}, self.closed)
        needs: Mapping[str, BaseModel] = self.records.needs
        yield from discreet_problems({"need": needs, kind: {id_: record}}, lambda _, path: (source.path, 1))
        if isinstance(record, (Service, Organization)):
            areas = self.records.areas
            yield from record_problems(record, item.area, areas, self.today, source.path, source.line)
        if isinstance(record, Service):
            yield from rule_problems(source, source.data, self.ids)
            yield from date_problems(source, record, self.today)

    def _alike(self, was: BaseModel, now: BaseModel) -> bool:
        """Is all the same that only a look at all records can check? The rest does `validate/among.py`."""
        if isinstance(was, Service) and isinstance(now, Service):
            return not (was.address_confidential or now.address_confidential) and _to_all(was) == _to_all(now)
        if isinstance(was, Organization) and isinstance(now, Organization):
            return not any(
                one.address_confidential and self.records.organizations.get(one.organization) is was
                for one in self.records.services.values()
            )
        return False


def _to_all(service: Service) -> tuple[Any, ...]:
    """What checks of all records read of a service."""
    errands = sorted(step.errand for step in service.steps if step.errand is not None)
    return service.status == "closed", errands
