"""The whole site in all its languages, as values: pages, and the data that the browser modules fetch."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from ..hours import service_clock
from ..languages import Language, language
from ..model import Records
from ..plan import compare_data, plan_data
from ..questionnaire import check_data
from ..rules import has_income_test, limit_tables, names_in, say, screening_data
from ..search import search_files
from . import Declared, declare
from .doorways import doorways_data
from .frontdesk import frontdesk_data
from .helper import helper_data
from .letter import letters_data
from .page import Page


def compile_pages(records: Records, today: datetime.date) -> Iterator[Page]:
    """Every page made from the data."""
    return (declared.make() for declared in declare_pages(records, today))


def declare_pages(records: Records, today: datetime.date) -> Iterator[Declared]:
    """Every page made from the data, to be made when it is written."""
    for code in records.site.languages:
        told = language(code)
        screening = screening_of(records, told, today)
        names = names_in(records, told)
        states = [choice.value for choice in records.questions["place"].choices]
        firsts: dict[int, str] = {}  # of services with equal rules, which are one object, the first
        said: dict[str, Any] = {}
        tables: dict[str, Any] = {}
        for key, service in screening["services"].items():
            first = firsts.setdefault(id(service["rule"]), key)
            if first != key:
                said[key] = said[first]
                if first in tables:
                    tables[key] = tables[first]
                continue
            said[key] = say(service["rule"], told, screening["figures"], today, names)
            if has_income_test(service["rule"]):
                tables[key] = limit_tables(screening, key, told, today, names, states)
        sentences = {key: service["sentence"] for key, service in screening["services"].items()}
        parts = {"check": check_data(records, told), "said": said, "sentences": sentences, "tables": tables}
        yield from declare(records, told, today, parts)


def compile_data(records: Records, today: datetime.date) -> Iterator[tuple[str, Any]]:
    """File name and plain JSON of everything that modules fetch: `plan.es.json`."""
    yield "doorways.json", doorways_data(records)
    yield "clock.json", service_clock(records, today)
    for code in records.site.languages:
        told = language(code)
        yield f"screening.{code}.json", screening_of(records, told, today)
        yield f"check.{code}.json", check_data(records, told)
        yield f"letters.{code}.json", letters_data(records, told, today)
        yield f"plan.{code}.json", {**plan_data(records, told), "as_of": today.isoformat()}
        yield f"compare.{code}.json", compare_data(records, told)
        yield f"frontdesk.{code}.json", frontdesk_data(records, told)
        for name, data in search_files(records, told):
            yield f"search/{code}/{name}", data
        yield f"helper.{code}.json", helper_data(records, told)


def screening_of(records: Records, told: Language, today: datetime.date) -> dict[str, Any]:
    """What the rules say in one language; worked out once for its pages and its data."""
    found: dict[str, Any] = records.once(("screening", told.code, today), lambda: screening_data(records, told, today))
    return found
