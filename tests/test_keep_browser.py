"""Keeping a plan: on this device, as a file, on paper; and the warning before an untouched tab is wiped."""

from __future__ import annotations

import datetime
import io
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import violations
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader
from test_plan import made_up
from test_state import framed, served, state, stored

from generators.languages import language
from generators.plan import plan_data

KEY = "handrail-kept"
HOSTILE = '<img src=x onerror="document.title=1"> </style><script>document.title=2</script>'
NOTED = {
    "services": ["groceries", "babies", "heat", "shelter"],
    "done": {"groceries/0": True, "paper/photo-id": True, "shelter/0": True},
    "owners": {"groceries/1": "helper", "shelter/0": "me"},
    "helped": {"heat": "partly"},
    "goal": "A warm home",
    "later": HOSTILE,
    "since": "2026-11-20",
    "review": "2026-12-24",
    "due": {"babies/0": "2026-12-01", "shelter/0": "2026-12-02"},
    "status": {"groceries": "waiting", "shelter": "asked"},
    "barriers": {"babies": "ride", "shelter": "fear"},
    "team": [{"role": "nurse", "name": "Ana Ruiz", "phone": "412-555-0190", "does": "calls the clinic"}],
    "log": [
        {"day": "2026-11-20", "id": "groceries", "who": "Bo", "said": "Send the form"},
        {"day": "2026-11-20", "id": "shelter", "who": "Cy", "said": "Bed on Friday"},
    ],
}
FACTS = {"place": {"state": "CA"}, "people": [{"id": "p1", "relation": "self", "age": 31, "status": "citizen"}]}
OF_SHELTER = ("shelter", "fear", "Bed on Friday", "2026-12-02")


def told(code: str) -> dict[str, Any]:
    """The plan's data in a language, with one thing that may stand in the way."""
    ride = {"id": "ride", "name": {"en": "No ride", "es": "Sin transporte"}[code], "try": [], "services": []}
    return {**plan_data(made_up(), language(code)), "barriers": [ride]}


def pages() -> dict[str, str]:
    plan = '<h1>My plan</h1><div data-module="plan" data-plan="{}" data-root="../"></div>'
    entry, service = "assets/handrail/plan-page.mjs", "assets/handrail/service.mjs"
    spanish = language("es")
    words = {"lang": "es", "messages": dict(spanish.messages), "plurals": {}, "formats": spanish.formats}
    add = '<h1>A service</h1><p><button data-module="plan-add" data-service="{}"{} hidden>Add</button></p>'
    return {
        "index.html": framed('<h1>Home</h1><label>Words <input id="field"></label>', ""),
        "away/index.html": "<title>Away</title>",
        "plan/index.html": framed(plan.format("plan.en.json"), "../", entry),
        "plan/plan.en.json": json.dumps(told("en")),
        "plan/plan.es.json": json.dumps(told("es")),
        "es/plan/index.html": framed(plan.format("../../plan/plan.es.json"), "../../", entry, words=words),
        "services/rent/index.html": framed(add.format("rent", ""), "../../", service),
        "services/shelter/index.html": framed(add.format("shelter", " data-sensitive"), "../../", service),
    }


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with served(pages()) as address:
        yield address


SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> Any:
    return SIZES[request.param]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    yield from opened(browser, SIZES["phone"])


@pytest.fixture
def sized(browser: Browser, size: Any) -> Iterator[BrowserContext]:
    """A context of a phone, then of a desktop."""
    yield from opened(browser, size)


def opened(browser: Browser, viewport: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=viewport, accept_downloads=True)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.on("console", lambda message: errors.append(message.text) if "Security" in message.text else None)
    yield context
    context.close()
    assert errors == []


def tab(context: BrowserContext, address: str) -> Page:
    """A new tab at noon of 2026-11-21."""
    page = context.new_page()
    page.clock.install(time=datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC))
    page.goto(address)
    return page


def with_plan(context: BrowserContext, home: str, path: str = "plan/", **patch: Any) -> Page:
    """The plan page of a tab with a plan; the panel is open."""
    page = tab(context, home)
    state(page, f"s.write({json.dumps({'plan': NOTED, **patch})})")
    page.goto(home + path)
    page.locator("[data-key=keep-open]").click()
    return page


