"""No axe violation and no sideways scroll on any type of page, in English, Spanish and Arabic.

The short run opens every type of page once in each language: in English with all rules, by turns narrow and wide, light
and dark; in the others with all rules but those of colour, which words do not change. HANDRAIL_LONG=1 takes the whole
product: each language, narrow and wide, light and dark.
"""

from __future__ import annotations

import pytest
from axe import LONG, NARROW, TURNS, in_turns
from page_types import LANGUAGES, open_page, pages_in
from playwright.sync_api import Browser


@pytest.mark.parametrize("base", LANGUAGES)
def test_no_violation_on_any_page_type(browser: Browser, site_url: str, base: str) -> None:
    context = browser.new_context(viewport=NARROW, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    wrong = {}
    for at, path in enumerate(pages_in(base, LONG)):
        turn = (at + list(LANGUAGES).index(base)) % len(TURNS)
        open_page(page, site_url, base, path)
        for name, found in in_turns(page, base, TURNS if LONG else TURNS[turn : turn + 1]).items():
            wrong[f"{base}{path} {name}"] = found
    context.close()
    assert wrong == {}
