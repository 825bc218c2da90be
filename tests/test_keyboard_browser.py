"""The whole road with the keyboard alone: where the focus is can be seen, nothing lies over it, and it goes along."""

from __future__ import annotations

import pytest
import road
from conftest import PHONE
from playwright.sync_api import Browser, Page, expect

MOST = 250  # presses of Tab on one page
HEARD = "window.printed = 0; window.print = () => { window.printed += 1; };"
# What is wrong with how the focused element can be seen.
UNSEEN = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  if (at === document.body) return [];
  const name = (at.id ? "#" + at.id : at.tagName + " " + at.textContent.trim().slice(0, 30));
  const has = (one) => (one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2) || one.boxShadow !== "none";
  const found = has(style) ? [] : [name + ": no focus to be seen"];
  const box = at.getClientRects()[0];
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const label = hit && hit.closest("label");
  const isIn = hit && (at.contains(hit) || (label && label.control === at));
  if (!isIn) found.push(name + ": covered, or out of the window");
  return found;
}"""


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


def to(page: Page, selector: str, wrong: list[str], key: str = "Tab") -> None:
    """Presses Tab until the element has the focus; notes each stop that cannot be seen."""
    for _ in range(MOST):
        if focused(page, selector):
            return
        page.keyboard.press(key)
        wrong += page.evaluate(UNSEEN)
    raise AssertionError(f"Tab never comes to {selector}")


def press(page: Page, selector: str, wrong: list[str]) -> None:
    """Comes to the element with Tab and presses Enter."""
    to(page, selector, wrong)
    page.keyboard.press("Enter")


def answer(page: Page, wrong: list[str]) -> None:
    """Answers what is asked, in the English page, and goes on with Enter."""
    name = road.step(page)
    if name == "place":
        to(page, "#state", wrong)
        page.keyboard.type("Ohio")
    elif name == "people" and road.is_shown(page, "#age"):
        to(page, "#age", wrong)
        page.keyboard.type("29")
    elif name == "people" and page.locator(".hr-rows > li").count() == 1:
        to(page, f"{road.FORM} button.hr-secondary", wrong)
        return road.moved(page, lambda: page.keyboard.press("Enter"))
    elif name == "people/new":
        to(page, "input[name=relation]", wrong)
        while not page.locator("input[name=relation][value=child]").is_checked():
            page.keyboard.press("ArrowDown")
        to(page, "#age", wrong)
        page.keyboard.type("4")
    elif name == "income" and not road.is_shown(page, ".hr-rows"):
        to(page, f"{road.FORM} fieldset button.hr-button", wrong)
        return road.moved(page, lambda: page.keyboard.press("Enter"))
    elif name == "income/new":
        to(page, "#kind", wrong)
        page.keyboard.type("Pay from")
        to(page, "#amount", wrong)
        page.keyboard.type("2000")
    elif road.is_shown(page, "input[value=none]"):
        to(page, "input[value=none]", wrong)
        page.keyboard.press("Space")
    to(page, road.SEND, wrong)
    road.moved(page, lambda: page.keyboard.press("Enter"))


@pytest.fixture(scope="module")
def walked(browser: Browser, site_url: str) -> dict[str, list[str]]:
    """What a walk from the first page to the print button found: `steps`, `titles`, `asked`, `unseen`, `elsewhere`."""
    context = browser.new_context(viewport=PHONE, locale="en-US")
    context.add_init_script(HEARD)
    page = context.new_page()
    page.set_default_timeout(15_000)
    found: dict[str, list[str]] = {name: [] for name in ("steps", "titles", "asked", "unseen", "elsewhere")}
    wrong = found["unseen"]
    page.goto(site_url)
    for ending in ("needs/food/", "check/#need=food"):
        press(page, f"main a[href$='{ending}']", wrong)
        page.wait_for_url(f"**/{ending}")
    page.locator(f"{road.FORM} input:checked").wait_for()
    while (name := road.step(page)) != "results" and len(found["steps"]) < road.MOST:
        heading = page.locator("h1").inner_text()
        if found["steps"] and not focused(page, "h1"):
            found["elsewhere"].append(name)
        if not page.title().startswith(heading):
            found["elsewhere"].append(f"{name}: {page.title()}")
        found["steps"].append(name)
        found["titles"].append(page.title())
        if page.locator(f"{road.FORM} input, {road.FORM} select").count():
            found["asked"].append(heading)
        if name == "answers":
            to(page, ".hr-actions button", wrong)
            road.moved(page, lambda: page.keyboard.press("Enter"))
        else:
            answer(page, wrong)
    assert focused(page, "h1")
    press(page, "button[data-service=snap]", wrong)
    expect(page.locator("button[data-service=snap]").first).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    page.locator(".plan-week").wait_for()
    press(page, "[data-key=keep-open]", wrong)
    press(page, "[data-key=print]", wrong)
    found["printed"] = [str(page.evaluate("window.printed"))]
    for _ in range(12):  # and back, where a header that stays could lie over what comes from above
        page.keyboard.press("Shift+Tab")
        wrong += page.evaluate(UNSEEN)
    context.close()
    return found


def test_the_keyboard_comes_to_the_printed_plan(walked: dict[str, list[str]]) -> None:
    assert walked["printed"] == ["1"]
    assert walked["steps"][0] == "needs" and walked["steps"][-1] == "answers"


def test_the_focus_can_be_seen_at_every_stop_and_nothing_lies_over_it(walked: dict[str, list[str]]) -> None:
    assert walked["unseen"] == []


def test_each_question_takes_the_focus_to_its_heading_and_names_the_page(walked: dict[str, list[str]]) -> None:
    assert walked["elsewhere"] == []
    changes = zip(walked["titles"], walked["titles"][1:], walked["steps"], walked["steps"][1:], strict=False)
    assert [new for old, title, was, new in changes if old == title and was != new] == []


def test_nothing_is_asked_twice(walked: dict[str, list[str]]) -> None:
    assert len(walked["asked"]) >= 8
    assert len(set(walked["asked"])) == len(walked["asked"]), walked["asked"]


def test_an_answer_is_still_there_when_it_is_changed(phone: Page, site_url: str) -> None:
    road.start(phone, site_url, "")
    while road.step(phone) != "income":
        road.answer(phone)
    phone.evaluate("history.back()")
    phone.wait_for_function("history.state.handrail.step === 'people'")
    while road.step(phone) != "answers":
        road.answer(phone)
    road.moved(phone, phone.locator(".hr-answers .hr-row-actions button").nth(1).click)
    expect(phone.locator("#state")).to_have_value("OH")
    expect(phone.locator("h1")).to_be_focused()


def test_the_letter_is_written_and_printed_by_keyboard(phone: Page, site_url: str) -> None:
    phone.add_init_script(HEARD)
    phone.goto(f"{site_url}letter/")
    wrong: list[str] = []
    for selector, typed in (
        ("#letter-kind", "SNAP"),
        ("#letter-month", "11"),
        ("#letter-day", "16"),
        ("#letter-year", "2026"),
    ):
        to(phone, selector, wrong)
        phone.keyboard.type(typed)
    press(phone, ".hr-letter-form button[type=submit]", wrong)
    expect(phone.locator(".hr-letter-found h2").first).to_be_focused()
    to(phone, "#letter-name", wrong)
    phone.keyboard.type("Ana Ruiz")
    expect(phone.locator(".hr-letter-text")).to_contain_text("Ana Ruiz")
    press(phone, ".hr-letter-found .hr-actions button:not(.hr-secondary)", wrong)
    assert phone.evaluate("window.printed") == 1
    assert wrong == []


def test_a_helper_makes_a_plan_and_a_link_by_keyboard(desktop: Page, site_url: str) -> None:
    desktop.goto(f"{site_url}helper/")
    desktop.locator("#helper-find").wait_for()
    wrong: list[str] = []
    to(desktop, "#helper-find", wrong)
    desktop.keyboard.type("wic")
    desktop.keyboard.press("Enter")
    expect(desktop.locator(".helper-list > li")).to_have_count(1)
    press(desktop, ".helper-presets > summary", wrong)
    press(desktop, "[data-key='preset:lost-job']", wrong)
    expect(desktop.locator("#helper-today")).to_be_focused()
    press(desktop, "[data-key='out:wic']", wrong)
    expect(desktop.locator(".helper-list [data-key='out:wic']")).to_have_count(0)
    press(desktop, "[data-key=share]", wrong)
    press(desktop, "[data-key=share-make]", wrong)
    expect(desktop.locator("[data-key=share-copy]")).to_be_focused()
    assert wrong == []


def test_what_was_typed_once_is_there_where_it_is_asked_again(phone: Page, site_url: str) -> None:
    road.start(phone, site_url, "")
    road.walk(phone)
    phone.goto(f"{site_url}check/form/#needs=food")
    phone.locator("form.hr-form [data-question]").first.wait_for()
    expect(phone.locator("#state")).to_have_value("OH")
    expect(phone.locator("#age-p1")).to_have_value("29")
    expect(phone.locator("#amount-1")).to_have_value("2000")