def in_device(page: Page) -> Any:
    return page.evaluate(f"() => JSON.parse(localStorage.getItem('{KEY}'))")


def keep_here(page: Page, *ticks: str) -> None:
    page.get_by_role("button", name="Keep it on this device").click()
    for name in ticks:
        page.get_by_label(name).check()
    page.get_by_role("button", name="Yes, keep it on this device").click()


def left_nothing(page: Page) -> bool:
    return bool(page.evaluate("() => sessionStorage.length + localStorage.length === 0 && location.hash === ''"))


# The panel


def test_one_button_opens_the_ways_paper_first(context: BrowserContext, home: str) -> None:
    page = tab(context, home)
    state(page, f"s.write({json.dumps({'plan': NOTED})})")
    page.goto(home + "plan/")
    button = page.get_by_role("button", name="Keep this plan")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("heading", name="On paper")).to_have_count(0)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    assert page.locator(".keep h3").all_inner_texts()[0] == "On paper"
    assert page.locator(".keep h3").all_inner_texts()[1:] == ["On this device", "As a link", "As a file"]
    assert page.evaluate("() => localStorage.length") == 0


def test_the_panel_is_accessible_and_fits(browser: Browser, home: str, size: Any) -> None:
    context = browser.new_context(viewport=size, bypass_csp=True)
    page = with_plan(context, home, facts=FACTS)
    page.get_by_role("button", name="Keep it on this device").click()
    found = [one for one in violations(page) if "keep" in one]
    assert found == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    short = page.locator(".keep button, .keep .hr-tick").evaluate_all(
        "all => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)"
    )
    assert short == []
    context.close()


# On this device


def test_nothing_is_kept_without_a_plain_yes(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_text("Do other people use this phone or computer?")).to_be_visible()
    expect(page.get_by_text("“Leave this page” and “Start again” delete it too")).to_be_visible()
    assert in_device(page) is None
    page.get_by_role("button", name="No", exact=True).click()
    assert in_device(page) is None
    assert page.get_by_text("Do other people use this phone or computer?").count() == 0


def test_the_next_visit_asks_and_restores_the_plan(sized: BrowserContext, home: str) -> None:
    page = with_plan(sized, home, facts=FACTS, needs=["food"])
    keep_here(page)
    expect(page.locator(".keep").get_by_text("Kept on this device.", exact=True)).to_be_visible()
    expect(page.locator("[data-key=keep-device]")).to_be_focused()
    page.close()

    again = tab(sized, home + "plan/")
    expect(again.get_by_text("A plan is kept on this device.")).to_be_visible()
    expect(again.locator(".keep-bar")).to_contain_text("November 21, 2026")
    expect(again.get_by_role("heading", name="Your plan is empty")).to_be_visible()
    again.get_by_role("button", name="Open it").click()
    expect(again.locator(".plan-name").first).to_be_visible()
    assert sorted(again.locator(".plan-name").all_inner_texts()) == [
        "Baby Food",
        "Grocery Card (GC)",
        "Home Energy Help",
    ]
    known = state(again, "s.read()")
    for key in ("goal", "later", "since", "review", "team", "helped"):
        assert known["plan"][key] == NOTED[key]
    assert known["plan"]["done"] == {"groceries/0": True, "paper/photo-id": True}
    assert known["facts"] == {}  # answers were not ticked
    assert known["needs"] == []


def test_private_services_are_left_out_of_what_is_kept(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    keep_here(page)
    text = json.dumps(in_device(page))
    for word in OF_SHELTER:
        assert word not in text
    expect(page.locator(".keep-bar")).to_contain_text("Without the private services.")


def test_private_services_and_answers_when_they_are_chosen(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home, facts=FACTS, needs=["food"])
    keep_here(page, "Keep my answers too", "Keep the private services too")
    page.close()
    again = tab(context, home + "plan/")
    again.get_by_role("button", name="Open it").click()
    known = state(again, "s.read()")
    assert known["plan"]["services"] == NOTED["services"]
    assert known["plan"]["status"] == NOTED["status"]
    assert known["needs"] == ["food"]
    assert known["facts"] == {"place": {"state": "CA"}, "people": [{"id": "p1", "relation": "self", "age": 31}]}


def test_private_answers_cannot_be_kept(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home, facts=FACTS, needs=["safety"], sensitive=True, keep_plan=True)
    state(page, f"s.write({json.dumps({'facts': FACTS})})")
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_text("Your answers are private this time.")).to_be_visible()
    expect(page.get_by_label("Keep my answers too")).to_have_count(0)
    page.get_by_role("button", name="Yes, keep it on this device").click()
    assert in_device(page)["answers"] is None


