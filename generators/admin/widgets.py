"""One field of a record as an entry of the form: which widget, what it may hold, and the hint below it."""

from __future__ import annotations

import datetime
import inspect
import re
import types
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Widget = dict[str, Any]
LONG = 1000  # letters: from here on a text gets a larger box
NOT_SHOWN = {"rule", "rule_for", "examples", "imported"}  # written as text: a form would need the whole vocabulary
# Fields that hold ids of other records, and which.
NAMES = {
    "organization": "organizations",
    "needs": "needs",
    "need": "needs",
    "document": "documents",
    "if_full": "services",
    "alternatives": "services",
    "local_form_of": "services",
    "services": "services",
}
_COMMENT = re.compile(r"^    (\w+):.*?  # (.+)$", re.M)


def fields_of(shape: type[BaseModel], must: tuple[str, ...] = ()) -> list[Widget]:
    """Every field, those that no form can show as hidden ones.

    `must`: needed although the shape allows to leave it out. Inside a group that may be left empty nothing is required.
    """
    made = []
    for name, field in shape.model_fields.items():
        widget = None if name in NOT_SHOWN else _widget(name, field)
        if widget is None:  # Decap keeps it as it is; told of its name it also keeps the order of the file
            made.append({"name": field.alias or name, "widget": "hidden", "required": False})
            continue
        required = field.is_required() or name in must
        label = (field.alias or name).replace("_", " ").capitalize()
        hint = hints(shape).get(name)
        if widget["widget"] == "object":
            inside = widget["fields"] if required else _loose(widget["fields"])
            widget = {**widget, "collapsed": not required, "fields": inside}
        widget = {"label": label, "name": field.alias or name, "required": required, **widget}
        made.append({**widget, "hint": hint} if hint else widget)
    return made


@lru_cache
def hints(shape: type[BaseModel]) -> dict[str, str]:
    """What the comment behind each field says."""
    return {name: text for name, text in _COMMENT.findall(inspect.getsource(shape)) if "type: ignore" not in text}


def _loose(fields: list[Widget]) -> list[Widget]:
    """The same, with nothing required; entries of a list inside keep theirs, because a person adds each."""
    return [
        {**one, "required": False, **({"fields": _loose(one["fields"])} if one["widget"] == "object" else {})}
        for one in fields
    ]


def _widget(name: str, field: FieldInfo) -> Widget | None:
    """The widget of a field; None for what no form of ours can show."""
    return _of(name, field.annotation, list(field.metadata))


def _of(name: str, kind: Any, limits: list[Any]) -> Widget | None:
    while get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        limits = [*limits, *more]
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = [one for one in get_args(kind) if one is not type(None)]
        if len(inner) != 1:
            return None
        return _of(name, inner[0], limits)
    if origin is tuple:
        return _list(name, get_args(kind))
    if origin is Literal:
        if not all(isinstance(one, str) for one in get_args(kind)):
            return None
        return {"widget": "select", "options": list(get_args(kind))}
    if name in NAMES and kind is str:
        return {"widget": "select", "options": f"@{NAMES[name]}"}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return {"widget": "object", "collapsed": True, "fields": fields_of(kind)}
    if kind is bool:
        return {"widget": "boolean"}
    if kind is int or kind is float:
        return {"widget": "number", "value_type": kind.__name__, **_bounds(limits)}
    if kind is datetime.date:  # not a calendar that fills in today: a date of checking is only for who checked
        return {"widget": "string", "pattern": [r"^\d{4}-\d{2}-\d{2}$", "Write a day as 2026-11-21"]}
    if kind is str:
        return _text(limits)
    return None


def _list(name: str, inside: tuple[Any, ...]) -> Widget | None:
    if len(inside) != 2 or inside[1] is not Ellipsis:
        return None
    one = _of(name, inside[0], [])
    if one is None or one["widget"] == "list":
        return None
    if one["widget"] == "select":
        return {**one, "multiple": True}
    if one["widget"] == "object":
        return {"widget": "list", "collapsed": True, "fields": one["fields"]}
    return {"widget": "list", "field": {"label": "One", "name": "one", **one}}


def _flat(limits: list[Any]) -> list[Any]:
    """The limits, also those inside a pydantic `Field(...)`."""
    return [inner for one in limits for inner in (one.metadata if isinstance(one, FieldInfo) else [one])]


def _bounds(limits: list[Any]) -> Widget:
    known = {"ge": "min", "le": "max"}
    return {ours: getattr(one, key) for one in _flat(limits) for key, ours in known.items() if hasattr(one, key)}


def _text(limits: list[Any]) -> Widget:
    flat = _flat(limits)
    pattern = next((one.pattern for one in flat if getattr(one, "pattern", None)), None)
    longest = next((one.max_length for one in flat if getattr(one, "max_length", None)), 0)
    if pattern:
        return {"widget": "string", "pattern": [pattern, "This is not written as it should be"]}
    return {"widget": "text" if longest >= LONG else "string"}
