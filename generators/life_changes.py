"""What may change in a family's life: what it is called, and the guides and ready plans that go with it."""

from __future__ import annotations

from typing import Any

from .languages import N_, Language
from .model import LifeChange, Preset, Records

NAMES: dict[LifeChange, str] = {
    "new-baby": N_("A new baby comes"),
    "year-after-birth": N_("A year has passed since a birth"),
    "lost-job": N_("Someone loses a job"),
    "hurt-at-work": N_("Someone is hurt at work and cannot work"),
    "disability": N_("Someone has a long illness or a disability"),
    "moved-state": N_("We move to another state"),
    "lost-home": N_("We lose our home"),
    "disaster": N_("A fire, storm or flood hits us"),
    "partner-in": N_("A husband, wife or partner moves in"),
    "partner-out": N_("My husband, wife or partner moves out"),
    "parent-in": N_("A parent or older relative moves in"),
    "turns-1": N_("Someone turns 1"),
    "turns-5": N_("Someone turns 5"),
    "turns-18": N_("Someone turns 18"),
    "turns-19": N_("Someone turns 19"),
    "turns-26": N_("Someone turns 26"),
    "turns-60": N_("Someone turns 60"),
    "turns-65": N_("Someone turns 65"),
    "left-foster-care": N_("Someone leaves foster care"),
    "released-from-jail": N_("Someone comes home from jail or prison"),
    "leaving-hospital": N_("Someone leaves the hospital"),
}
# A sensitive preset is never named on a family's page: its guide has a title of its own that says nothing.
DISCREET = N_("At your own pace")


def life_data(records: Records, language: Language) -> list[dict[str, Any]]:
    """What the results page says of each change: id, name, and `more`, what to read and print.

    Each of `more`: name, language, `guide` and `plan`, addresses from the root of the language, or null.
    """
    return [
        {"id": change, "name": language.t(name), "more": _more(records, language, change)}
        for change, name in NAMES.items()
    ]


def _more(records: Records, language: Language, change: LifeChange) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    guides: set[str] = set()
    for key, preset in records.presets.items():
        if change not in preset.changes:
            continue
        name, code = _name(records, language, key, preset)
        guide = None if preset.guide is None or preset.guide in guides else f"guides/{preset.guide}/"
        plan = None if preset.sensitive else f"helper/{key}/"
        guides.update([preset.guide] if preset.guide else [])
        if guide or plan:
            found.append({"name": name, "language": code, "guide": guide, "plan": plan})
    return found


def _name(records: Records, language: Language, key: str, preset: Preset) -> tuple[str, str]:
    """What it is called on a family's page, and in which language."""
    if preset.sensitive:
        return language.t(DISCREET), language.code if language.has(DISCREET) else "en"
    return records.text(language.code, f"preset/{key}", ("name",), preset.name)
