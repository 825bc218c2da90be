"""Random households over the shipped rules and figures: nothing crashes, and the browser says the same to the byte.

Answers are missing, "not-sure" or "rather-not" anywhere. HANDRAIL_LONG=1 takes 20,000 households, else 300.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from conftest import ROOT, TODAY
from lengths import so_many
from playwright.sync_api import Browser
from test_rules_browser import MODULES, as_json
from test_rules_random import Facts, forget, random_family

from generators.model.rule import RELATIONS
from generators.pipeline import gather, screening
from generators.rules import check_facts, screen
from generators.rules.facts import STATES

HOUSEHOLDS = so_many(300, 20_000)
AT_ONCE = 500  # households in one call of the browser
PROCESSES = 2
DAYS = ("2026-11-21", "2026-11-21", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01")
LATER = ("2026-12-31", "2027-01-01", "2027-04-01", "2027-10-01", "2028-06-01")
# Digests travel, not the answers: those of 500 households are 10 MB.
RUN = """async ([data, households]) => {
  const { screen } = await import("/rules.mjs");
  if (data) window.screening = data;
  const digest = async (facts) => {
    const text = JSON.stringify(screen(window.screening, facts));
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  return Promise.all(households.map(digest));
}"""
ONE = """async (facts) => {
  const { screen } = await import("/rules.mjs");
  return JSON.stringify(screen(window.screening, facts));
}"""


def households(programs: list[str], seeds: Iterable[int]) -> Iterator[Facts]:
    """Families of every state, of 1 to 12 people, with more or fewer of the answers given."""
    for seed in seeds:
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


@cache
def shipped() -> dict[str, Any]:
    """The screening data."""
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    return screening(records, TODAY)


def screened_here(seeds: range) -> tuple[list[Facts], list[str], Counter[str]]:
    """The households of these seeds; of each the digest of what Python answers; and how often each outcome came out."""
    data, digests, outcomes = shipped(), [], Counter[str]()
    facts = list(households(sorted(data["order"]), seeds))
    for one in facts:
        assert check_facts(one) == [] or not isinstance(one.get("people"), list)
        ours = screen(data, one)
        digests.append(hashlib.sha256(as_json(ours).encode()).hexdigest())
        outcomes.update(service["outcome"] for service in ours["services"].values())
    return facts, digests, outcomes


def test_random_households_screen_alike(browser: Browser, serve: Callable[[Path], str]) -> None:
    data = shipped()
    page = browser.new_context().new_page()
    page.goto(f"{serve(MODULES)}rules.mjs")
    page.evaluate(RUN, [data, []])
    outcomes = Counter[str]()
    batches = [range(first, min(first + AT_ONCE, HOUSEHOLDS)) for first in range(0, HOUSEHOLDS, AT_ONCE)]
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as processes:
        for facts, ours, found in processes.map(screened_here, batches):
            theirs = page.evaluate(RUN, [None, facts])
            for one, digest, other in zip(facts, ours, theirs, strict=True):
                if digest != other:
                    assert as_json(screen(data, one)) == page.evaluate(ONE, one), one
            outcomes += found
    page.context.close()
    services = len(data["order"])
    print(f"\n{HOUSEHOLDS:,} random households, {services} services: Python and browser agree. {dict(outcomes)}")
    assert outcomes.total() == HOUSEHOLDS * services
