"""Reasons in words: the templates, and the filling of them.

Templates are messages of the catalogues and never contain an amount or a date. `words()` gives them in one language for
the screening data; `Reasoner` fills them from there, so that Python and the browser write the same bytes.
"""

from __future__ import annotations

import math
import re
from typing import Any, NotRequired, TypedDict

from ..languages import Language
from ..languages.written import category
from .templates import COUNTED, TEMPLATES

PLACEHOLDER = re.compile(r"%\((\w+)\)s")


class Reason(TypedDict):
    """Why: the condition, whether it holds (null: unknown), one sentence; the others where they matter."""

    condition: str
    holds: bool | None
    text: str
    person: NotRequired[str]
    figure: NotRequired[str]
    until: NotRequired[str]
    counted: NotRequired[list[str]]  # ids of who counted together, where that is not the whole household


def words(language: Language) -> dict[str, Any]:
    """Every template in a language; those with a count by plural category."""
    found: dict[str, Any] = language.once("words of rules", lambda: _words(language))
    return found


def _words(language: Language) -> dict[str, Any]:
    plain = {key: language.t(text) for key, text in TEMPLATES.items()}
    counted = {key: language.forms(one, many) for key, (one, many) in COUNTED.items()}
    return {**plain, **counted}


def formats(language: Language) -> dict[str, Any]:
    """How this language writes dates, money, percentages and plurals, as patterns that need no library."""
    return {name: language.formats[name] for name in ("dates", "money", "percent", "plural", "list")}


def fill(template: str, values: dict[str, Any]) -> str:
    """The template with every `%(name)s` filled."""
    return PLACEHOLDER.sub(lambda match: str(values[match[1]]), template)


class Reasoner:
    """Writes reasons with the words and formats of some screening data."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.words = data["words"]
        self.formats = data["formats"]

    def fill(self, key: str, **values: Any) -> str:
        """A template, filled; with `count` (a whole number) in the plural form for it."""
        template = self.words[key]
        if isinstance(template, dict):
            template = template.get(category(self.formats["plural"], values["count"])) or template["other"]
        return fill(template, values)

    def money(self, dollars: float) -> str:
        """Dollars, with cents only where they are not whole."""
        before, between, point, after = self.formats["money"]
        cents = math.floor(dollars * 100 + 0.5)
        whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", between, str(cents // 100))
        return f"{before}{whole}{point + str(cents % 100).zfill(2) if cents % 100 else ''}{after}"

    def percent(self, share: float) -> str:
        """A share as a percentage, to a tenth where it is not whole."""
        before, after = self.formats["percent"]
        tenths = math.floor(share * 1000 + 0.5)
        return f"{before}{self._tenths(tenths)}{after}"

    def number(self, value: float) -> str:
        """A plain number, to a tenth where it is not whole."""
        return self._tenths(math.floor(value * 10 + 0.5))

    def _tenths(self, tenths: int) -> str:
        point = self.formats["money"][2]
        return f"{tenths // 10}{point + str(tenths % 10) if tenths % 10 else ''}"

    def date(self, day: str) -> str:
        """A day in words."""
        year, month, date = (int(part) for part in day.split("-"))
        return fill(self.formats["dates"][month - 1], {"year": year, "day": date})

    def either(self, names: list[str]) -> str:
        """`rent, heating or electricity`."""
        if len(names) < 2:
            return "".join(names)
        return self.fill("or", first=self.formats["list"][0].join(names[:-1]), last=names[-1])
