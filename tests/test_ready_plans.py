"""A guide, a ready plan and a change in life that belong together lead to each other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest
from conftest import ROOT, TODAY
from playwright.sync_api import Page, expect

from generators.life_changes import NAMES
from generators.model import Records
from generators.model.preset import LifeChange
from generators.pages.plan_link import mark_of, plan_link
from generators.pipeline import gather

# Each guide for a time in a life. The discreet one has no plan that a link opens and none to print: the address would
# tell what it is about, so it lists its services one by one. "Beware of fees and notarios" is advice, not a time in a
# life, so it has neither plan nor change.
TIMES = [
    "leaving-hospital", "coming-home", "new-baby", "caring-for-a-parent", "child-with-a-disability", "after-a-disaster",
    "lost-job", "turning-18", "hurt-at-work", "long-illness", "no-papers", "no-address",
]  # fmt: skip
DISCREET = "at-your-own-pace"
MODULES = ROOT / "docs" / "assets" / "handrail"


@pytest.fixture(scope="module")
def records() -> Records:
    found, problems = gather(ROOT / "resources", TODAY)
    assert found is not None, problems
    return found


def page_of(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def life_of(site: Path, code: str) -> list[dict[str, object]]:
    data = json.loads((site / f"assets/handrail/data/check.{code}.json").read_text("utf-8"))
    return list(data["life"])


def test_the_same_changes_have_a_name_and_do_something() -> None:
    text = (MODULES / "life-changes.mjs").read_text("utf-8")
    table = text[text.index("export const EVENTS = {") : text.index("\n};")]
    assert set(re.findall(r'^  "?([a-z0-9-]+)"?: ', table, re.MULTILINE)) == set(NAMES) == set(get_args(LifeChange))


@pytest.mark.parametrize("base", ["", "es/"])
@pytest.mark.parametrize("guide", TIMES)
def test_guide_plan_and_change_lead_to_each_other(site: Path, records: Records, guide: str, base: str) -> None:
    presets = {key: one for key, one in records.presets.items() if one.guide == guide}
    changes = {change for one in presets.values() for change in one.changes}
    assert presets and changes
    text = page_of(site, f"{base}guides/{guide}")
    for key in presets:
        sheet = page_of(site, f"{base}helper/{key}")
        links = set(re.findall(r'href="((?:\.\./)+[^"]*plan/#[^"]+)"', sheet))
        assert len(links) == 1 and links < set(re.findall(r'href="([^"]+)"', text))  # starts the plan, here and there
        assert f'helper/{key}/"' in text
        assert f'guides/{guide}/"' in sheet
    life = life_of(site, base.strip("/") or "en")
    for one in life:
        more = json.dumps(one["more"])
        if one["id"] in changes:
            assert f'"guides/{guide}/"' in more
            assert str(one["name"]) in text
        else:
            assert f'"guides/{guide}/"' not in more


@pytest.mark.parametrize("base", ["", "es/"])
def test_what_is_private_has_a_guide_and_a_change_and_no_name(site: Path, records: Records, base: str) -> None:
    key, preset = next((key, one) for key, one in records.presets.items() if one.guide == DISCREET)
    assert preset.sensitive and preset.changes
    assert "plan/#p1" not in page_of(site, f"{base}guides/{DISCREET}")
    found = [one["more"] for one in life_of(site, base.strip("/") or "en") if one["id"] in preset.changes]
    assert found and all(f"guides/{DISCREET}/" in json.dumps(more) for more in found)
    assert f"helper/{key}/" not in json.dumps(found)
    assert preset.name not in json.dumps(life_of(site, "en"))


def test_every_ready_plan_names_a_guide_of_the_house(records: Records) -> None:
    guides = {path.stem for path in (ROOT / "docs" / "guides").glob("*.md")}
    assert {key: one.guide for key, one in records.presets.items() if one.guide not in guides} == {}


def test_a_guide_leads_to_a_plan_that_is_filled(phone: Page, site_url: str, records: Records) -> None:
    phone.goto(f"{site_url}es/guides/new-baby/")
    phone.get_by_role("link", name="Empezar este plan").click()
    expect(phone.locator("h1")).to_be_visible()
    expect(phone.get_by_role("heading", name="Mi plan")).to_be_visible()
    phone.locator(".plan-name").first.wait_for()
    stored = phone.evaluate("JSON.stringify(Object.assign({}, sessionStorage))")
    assert all(f'"{key}' in stored.replace("\\", "") for key in records.presets["new-mother"].services)
    assert "#" not in phone.url


def test_the_address_of_a_plan() -> None:
    assert mark_of("") == "ntfp"
    assert plan_link(["snap", "wic"], TODAY).startswith("#p1/2611/s:snap,wic/o:1/")
