"""Dates, amounts and counts are written alike by Python and by the browser, in every language: one table for both."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Any

import pytest
import yaml
from conftest import ROOT
from playwright.sync_api import Page

from generators.languages import KNOWN, Language, language
from generators.languages.written import category
from generators.rules.reasons import Reasoner

TABLE = yaml.safe_load((ROOT / "tests/written.yaml").read_text("utf-8"))
BY_DAY = [
    (kind, code, day, text)
    for kind in ("dates", "months", "short")
    for day, by in TABLE[kind].items()
    for code, text in by.items()
]
AMOUNTS = [(how, row["amount"], text) for row in TABLE["money"] for how, text in row.items() if how != "amount"]
SHARES = [(how, row["share"], text) for row in TABLE["percent"] for how, text in row.items() if how != "share"]
COUNTS = [(code, row["count"], name) for row in TABLE["plural"] for code, name in row.items() if code != "count"]
LISTS = [
    (place, code, row["parts"], text)
    for row in TABLE["lists"]
    for place, kind in enumerate(("short", "long"))
    for code, text in row[kind].items()
]


def writing(how: str) -> Language:
    """A language that writes amounts as a CLDR locale does."""
    return replace(language("en"), amounts=how)


def plain(text: str) -> str:
    """With a usual blank where CLDR has one that does not break."""
    return re.sub("[\u00a0\u202f]", " ", text)


def test_the_table_has_every_language() -> None:
    assert {code for _, code, _, _ in BY_DAY} == {code for code, _, _ in COUNTS} == set(KNOWN)


@pytest.mark.parametrize(("kind", "code", "day", "text"), BY_DAY)
def test_days_in_python(kind: str, code: str, day: str, text: str) -> None:
    told, date = language(code), datetime.date.fromisoformat(day)
    assert {"dates": told.date, "months": told.month, "short": lambda d: told.formats["short"][d.month - 1]}[kind](
        date
    ) == text


@pytest.mark.parametrize(("how", "amount", "text"), AMOUNTS)
def test_amounts_in_python(how: str, amount: float, text: str) -> None:
    told = writing(how)
    assert plain(told.money(amount)) == text
    assert Reasoner({"words": {}, "formats": told.formats}).money(amount) == told.money(amount)


@pytest.mark.parametrize(("how", "share", "text"), SHARES)
def test_shares_in_python(how: str, share: float, text: str) -> None:
    told = writing(how)
    assert plain(told.percent(share)) == text
    assert Reasoner({"words": {}, "formats": told.formats}).percent(share) == told.percent(share)


@pytest.mark.parametrize(("code", "count", "name"), COUNTS)
def test_counts_in_python(code: str, count: int, name: str) -> None:
    told = language(code)
    assert category(told.formats["plural"], count) == told.locale.plural_form(count) == name


@pytest.mark.parametrize(("place", "code", "parts", "text"), LISTS)
def test_lists_in_python(place: int, code: str, parts: list[str], text: str) -> None:
    told = language(code)
    assert (told.commas, told.semicolons)[place](parts) == text


@pytest.mark.parametrize("code", KNOWN)
def test_the_short_list_of_plurals_is_as_cldr_for_every_count(code: str) -> None:
    told = language(code)
    wrong = [n for n in range(3000) if category(told.formats["plural"], n) != told.locale.plural_form(n)]
    assert wrong == []


@pytest.mark.parametrize("code", KNOWN)
def test_digits_are_western_and_amounts_keep_their_direction(code: str) -> None:
    told = language(code)
    said = [told.date(datetime.date(2026, 11, 22)), told.money(1234.5), told.percent(0.5), told.number(1200)]
    assert all(sign.isascii() for text in said for sign in text if sign.isdecimal())
    assert told.money(2000) == ("\u2066$2,000\u2069" if told.dir == "rtl" else "$2,000")


def test_the_browser_writes_the_same(phone: Page, site_url: str) -> None:
    phone.goto(site_url)
    formats = {code: language(code).formats for code in KNOWN}
    amounts = {how: writing(how).formats for how, _, _ in (*AMOUNTS, *SHARES)}
    given: dict[str, Any] = {
        "formats": formats,
        "amounts": amounts,
        "days": [row[:3] for row in BY_DAY],
        "money": [row[:2] for row in AMOUNTS],
        "shares": [row[:2] for row in SHARES],
        "counts": [row[:2] for row in COUNTS],
        "lists": [row[:3] for row in LISTS],
    }
    found = phone.evaluate(
        """([root, given]) => Promise.all(
          ["written.mjs", "rules/reasons.mjs", "words.mjs"].map((name) => import(root + name))
        ).then(([w, r, said]) => {
          Object.keys(given.formats).forEach((code) => said.learn(code, given.formats[code]));
          return {
            days: given.days.map(([kind, code, day]) => w.written(given.formats[code][kind], day)),
            money: given.money.map(([how, sum]) => r.money({data: {formats: given.amounts[how]}}, sum)),
            shares: given.shares.map(([how, share]) => r.percent({data: {formats: given.amounts[how]}}, share)),
            counts: given.counts.map(([code, count]) => w.category(given.formats[code].plural, count)),
            lists: given.lists.map(([place, code, parts]) => said[place ? "semicolons" : "commas"](parts, code)),
            english: w.ENGLISH,
          };
        })""",
        [f"{site_url}assets/handrail/", given],
    )
    assert found["days"] == [text for *_, text in BY_DAY]
    assert [plain(text) for text in found["money"]] == [text for *_, text in AMOUNTS]
    assert [plain(text) for text in found["shares"]] == [text for *_, text in SHARES]
    assert found["counts"] == [name for *_, name in COUNTS]
    assert found["lists"] == [text for *_, text in LISTS]
    assert found["english"] == {name: formats["en"][name] for name in ("dates", "months", "short", "plural", "list")}
