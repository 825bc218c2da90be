"""An address that nobody may learn, through all that leaves the house: pages, data, exports, paper, imports."""

from __future__ import annotations

import datetime
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT
from playwright.sync_api import Page
from pypdf import PdfReader
from test_discreet import SHELTER, STREETS

from generators.cli import main
from generators.publish import publish

# Whatever a text of it would be found by: streets, town, zip and the door.
CANARIES = [*(street.lower() for street in STREETS), "hidden lane", "cellar road", "millville", "15999", "rear door 9b"]
DAY = "2026-11-21"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the made-up resources, a confidential address among them, and the site made of them."""
    folder = tmp_path_factory.mktemp("canary")
    shutil.copytree(ROOT / "tests/small", folder / "resources")
    (folder / "resources/us/services/quiet-house.yaml").write_text(SHELTER, "utf-8")
    publish(folder / "resources", folder / "site", datetime.date.fromisoformat(DAY), folder / "cache")
    return folder


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file of a folder, and every file in its archives. The place table names every town, on every site alike."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.parent.name != "places":
            yield str(path.relative_to(folder)), path.read_bytes().decode("utf-8", "replace").lower()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    for name in archive.namelist():
                        yield f"{path.name}/{name}", archive.read(name).decode("utf-8", "replace").lower()


def leaks(folder: Path) -> list[tuple[str, str]]:
    return [(name, canary) for name, text in texts(folder) for canary in CANARIES if canary in text]


def test_the_canary_sings_where_it_may(home: Path) -> None:
    assert {name for name, _ in leaks(home / "resources")} == {"us/services/quiet-house.yaml"}


def test_no_file_of_the_site_knows_it(home: Path) -> None:
    assert "Quiet House" in (home / "site/services/quiet-house/index.html").read_text("utf-8")
    assert leaks(home / "site") == []


@pytest.mark.parametrize("format_", ["hsds", "csv", "hsds-uk"])
def test_no_export_knows_it_and_no_import_of_one(home: Path, tmp_path: Path, format_: str) -> None:
    run = CliRunner().invoke
    out = tmp_path / "out"
    made = run(main, ["export", str(out), "--format", format_, "--resources", str(home / "resources")])
    assert made.exit_code == 0, made.output
    assert leaks(out) == []
    if format_ != "csv":
        return  # what a program asks for piece by piece is not read back
    assert any("quiet house" in text for _, text in texts(out))
    again = tmp_path / "resources"
    shutil.copytree(ROOT / "tests/small", again)
    words = ["import", str(out), "--into", "us", "--resources", str(again), "--write", "--today", DAY]
    read = run(main, words)
    assert leaks(again) == []
    assert not any(canary in read.output.lower() for canary in CANARIES)
    assert any("quiet house" in text for _, text in texts(again)), read.output


def test_no_paper_and_no_kept_file_knows_it(home: Path, serve: Callable[[Path], str], phone: Page) -> None:
    url = serve(home / "site")
    said = []
    phone.goto(f"{url}services/quiet-house/")
    said.append(pdf_text(phone))
    phone.get_by_role("button", name="Add to my plan").first.click()
    phone.goto(f"{url}plan/")
    phone.locator(".plan-week").wait_for()
    said += [pdf_text(phone), phone.content()]
    phone.locator("[data-key=keep-open]").click()
    with phone.expect_download() as waiting:
        phone.get_by_role("button", name="Save as a file").click()
    said.append(Path(waiting.value.path()).read_text("utf-8"))
    phone.locator("[data-key=desk]").click()
    phone.locator(".desk-sheet").first.wait_for()
    said.append(phone.content())
    assert sum("Quiet House" in text for text in said) >= 4
    assert [canary for text in said for canary in CANARIES if canary in text.lower()] == []


def pdf_text(page: Page) -> str:
    return " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(page.pdf())).pages).split())
