"""A starting plan for a common situation, which case managers put into a family's plan in one press."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .rule import Shape
from .service import Sourced
from .values import Id, Line, Text

# What may change in a life, as the results page shows it. `life-changes.mjs` says what each does.
LifeChange = Literal[
    "new-baby", "year-after-birth", "lost-job", "hurt-at-work", "disability", "moved-state", "lost-home", "disaster",
    "partner-in", "partner-out", "parent-in", "turns-1", "turns-5", "turns-18", "turns-19", "turns-26", "turns-60",
    "turns-65", "left-foster-care", "released-from-jail", "leaving-hospital",
]  # fmt: skip
Guide = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]  # "new-baby": docs/guides/new-baby.md
MOST = 12  # services: a plan that is longer helps nobody


class Preset(Shape):
    """One starting plan. In `resources/presets.yaml`, under its id, in the order of the list."""

    name: Line  # "A new baby"
    summary: Line  # for whom it is
    needs: tuple[Id, ...] = Field(min_length=1)
    services: tuple[Id, ...] = Field(min_length=1)  # in the order of doing
    first: tuple[Line, ...] = Field(min_length=1)  # what to do today, said to the family
    goal: Line | None = None  # put on the plan where the family has none yet
    for_helpers: Text | None = None  # said to case managers only
    guide: Guide | None = None  # that tells the same step by step; each leads to the other
    changes: tuple[LifeChange, ...] = ()  # after which the results page shows this plan and its guide
    sensitive: bool = False  # has no page of its own, and asks before its names are kept
    sources: tuple[Sourced, ...] = ()  # where `first` and `for_helpers` come from

    @model_validator(mode="after")
    def _each_service_once(self) -> Preset:
        for id_ in self.services:
            if self.services.count(id_) > 1:
                raise ValueError(f'"{id_}" stands twice in `services`. Delete one of the two lines')
        if len(self.services) > MOST:
            raise ValueError(f"a preset has at most {MOST} services; this one has {len(self.services)}")
        return self
