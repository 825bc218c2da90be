"""From the questions to the results, the plan, and each way to keep it: each shows or restores the same plan."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from road import start, to_the_plan, walk
from test_keep_browser import SIZES, open_file, seen

CHOSEN = ("wic", "snap")


def shown(page: Page) -> list[str]:
    """The services of the plan, in their order."""
    expect(page.locator(".plan-name")).to_have_count(len(CHOSEN))
    return page.locator(".plan-name").all_inner_texts()


@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
def test_every_way_to_keep_it(browser: Browser, site_url: str, size: Any, tmp_path: Path) -> None:
    context = browser.new_context(viewport=size, accept_downloads=True)
    page = context.new_page()
    start(page, site_url, "")
    walk(page)
    to_the_plan(page, *CHOSEN)
    plan = shown(page)

    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(page.pdf(format="Letter", tagged=True))
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert [name for name in plan if name not in " ".join(text.split())] == []

    page.locator("[data-key=keep-open]").click()
    with page.expect_download() as waiting:
        page.locator("[data-key=keep-save]").click()
    file = tmp_path / "plan.html"
    waiting.value.save_as(file)
    for opened in open_file(browser, file, size):
        assert [name for name in plan if name not in seen(opened)] == []

    page.locator(".share > summary").click()
    page.locator("[data-key=share-make]").click()
    link = page.locator("#share-link").input_value()
    assert len(link) <= 300
    other = browser.new_context(viewport=size)
    elsewhere = other.new_page()
    elsewhere.goto(link)
    assert shown(elsewhere) == plan
    other.close()

    page.locator("[data-key=keep-offer]").click()
    page.locator("[data-key=keep-yes]").click()
    page.close()
    again = context.new_page()
    again.goto(f"{site_url}plan/")
    again.locator("[data-key=keep-open-it]").click()
    assert shown(again) == plan
    context.close()
