"""The whole site in all its languages, as values: pages, and the data that the browser modules fetch."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from ..folded import folded, in_a_file
from ..hours import service_clock
from ..joints import Joined
from ..languages import Language, language
from ..model import Records
from ..plan import compare_data, plan_data
from ..plan.parts import COMPARED_IN_A_PART, IN_A_PART, MOST_COMPARED, MOST_FILES, compare_parts, plan_parts
from ..questionnaire import check_data, needs_of_rules
from ..rules import screening_parts
from ..search import search_files, searched
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
from .parts import Parts, screening_of

MakeData = Callable[[], Iterable[tuple[str, Any]]]  # gives names of files and plain JSON


def compile_pages(records: Records, today: datetime.date) -> Iterator[Page]:
    """Every page made from the data."""
    return (declared.make() for declared in declare_pages(records, today))


def declare_pages(records: Records, today: datetime.date) -> Iterator[Declared]:
    """Every page made from the data, to be made when it is written."""
    for code in records.site.languages:
        told = language(code)
        parts = Parts(records, told, today)
        parts.work_out()
        yield from declare(records, told, today, parts)


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
    folded(records)


def compile_data(records: Records, today: datetime.date) -> Iterator[tuple[str, Any]]:
    """File name and plain JSON of everything that modules fetch: `plan.es.json`."""
    for _, make in declare_data(records, today):
        yield from make()
    for code in records.site.languages:
        yield from ((f"search/{code}/{name}", data) for name, data in search_files(records, language(code)))


def declare_data(records: Records, today: datetime.date) -> Iterator[tuple[str, MakeData]]:
    """The same without the search, in groups, each to be made when it is written: a name, and what makes its files."""

    def one(name: str, make: Callable[..., Any], *given: object) -> tuple[str, MakeData]:
        return name, lambda: [(name, make(*given))]

    yield one("doorways.json", doorways_data, records)
    yield one("clock.json", service_clock, records, today)
    for code in records.site.languages:
        told = language(code)
        yield f"screening/{code}", partial(_screening_files, records, told, today)
        yield f"check/{code}", partial(_check_files, records, told)
        yield one(f"letters.{code}.json", letters_data, records, told, today)
        yield f"plan/{code}", partial(_plan_files, records, told, today)
        yield f"compare/{code}", partial(_compare_files, records, told)
        yield one(f"frontdesk.{code}.json", frontdesk_data, records, told)
        yield one(f"helper.{code}.json", helper_data, records, told)


def _screening_files(records: Records, told: Language, today: datetime.date) -> Iterator[tuple[str, Any]]:
    for name, part in screening_parts(screening_of(records, told, today)):
        yield f"screening/{told.code}/{name}.json" if name else f"screening.{told.code}.json", part


def _check_files(records: Records, told: Language) -> Iterator[tuple[str, Any]]:
    check = check_data(records, told)
    yield f"check.{told.code}.json", check
    yield f"needs.{told.code}.json", {"needs": check["needs"]}


def _plan_files(records: Records, told: Language, today: datetime.date) -> Iterator[tuple[str, Any]]:
    plan = Joined({**plan_data(records, told), "as_of": today.isoformat()})
    for name, part in plan_parts(plan, in_a_file(records, IN_A_PART, MOST_FILES), _compared_size(records)):
        yield f"plan/{told.code}/{name}", part


def _compare_files(records: Records, told: Language) -> Iterator[tuple[str, Any]]:
    parts = compare_parts(compare_data(records, told), _compared_size(records))
    return ((f"compare/{told.code}/{name}", part) for name, part in parts)


def _compared_size(records: Records) -> int:
    return in_a_file(records, COMPARED_IN_A_PART, MOST_COMPARED)
