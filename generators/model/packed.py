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
            parts[name] = _apart(value)
        elif type(value) is tuple and all(isinstance(one, BaseModel) for one in value):
            parts[name] = [_apart(one) for one in value]
        else:
            others[name] = pickle.dumps(value)
    was_set = sum(1 << place for place, name in enumerate(shape.model_fields) if name in record.model_fields_set)
    return f"{shape.__module__}:{shape.__qualname__}", was_set, plain, parts, others


def _whole(apart: Apart) -> Any:
    """Python keeps the names of the fields once for all records of a shape that has few, if they are set one by one."""
    name, was_set, plain, parts, others = apart
    shape = _shape(name)
    record = shape.__new__(shape)
    usual = _usual(shape)
    values = usual.copy()
    values.update(plain)
    for field, part in parts.items():
        values[field] = tuple([_whole(one) for one in part]) if type(part) is list else _whole(part)
    for field, content in others.items():
        values[field] = pickle.loads(content)
    if len(usual) > FEW:
        _set(record, "__dict__", values)
    else:
        for field, value in values.items():
            _set(record, field, value)
    _set(record, "__pydantic_fields_set__", _names(shape, was_set))
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


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
