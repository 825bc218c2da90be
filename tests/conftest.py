"""Shared by all tests: where things are, one built site, a server for it and a browser."""

from __future__ import annotations

import datetime
import fcntl
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from lengths import LONG
from one_module import WithModules
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generators.publish import publish

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 21)
PHONE = {"width": 360, "height": 740}
# `make test` makes up the same cases every time: no change fails for the fault of another. The long run makes new ones.
settings.register_profile("handrail", derandomize=not LONG, deadline=None)
settings.load_profile("handrail")


@pytest.fixture(scope="session")
def today() -> datetime.date:
    return TODAY


@pytest.fixture(scope="session")
def small() -> Path:
    """The resources of a small made-up site."""
    return ROOT / "tests" / "small"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped site, built once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    out = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            publish(ROOT / "resources", out, TODAY, shared / "cache")
    return out


@pytest.fixture
def free_port() -> int:
    """A port of this computer that nothing uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on a free port of this computer; gives its address with a slash at the end."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(WithModules, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site_url(site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the shipped site, under a sub-path as on many free hosts."""
    home = site.parent / f"host-{os.getpid()}"
    home.mkdir()
    (home / "handrail").symlink_to(site)
    return f"{serve(home)}handrail/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it the test fails: it does not skip."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("Chromium is missing. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        instance = playwright.chromium.launch(executable_path=chromium, args=options)
        yield instance
        instance.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a small phone; a script error or a request to another origin fails the test."""
    yield from watched_page(browser.new_context(viewport=PHONE, locale="en-US"))


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    """A page on a wide screen, watched like the phone."""
    yield from watched_page(browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US"))


def watched_page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1:", "data:", "about:", "blob:"))
            else wrong.append(f"request to {request.url}")
        ),
    )
    page.set_default_timeout(15_000)
    yield page
    context.close()
    assert wrong == []
