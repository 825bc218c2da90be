"""The evaluator in the browser says the same as the one in Python, to the byte: the table, and random families."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import ROOT
from playwright.sync_api import Browser
from test_rules import CASES, data_of
from test_rules_random import forget, random_data, random_family

from generators.rules import screen

MODULES = ROOT / "docs" / "assets" / "handrail"
FAMILIES = 400
RUN = """async (cases) => {
  const { screen } = await import("/rules.mjs");
  return cases.map(([data, facts]) => JSON.stringify(screen(data, facts)));
}"""


def test_the_browser_agrees(browser: Browser, serve: Callable[[Path], str]) -> None:
    cases = [(case["name"], data_of(case), case["facts"]) for case in CASES]
    for seed in range(FAMILIES):
        pick = random.Random(seed)
        data, family = random_data(pick, pick.choice(["en", "es"])), random_family(pick)
        facts = forget(pick, family, pick.choice([0, 0.05, 0.2, 0.6]))
        cases.append((f"family {seed}", data, facts))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{serve(MODULES)}rules.mjs")
    got = page.evaluate(RUN, [[data, facts] for _, data, facts in cases])
    context.close()
    different = [
        (name, expected, result)
        for (name, data, facts), result in zip(cases, got, strict=True)
        if (expected := as_json(screen(data, facts))) != result
    ]
    assert different == []


def as_json(result: dict[str, Any]) -> str:
    """As JSON.stringify writes it."""
    return json.dumps(result, ensure_ascii=False, separators=(",", ":"))


def test_the_modules_keep_to_old_browsers() -> None:
    """ES2017: no optional chaining, no nullish, no object spread, no look-behind, no bare `import()`."""
    for path in [MODULES / "rules.mjs", *sorted((MODULES / "rules").glob("*.mjs"))]:
        text = re.sub(r"//.*|/\*.*?\*/", "", path.read_text("utf-8"))
        for newer in (
            r"\?\.[a-zA-Z\[(]",
            r"\?\?",
            r"\{\s*\.\.\.",
            r"\(\?<[=!]",
            r"\bimport\(",
            r"\.flat(Map)?\(",
            "replaceAll",
        ):
            assert not re.search(newer, text), (path.name, newer)
