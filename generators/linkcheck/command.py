"""`python -m generators check --links`."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

from ..model import Records
from ..problems import Problem
from .ask import REST, ask_all
from .gather import links_of
from .remember import DAYS, broken, remembered, stored

MEMORY = Path(".cache/handrail/links.json")  # which links did not answer, and when


def check_links(
    records: Records, today: datetime.date, folder: str, say: Callable[[str], None], rest: float = REST
) -> list[Problem]:
    """Asks for every link of the data, keeps what it found for another day, and gives what failed on two."""
    places = links_of(records, folder)
    say(f"Asking for {len(places)} links, slowly.")
    contact = records.site.contact_email or records.site.site_url or records.site.run_by
    agent = f"Handrail link check ({records.site.name}; {contact})".encode("ascii", "ignore").decode()
    answers = ask_all(places, agent, rest, say=say)
    memory = remembered(stored(MEMORY), answers, today)
    MEMORY.parent.mkdir(parents=True, exist_ok=True)
    MEMORY.write_text(json.dumps(memory, indent=1, sort_keys=True), encoding="utf-8")
    once = sum(len(one["failed"]) < DAYS for one in memory.values())
    say(f"{len(answers) - len(memory)} of {len(answers)} links answer.")
    if once:
        say(f"{once} did not answer for the first time. Run it again on another day: you are told of what fails twice.")
    return broken(memory, places)
