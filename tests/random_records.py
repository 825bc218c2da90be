"""Random records over the shapes of the model: whatever may stand in a file, a test may be given."""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generators.model import Rule
from generators.model.place import Phone

Strategy = st.SearchStrategy[Any]
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\0"), max_size=60)
NONE: Mapping[str, Strategy] = types.MappingProxyType({})
NUMBERS = ("412-555-0100", "988", "+1 800 221 5689", "1-800-221-5689 ext. 12")
PAIRS = (("latitude", "longitude"), ("opens", "closes"))  # both or neither


def records(shape: type[BaseModel], rules: list[Rule], **fixed: Strategy) -> Strategy:
    """Records of a shape; `fixed` gives some fields their values, rules come from the list."""
    return _model(shape, rules, fixed).map(lambda values: _made(shape, values)).filter(lambda made: made is not None)


def _made(shape: type[BaseModel], values: dict[str, Any]) -> BaseModel | None:
    try:
        return shape.model_validate(values)
    except ValidationError:
        return None


def _model(shape: type[BaseModel], rules: list[Rule], fixed: Mapping[str, Strategy] = NONE) -> Strategy:
    must, may = {}, {}
    for name, field in shape.model_fields.items():
        if shape is Phone and name == "number":
            must["number"] = st.sampled_from(NUMBERS)
            continue
        strategy = fixed[name] if name in fixed else _of(field.annotation, _limits(field), rules)
        key = field.alias or name
        (must if field.default is PydanticUndefined else may)[key] = strategy
    return st.fixed_dictionaries(must, optional=may).map(_in_pairs)


def _in_pairs(values: dict[str, Any]) -> dict[str, Any]:
    for pair in PAIRS:
        if sum(values.get(name) is not None for name in pair) == 1:
            values = {key: value for key, value in values.items() if key not in pair}
    if values.get("until") and values.get("date") and values["until"] < values["date"]:
        values = {**values, "until": values["date"]}
    return values


def _limits(field: FieldInfo) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in field.metadata:
        for name in ("ge", "le", "min_length", "max_length", "pattern"):
            if getattr(item, name, None) is not None:
                found[name] = getattr(item, name)
    return found


def _of(kind: Any, limits: dict[str, Any], rules: list[Rule]) -> Strategy:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _of(args[0], {**limits, **_limits(FieldInfo.from_annotation(kind))}, rules)
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, types.UnionType):
        return st.one_of([st.none() if one is type(None) else _of(one, limits, rules) for one in args])
    if origin is tuple:
        return st.lists(_of(args[0], {}, rules), max_size=3, unique_by=repr)
    if origin is dict:
        return st.dictionaries(TEXT, TEXT if args[1] is str else st.one_of(TEXT, st.integers(), st.none()), max_size=3)
    if kind is Rule:
        return st.sampled_from(rules)
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(limits.get("ge"), limits.get("le"))
    if kind is float:
        return st.floats(limits.get("ge"), limits.get("le"), allow_nan=False)
    if kind is datetime.date:
        return st.dates(datetime.date(2000, 1, 1), datetime.date(2050, 1, 1))
    if kind is str and "pattern" in limits:
        text = st.from_regex(limits["pattern"].replace("$", r"\Z"))
        return text.filter(lambda found: len(found) <= limits.get("max_length", 500) and "\0" not in found)
    if kind is str:
        return TEXT.filter(lambda found: len(found) >= limits.get("min_length", 0))
    assert issubclass(kind, BaseModel), kind
    return _model(kind, rules)
