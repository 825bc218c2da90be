"""A starting plan for a common situation, which case managers put into a family's plan in one press."""

from __future__ import annotations

from pydantic import Field, model_validator

from .rule import Shape
from .service import Sourced
from .values import Id, Line, Text

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
