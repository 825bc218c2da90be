"""No axe violation on any page type, narrow and wide, light and dark, English and Spanish; and no sideways scroll."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
PAGES = (
    "",
    "needs/food/",
    "services/snap/",
    "services/lifeline-988/",
    "before/",
    "needs/support/",
    "services/support-line/",
    "organizations/",
    "organizations/usda-fns/",
    "search/#q=rent",
    "check/",
    "check/form/",
    "check/form/#needs=food,health,aging",
    "check/paper/",
    "check/paper/health/",
    "needs/food/booklet/",
    "helper/paper/",
    "helper/paper/oh/",
    "plan/",
    "letter/",
    "helper/",
    "helper/leaving-hospital-today/",
    "about/",
    "accessibility/",
    "guides/",
    "guides/first-call/",
    "maintain/rules/",
    "maintain/vocabulary/",
    "maintain/doorways/",
    "maintain/figures/",
    "404.html",
    "es/",
    "es/services/snap/",
    "es/check/",
    "es/check/paper/food/",
    "es/letter/",
    "es/helper/",
    "es/check/form/#needs=food",
)


def violations(page: Page) -> list[str]:
    """What axe finds, one line for each rule and place."""
    page.evaluate(AXE)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_on_any_page_type(browser: Browser, site_url: str, site: Path, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    wrong = {}
    for path in PAGES:
        assert (site / path.split("#")[0]).exists(), path
        page.goto("about:blank")
        page.goto(site_url + path)
        page.wait_for_timeout(300)
        found = violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.append(f"scrolls sideways by {wide} px")
        if found:
            wrong[path] = found
    context.close()
    assert wrong == {}
