"""A directory of generated services, served compressed, does on a phone all that a small one does.

300 services; 20,000 with HANDRAIL_LONG.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import sys
from collections.abc import Iterator

import find_corpus
import pytest
import road
import squeezing
from conftest import ROOT
from playwright.sync_api import Page, expect

from generators.publish import publish

sys.path.insert(0, str(ROOT / "tests" / "bench"))
import corpus  # noqa: E402

SERVICES = 20_000 if os.environ.get("HANDRAIL_LONG") else 300
AFTERNOON = "2026-11-22T18:30:00Z"  # half past one in Pittsburgh


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, today: datetime.date) -> Iterator[str]:
    """The address of the site: generated services, and among them some in three counties that can be counted."""
    folder = tmp_path_factory.mktemp("large")
    resources = folder / "resources"
    corpus.write(resources, SERVICES, in_lists=True)
    for county in find_corpus.COUNTIES:
        (resources / "us/pa" / county).mkdir()
        area = f"name: {county.title()} County\nlevel: county\n"
        (resources / "us/pa" / county / "area.yaml").write_text(area, "utf-8")
    for area, id_, record in find_corpus.services():
        if "Table" not in record["name"]:
            continue
        whole = {"imported": {"source": "made-up", "id": id_}, **record}
        (resources / area / "services").mkdir(exist_ok=True)
        lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in whole.items() if value not in ([], {}))
        (resources / area / "services" / f"{id_}.yaml").write_text(lines, "utf-8")
    publish(resources, folder / "site", today, folder / "cache")
    with squeezing.served(folder / "site") as address:
        yield address


def seen(page: Page, name: str) -> None:
    """Nothing is wider than the phone."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def names(page: Page) -> list[str]:
    return page.locator(".card h3").all_inner_texts()


def test_words_find(phone: Page, large: str) -> None:
    phone.goto(f"{large}search/")
    phone.get_by_label("Search for help").fill("food pantry")
    status = phone.locator(".search-count")
    expect(status).to_have_text(re.compile(r"^\d+ services found$"))
    assert int(status.inner_text().split()[0]) > SERVICES / 100
    expect(phone.locator(".card")).to_have_count(8)
    seen(phone, "search")
    phone.get_by_role("button", name="Show more").click()
    expect(phone.locator(".card")).to_have_count(24)
    link = phone.locator(".card h3 a").first
    name = link.inner_text()
    link.click()
    expect(phone.locator("h1")).to_have_text(name)
    seen(phone, "service")


def test_place_choices_and_hours(phone: Page, large: str) -> None:
    phone.clock.set_fixed_time(AFTERNOON)
    phone.goto(f"{large}search/#q=allegheny%20table")
    status = phone.locator(".search-count")
    expect(status).to_have_text("16 services found")
    phone.locator(".find-near > summary").click()
    phone.get_by_label("Your ZIP code").fill("15201")
    expect(phone.locator(".find-near > summary")).to_contain_text("15201 Pittsburgh \u00b7 Allegheny, PA")
    expect(phone.locator(".find-where").first).to_have_text("Less than a mile away \u00b7 For your county")
    assert names(phone)[:3] == ["Allegheny Table 0", "Allegheny Table 1", "Allegheny Table 2"]
    expect(phone.locator(".card").nth(1)).to_contain_text("Open now, until 5 PM")
    phone.locator(".find-narrow > details > summary").click()
    for group, choice, left in (("Open now", "Open now", 8), ("What it costs", "Free (", 2)):
        phone.locator(".find-narrow details details > summary").get_by_text(group, exact=True).click()
        phone.get_by_label(choice).check()
        expect(status).to_have_text(f"{left} services found")
    seen(phone, "choices")
    phone.goto("about:blank")
    phone.goto(f"{large}search/#zip=15201&need=food")
    expect(phone.locator(".card").first).to_contain_text("Allegheny Table 1")
    assert int(status.inner_text().split()[0]) >= 8


def test_lists_by_need_and_area(phone: Page, large: str) -> None:
    phone.goto(f"{large}needs/food/")
    seen(phone, "need")
    for part in ("Pennsylvania", "Allegheny County"):
        phone.locator("main a").filter(has_text=part).first.click()
        expect(phone.locator("h1")).to_contain_text(part)
    expect(phone.locator("main")).to_contain_text("Allegheny Table 1")
    seen(phone, "list")
    phone.locator("main a").filter(has_text="Allegheny Table 1").first.click()
    expect(phone.locator("h1")).to_contain_text("Allegheny Table 1")


def test_screening_and_plan(phone: Page, large: str) -> None:
    road.start(phone, large, "")
    steps = road.walk(phone)
    assert steps[-1] == "results" and len(steps) > 5
    expect(phone.locator("main button[data-service=wic]").first).to_be_visible()
    seen(phone, "results")
    road.to_the_plan(phone, "wic", "snap")
    for service in ("wic", "snap"):
        assert phone.locator(f".plan-sheet a[href*='services/{service}/']").count() >= 1
    seen(phone, "plan")
