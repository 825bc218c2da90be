"""Random households over the shipped rules and figures: nothing crashes, and the browser says the same to the byte.

Answers are missing, "not-sure" or "rather-not" anywhere. HANDRAIL_LONG=1 takes 20,000 households, else 1,000.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from conftest import ROOT, TODAY
from playwright.sync_api import Browser
from test_rules_browser import MODULES, as_json
from test_rules_random import Facts, forget, random_family

from generators.model.rule import RELATIONS
from generators.pipeline import gather, screening
from generators.rules import check_facts, screen
from generators.rules.facts import STATES

HOUSEHOLDS = 20_000 if os.environ.get("HANDRAIL_LONG") else 1_000
AT_ONCE = 500  # households in one call of the browser
DAYS = ("2026-11-21", "2026-11-21", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01")
LATER = ("2026-12-31", "2027-01-01", "2027-04-01", "2027-10-01", "2028-06-01")
RUN = """async ([data, households]) => {
  const { screen } = await import("/rules.mjs");
  if (data) window.screening = data;
  return households.map((facts) => JSON.stringify(screen(window.screening, facts)));
}"""


def households(programs: list[str]) -> Iterator[Facts]:
    """Families of every state, of 1 to 12 people, with more or fewer of the answers given."""
    for seed in range(HOUSEHOLDS):
        pick = random.Random(f"household {seed}")
        family = random_family(pick)
        family["place"]["state"] = pick.choice(sorted(STATES))
        family["as_of"] = pick.choice([*DAYS, *LATER])
        if pick.random() < 0.15:
            children = range(pick.randint(1, 12 - len(family["people"])))
            family["people"] += [
                {"id": f"more{at}", "relation": pick.choice(RELATIONS[3:]), "age": pick.randint(0, 90)}
                for at in children
            ]
        family["receives"] = {program: pick.random() < 0.15 for program in programs if pick.random() < 0.7}
        yield forget(pick, family, pick.choice([0, 0.03, 0.1, 0.3, 0.7]))


def test_random_households_screen_alike(browser: Browser, serve: Callable[[Path], str]) -> None:
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    data = screening(records, TODAY)
    page = browser.new_context().new_page()
    page.goto(f"{serve(MODULES)}rules.mjs")
    waiting: list[Facts] = []
    count, send = 0, data
    outcomes: dict[str, int] = {}
    for facts in households(sorted(data["order"])):
        assert check_facts(facts) == [] or not isinstance(facts.get("people"), list)
        waiting.append(facts)
        count += 1
        if len(waiting) == AT_ONCE or count == HOUSEHOLDS:
            found = page.evaluate(RUN, [send, waiting])
            for one, result in zip(waiting, found, strict=True):
                ours = screen(data, one)
                assert as_json(ours) == result, one
                for service in ours["services"].values():
                    outcomes[service["outcome"]] = outcomes.get(service["outcome"], 0) + 1
            waiting, send = [], None
    page.context.close()
    services = len(data["order"])
    print(f"\n{count:,} random households, {services} services: Python and browser agree. {outcomes}")
    assert sum(outcomes.values()) == count * services
