"""What the browser remembers, and how it forgets: state.mjs, leave.mjs and the words of a page."""

from __future__ import annotations

import functools
import html
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generators.languages import language

DOCS = Path(__file__).resolve().parent.parent / "docs"
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'"


@contextmanager
def served(pages: Mapping[str, str | bytes]) -> Iterator[str]:
    """`docs/` with made-up `pages` beside it, by path from the root ("plan/index.html"); yields its address."""

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            if path.endswith("/") or not path:
                path += "index.html"
            if path not in pages:
                return super().do_GET()
            body = pages[path]
            data = body.encode() if isinstance(body, str) else body
            kind = {"html": "text/html; charset=utf-8", "js": "text/javascript", "json": "application/json"}
            self.send_response(200)
            self.send_header("Content-Type", kind[path.rpartition(".")[2]])
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
            return None

        def log_message(self, *args: Any) -> None:
            pass

    Handler.extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(DOCS)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def framed(body: str, root: str, *scripts: str, words: Mapping[str, Any] | None = None) -> str:
    """A page as the theme makes it: header with Leave and the plan's count, `body`, and its scripts; strict CSP."""
    lang = (words or {}).get("lang", "en")
    loaded = "".join(
        f'<script src="{root}{script}"{" type=module" if script.endswith("mjs") else " defer"}></script>'
        for script in ("assets/handrail/site.mjs", "assets/handrail/site-later.mjs", *scripts)
    )
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(CSP)}"><title>A page</title>'
        f'<link rel="stylesheet" href="{root}assets/handrail/handrail.css">'
        f'<link rel="stylesheet" href="{root}assets/handrail/plan.css">'
        f'<link rel="stylesheet" href="{root}assets/handrail/plan-paper.css"><body class="hr-page">'
        f'<header><a href="{root}away/" data-module="leave" id="leave2">Leave this page (keyboard)</a>'
        f'<a id="leave" href="{root}away/" data-module="leave">Leave this page</a>'
        f'<a href="{root}plan/">My plan <span data-plan-count hidden></span></a></header><main>{body}</main>'
        f'<script type="application/json" id="words">{json.dumps(words or {})}</script>{loaded}</html>'
    )


BARE = framed('<form><input id="field" type="text"></form><button id="other">Other</button>', "")
SITE = {
    "index.html": BARE,
    "other/index.html": framed("<h1>Other</h1>", "../"),
    "away/index.html": "<!doctype html><title>Away</title><h1>Weather</h1>",
    "es/index.html": framed(
        "<h1>Hola</h1>",
        "../",
        words={
            "lang": "es",
            "messages": {"Added to your plan.": "Está en su plan.", "Hi %(name)s": "Hola %(name)s"},
            "plurals": {"%(count)s day": {"one": "%(count)s día", "other": "%(count)s días"}},
            "formats": language("es").formats,
        },
    ),
}
STATE = "/assets/handrail/state.mjs"
FACTS = {"people": [{"id": "p1", "relation": "self", "age": 31}]}


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    with served(SITE) as address:
        yield address


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    page.goto(home)
    yield page
    context.close()


def state(page: Page, call: str) -> Any:
    """The value of `call` with state.mjs as `s`, in the page."""
    return page.evaluate(f'() => import("{STATE}").then((s) => {call})')


def stored(page: Page) -> Any:
    return page.evaluate('() => JSON.parse(sessionStorage.getItem("handrail"))')


def test_answers_and_plan_outlive_a_page_of_the_tab(page: Page, home: str) -> None:
    state(page, f's.write({{facts: {json.dumps(FACTS)}, needs: ["food"], plan: {{services: ["snap", "wic"]}}}})')
    page.goto(home + "other/")
    known = state(page, "s.read()")
    assert known["facts"] == FACTS
    assert known["needs"] == ["food"]
    assert known["plan"]["services"] == ["snap", "wic"]
    expect(page.locator("[data-plan-count]")).to_have_text("2")


def test_nothing_lies_in_storage_before_anything_is_said(page: Page) -> None:
    state(page, "s.read()")
    page.locator("#other").click()
    assert page.evaluate("() => sessionStorage.length + localStorage.length") == 0


