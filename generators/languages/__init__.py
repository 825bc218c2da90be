"""The words of the site in every language: catalogues, plurals, dates, money.

A message is written in English where it is used; its translation stands in `<code>.po` beside this file.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale

from . import written
from .catalogue import PLURAL_RULES, Catalogue, plural_examples, read, translations

__all__ = [
    "COMPLETE",
    "FOLDER",
    "KNOWN",
    "NN_",
    "N_",
    "PLURAL_RULES",
    "Language",
    "catalogue_path",
    "language",
    "plural_examples",
    "read_catalogue",
]

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Language:
    """One language: its name, its direction and its words."""

    code: str  # en, es
    name: str  # in its own script
    dir: str = "ltr"  # or rtl
    locale_name: str = ""  # for CLDR: dates and plurals
    amounts: str = "en_US"  # for CLDR: how amounts are written
    reviewed_by: str = ""  # who has read the catalogue; empty while it is only machine-made
    messages: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False, hash=False)
    plurals: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False, hash=False)
    # What has been worked out for this language, so that 20,000 pages do not work it out again; see `once`.
    known: dict[Any, Any] = field(init=False, default_factory=dict, repr=False, compare=False, hash=False)

    @property
    def is_machine_made(self) -> bool:
        """Has no native speaker read its catalogue yet?"""
        return self.code != "en" and not self.reviewed_by

    @property
    def base(self) -> str:
        """The URL prefix of the language: nothing for English, `es/` for Spanish."""
        return "" if self.code == "en" else f"{self.code}/"

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for this language. `key`: the name of the maker and all it depends on."""
        if key not in self.known:
            self.known[key] = make()
        return self.known[key]

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale."""
        return Locale.parse(self.locale_name or self.code)

    def t(self, text: str, **values: object) -> str:
        """The message in this language (English where it is missing), with `%(name)s` filled."""
        message = self.messages.get(text, text)
        return message % values if values else message

    def n(self, one: str, many: str, count: int, **values: object) -> str:
        """The plural form for a count; `%(count)s` is filled too."""
        if one in self.plurals:
            category = self.once(("category", count), lambda: self.locale.plural_form(count))
            text = self.plurals[one].get(category) or self.plurals[one]["other"]
        else:
            text = one if count == 1 else many
        return text % {"count": count, **values}

    def forms(self, one: str, many: str) -> dict[str, str]:
        """All plural forms by CLDR category, for the browser: `{"one": ..., "other": ...}`."""
        return dict(self.plurals.get(one) or {"one": one, "other": many})

    def has(self, text: str) -> bool:
        """Is this message (of a plural its form for one) in the language?"""
        return self.code == "en" or text in self.messages or text in self.plurals

    @cached_property
    def formats(self) -> dict[str, Any]:
        """How dates, amounts and plurals are written, as patterns; see `written`.

        `dates` and `months` (with the year): one pattern a month; `short`: months in few letters; `money`: [before,
        between thousands, point, after]; `percent`: [before, after]; `plural`: [[count, category from there on]];
        `list`: [comma, stronger mark].
        """
        return {
            "dates": written.dates(self.code, self.locale),
            "months": written.months(self.code, self.locale),
            "short": written.short_months(self.code, self.locale),
            "money": written.money(self.amounts, self.dir == "rtl"),
            "percent": written.percent(self.amounts, self.dir == "rtl"),
            "plural": written.plural(self.locale),
            "list": written.marks(self.code),
        }

    def commas(self, parts: Iterable[str]) -> str:
        """Parts in a row: `Spanish, Vietnamese`."""
        return str(self.formats["list"][0]).join(parts)

    def semicolons(self, parts: Iterable[str]) -> str:
        """Parts in a row that may hold commas themselves."""
        return str(self.formats["list"][1]).join(parts)

    def money(self, dollars: float) -> str:
        """`$2,000`; cents only when the amount is not whole."""
        before, between, point, after = self.formats["money"]
        cents = round(dollars * 100)
        rest = f"{point}{cents % 100:02}" if cents % 100 else ""
        return f"{before}{written.grouped(cents // 100, between)}{rest}{after}"

    def date(self, day: datetime.date) -> str:
        """`September 30, 2027`, `30 de septiembre de 2027`."""
        return str(self.formats["dates"][day.month - 1] % {"year": day.year, "day": day.day})

    def month(self, day: datetime.date) -> str:
        """`September 2027`, `septiembre de 2027`."""
        return str(self.formats["months"][day.month - 1] % {"year": day.year})

    def number(self, value: float) -> str:
        """A number without needless zeros: `1.85`, `1,200`."""
        _, between, point, _ = self.formats["money"]
        whole, _, rest = f"{value:.10g}".partition(".")
        return written.grouped(int(whole), between) + (point + rest if rest else "")

    def percent(self, share: float) -> str:
        """A share of one as a percentage: `130%`."""
        before, after = self.formats["percent"]
        share_of_100 = f"{share * 100:.6g}".replace(".", self.formats["money"][2])
        return f"{before}{share_of_100}{after}"


COMPLETE = ("en", "es")  # languages in which nothing may be missing
KNOWN = {
    "en": Language("en", "English", locale_name="en_US"),
    "es": Language("es", "Español", locale_name="es_US", amounts="es_US"),
    "ar": Language("ar", "العربية", dir="rtl"),
    "vi": Language("vi", "Tiếng Việt"),
    "zh": Language("zh", "简体中文", locale_name="zh_Hans"),
    "ht": Language(
        "ht", "Kreyòl ayisyen", locale_name="fr"
    ),  # CLDR has no Haitian Creole; its plurals are as in French
    "so": Language("so", "Soomaali"),
}


@cache
def language(code: str) -> Language:
    """The language of a code, with its catalogue when there is one."""
    known = KNOWN[code]
    path = catalogue_path(code)
    if code == "en" or not path.exists():
        return known
    messages, plurals, reader = translations(path, known.locale)
    return replace(known, reviewed_by=reader, messages=messages, plurals=plurals)


def catalogue_path(code: str) -> Path:
    """Where the catalogue of a language stands."""
    return FOLDER / f"{code}.po"


def read_catalogue(code: str) -> Catalogue | None:
    """The catalogue of a language as it stands in its file, if there is one."""
    path = catalogue_path(code)
    return read(path) if path.exists() else None


def N_(text: str) -> str:
    """Marks a message that is looked up later."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """Marks a message with plural forms that is looked up later."""
    return one, many
