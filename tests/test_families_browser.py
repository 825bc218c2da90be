"""The golden families of tests/families in the browser, in one call of a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import ROOT, TODAY
from playwright.sync_api import Browser
from test_families import HOUSEHOLDS, differences
from test_rules_browser import MODULES

from generators.pipeline import gather, screening

RUN = """async ([data, households]) => {
  const { screen } = await import("/rules.mjs");
  return households.map(([service, facts]) => screen(data, facts, [service]).services[service]);
}"""


def test_every_household(browser: Browser, serve: Callable[[Path], str]) -> None:
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    data: dict[str, Any] = json.loads(json.dumps(screening(records, TODAY)))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{serve(MODULES)}rules.mjs")
    results = page.evaluate(RUN, [data, [[one.service, one.facts] for one in HOUSEHOLDS]])
    context.close()
    different = {
        household.name: found
        for household, result in zip(HOUSEHOLDS, results, strict=True)
        if (found := differences(household, result))
    }
    assert different == {}
