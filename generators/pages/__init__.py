"""Every page that is made from records: url, title, fragment of HTML."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..folded import folded
from ..languages import Language
from ..model import Records
from .about import about
from .area import area, area_list, area_path, listed_areas
from .areas import NATION, listed
from .before import before
from .booklet import booklet, booklets_of, state_booklet, state_path, states
from .booklet import path_of as booklet_path
from .check import check, form, paper
from .closed import closed
from .coverage import coverage
from .doorways import doorways, programs
from .figures import figures
from .helper import helper
from .home import home
from .letter import letter
from .more import more, more_path, with_more
from .need import need
from .need_area import need_area, need_areas
from .organization import organization, organization_pages
from .organizations import organization_lists, organizations
from .page import Page
from .paging import page_path, pages
from .papers import papers
from .plan import plan
from .preset import preset
from .readability import readability
from .screener import path_of as screener_path
from .screener import screener
from .search import search
from .service import service
from .supervisor import supervisor
from .translations import translations
from .view import View
from .vocabulary import vocabulary
from .where import where, where_path
from .with_services import with_services

__all__ = ["Declared", "Page", "TwoPages", "View", "compile", "declare"]


MAINTAINED = "maintain/"  # the pages for those who keep the data
MAINTAINED_IN = "en"
SINGLE: Mapping[str, Callable[[View], Page]] = {  # pages of which there is one in each language
    "": home,
    "search/": search,
    "check/": check,
    "check/form/": form,
    "check/paper/": paper,
    "plan/": plan,
    "letter/": letter,
    "helper/": helper,
    "helper/paper/": supervisor,
    "before/": before,
    "about/": about,
    "papers/": papers,
    "maintain/vocabulary/": vocabulary,
    "maintain/doorways/": doorways,
    "maintain/figures/": figures,
    "maintain/translations/": translations,
    "maintain/coverage/": coverage,
    "maintain/readability/": readability,
}
MAKERS: Mapping[str, Callable[..., Page]] = {  # of these, and of pages of which there are many
    **SINGLE,
    "state_booklet": state_booklet,
    "area_list": area_list,
    "area": area,
    "preset": preset,
    "more": more,
    "organizations": organizations,
    "where": where,
    "need": need,
    "need_area": need_area,
    "screener": screener,
    "booklet": booklet,
    "closed": closed,
    "service": service,
    "with_services": with_services,
    "organization": organization,
}
Line = Sequence[Any]  # path, name of the maker, and what it is given


class TwoPages(Exception):
    """Two pages want to have one address, the first argument."""


@dataclass(frozen=True)
class Declared:
    """All pages of one language. Each is made when it is written: of 20,000 pages only one at a time is in memory."""

    view: View
    lines: Mapping[str, Line]  # by the url from the root of the site: es/services/snap/
    others: frozenset[str]  # the urls of all but the pages of services and organizations

    def make(self, url: str) -> Page:
        """One page."""
        _, name, *keys = self.lines[url]
        return MAKERS[name](self.view, *keys)


def compile(records: Records, language: Language, today: datetime.date, parts: Mapping[str, Any]) -> Iterator[Page]:
    """All pages of one language, made."""
    declared = declare(records, language, today, parts)
    return map(declared.make, declared.lines)


def declare(records: Records, language: Language, today: datetime.date, parts: Mapping[str, Any]) -> Declared:
    """All pages of one language. Raises `TwoPages` where two of them have the same address.

    `parts` holds what the layers above say: `check`, the data of the questionnaire; `said`, each rule in words;
    `sentences`, each rule in one line; `tables`, the income limits of each service.
    """
    view = View(records, language, today, parts)
    many = many_pages(view)
    single: list[Line] = [
        (path, path) for path in SINGLE if language.code == MAINTAINED_IN or not path.startswith(MAINTAINED)
    ]
    lists: list[Line] = [
        *((state_path(folder), "state_booklet", folder) for folder in states(view)),
        *((area_path(folder), "area_list" if folder == NATION else "area", folder) for folder in listed_areas(view)),
        *((f"helper/{key}/", "preset", key) for key, starting in records.presets.items() if not starting.sensitive),
    ]
    rest: list[Line] = [
        *((more_path(key), "more", key) for key in with_more(view)),
        *((path, "organizations", first, number) for path, first, number in organization_lists(view)),
        *((where_path(key), "where", key) for key in programs(records)),
    ]
    groups = [single, many["needs"], lists, many["services"], rest, many["organizations"]]
    lines = _by_url(language.base, groups)
    others = frozenset(f"{language.base}{line[0]}" for line in chain(single, many["needs"], lists, rest))
    return Declared(view, lines, others)


def _by_url(base: str, groups: Sequence[Sequence[Line]]) -> dict[str, Line]:
    lines = {base + line[0]: line for line in chain.from_iterable(groups)}
    if len(lines) < sum(map(len, groups)):
        twice = next(url for url, count in Counter(base + line[0] for line in chain(*groups)).items() if count > 1)
        raise TwoPages(twice)
    return lines


def many_pages(view: View) -> Mapping[str, list[Line]]:
    """The pages of needs, services and organizations: path, name of the maker and what it is given; in any language."""
    found: Mapping[str, list[Line]] = view.records.listed(("many pages",), lambda: _many_pages(view))
    return found


def _many_pages(view: View) -> dict[str, list[Line]]:
    records = view.records
    here = frozenset(folded(records))  # on the pages of their organizations
    owner = "with_services" if records.site.fold else "organization"
    needs: list[Line] = []
    for key in records.needs:
        needs += [(page_path(f"needs/{key}/", number), "need", key, number) for number in pages(len(listed(view, key)))]
        needs += [(path, "need_area", key, folder, number) for path, folder, number in need_areas(view, key)]
        needs.append((screener_path(key), "screener", key))
    needs += [(booklet_path(*one), "booklet", *one) for one in booklets_of(view)]
    return {
        "needs": needs,
        "services": [
            (f"services/{key}/", "closed" if one.status == "closed" else "service", key)
            for key, one in records.brief("service").items()
            if key not in here
        ],
        "organizations": [
            (page_path(f"organizations/{key}/", number), owner, key, number)
            for key, one in records.brief("organization").items()
            for number in organization_pages(view, key, one.doors)
        ],
    }
