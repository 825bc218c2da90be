"""The whole road in any language: told by the values of the page, never by its words.

`walk` answers the questionnaire as a mother of 29 in Ohio, pregnant, with a child of 4 and 2,000 dollars of wages a
month. At each step it calls `look` with the name of the step, before anything is answered.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Look = Callable[[str], None]
MOST = 60  # steps
FORM = "form.hr-question"
PLACE = (
    "history.state && history.state.handrail || { step: 'needs', depth: 0 }"  # the first step stands before the script
)
SEND = f"{FORM} button[type=submit]"


def step(page: Page) -> str:
    """The name of the step that is shown: `people/new`."""
    return str(page.evaluate(f"({PLACE}).step"))


def is_shown(page: Page, selector: str) -> bool:
    return page.locator(selector).count() > 0


def start(page: Page, site_url: str, base: str, need: str = "food") -> None:
    """From the home page over a need to the first question."""
    page.goto(site_url + base)
    page.locator(f"main a[href$='needs/{need}/']").first.click()
    page.locator(f"main a[href$='check/#need={need}']").first.click()
    page.locator(f"{FORM} input:checked").wait_for()


def moved(page: Page, act: Callable[[], None]) -> None:
    """Does something that leads to another step, and waits for it."""
    before = page.evaluate(f"JSON.stringify({PLACE})")
    act()
    page.wait_for_function(f"was => JSON.stringify({PLACE}) !== was", arg=before)


def answer(page: Page) -> None:
    """Answers what is asked, and goes on."""
    name = step(page)
    send = page.locator(SEND)
    if name == "place":
        page.locator("#state").select_option("OH")
    elif name == "people" and is_shown(page, "#age"):
        page.locator("#age").fill("29")
    elif name == "people" and page.locator(".hr-rows > li").count() == 1:
        return moved(page, page.locator(f"{FORM} button.hr-secondary").click)
    elif name == "people/new":
        page.locator("input[name=relation][value=child]").check()
        page.locator("#age").fill("4")
    elif name == "income" and not is_shown(page, ".hr-rows"):
        return moved(page, page.locator(f"{FORM} fieldset button.hr-button").first.click)
    elif name == "income/new":
        page.locator("#kind").select_option("wages")
        page.locator("input[name=much][value=fixed]").check()
        page.locator("#amount").fill("2000")
    elif name == "pregnant":
        page.locator("input[type=checkbox][value=p1]").check()
    elif name == "status":
        for choice in page.locator(f"{FORM} select").all():
            choice.select_option("citizen")
    elif is_shown(page, "input[type=checkbox][value=none]"):
        page.locator("input[type=checkbox][value=none]").check()
    elif name != "needs" and is_shown(page, "input[value=rather-not]"):
        page.locator("input[value=rather-not]").first.check()
    moved(page, send.click)


def walk(page: Page, look: Look = lambda name: None) -> list[str]:
    """From the first question to the results; gives the steps in their order."""
    steps: list[str] = []
    while len(steps) < MOST:
        name = step(page)
        steps.append(name)
        look(name)
        if name == "results":
            return steps
        if name == "answers":
            moved(page, page.locator(".hr-actions button").first.click)
        else:
            answer(page)
    raise AssertionError(f"the questions never end: {steps}")


def to_the_plan(page: Page, *services: str) -> None:
    """Adds services that the results show, and opens the plan."""
    for service in services:
        page.locator(f"main button[data-service={service}]").first.click()
    page.locator("main .hr-actions a[href$='plan/']").click()
    page.locator(".plan-sheet").wait_for()
