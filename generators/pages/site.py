"""The whole site in all its languages, as values: pages, and the data that the browser modules fetch."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from ..folded import folded
from ..hours import service_clock
from ..languages import Language, language
from ..model import Records
from ..parted import Part
from ..plan import was_called
from ..plan.files import compare_files, plan_files
from ..questionnaire import check_data, needs_of_rules
from ..search import searched
from . import Declared, View, declare, many_pages
from .area import listed_areas
from .areas import areas_below, counted, own, serving
from .doorways import doorways_data
from .frontdesk import frontdesk_data
from .helper import helper_data
from .letter import letters_data
from .organization import with_hidden_addresses
from .organizations import lists, organization_lists
from .page import Page
from .papers import asking
from .parts import Parts
from .screening import others_of, screening_files

MakeData = Callable[[], Iterable[tuple[str, Any]]]  # gives names of files and plain JSON
MakeMany = Callable[[], Iterable[tuple[str, Part]]]  # gives names of files and what each holds


def compile_pages(records: Records, today: datetime.date) -> Iterator[Page]:
    """Every page made from the data."""
    for declared in declare_pages(records, today):
        yield from map(declared.make, declared.lines)


def declare_pages(records: Records, today: datetime.date) -> Iterator[Declared]:
    """Every page made from the data, to be made when it is written: those of each language."""
    for code in records.site.languages:
        told = language(code)
        parts = Parts(records, told, today)
        parts.work_out()
        yield declare(records, told, today, parts)


def work_out(records: Records, today: datetime.date) -> None:
    """Works out all that pages of the last build may depend on, so that it can be compared: see `Records.each`."""
    needs_of_rules(records)
    for code in records.site.languages:
        parts = Parts(records, language(code), today)
        parts.work_out()
        view = View(records, language(code), today, parts)
        many_pages(view)
        view.services_of("")
        view.services_by("")
        for need in records.needs:
            own(view, need)
            serving(view, need)
            counted(view, need)
        areas_below(view)
        listed_areas(view)
        with_hidden_addresses(view)
        asking(view)
        searched(records, language(code))
        lists(view)
        list(organization_lists(view))
        others_of(records, language(code))
    folded(records)
    was_called(records)


def declare_data(records: Records, today: datetime.date) -> Iterator[tuple[str, MakeData]]:
    """Plain JSON that modules fetch, in groups, each to be made when it is written: a name, and what makes its files:
    `letters.es.json`.
    """

    def one(name: str, make: Callable[..., Any], *given: object) -> tuple[str, MakeData]:
        return name, lambda: [(name, make(*given))]

    yield one("doorways.json", doorways_data, records)
    yield one("clock.json", service_clock, records, today)
    for code in records.site.languages:
        told = language(code)
        yield f"check/{code}", partial(_check_files, records, told)
        yield one(f"letters.{code}.json", letters_data, records, told, today)
        yield one(f"frontdesk.{code}.json", frontdesk_data, records, told)
        yield one(f"helper.{code}.json", helper_data, records, told)


def _check_files(records: Records, told: Language) -> Iterator[tuple[str, Any]]:
    check = check_data(records, told)
    yield f"check.{told.code}.json", check
    yield f"needs.{told.code}.json", {"needs": check["needs"]}


def declare_screening(records: Records, today: datetime.date) -> Iterator[tuple[str, MakeMany]]:
    """The same of files with many records, which are made again file by file: those of the screening."""
    for code in records.site.languages:
        yield f"screening/{code}", partial(screening_files, records, language(code), today)


def declare_plans(records: Records, today: datetime.date) -> Iterator[tuple[str, MakeMany]]:
    """Those of the plan, and of what is compared. Of what `work_out` makes they may depend on `was_called` alone."""
    for code in records.site.languages:
        yield f"plan/{code}", partial(plan_files, records, language(code), today)
        yield f"compare/{code}", partial(compare_files, records, language(code))
