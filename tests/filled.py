"""A record with a value in every field, made by walking its shape; for tests that put something into each text."""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

Path = tuple[str | int, ...]
# What a walk over the shape cannot know: ids that are there, numbers that can be called.
KNOWN: dict[str, Any] = {
    "organization": "food-bank",
    "need": "food",
    "needs": ["food"],
    "guide": "new-baby",
    "document": "photo-id",
    "asks_for": [["photo-id"]],
    "services": ["helpline"],
    "helpers": ["helpline"],
    "alternatives": ["helpline"],
    "if_full": ["helpline"],
    "local_form_of": "helpline",
    "stuck": ["helpline"],
    "emergency": ["helpline"],
    "number": "412-555-0123",
    "icon": "material/food-apple",
    "as_of": "2026-01",
    "state": "PA",
    "zip": "15201",
    "zips": ["15201"],
    "languages": "English and Spanish",
    "spoken": ["es"],
    "letter": ["I do not agree with the notice dated %(date)s."],
    "email": "help@example.org",
    "contact_email": "help@example.org",
    "contact_phone": "1-800-221-5689",
    "data_namespace": "5c0f4a52-7d0e-4bb5-9d3a-0c1b7f5f7e11",
    "site_url": "https://example.org/help/",
    "errand": "an-errand",
    "source": "a-source",
    "time_zone": "America/New_York",
    "latitude": 40.4,
    "longitude": -80.0,
}
LEFT_OUT = {"rule", "examples", "schedule", "verified", "closed_until", "address_confidential", "sensitive", "discreet"}
LEFT_OUT |= {"admin"}  # names of a repository, in strict patterns; its build asks the package registry
LEFT_OUT |= {"status", "colour", "logo", "ages", "with_child_under", "was_called", "local_form_of", "dates"}


def filled(shape: type[BaseModel], **known: Any) -> dict[str, Any]:
    """A value for each field."""
    values = {}
    for name, field in shape.model_fields.items():
        key = field.alias or name
        if key in known:
            values[key] = known[key]
        elif key in KNOWN:
            values[key] = KNOWN[key]
        elif key not in LEFT_OUT:
            values[key] = value_of(field.annotation, field, key)
    return values


def value_of(kind: Any, field: FieldInfo | None, name: str) -> Any:
    """Something that a field of this kind may hold."""
    limits = list(field.metadata) if field is not None else []
    while get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        for item in more:
            limits += item.metadata if isinstance(item, FieldInfo) else [item]
    origin, inner = get_origin(kind), [part for part in get_args(kind) if part is not type(None)]
    if origin in (Union, types.UnionType):
        return value_of(inner[0], field, name)
    if origin is Literal:
        return inner[0]
    if origin is tuple:
        many = [part for part in inner if part is not Ellipsis]
        return [value_of(part, None, name) for part in many]
    if origin is dict:
        return {"a-column": value_of(inner[1], None, name)}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return filled(kind)
    if name == "phone":
        return "412-555-0123"
    if kind is bool:
        return False
    if kind in (int, float):
        low = next((item.ge for item in limits if isinstance(item, Ge)), 0)
        high = next((item.le for item in limits if isinstance(item, Le)), low + 5)
        return min(low + 1, high)
    if kind is datetime.date:
        return "2026-01-01"
    pattern = next((item.pattern for item in limits if getattr(item, "pattern", None)), None)
    if pattern is None:
        return f"Some words ({name})"
    if "https" in pattern:
        return "https://example.org/page"
    return "some-words"


def text_places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Where texts stand."""
    if isinstance(value, str):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from text_places(inner, (*path, key))


def put(value: Any, path: Path, text: Any) -> Any:
    """A copy with another text in one place."""
    if not path:
        return text
    if isinstance(value, dict):
        return {key: put(inner, path[1:], text) if key == path[0] else inner for key, inner in value.items()}
    return [put(inner, path[1:], text) if index == path[0] else inner for index, inner in enumerate(value)]
