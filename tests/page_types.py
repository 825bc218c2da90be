"""One address for each type of page, and what to wait for where a script fills the page."""

from __future__ import annotations

from lengths import every
from playwright.sync_api import Page

# Address: what shows that the page is there.
PAGES = {
    "": "main h1",
    "before/": "main h1",
    "needs/food/": "main h1",
    "needs/support/": "main h1",  # private
    "needs/reentry/booklet/": "main h1",
    "services/snap/": "main h1",
    "services/snap/more/": "main h1",
    "services/snap/states/": "main h1",
    "services/support-line/": "main h1",  # private
    "services/lifeline-988/": "main h1",
    "organizations/": "main h1",
    "organizations/usda-fns/": "main h1",
    "papers/": "main h1",
    "search/#q=rent": "[data-results] a",
    "check/": "form.hr-question",
    "check/form/": "form.hr-form",
    "check/form/#needs=food,health,aging": "form.hr-form [data-question]",
    "check/paper/": "main h1",
    "check/paper/transport/": "main h1",
    "plan/": "main h1",
    "letter/": ".hr-letter-form",
    "helper/": "#helper-find",
    "helper/leaving-hospital-today/": "main h1",
    "helper/paper/": "main h1",
    "helper/paper/oh/": "main h1",
    "about/": "main h1",
    "accessibility/": "main h1",
    "guides/": "main h1",
    "guides/first-call/": "main h1",
}
# For those who keep the data, in English only.
FOR_MAINTAINERS = {
    "maintain/": "main h1",
    "maintain/add-a-service/": "main h1",
    "maintain/coverage/": "main h1",
    "maintain/figures/": "main h1",
    "maintain/readability/": "main h1",
    "maintain/rules/": "main h1",
    "maintain/translations/": "main h1",
    "maintain/vocabulary/": "main h1",
}
LOST = {"404.html": "main h1"}  # one for all languages, without the frame of the others
LONG = {  # as the others, with far more on them
    "check/paper/health/": "main h1",
    "guides/words/": "main h1",
    "maintain/doorways/": "main h1",
}
LANGUAGES = {"": "en", "es/": "es", "ar/": "ar"}  # folder: code


def pages_in(base: str, long: bool = False) -> dict[str, str]:
    """The pages of one language; `long` ones too."""
    found = {**PAGES, **({**FOR_MAINTAINERS, **LOST} if base == "" else {}), **(LONG if long else {})}
    return {path: ready for path, ready in found.items() if base == "" or not path.startswith("maintain/")}


def some_in(base: str) -> dict[str, str]:
    """All pages in English; in another language, which has the same templates, all of them in the long run only."""
    found = pages_in(base)
    return {path: found[path] for path in (every(list(found), 3) if base else found)}


def open_page(page: Page, site_url: str, base: str, path: str) -> None:
    """Loads a page anew, also where only the fragment differs, and waits until it is filled."""
    if "#" in path:
        page.goto("about:blank")
    page.goto(f"{site_url}{base}{path}")
    page.locator(pages_in("", True)[path]).first.wait_for()
