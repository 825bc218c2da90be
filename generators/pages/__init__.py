"""Every page that is made from records: url, title, fragment of HTML."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from ..languages import Language
from ..model import Records
from .about import about
from .before import before
from .booklet import booklets
from .check import check, form, paper
from .doorways import doorways
from .figures import figures
from .helper import helper
from .home import home
from .letter import letter
from .need import need
from .organization import organization
from .page import Page
from .papers import papers
from .plan import plan
from .preset import preset
from .screener import screener
from .search import search
from .service import service
from .supervisor import supervisor
from .view import View
from .vocabulary import vocabulary

__all__ = ["Page", "View", "compile"]


MAINTAINED_IN = "en"  # the pages for those who keep the data


def compile(records: Records, language: Language, today: datetime.date, parts: Mapping[str, Any]) -> Iterator[Page]:
    """All pages of one language.

    `parts` holds what the layers above say: `check`, the data of the questionnaire; `said`, each rule in words;
    `sentences`, each rule in one line; `tables`, the income limits of each service.
    """
    view = View(records, language, today, parts)
    yield home(view)
    for single in (search, check, form, paper, plan, letter, helper, supervisor, before, about, papers):
        yield single(view)
    if language.code == MAINTAINED_IN:
        for single in (vocabulary, doorways, figures):
            yield single(view)
    for key in records.needs:
        yield need(view, key)
        yield screener(view, key)
    yield from booklets(view)
    for key, starting in records.presets.items():
        if not starting.sensitive:
            yield preset(view, key)
    for key in records.services:
        yield service(view, key)
    for key in records.organizations:
        yield organization(view, key)
