"""The shapes of the records as JSON Schema, so that an editor can complete and check what somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..model import Area, Barrier, Document, Figure, Need, Organization, Preset, Question, Service, SiteSettings, Urgent

SHAPES: dict[str, type[BaseModel]] = {
    "site": SiteSettings,
    "area": Area,
    "service": Service,
    "organization": Organization,
    "figure": Figure,
    "need": Need,
    "question": Question,
    "document": Document,
    "urgent": Urgent,
    "preset": Preset,
    "barrier": Barrier,
}


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """File name and JSON Schema of every kind of record; published under `maintain/schema/`."""
    for name, shape in SHAPES.items():
        yield f"{name}.schema.json", shape.model_json_schema(by_alias=True)