def test_only_private_services_and_none_chosen_keeps_nothing(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home, plan={"services": ["shelter"]})
    keep_here(page)
    expect(page.get_by_text("all services of your plan are private")).to_be_visible()
    assert in_device(page) is None


def test_later_changes_are_kept_too(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    keep_here(page)
    page.locator("#plan-goal-field").fill("Warm feet")
    page.get_by_label("Call the energy desk").first.check()
    assert in_device(page)["plan"]["goal"] == "Warm feet"
    assert in_device(page)["plan"]["done"]["heat/0"] is True
    assert "shelter" not in json.dumps(in_device(page))
    page.goto(home + "services/rent/")
    page.get_by_role("button", name="Add to my plan").click()
    assert "rent" in in_device(page)["plan"]["services"]


def test_a_private_service_added_later_stays_out(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home, plan={"services": ["heat"]})
    keep_here(page)
    page.goto(home + "services/shelter/")
    page.get_by_role("button").click()
    page.get_by_role("button", name="Add it anyway").click()
    page.goto(home + "plan/")
    page.get_by_label("Call the energy desk").first.check()
    assert in_device(page)["plan"]["done"] == {"heat/0": True}
    assert in_device(page)["plan"]["services"] == ["heat"]


def test_one_tap_deletes_it_and_the_tab_keeps_its_plan(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    keep_here(page)
    page.locator(".keep-bar").get_by_role("button", name="Delete it from this device").click()
    assert page.evaluate("() => localStorage.length") == 0
    expect(page.locator(".keep-bar")).to_be_empty()
    expect(page.get_by_text("Deleted from this device. The plan is still in this tab.")).to_be_visible()
    page.get_by_label("Call the energy desk").first.check()
    assert page.evaluate("() => localStorage.length") == 0
    assert len(stored(page)["state"]["plan"]["services"]) == 4


def test_deleting_without_opening(context: BrowserContext, home: str) -> None:
    keep_here(with_plan(context, home))
    again = tab(context, home + "plan/")
    again.get_by_role("button", name="Delete it", exact=True).click()
    assert left_nothing(again)
    expect(again.locator(".keep-bar")).to_be_empty()


def test_two_tabs_never_write_over_each_other(context: BrowserContext, home: str) -> None:
    first = with_plan(context, home)
    keep_here(first)
    second = tab(context, home + "plan/")
    second.get_by_role("button", name="Open it").click()
    second.locator("#plan-goal-field").fill("From the second tab")
    first.locator("#plan-goal-field").fill("From the first tab")
    assert in_device(second)["plan"]["goal"] == "From the second tab"
    expect(first.locator(".keep-bar")).to_contain_text("If you open it, it takes the place of the plan below.")
    second.get_by_role("button", name="Delete it from this device").first.click()
    first.locator("#plan-goal-field").fill("Again from the first")
    assert in_device(first) is None
    expect(first.locator(".keep-bar")).to_be_empty()


def test_a_tab_with_another_plan_asks_before_it_takes_its_place(context: BrowserContext, home: str) -> None:
    keep_here(with_plan(context, home))
    page = with_plan(context, home, plan={"services": ["rent"]})
    expect(page.locator(".keep-bar")).to_contain_text("takes the place of the plan below")
    page.get_by_label("Call").first.check()
    assert in_device(page)["plan"]["services"] == ["groceries", "babies", "heat"]
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_text("Another plan is kept on this device. This one takes its place.")).to_be_visible()


def test_a_full_device_says_so(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    page.evaluate(
        """() => { let key = 0; for (let room = 1 << 22; room > 0; ) {
          try { localStorage.setItem("x" + (key += 1), "x".repeat(room)); } catch (error) { room = room >> 1; } } }"""
    )
    keep_here(page)
    expect(page.get_by_text("Nothing was kept. Print your plan instead.")).to_be_visible()
    expect(page.locator(".keep-bar")).to_be_empty()


def test_blocked_storage_says_so_and_nothing_breaks(context: BrowserContext, home: str) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('blocked', 'SecurityError'); }});"
    )
    page = with_plan(context, home)
    keep_here(page)
    expect(page.get_by_text("Nothing was kept. Print your plan instead.")).to_be_visible()
    expect(page.locator(".plan-name").first).to_be_visible()


