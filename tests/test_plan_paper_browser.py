"""The plan on paper: the five services of the site that fill the most paper, on both sizes of sheet.

The short run prints in Somali, whose words fill the most paper; HANDRAIL_LONG=1 prints in every language.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from whole_plan import whole_plan

SMALLEST = 12  # pixels, 9 points
LONGEST = "so"
PRINTED = ("en", "es", "ar", "vi", "zh", "ht", "so") if os.environ.get("HANDRAIL_LONG") else (LONGEST,)
# The smallest words that a reader sees in the sheet, each with its size.
WORDS = """() => {
  const walker = document.createTreeWalker(document.querySelector(".plan-sheet"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    const isShown = around.checkVisibility() && !around.closest("svg, option, details:not([open]) > :not(summary)");
    if (isShown && walker.currentNode.data.trim()) {
      found.push([parseFloat(getComputedStyle(around).fontSize), walker.currentNode.data]);
    }
  }
  return found;
}"""


def heaviest(data: dict[str, Any]) -> list[str]:
    """Five services whose steps, papers and words fill the most paper, chosen one after the other."""

    def words(service: dict[str, Any]) -> int:
        told = [service[name] or "" for name in ("takes", "next", "if_told_no")]
        return len(json.dumps([service["steps"], told], ensure_ascii=False))

    def papers(ids: set[str]) -> int:
        told = [[data["documents"][one][name] for name in ("name", "any_of", "without")] for one in sorted(ids)]
        return len(json.dumps(told, ensure_ascii=False))

    chosen: list[str] = []
    had: set[str] = set()
    while len(chosen) < 5:
        rest = [key for key, one in data["services"].items() if key not in chosen and not one["sensitive"]]
        more = {key: had | {paper["id"] for paper in data["services"][key]["documents"]} for key in rest}
        best = max(rest, key=lambda key: words(data["services"][key]) + papers(more[key]))
        chosen.append(best)
        had = more[best]
    return chosen


@pytest.fixture
def full(phone: Page, site: Path, site_url: str) -> Callable[[str], Page]:
    """The plan of the heaviest five, in a language."""

    def opened(code: str) -> Page:
        data = whole_plan(site, code)
        phone.goto(f"{site_url}{'' if code == 'en' else code + '/'}plan/")
        phone.evaluate(
            'plan => import(document.querySelector("script[src*=plan-]").src.replace(/joined.*/, "handrail/state.mjs"))'
            ".then((s) => s.write({ plan: plan }))",
            {"services": heaviest(data), "since": "2026-11-21"},
        )
        expect(phone.locator(".plan-services > li")).to_have_count(5)
        return phone

    return opened


@pytest.mark.parametrize("code", PRINTED)
def test_the_heaviest_five_fill_three_sheets_and_no_more(full: Callable[[str], Page], code: str) -> None:
    page = full(code)
    for size in ("Letter", "A4"):
        reader = PdfReader(io.BytesIO(page.pdf(format=size, tagged=True)))
        assert 1 <= len(reader.pages) <= 3, size
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in reader.trailer["/Root"]
        for number, sheet in enumerate(reader.pages, 1):
            told = f"{number} / {len(reader.pages)}"
            assert told in " ".join(sheet.extract_text().split()), (size, number)


def test_nothing_on_paper_is_too_small_or_said_twice(full: Callable[[str], Page]) -> None:
    page = full("en")
    page.emulate_media(media="print")
    words = page.evaluate(WORDS)
    assert len(words) > 100
    assert [text for size, text in words if size < SMALLEST] == []
    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages)
    told = " ".join(text.split())
    assert told.count("Numbers to call") == told.count("Ask each time") == 1
    page.emulate_media(media="screen")
    for name in page.locator(".plan-papers .tick-label").all_inner_texts():
        assert told.count(name) == 1, name


def test_steps_and_papers_are_not_cut_between_sheets(full: Callable[[str], Page]) -> None:
    page = full("en")
    page.emulate_media(media="print")
    whole = ".plan-steps > li, .plan-papers .plan-list > li, .plan-more, .plan-lines, .plan-foot"
    broken = page.evaluate(
        """(whole) => Array.from(document.querySelectorAll(whole), (one) => [one.className, getComputedStyle(one)])
          .filter(([, style]) => style.display !== "none" && style.breakInside !== "avoid")
          .map(([name]) => name)""",
        whole,
    )
    assert broken == []
