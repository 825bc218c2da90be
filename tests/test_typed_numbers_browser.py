"""Numbers are read as people of many countries type them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from test_questionnaire_browser import modules

READ = "async ([url, texts]) => { const { amount } = await import(url); return texts.map(amount); }"
AMOUNTS: dict[str, float | None] = {
    "2300": 2300,
    "2,300": 2300,
    "$2,300.50": 2300.5,
    "2.300": 2300,
    "1.200,50": 1200.5,
    "850,50": 850.5,  # not 85050: too much money would hide help
    "12,5": 12.5,
    "1200.": 1200,
    " 14 ": 14,
    "1,2,3": None,
    "": None,
    "-5": None,
    "1e3": None,
}


def test_amounts_are_read_as_they_are_written(phone: Page, serve: Callable[[Path], str]) -> None:
    home = modules(phone, serve)
    read = phone.evaluate(READ, [f"{home}check/facts.mjs", list(AMOUNTS)])
    assert dict(zip(AMOUNTS, read, strict=True)) == AMOUNTS


@pytest.mark.parametrize(("typed", "read"), [("٩٠٠١٢", "90012"), ("۹۰۰۱۲", "90012"), ("９００１２", "90012")])
def test_digits_of_other_keyboards_find_a_place(phone: Page, site_url: str, typed: str, read: str) -> None:
    phone.goto(f"{site_url}ar/search/#q=SNAP")
    phone.locator("[data-results] a").first.wait_for()
    phone.locator(".find-near > summary").click()
    phone.locator("#find-zip").press_sequentially(typed)
    phone.locator(".find-near:not([open]) > summary bdi", has_text=read).wait_for()
