"""The steps of a service: what to do, how long it takes, when to follow up."""

from __future__ import annotations

import hashlib
from typing import Any

from ..languages import N_, Language
from ..model import Service, Step
from .telling import Telling

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
FOLLOW_UP = N_("10 to 30 minutes")  # a call to ask how things stand, where the service does not say


def steps(telling: Telling, key: str) -> list[dict[str, Any]]:
    """do, tip, takes, after_days and errand of each step; never none."""
    own = f"service/{key}"
    return [
        {
            "do": telling.text(own, step.do, "steps", place, "do"),
            "tip": telling.maybe(own, step.tip, "steps", place, "tip"),
            "takes": telling.maybe(own, step.takes, "steps", place, "takes") or _usual(telling.language, step),
            "after_days": step.after_days,
            "errand": step.errand,
        }
        for place, step in enumerate(telling.records.services[key].steps)
    ] or [_first_step(telling.language)]


def _usual(language: Language, step: Step) -> str | None:
    """The time of a kind of step."""
    return None if step.after_days is None else language.t(FOLLOW_UP)


def _first_step(language: Language) -> dict[str, Any]:
    """What to do about a service whose steps nobody has written."""
    do = language.t("Call or go there, and ask how to start")
    return {"do": do, "tip": None, "takes": language.t(FOLLOW_UP), "after_days": None, "errand": None}


def mark(service: Service) -> str:
    """Tells the steps of today from those of another year, so that a tick in an old link never means another step."""
    text = "\n".join(step.do for step in service.steps)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % len(LETTERS) ** 2
    return LETTERS[number // len(LETTERS)] + LETTERS[number % len(LETTERS)]
