"""The call sheet as one page to print: it stands alone, without the site around it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from ..languages import language
from .environment import environment


def callsheet(lines: Sequence[Any], today: datetime.date) -> str:
    """Whole HTML. `lines` have name, organization, numbers, website, email, last, why, asked and file."""
    told = language("en")
    return environment(told).get_template("callsheet.html.j2").render(lines=lines, day=told.date(today))
