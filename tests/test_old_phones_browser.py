"""Every type of page in a browser that lacks what those of 2017 lack: scripts run, and what they fill is filled."""

from __future__ import annotations

from filled_pages import FILLED
from page_types import open_page, pages_in
from playwright.sync_api import Page

TAKEN_AWAY = """
for (const name of ["ResizeObserver", "IntersectionObserver", "structuredClone", "requestIdleCallback",
  "AbortController", "queueMicrotask"]) delete window[name];
for (const name of ["PluralRules", "ListFormat", "RelativeTimeFormat", "DisplayNames", "Segmenter"]) delete Intl[name];
for (const name of ["flat", "flatMap", "at", "findLast", "toSorted"]) delete Array.prototype[name];
for (const name of ["replaceAll", "matchAll", "at", "trimStart", "trimEnd"]) delete String.prototype[name];
delete Object.fromEntries;
delete Promise.allSettled;
"""


def test_every_type_of_page_runs_with_what_there_was_in_2017(phone: Page, site_url: str) -> None:
    phone.add_init_script(TAKEN_AWAY)
    for path in pages_in(""):
        open_page(phone, site_url, "", path)
        phone.wait_for_load_state("networkidle")
    looks = [name for fill in FILLED.values() for name in fill(phone, site_url)]
    assert len(looks) >= 9
    assert phone.evaluate("'ResizeObserver' in window || 'flatMap' in []") is False
