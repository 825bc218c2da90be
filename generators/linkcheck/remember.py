"""On which days a link did not answer: one bad day is the host's, two are a link to mend."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..problems import Problem
from .ask import Answer
from .gather import Place

DAYS = 2  # different days without an answer, before anybody is told
KEPT = 5  # of them
Memory = dict[str, dict[str, Any]]  # address -> {"failed": ["2026-11-22"], "said": "404 Not Found"}


def stored(path: Path) -> Memory:
    """What was found before; nothing where there is no file, or a damaged one."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {url: one for url, one in found.items() if isinstance(one, dict) and isinstance(one.get("failed"), list)}


def remembered(before: Memory, answers: Mapping[str, Answer], today: datetime.date) -> Memory:
    """What is known after today's answers: an address that answers is forgotten, and so is one that nobody names."""
    found: Memory = {}
    for url, answer in answers.items():
        if not answer.is_there:
            days = [*before.get(url, {}).get("failed", []), today.isoformat()]
            found[url] = {"failed": list(dict.fromkeys(days))[-KEPT:], "said": answer.said}
    return found


def broken(memory: Memory, places: Mapping[str, list[Place]]) -> list[Problem]:
    """A reminder for each place of an address that failed on two different days."""
    return [
        Problem(
            path,
            line,
            f"{url} did not answer on {' and '.join(one['failed'][-DAYS:])} ({one['said']}). "
            "Open it in a browser, and look for its new address.",
            reminder=True,
        )
        for url, one in memory.items()
        if len(one["failed"]) >= DAYS
        for path, line in dict.fromkeys(places.get(url, []))
    ]
