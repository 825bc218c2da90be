"""No axe violation and no sideways scroll on any type of page, in English, Spanish and Arabic.

The short run opens every type of page once in each language: in English with all rules, by turns narrow and wide, light
and dark; in the others with all rules but those of colour, which words do not change. HANDRAIL_LONG=1 takes the whole
product: each language, narrow and wide, light and dark.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from axe import COLOURS, sideways, violations
from page_types import LANGUAGES, open_page, pages_in
from playwright.sync_api import Browser

LONG = bool(os.environ.get("HANDRAIL_LONG"))
NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 800}
TURNS = ((NARROW, "light"), (WIDE, "dark"), (NARROW, "dark"), (WIDE, "light"))


@pytest.mark.parametrize("base", LANGUAGES)
def test_no_violation_on_any_page_type(browser: Browser, site_url: str, site: Path, base: str) -> None:
    context = browser.new_context(viewport=NARROW, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    wrong = {}
    for at, path in enumerate(pages_in(base, LONG)):
        assert (site / base / path.split("#")[0]).exists(), base + path
        turns = TURNS if LONG else (TURNS[(at + list(LANGUAGES).index(base)) % 4],)
        page.set_viewport_size(turns[0][0])
        page.emulate_media(color_scheme=turns[0][1])
        open_page(page, site_url, base, path)
        for size, scheme in turns:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            found = violations(page, without=() if LONG or base == "" else COLOURS) + sideways(page)
            if found:
                wrong[f"{base}{path} {size['width']} {scheme}"] = found
    context.close()
    assert wrong == {}
