"""The plan's data as a site holds it, put together from its parts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def whole_plan(site: Path, code: str = "en") -> dict[str, Any]:
    """What every plan needs, and all services in full."""
    folder = site / "assets/handrail/data/plan" / code
    plan: dict[str, Any] = json.loads((folder / "index.json").read_text("utf-8"))
    plan["services"] = {}
    for number in range(plan["parts"]):
        plan["services"].update(json.loads((folder / f"{number}.json").read_text("utf-8"))["services"])
    return plan