def test_a_change_that_does_not_fit_is_said(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    keep_here(page)
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    page.locator("#plan-goal-field").fill("Warm feet")
    expect(page.locator(".keep-bar")).to_contain_text("Your last change could not be kept.")


@pytest.mark.parametrize(
    "damaged", ["", "{", "null", "7", '{"version": 9}', '{"version": 1, "plan": {"services": ["<img>"]}}']
)
def test_a_damaged_copy_can_only_be_deleted(context: BrowserContext, home: str, damaged: str) -> None:
    page = tab(context, home)
    page.evaluate("(text) => localStorage.setItem('handrail-kept', text)", damaged)
    page.goto(home + "plan/")
    expect(page.get_by_text("it cannot be read any more")).to_be_visible()
    expect(page.get_by_role("button", name="Open it")).to_have_count(0)
    page.get_by_role("button", name="Delete it").click()
    assert left_nothing(page)


def test_hostile_words_in_the_copy_stay_words(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    keep_here(page)
    page.close()
    again = tab(context, home + "plan/")
    again.get_by_role("button", name="Open it").click()
    expect(again.locator("#plan-later-field")).to_have_value(HOSTILE)
    assert again.title() == "A page"
    assert again.locator("img").count() == 0


# Wiping


def test_leave_wipes_the_kept_copy_too(sized: BrowserContext, home: str) -> None:
    page = with_plan(sized, home, facts=FACTS)
    keep_here(page, "Keep my answers too")
    page.evaluate("() => { location.hash = 'q=rent'; }")
    page.locator("#leave").click()
    page.wait_for_url(home + "away/")
    assert left_nothing(page)


def test_start_again_says_that_it_wipes_the_kept_copy_and_does(sized: BrowserContext, home: str) -> None:
    page = with_plan(sized, home)
    keep_here(page)
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_text("The plan kept on this device is deleted too.")).to_be_visible()
    page.get_by_role("button", name="Yes, clear everything").click()
    expect(page.get_by_role("heading", name="Your plan is empty")).to_be_visible()
    expect(page.locator(".keep-bar")).to_be_empty()
    assert left_nothing(page)
    assert state(page, "s.isEmpty()") is True


# Nobody there


def test_a_warning_comes_two_minutes_before_the_wipe(sized: BrowserContext, home: str) -> None:
    page = with_plan(sized, home)
    box = page.locator(".hr-idle")
    page.clock.fast_forward("27:50")
    expect(box).to_have_count(0)
    page.clock.fast_forward("00:20")
    expect(box).to_be_visible()
    expect(box.locator("[aria-live=polite]")).to_contain_text(
        "In 2 minutes this page clears your answers and your plan"
    )
    assert page.evaluate("() => sessionStorage.length") == 1
    with page.expect_event("load"):
        page.clock.fast_forward("02:00")
    expect(page.get_by_role("heading", name="Your plan is empty")).to_be_visible()
    assert left_nothing(page)


def test_the_warning_does_not_take_the_focus_and_typing_puts_it_off(context: BrowserContext, home: str) -> None:
    page = tab(context, home)
    state(page, 's.write({needs: ["food"]})')
    page.locator("#field").focus()
    page.keyboard.type("half a w")
    page.clock.fast_forward("28:10")
    expect(page.locator(".hr-idle")).to_be_visible()
    expect(page.locator("#field")).to_be_focused()
    page.keyboard.type("ord")
    page.clock.run_for(1500)
    expect(page.locator(".hr-idle")).to_have_count(0)
    expect(page.locator("#field")).to_have_value("half a word")
    page.clock.fast_forward("27:00")
    assert state(page, "s.read().needs") == ["food"]


def test_i_am_still_here_begins_the_time_anew_and_gives_the_focus_back(context: BrowserContext, home: str) -> None:
    page = tab(context, home)
    state(page, 's.write({needs: ["food"]})')
    page.locator("#field").focus()
    page.clock.fast_forward("28:30")
    # A screen reader presses the button without a key or a pointer.
    page.get_by_role("button", name="I am still here").evaluate("(button) => { button.focus(); button.click(); }")
    expect(page.get_by_role("button", name="I am still here")).to_have_count(0)
    expect(page.get_by_text("Thank you. Nothing is cleared now.")).to_have_count(1)
    expect(page.locator("#field")).to_be_focused()
    page.clock.fast_forward("27:00")
    assert state(page, "s.read().needs") == ["food"]
    page.clock.fast_forward("01:30")
    expect(page.locator(".hr-idle")).to_be_visible()


def test_no_warning_where_there_is_nothing_to_wipe(context: BrowserContext, home: str) -> None:
    page = tab(context, home + "plan/")
    page.clock.fast_forward("29:00")
    expect(page.locator(".hr-idle")).to_have_count(0)


def test_a_tab_that_slept_is_wiped_when_it_wakes(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    page.clock.set_system_time(datetime.datetime(2026, 11, 21, 14, tzinfo=datetime.UTC))  # no timer has run
    with page.expect_event("load"):
        page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("heading", name="Your plan is empty")).to_be_visible()
    assert left_nothing(page)


def test_a_tab_that_slept_to_the_last_minute_warns_when_it_wakes(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    page.clock.set_system_time(datetime.datetime(2026, 11, 21, 12, 29, tzinfo=datetime.UTC))
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".hr-idle")).to_be_visible()


