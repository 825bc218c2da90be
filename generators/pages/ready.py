"""The ready plans of a guide: a press that fills the plan, a sheet to print, and where to see what else changes."""

from __future__ import annotations

from ..life_changes import NAMES
from ..model import Preset
from .plan_link import plan_link
from .view import View

PLACE = "<p>[[plans]]</p>"  # what Markdown makes of the line `[[plans]]` in a guide


def with_ready_plans(view: View, html: str) -> str:
    """The HTML of a guide, with its ready plans where it wants them. `view` stands at the guide."""
    return html.replace(PLACE, ready_plans(view)) if PLACE in html else html


def ready_plans(view: View) -> str:
    """The plans that name the guide; "" where none does.

    A sensitive one is not among them: its address would tell what it is about.
    """
    guide = view.path.removeprefix("guides/").strip("/")
    of_guide = [key for key, one in view.records.presets.items() if one.guide == guide and not one.sensitive]
    presets = {key: view.records.presets[key] for key in of_guide}
    changes = {change for preset in presets.values() for change in preset.changes}
    return view.render(
        "ready.html.j2",
        plans=[
            (key, view.told("preset", key, preset), plan_link(shown(view, preset), view.today))
            for key, preset in presets.items()
        ],
        changes=[name for change, name in NAMES.items() if change in changes],
    )


def shown(view: View, preset: Preset) -> list[str]:
    """The services that others may read on a paper or in an address."""
    return [key for key in preset.services if not view.records.services[key].sensitive]
