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


LISTS = {"need": "needs", "question": "questions", "document": "documents", "urgent": "urgent", "preset": "presets"}
LISTS["barrier"] = "barriers"


def editor_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """The same for whole files, as editors want them: `needs.schema.json` is of needs.yaml, a need under each id."""
    for name, schema in schemas():
        kind = name.removesuffix(".schema.json")
        if kind not in LISTS:
            yield name, schema
            continue
        known = {**schema.pop("$defs", {}), "Record": schema}
        yield (
            f"{LISTS[kind]}.schema.json",
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/Record"}, "$defs": known},
        )


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """File name and JSON Schema of every kind of record; published under `maintain/schema/`."""
    for name, shape in SHAPES.items():
        yield f"{name}.schema.json", shape.model_json_schema(by_alias=True)
