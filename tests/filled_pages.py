"""Pages that a script fills, once somebody has used them: each yields a name at every look worth taking."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Page

Looks = Iterator[str]
IN_PLAN = ("snap", "wic", "medicaid")


def unfold(page: Page) -> None:
    """Opens all that is folded in the main part."""
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")


def plan(page: Page, home: str) -> Looks:
    """Three services, the sheet for the front desk, and the plan with all that can be opened."""
    for service in IN_PLAN:
        page.goto(f"{home}services/{service}/")
        page.locator(f"main button[data-service={service}]").first.click()
    page.goto(f"{home}plan/")
    page.locator(".plan-week").wait_for()
    yield "plan"
    page.locator("[data-key=desk]").first.click()
    page.locator(".desk-controls h2").wait_for()
    yield "sheet for the front desk"
    page.reload()
    page.locator("[data-key='fold:snap']").first.click()
    unfold(page)
    yield "plan, all unfolded"


def helper(page: Page, home: str) -> Looks:
    """A ready plan, then with all that can be opened, and while something is searched for."""
    page.goto(f"{home}helper/")
    page.locator("#helper-find").wait_for()
    page.locator(".helper-presets > summary").click()
    page.locator(".helper-presets button").first.click()
    page.locator(".helper-list > li").first.wait_for()
    yield "helper with a ready plan"
    unfold(page)
    page.locator("#helper-find").fill("SNAP")
    page.locator(".helper-answers > li").first.wait_for()
    yield "helper, all unfolded, while searching"
    page.locator("#helper-find").fill("")


def letter(page: Page, home: str) -> Looks:
    """Sent empty, then with a kind of letter and its date, and the letter to print."""
    page.goto(f"{home}letter/")
    page.locator(".hr-letter-form button[type=submit]").click()
    yield "letter with errors"
    page.locator("#letter-kind").select_option("snap")
    for field, value in (("month", "11"), ("day", "16"), ("year", "2026")):
        page.locator(f"#letter-{field}").fill(value)
    page.locator(".hr-letter-form button[type=submit]").click()
    page.locator(".hr-letter-found h2").first.wait_for()
    unfold(page)
    page.locator("#letter-name").fill("Ana Ruiz")
    yield "letter with its last days"


def form(page: Page, home: str) -> Looks:
    """The one-page form with a kind of money, sent without the amount, and its results."""
    page.goto(home)
    page.evaluate("sessionStorage.clear()")  # what was answered elsewhere would be there
    page.goto(f"{home}check/form/#needs=food,health")
    page.locator("form.hr-form [data-question]").first.wait_for()
    page.locator("#state").select_option("OH")
    page.locator("#age-p1").fill("29")
    page.locator("#kind-1").select_option("wages")
    page.locator("form.hr-form button[type=submit]").click()
    page.locator(".hr-error-summary").wait_for()
    yield "form with an error"
    page.locator("#amount-1").fill("2000")
    page.locator("form.hr-form button[type=submit]").click()
    page.locator("button[data-service=snap]").first.wait_for()
    unfold(page)
    yield "results of the form"


FILLED: dict[str, Callable[[Page, str], Looks]] = {"plan": plan, "helper": helper, "letter": letter, "form": form}