def test_a_clock_that_was_set_back_does_not_keep_the_tab_for_ever(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    page.clock.set_system_time(datetime.datetime(2026, 11, 21, 2, tzinfo=datetime.UTC))
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    with page.expect_event("load"):
        page.clock.fast_forward("30:10")
    assert left_nothing(page)


def test_the_kept_copy_outlives_the_wipe_and_the_warning_says_so(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    keep_here(page)
    page.clock.fast_forward("28:10")
    expect(page.locator(".hr-idle")).to_contain_text("The plan that is kept on this device stays.")
    with page.expect_event("load"):
        page.clock.fast_forward("02:00")
    assert page.evaluate("() => sessionStorage.length") == 0
    page.get_by_role("button", name="Open it").click()
    expect(page.locator(".plan-name")).to_have_count(3)


def test_a_shared_computer_is_wiped_after_ten_minutes_and_keeps_nothing(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home)
    page.get_by_label("Other people use this phone or computer").check()
    expect(page.get_by_text("So we do not keep your plan on it.")).to_be_visible()
    expect(page.get_by_role("button", name="Keep it on this device")).to_have_count(0)
    page.goto(home + "plan/")  # the choice stays with the tab
    page.clock.fast_forward("08:10")
    expect(page.locator(".hr-idle")).to_be_visible()
    with page.expect_event("load"):
        page.clock.fast_forward("02:00")
    assert left_nothing(page)


# As a file


def save(page: Page, tmp_path: Path, name: str = "Save as a file") -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    assert waiting.value.suggested_filename == "plan-2026-11-21.html"
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def open_file(browser: Browser, path: Path, size: Any) -> Iterator[Page]:
    context = browser.new_context(viewport=size, offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_timeout(200)
    assert asked == [path.as_uri()]
    assert page.locator("script, link, img, iframe, form, object").count() == 0
    handlers = "all => all.filter((one) => [...one.attributes].some((a) => a.name.startsWith('on'))).length"
    assert page.locator("*").evaluate_all(handlers) == 0
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    yield page
    context.close()


def seen(page: Page) -> str:
    return " ".join(page.locator("body").inner_text().split())


def test_the_file_shows_the_plan_in_both_languages_without_a_request(
    sized: BrowserContext, browser: Browser, home: str, size: Any, tmp_path: Path
) -> None:
    page = with_plan(sized, home, "es/plan/")
    path = save(page, tmp_path, "Guardar como archivo")
    role, status = (language("es").t(words) for words in ("Nurse", "waiting for an answer"))
    own, english = told("es"), told("en")
    for file in open_file(browser, path, size):
        text = seen(file)
        assert file.locator("html").get_attribute("lang") == "es"
        for data in (own, english):
            for key in ("groceries", "babies", "heat"):
                service = data["services"][key]
                assert service["name"] in text
                for step in service["steps"]:
                    assert step["do"] in text
                    assert (step["tip"] or "") in text
                for phone in service["phones"]:
                    assert file.locator(f'a[href="{phone["href"]}"]').count() >= 1
                for paper in service["documents"]:
                    assert data["documents"][paper["id"]]["name"] in text
        assert "Envíe el formulario" in text and "Send the form" in text
        for wanted in (
            "Hecho el 21 de noviembre de 2026",
            "Made on November 21, 2026.",
            "A warm home",
            HOSTILE,
            "Quién lo hace: alguien que me ayuda",
            "Who does it: a helper",
            f"Cómo va: {status}",
            "How far it is: waiting for an answer",
            "What stands in the way: No ride",
            "Qué lo impide: Sin transporte",
            "Did it help? Partly",
            "Do it by December 1, 2026.",
            "We look at this plan again on December 24, 2026.",
            "November 30, 2026: Answer their call",
            f"{role} / Nurse: Ana Ruiz",
            "Send the form",
        ):
            assert wanted in text, wanted
        assert file.locator('a[href="tel:4125550190"]').count() == 1
        assert file.locator(".boxes .box").all_inner_texts().count("☑") == 2  # one step, one paper
        assert text.count("Photo ID") == 1  # papers once
        for word in ("Quiet House", "Bed on Friday", "1-800-555-0199"):
            assert word not in text
        assert file.title() == "Mi plan"


def test_the_file_in_english_says_each_thing_once(
    context: BrowserContext, browser: Browser, home: str, tmp_path: Path
) -> None:
    path = save(with_plan(context, home), tmp_path)
    for file in open_file(browser, path, SIZES["phone"]):
        assert seen(file).count("Papers to bring") == 1
        assert file.locator(".pair").count() == 0


def test_the_file_holds_private_services_only_when_they_are_chosen(
    context: BrowserContext, browser: Browser, home: str, tmp_path: Path
) -> None:
    page = with_plan(context, home)
    page.get_by_label("Put the private services in the file too").check()
    path = save(page, tmp_path)
    for file in open_file(browser, path, SIZES["phone"]):
        assert "Quiet House" in seen(file)
        assert "Bed on Friday" in seen(file)


def test_the_file_prints(context: BrowserContext, browser: Browser, home: str, tmp_path: Path) -> None:
    path = save(with_plan(context, home, "es/plan/"), tmp_path, "Guardar como archivo")
    for file in open_file(browser, path, SIZES["phone"]):
        reader = PdfReader(io.BytesIO(file.pdf(format="Letter")))
        text = " ".join(" ".join(one.extract_text() for one in reader.pages).split())
        assert len(reader.pages) <= 3
        for wanted in ("Mi plan", "My plan", "Papeles para llevar", "Papers to bring", "412-555-0128"):
            assert wanted in text


def test_the_file_is_a_page_without_scripts_to_any_reader(context: BrowserContext, home: str, tmp_path: Path) -> None:
    text = save(with_plan(context, home), tmp_path).read_text("utf-8")
    assert text.startswith("<!doctype html>\n<html")
    assert "<script" not in text.lower() and 'onerror="' not in re.sub(r"&lt;.*?&gt;", "", text)
    assert "default-src 'none'" in text
    assert not re.search(r"\b(?:src|srcset|action|data|poster)=", re.sub(r"&lt;.*?&gt;", "", text))


def test_a_browser_that_cannot_save_a_file_offers_paper(context: BrowserContext, home: str) -> None:
    context.add_init_script("delete HTMLAnchorElement.prototype.download;")
    page = with_plan(context, home)
    expect(page.get_by_text("This browser cannot save a file. Print your plan instead.")).to_be_visible()
    expect(page.get_by_role("button", name="Save as a file")).to_have_count(0)


def test_no_english_without_a_connection_says_so(context: BrowserContext, home: str) -> None:
    page = with_plan(context, home, "es/plan/")
    page.route("**/plan.en.json", lambda route: route.abort())
    page.get_by_role("button", name="Guardar como archivo").click()
    expect(page.get_by_text("No se pudo hacer el archivo.")).to_be_visible()
    expect(page.locator(".plan-name").first).to_be_visible()


# On paper


def test_paper_shows_the_plan_and_nothing_of_the_panel(sized: BrowserContext, home: str, tmp_path: Path) -> None:
    page = with_plan(sized, home)
    keep_here(page)
    page.get_by_role("button", name="Print my plan").evaluate(
        "(button) => { window.print = () => { window.printed = 1; }; button.click(); }"
    )
    assert page.evaluate("() => window.printed") == 1
    path = tmp_path / "plan.pdf"
    path.write_bytes(page.pdf(format="Letter", tagged=True))
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    text = " ".join(text.split())
    data = told("en")
    for key in ("groceries", "babies", "heat"):
        service = data["services"][key]
        assert service["name"] in text
        assert all(step["do"] in text for step in service["steps"])
        assert all(phone["number"] in text for phone in service["phones"])
        assert all(data["documents"][paper["id"]]["name"] in text for paper in service["documents"])
    for unwanted in (
        "Keep this plan",
        "On this device",
        "kept on this device",
        "As a file",
        "Other people",
        "Quiet House",
    ):
        assert unwanted not in text, unwanted


# The shipped site


@pytest.mark.parametrize("lang", ["", "es/"])
def test_shipped_plan_of_five_services(browser: Browser, site_url: str, lang: str, size: Any, tmp_path: Path) -> None:
    for context in opened(browser, size):
        page = tab(context, site_url + lang + "plan/")
        five = {"services": ["snap", "medicaid", "wic", "liheap", "lifeline"], "since": "2026-11-21"}
        page.evaluate(
            "(plan) => import(document.querySelector('script[src*=plan-]').src"
            ".replace(/joined.*/, 'handrail/state.mjs'))"
            ".then((s) => s.write({ plan: plan, facts: { place: { state: 'CA' } } }))",
            five,
        )
        page.locator("[data-key=keep-open]").click()
        with page.expect_download() as waiting:
            page.locator("[data-key=keep-save]").click()
        path = tmp_path / "plan.html"
        waiting.value.save_as(path)
        page.locator("[data-key=keep-offer]").click()
        page.locator("[data-key=keep-yes]").click()
        page.close()
        again = tab(context, site_url + lang + "plan/")
        again.locator("[data-key=keep-open-it]").click()
        expect(again.locator(".plan-name")).to_have_count(5)
        names = again.locator(".plan-name").all_inner_texts()
        numbers = again.locator(".plan-numbers a").all_inner_texts()
        for file in open_file(browser, path, size):
            text = seen(file)
            assert [name for name in names if name not in text] == []
            assert [number for number in numbers if number not in text] == []
            assert ("Papeles para llevar" in text) == (lang == "es/")
            assert "Papers to bring" in text
            link = file.locator("p.again a").first.get_attribute("href")
        elsewhere = browser.new_page()
        elsewhere.goto(link)  # what the file names opens the same plan on another phone
        expect(elsewhere.locator(".plan-name")).to_have_count(5)
        assert elsewhere.locator(".plan-name").all_inner_texts() == names
        elsewhere.close()


def test_the_questionnaire_offers_the_shared_computer(phone: Page, site_url: str) -> None:
    phone.goto(site_url + "check/")
    phone.get_by_label("Other people use this phone or computer").check()
    phone.get_by_label("Food", exact=True).check()
    phone.get_by_role("button", name="Continue").click()
    expect(phone.locator("h1")).not_to_have_text("What do you need help with?")
    note = phone.evaluate("() => JSON.parse(sessionStorage.getItem('handrail')).state")
    assert note["shared"] is True and note["needs"] == ["food"]
