"""The editing form for real: a service is changed in Chromium, the YAML on the disk changes, and `check` passes."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generators.admin import CannotFetch
from generators.admin.fetch import fetched
from generators.pipeline import gather
from generators.publish import publish

DAY = datetime.date(2026, 11, 21)
SERVER = "decap-server@3.11.3"  # writes what the form saves into the files of this computer
PORT = 8081  # where the form looks for it
SECONDS = 90


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory, small: Path) -> Iterator[Path]:
    """A folder with resources and their site, and the server that saves into it."""
    if shutil.which("npx") is None:
        pytest.skip("the form is tried only where Node is installed")
    folder = tmp_path_factory.mktemp("admin")
    try:
        fetched(folder / "cache")
    except CannotFetch as error:
        pytest.skip(f"the form is tried only with the npm registry: {error}")
    shutil.copytree(small, folder / "resources")
    with (folder / "resources/site.yaml").open("a") as file:
        file.write("admin: {backend: github, repo: owner/name, local: true}\n")
    publish(folder / "resources", folder / "site", DAY, folder / "cache")
    given = {**os.environ, "MODE": "fs", "BIND_HOST": "127.0.0.1"}
    server = subprocess.Popen(["npx", "--yes", SERVER], cwd=folder, env=given, start_new_session=True)
    try:
        if not _answers(server):
            pytest.skip(f"{SERVER} did not start: is the npm registry there, and port {PORT} free?")
        yield folder
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _answers(server: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", PORT)) == 0:
                return True
        time.sleep(0.5)
    return False


@pytest.fixture
def form(work: Path, serve: Callable[[Path], str], browser: Browser) -> Iterator[Page]:
    """The list of services, signed in; a request to anybody else fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    elsewhere: list[str] = []
    faults: list[str] = []
    near = ("http://127.0.0.1:", "http://localhost:8081/", "blob:", "data:")
    page.on("request", lambda one: None if one.url.startswith(near) else elsewhere.append(one.url))
    page.on("console", lambda one: faults.append(one.text) if "Content Security Policy" in one.text else None)
    page.set_default_timeout(30_000)
    page.goto(f"{serve(work / 'site')}admin/#/collections/services-us")
    page.get_by_role("button", name="Login").click()
    page.get_by_text("Made-up Pantry").wait_for()
    yield page
    page.close()
    assert elsewhere == [] and faults == []


def publish_entry(page: Page, file: Path, done: Callable[[str], bool]) -> None:
    page.get_by_role("button", name="Publish").first.click()
    page.get_by_role("menuitem", name="Publish now").click()
    for _ in range(100):
        if file.exists() and done(file.read_text("utf-8")):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{file.name} was not saved")


def problems(work: Path) -> list[str]:
    return [one.text for one in gather(work / "resources", DAY)[1] if not one.reminder]


def test_a_service_is_changed_and_nothing_else(work: Path, form: Page) -> None:
    file = work / "resources/us/services/pantry.yaml"
    before = yaml.safe_load(file.read_text("utf-8"))
    translation = file.with_suffix(".es.yaml").read_bytes()
    assert form.get_by_text("Made-up").count() == 3  # the Spanish of a service is no service
    form.get_by_text("Made-up Pantry").click()
    form.get_by_label("Summary").fill("A box each week: ask first.")
    publish_entry(form, file, lambda text: "A box each week" in text)
    after = yaml.safe_load(file.read_text("utf-8"))
    assert after == {**before, "summary": "A box each week: ask first."}  # with its rule and examples
    assert file.with_suffix(".es.yaml").read_bytes() == translation
    assert problems(work) == []


def test_a_new_service_leaves_out_what_was_left_empty(work: Path, form: Page) -> None:
    form.get_by_role("link", name="service").last.click()
    form.locator("[id^=name-field]").first.fill("Soup: Kitchen")
    for box, choice in ((0, "Made-up Food Bank"), (2, "Food (food)")):
        form.get_by_role("combobox").nth(box).click()
        form.get_by_text(choice).last.click()
    for label in ("Summary", "Who for", "You get", "Cost", "Takes", "Next"):
        form.get_by_label(label).first.fill("Soup # hot: today.")
    form.locator("[id^=from-field]").last.fill("https://example.org/")
    form.locator("[id^=as_of-field]").last.fill("2026-01")
    form.get_by_role("button", name="Add steps").click()
    form.locator("[id^=do-field]").first.fill("Walk in")
    file = work / "resources/us/services/soup-kitchen.yaml"
    publish_entry(form, file, lambda text: "Walk in" in text)
    made = yaml.safe_load(file.read_text("utf-8"))
    shown = ("name", "organization", "needs", "summary", "who_for", "you_get", "cost", "takes", "next", "steps")
    assert list(made) == [*shown, "sourced"]
    assert problems(work) == ["`apply` is missing. Add a line `apply:` with its value."]
    file.unlink()
