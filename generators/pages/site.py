"""The whole site in all its languages, as values: pages, and the data that the browser modules fetch."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from ..hours import service_clock
from ..languages import language
from ..model import Records
from ..plan import compare_data, plan_data
from ..plan_parts import compare_parts, plan_parts
from ..questionnaire import check_data
from ..search import search_files
from . import Declared, View, declare
from .area import listed_areas
from .areas import areas_below, counted
from .doorways import doorways_data
from .frontdesk import frontdesk_data
from .helper import helper_data
from .letter import letters_data
from .organization import with_hidden_addresses
from .organizations import lists, organization_lists
from .page import Page
from .papers import asking
from .parts import Parts, screening_of


def compile_pages(records: Records, today: datetime.date) -> Iterator[Page]:
    """Every page made from the data."""
    return (declared.make() for declared in declare_pages(records, today))


def declare_pages(records: Records, today: datetime.date) -> Iterator[Declared]:
    """Every page made from the data, to be made when it is written."""
    for code in records.site.languages:
        told = language(code)
        yield from declare(records, told, today, Parts(records, told, today))


def work_out(records: Records, today: datetime.date) -> None:
    """Works out all that pages of the last build may depend on, so that it can be compared: see `Records.each`."""
    for code in records.site.languages:
        parts = Parts(records, language(code), today)
        parts.work_out()
        view = View(records, language(code), today, parts)
        view.services_of("")
        view.services_by("")
        for need in records.needs:
            counted(view, need)
        areas_below(view)
        listed_areas(view)
        with_hidden_addresses(view)
        asking(view)
        lists(view)
        list(organization_lists(view))


def compile_data(records: Records, today: datetime.date) -> Iterator[tuple[str, Any]]:
    """File name and plain JSON of everything that modules fetch: `plan.es.json`."""
    yield "doorways.json", doorways_data(records)
    yield "clock.json", service_clock(records, today)
    for code in records.site.languages:
        told = language(code)
        yield f"screening.{code}.json", screening_of(records, told, today)
        check = check_data(records, told)
        yield f"check.{code}.json", check
        yield f"needs.{code}.json", {"needs": check["needs"]}
        yield f"letters.{code}.json", letters_data(records, told, today)
        plan = {**plan_data(records, told), "as_of": today.isoformat()}
        yield f"plan.{code}.json", plan
        for name, part in plan_parts(plan):
            yield f"plan/{code}/{name}", part
        for name, part in compare_parts(compare_data(records, told)):
            yield f"compare/{code}/{name}", part
        yield f"frontdesk.{code}.json", frontdesk_data(records, told)
        for name, data in search_files(records, told):
            yield f"search/{code}/{name}", data
        yield f"helper.{code}.json", helper_data(records, told)
