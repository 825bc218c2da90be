"""Sound records as bytes, from which each is made again quickly: what was checked once is not checked again."""

from __future__ import annotations

import marshal
import pickle
import sys
from collections.abc import Collection
from functools import cache
from typing import Any

from pydantic import BaseModel

Apart = tuple[str, int, dict[str, Any], dict[str, Any], dict[str, bytes]]

FEW = 30  # fields; see `validate/shape.py`
_SCALARS = frozenset((str, int, float, bool, type(None)))
_set = object.__setattr__
_seen: dict[bytes, Any] = {}  # parts of records, as they were made last
MOST = 4_000  # of them


def packed(record: BaseModel, without: Collection[str] = ()) -> bytes:
    """A record of ours without some of its fields."""
    return marshal.dumps(_apart(record, without))


def unpacked(content: bytes) -> Any:
    """The same record; the fields left out have no sensible value. Whoever may write these bytes may run code here."""
    return _whole(marshal.loads(content))


def _apart(record: BaseModel, without: Collection[str] = ()) -> Apart:
    """Its shape, which fields were set, and the values that are not as usual: plain ones, records, and others."""
    shape = type(record)
    usual = _usual(shape)
    plain: dict[str, Any] = {}
    parts: dict[str, Any] = {}
    others: dict[str, bytes] = {}
    for name, value in record.__dict__.items():
        if name in without or value is usual.get(name, usual):
            continue
        if _is_plain(value):
            plain[name] = value
        elif isinstance(value, BaseModel):
            parts[name] = _part(value)
        elif type(value) is tuple and all(isinstance(one, BaseModel) for one in value):
            parts[name] = [_part(one) for one in value]
        else:
            others[name] = pickle.dumps(value)
    was_set = sum(1 << place for place, name in enumerate(shape.model_fields) if name in record.model_fields_set)
    return f"{shape.__module__}:{shape.__qualname__}", was_set, plain, parts, others


def _part(record: BaseModel) -> Apart | bytes:
    """A record inside another: bytes, where nothing in it could ever be changed."""
    apart = _apart(record)
    _, _, plain, parts, others = apart
    inner = [one for part in parts.values() for one in (part if type(part) is list else [part])]
    is_fixed = all(map(_is_fixed, plain.values())) and all(type(one) is bytes for one in inner) and not others
    return marshal.dumps(apart) if is_fixed else apart


def _made(part: Apart | bytes) -> Any:
    """A record inside another. Records that follow one another share those that are alike."""
    if type(part) is not bytes:
        return _whole(part)  # type: ignore[arg-type]
    found = _seen.get(part)
    if found is None:
        if len(_seen) >= MOST:
            _seen.clear()
        found = _seen[part] = _whole(marshal.loads(part))
    return found


def _whole(apart: Apart) -> Any:
    name, was_set, plain, parts, others = apart
    shape = _shape(name)
    record = shape.__new__(shape)
    values = _usual(shape).copy()
    values.update(plain)
    for field, part in parts.items():
        values[field] = tuple(map(_made, part)) if type(part) is list else _made(part)
    for field, content in others.items():
        values[field] = pickle.loads(content)
    if len(values) > FEW:  # of fewer Python keeps the names once for all records, if they are set one by one
        _set(record, "__dict__", values)
    else:
        for field, value in values.items():
            _set(record, field, value)
    _set(record, "__pydantic_fields_set__", _names(shape, was_set))
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


def _is_fixed(value: Any) -> bool:
    """Can nobody change it?"""
    return type(value) in _SCALARS or (type(value) is tuple and all(map(_is_fixed, value)))


def _is_plain(value: Any) -> bool:
    """Can it be written down as it is?"""
    kind = type(value)
    if kind is tuple or kind is list:
        return all(map(_is_plain, value))
    if kind is dict:
        return all(type(key) is str and _is_plain(one) for key, one in value.items())
    return kind in _SCALARS


@cache
def _usual(shape: type[BaseModel]) -> dict[str, Any]:
    """The value that each field has when nothing is said of it; something that no record says where there is none."""
    return {name: field.default for name, field in shape.model_fields.items()}


@cache
def _shape(name: str) -> type[BaseModel]:
    module, _, inside = name.partition(":")
    found: type[BaseModel] = getattr(sys.modules[module], inside)
    return found


@cache
def _names(shape: type[BaseModel], was_set: int) -> set[str]:
    """The names of the fields that were set, once for all records that set the same."""
    return {name for place, name in enumerate(shape.model_fields) if was_set >> place & 1}
