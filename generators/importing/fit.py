"""The last look: what the shape of a record does not take leaves its field, with a line in the report."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ValidationError

from ..model import Organization, Service
from ..phones import phone_problem
from .draft import Draft

ORDER = {shape: list(shape.model_fields) for shape in (Service, Organization)}


def fitted(draft: Draft, shape: type[Service] | type[Organization], source: str, id_: str) -> dict[str, Any] | None:
    """The record in the order of its shape; None when it has no name that can stand."""
    record = _ordered(draft, shape, source, id_)
    for _ in range(40):
        try:
            shape.model_validate(record)
            break
        except ValidationError as error:
            for found in error.errors(include_url=False):
                if found["loc"][:1] == ("name",):
                    return None
                _take_out(
                    draft, record, tuple(part for part in found["loc"] if isinstance(part, (str, int))), found["msg"]
                )
            record = _ordered(draft, shape, source, id_)
    else:
        return None
    return _without_lost_numbers(draft, record)


def _ordered(draft: Draft, shape: type[BaseModel], source: str, id_: str) -> dict[str, Any]:
    imported: dict[str, Any] = {"source": source, "id": id_}
    if draft.extra:
        imported["extra"] = dict(sorted(draft.extra.items()))
    names = {name: field.alias or name for name, field in shape.model_fields.items()}
    fields = {**draft.fields, "imported": imported}
    return {alias: fields[alias] for alias in names.values() if alias in fields}


def _take_out(draft: Draft, record: dict[str, Any], path: tuple[str | int, ...], why: str) -> None:
    """Removes the smallest thing around a mistake from the draft, and keeps it as text."""
    top = str(path[0])
    if top not in draft.fields:
        draft.fields.pop(top, None)
        draft.extra.clear()
        return
    value = draft.fields[top]
    if isinstance(value, list) and len(path) > 1 and isinstance(path[1], int) and path[1] < len(value):
        item = value[path[1]]
        if isinstance(item, dict) and len(path) > 2 and path[2] in item and top != "phones":
            lost, path_text = item.pop(path[2]), f"{top} {path[2]}"
            if "tude" in str(path[2]):
                item.pop("latitude", None), item.pop("longitude", None)
        else:
            lost, path_text = value.pop(path[1]), top
        if not value:
            del draft.fields[top]
    else:
        lost, path_text = draft.fields.pop(top), top
    text = lost if isinstance(lost, str) else json.dumps(lost, ensure_ascii=False)
    draft.note("dropped", path_text, f"cannot stand here ({why.lower()}): {text[:80]}, kept in `imported`")
    draft.keep(path_text, text)


def _without_lost_numbers(draft: Draft, record: dict[str, Any]) -> dict[str, Any]:
    """The record without a number that cannot be called, should one have come this far."""
    for place in (record, *record.get("locations", [])):
        lost = [phone for phone in place.get("phones", []) if phone_problem(phone["number"]) is not None]
        for phone in lost:
            draft.note("dropped", "phones", f"not a number that can be called: {phone['number']}")
            record["imported"].setdefault("extra", {})["lost phone"] = phone["number"]
        if lost:
            place["phones"] = [phone for phone in place["phones"] if phone not in lost]
            if not place["phones"]:
                del place["phones"]
    return record
