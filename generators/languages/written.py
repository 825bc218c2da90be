"""How a language writes dates, amounts and counts: from CLDR, as patterns that the browser fills without a library.

Digits are 0-9 everywhere. Amounts are those of the United States, so that they look as on the letters and pay stubs
that families hold: a language takes them from the CLDR locale that `Language.amounts` names.
"""

from __future__ import annotations

import datetime
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

# CLDR has no Haitian Creole: its dates are as in French, with names of its own.
MONTHS = {
    "ht": "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm".split(),
}
SAMPLE = datetime.date(2033, 1, 22)
# What stands between parts in a row: the comma, and the stronger mark where a part may hold a comma itself.
MARKS = {"ar": ["، ", "؛ "], "zh": ["、", "；"]}
LTR, END = "\u2066", "\u2069"  # between them a text goes from left to right, whatever stands around it
CYCLE = 100  # plural categories of counts repeat after so many, in every language that we know


def dates(code: str, locale: Locale, width: str = "long") -> list[str]:
    """One pattern a month, with `%(day)s` and `%(year)s`."""
    patterns = []
    for month in range(1, 13):
        day = SAMPLE.replace(month=month)
        text = str(format_date(day, format=width, locale=locale))
        if code in MONTHS:
            text = text.replace(locale.months["format"]["wide"][month], MONTHS[code][month - 1])
        patterns.append(text.replace("2033", "%(year)s").replace("22", "%(day)s"))
    return patterns


def marks(code: str) -> list[str]:
    """What stands between parts in a row: [comma, stronger mark]."""
    return MARKS.get(code, [", ", "; "])


def months(code: str, locale: Locale) -> list[str]:
    """A month with its year, one pattern a month: `November %(year)s`."""
    patterns = []
    for month in range(1, 13):
        pattern = locale.datetime_skeletons["yMMMM"]
        text = str(pattern.apply(SAMPLE.replace(month=month), locale))
        if code in MONTHS:
            text = text.replace(locale.months["format"]["wide"][month], MONTHS[code][month - 1])
        patterns.append(text.replace("2033", "%(year)s"))
    return patterns


def short_months(code: str, locale: Locale) -> list[str]:
    """Months in few letters: `Nov`."""
    if code in MONTHS:
        return MONTHS[code]
    names = locale.months["format"]["abbreviated"]  # babel mixes up its stand-alone names between languages
    return [str(names[month]) for month in range(1, 13)]


def plural(locale: Locale) -> list[list[Any]]:
    """The plural categories: [[0, "other"], [1, "one"], [2, "other"]], each from its count to the next.

    The list goes to 199. A larger count is as its last two digits after 100: 1203 as 103.
    """
    found: list[list[Any]] = []
    for count in range(2 * CYCLE):
        category = locale.plural_form(count)
        if not found or found[-1][1] != category:
            found.append([count, category])
    return found


def category(runs: list[list[Any]], count: int) -> str:
    """The plural category of a count. The browser's twin stands in written.mjs."""
    count = count if count < 2 * CYCLE else CYCLE + count % CYCLE
    return str(next(name for start, name in reversed(runs) if start <= count))


def money(amounts: str, is_rtl: bool) -> list[str]:
    """[before, between thousands, point, after] of an amount in dollars."""
    locale = Locale.parse(amounts)
    pattern = locale.currency_formats["standard"]
    sign = get_currency_symbol("USD", locale)
    before, after = (str(part[0]).replace("¤", sign) for part in (pattern.prefix, pattern.suffix))
    marks = (LTR, END) if is_rtl else ("", "")
    return [marks[0] + before, get_group_symbol(locale), get_decimal_symbol(locale), after + marks[1]]


def percent(amounts: str, is_rtl: bool) -> list[str]:
    """[before, after] of a percentage."""
    pattern = Locale.parse(amounts).percent_formats[None]
    marks = (LTR, END) if is_rtl else ("", "")
    return [marks[0] + str(pattern.prefix[0]), str(pattern.suffix[0]) + marks[1]]


def grouped(whole: int, between: str) -> str:
    """A whole number with a sign between thousands."""
    return f"{whole:,}".replace(",", between)