def test_sensitive_answers_are_never_stored(page: Page, home: str) -> None:
    state(page, 's.write({facts: {}, needs: ["food"]})')
    assert stored(page)["state"]["needs"] == ["food"]
    state(page, 's.write({needs: ["safety"], sensitive: true})')
    assert page.evaluate("() => sessionStorage.length") == 0
    assert state(page, "s.read().needs") == ["safety"]
    page.goto(home + "other/")
    assert state(page, "s.read().needs") == []


def test_only_the_plan_is_stored_when_the_person_chose_so(page: Page, home: str) -> None:
    state(page, 's.write({needs: ["safety"], sensitive: true, keep_plan: true, plan: {services: ["hotline"]}})')
    assert "safety" not in page.evaluate('() => sessionStorage.getItem("handrail")')
    page.goto(home + "other/")
    assert state(page, "s.read().plan.services") == ["hotline"]
    assert state(page, "s.read().needs") == []


def test_half_an_hour_without_a_touch_wipes(page: Page) -> None:
    state(page, 's.write({needs: ["food"]})')
    page.clock.fast_forward("29:00")
    page.locator("#other").click()  # a touch begins the half hour anew
    page.clock.fast_forward("29:00")
    assert state(page, "s.read().needs") == ["food"]
    with page.expect_event("load"):  # the page is drawn anew, without the answers that it showed
        page.clock.fast_forward("02:00")
    assert page.evaluate("() => sessionStorage.length") == 0
    assert state(page, "s.read().needs") == []


def test_an_old_note_is_not_read(page: Page) -> None:
    state(page, 's.write({needs: ["food"]})')
    page.evaluate(
        '() => { const note = JSON.parse(sessionStorage.getItem("handrail")); note.at -= 31 * 60 * 1000;'
        ' sessionStorage.setItem("handrail", JSON.stringify(note)); }'
    )
    page.reload()
    assert state(page, "s.read().needs") == []
    assert page.evaluate("() => sessionStorage.length") == 0


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "null",
        "[]",
        '"text"',
        '{"version": 99, "at": 9e15, "state": {"needs": ["food"]}}',
        '{"version": 1, "at": "now", "state": {"needs": ["food"]}}',
        '{"version": 1, "at": 9e15, "state": 7}',
        '{"version": 1, "at": 9e15, "state": {"plan": {"services": {"a": 1}, "done": [], "goal": 7, "since": "soon"}}}',
        '{"version": 1, "at": 9e15, "state": {"__proto__": {"needs": ["a"]}, "plan": {"done": {"__proto__": true}}}}',
        '{"version": 1, "at": 9e15, "state": {"plan": {"services": ["<img>", 7, null, "../x"]}}}',
    ],
)
def test_damaged_state_is_a_clean_start(page: Page, damaged: str) -> None:
    page.evaluate("(text) => sessionStorage.setItem('handrail', text)", damaged)
    page.reload()
    known = state(page, "s.read()")
    assert known["needs"] == []
    assert known["facts"] == {}
    assert known["plan"] == {
        "services": [],
        "done": {},
        "owners": {},
        "helped": {},
        "goal": "",
        "later": "",
        "since": None,
        "review": None,
        "moved": False,
        "due": {},
        "status": {},
        "barriers": {},
        "team": [],
        "log": [],
        "note": "",
    }


