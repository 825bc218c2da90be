"""Words that wait in the address of the search page: what they need is asked for while the page is still being read."""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import find_corpus
import pytest
from conftest import PHONE
from playwright.sync_api import Browser, Page, Route, expect

PAUSE = 1.5  # seconds in the middle of a page


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str], today: datetime.date) -> str:
    """The address of the site of the made-up directory."""
    folder = tmp_path_factory.mktemp("soon")
    return serve(find_corpus.built(folder, today))


@pytest.fixture
def slow(found: str) -> Iterator[str]:
    """The same site, where the search page comes in two pieces."""

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with urlopen(f"{found}{self.path[1:]}") as answer:
                body, kind = answer.read(), answer.headers["Content-Type"]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            place = body.index(b"<h1") if self.path == "/search/" else len(body)
            self.wfile.write(body[:place])
            if place < len(body):
                time.sleep(PAUSE)
                self.wfile.write(body[place:])

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_answer_does_not_wait_for_the_style(phone: Page, found: str) -> None:
    held: list[Route] = []
    phone.route("**/*.css", lambda route: held.append(route))  # it does not come
    with phone.expect_request("**/cards-*.json"):
        phone.goto(f"{found}search/#q=table", wait_until="commit")
    expect(phone.locator("[data-results] .card")).to_have_count(8)
    assert held
    for route in held:
        route.continue_()


def test_nothing_is_asked_for_twice(phone: Page, found: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{found}search/#q=table")
    expect(phone.locator("[data-results] .card")).to_have_count(8)
    phone.wait_for_load_state("networkidle")
    assert len(asked) == len(set(asked)), asked
    assert sum(url.endswith("/search/en/index.json") for url in asked) == 1


def test_a_script_that_is_there_before_the_page_waits_for_the_rest_of_it(browser: Browser, slow: str) -> None:
    page = browser.new_page(viewport=PHONE)
    asked: list[tuple[str, float]] = []
    page.on("request", lambda request: asked.append((request.url, time.monotonic())))
    start = time.monotonic()
    page.goto(f"{slow}search/#q=table")
    expect(page.locator(".search-count")).to_have_text("48 services found")
    assert min(at for url, at in asked if "/terms-" in url) - start < PAUSE  # before the second piece of the page
    page.get_by_label("Search for help").fill("keystone")
    expect(page.locator(".search-count")).to_have_text("3 services found")
    page.route("https://www.google.com/**", lambda route: route.fulfill(body="away"))
    click = "new MouseEvent('click', {cancelable: true})"
    assert not page.evaluate(f"() => document.querySelector('#leave').dispatchEvent({click})"), "a plain link"
    page.wait_for_url("https://www.google.com/")
    page.close()


def test_the_words_of_another_page_are_asked_for_soon(phone: Page, found: str) -> None:
    phone.goto(found)
    phone.get_by_label("Search for help").fill("table")
    held: list[Route] = []
    phone.route("**/search.*.css", lambda route: held.append(route))
    with phone.expect_request("**/cards-*.json"):
        phone.get_by_role("button", name="Search", exact=True).click()
    for route in held:
        route.continue_()
    expect(phone.locator(".search-count")).to_have_text("48 services found")