def test_blocked_storage_never_throws(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name,"
        " {get() { throw new DOMException('blocked', 'SecurityError'); }});"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(home)
    state(page, 's.write({plan: {services: ["snap"]}})')
    assert state(page, "s.read().plan.services") == ["snap"]
    expect(page.locator("[data-plan-count]")).to_have_text("1")
    state(page, "s.wipe()")
    assert errors == []
    page.close()


def test_a_listener_that_throws_leaves_the_others_alone(page: Page) -> None:
    told = state(
        page,
        "{ const told = []; s.changed(() => { throw new Error('mine'); });"
        " const end = s.changed((now, why) => told.push(why)); s.write({needs: ['food']}); s.wipe(); end();"
        " s.write({needs: []}); return told; }",
    )
    assert told == ["write", "wipe"]


def left_nothing(page: Page) -> bool:
    return bool(page.evaluate("() => sessionStorage.length + localStorage.length === 0"))


@pytest.fixture
def busy(page: Page, home: str) -> Page:
    """A page with answers in storage, a word in a field and a fragment, and one page before it."""
    page.goto(home + "other/")
    page.goto(home)
    state(page, 's.write({needs: ["food"], plan: {services: ["snap"]}})')
    page.evaluate("() => { localStorage.setItem('handrail-kept', '1'); location.hash = 'q=rent'; }")
    page.fill("#field", "my words")
    page.locator("#other").focus()
    return page


@pytest.mark.parametrize("link", ["#leave", "#leave2"])
def test_leaving_by_click(busy: Page, home: str, link: str) -> None:
    busy.locator(link).click()
    busy.wait_for_url(home + "away/")
    assert left_nothing(busy)
    busy.go_back()  # the page itself is gone from the history
    busy.wait_for_url(lambda url: not url.endswith("away/"))
    assert "q=rent" not in busy.url


def press_shift(page: Page, times: int, pause: int = 100) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")
        page.clock.run_for(pause)
        page.wait_for_timeout(0)


def test_leaving_by_shift_three_times(busy: Page, home: str) -> None:
    press_shift(busy, 3)
    busy.wait_for_url(home + "away/")
    assert left_nothing(busy)


def test_shift_in_a_field_is_typing(busy: Page, home: str) -> None:
    busy.locator("#field").focus()
    press_shift(busy, 4)
    busy.locator("#other").focus()
    press_shift(busy, 2)
    busy.keyboard.press("a")
    press_shift(busy, 2)
    assert not busy.url.endswith("away/")
    assert stored(busy)["state"]["needs"] == ["food"]


def test_slow_shifts_do_not_leave(page: Page) -> None:
    page.locator("#other").focus()
    for _ in range(3):
        page.keyboard.press("Shift")
        page.evaluate("() => new Promise((done) => done())")
        threading.Event().wait(0.8)
    assert not page.url.endswith("away/")


def test_the_page_is_blank_at_once_and_back_drops_the_overlay(busy: Page) -> None:
    busy.route("**/away/", lambda route: None)  # the other site never answers
    with busy.expect_event("load"):  # "back" loads the page anew; a page closed meanwhile may keep Chromium waiting
        left, back = busy.evaluate(
            """() => {
              document.getElementById("leave").click();
              const over = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
              const left = {over: over.id, colour: getComputedStyle(over).backgroundColor, title: document.title,
                word: document.getElementById("field").value, hash: location.hash, kept: sessionStorage.length};
              dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
              return [left, {over: document.getElementById("left"), title: document.title}];
            }"""
        )
    assert left == {
        "over": "left",
        "colour": "rgb(255, 255, 255)",
        "title": "\u200b",
        "word": "",
        "hash": "",
        "kept": 0,
    }
    assert back == {"over": None, "title": "A page"}


def test_leaving_is_a_plain_link_without_javascript(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    page.locator("#leave").click()
    assert page.url == home + "away/"
    context.close()


def test_words_come_from_the_page(page: Page, home: str) -> None:
    page.goto(home + "es/")
    words = page.evaluate(
        """() => import("/assets/handrail/words.mjs").then((w) => [w.t("Hi %(name)s", {name: "$& 1"}),
          w.n("%(count)s day", "%(count)s days", 1), w.n("%(count)s day", "%(count)s days", 2),
          w.t("Not translated"), w.date("2026-11-21")])"""
    )
    assert words == ["Hola $& 1", "1 día", "2 días", "Not translated", "21 de noviembre de 2026"]


def test_words_without_intl_in_the_browser(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.add_init_script("delete Intl.PluralRules; delete Intl.DateTimeFormat;")
    page.goto(home + "es/")
    words = page.evaluate(
        """() => import("/assets/handrail/words.mjs").then((w) => [w.n("%(count)s day", "%(count)s days", 1),
          w.n("%(count)s day", "%(count)s days", 3), w.n("one cat", "%(count)s cats", 3), w.date("2026-11-21")])"""
    )
    assert words == ["1 día", "3 días", "3 cats", "21 de noviembre de 2026"]
    page.close()


def test_a_module_that_throws_leaves_the_others_alone(page: Page) -> None:
    page.evaluate(
        """() => ["one", "one two"].forEach((names) => {
          document.body.appendChild(document.createElement("p")).setAttribute("data-module", names); })"""
    )
    started = page.evaluate(
        """() => import("/assets/handrail/start.mjs").then((s) => { const started = [];
          s.start("one", (element) => {
            if (element.dataset.module === "one") throw new Error("broken"); started.push(1); });
          s.start("two", () => started.push(2)); return started; })"""
    )
    assert started == [1, 2]
