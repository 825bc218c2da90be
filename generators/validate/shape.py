"""One value against the shape of its record; every mistake in words of the person who edits the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from ..load import Source
from ..model.rule import Rule
from ..problems import Problem, did_you_mean

Record = TypeVar("Record", bound=BaseModel)
Path = tuple[str | int, ...]


def shaped(shape: type[Record], source: Source, data: Any = None, at: Path = ()) -> tuple[Record | None, list[Problem]]:
    """The record, or all that is wrong with it. `at` is where the value stands inside its file."""
    value = source.data if data is None else data
    if not isinstance(value, dict):
        return None, [
            Problem(source.path, source.line(at), "this should be a list of names, each with a colon and a value.")
        ]
    try:
        record = shape.model_validate(value)
        return _small(record), []
    except ValidationError as error:
        problems = {}
        faults = [(_inside(value, found["loc"]), found) for found in error.errors(include_url=False)]
        for path, found in faults:
            if _follows_from_another(path, found, faults):
                continue
            text = _in_plain_words(shape, value, path, found)
            problems[(path, text)] = Problem(source.path, source.line((*at, *path)), text)
        return None, list(problems.values())


_NAMES: dict[frozenset[str], set[str]] = {}  # the sets of fields that records set, each once
_RULES: dict[Rule, Rule] = {}  # each once: many services have the same
_FEW = 30  # fields; Python keeps the values of objects with more in a table for each


def _small(record: Record) -> Record:
    """The same record in little memory: thousands of them stay until the end of a build.

    Records that set the same fields share the set that says so, and equal rules are one. The parts of a record are
    filled field by field, so that Python keeps the names of their fields once for all of a kind.
    """
    names = record.model_fields_set
    values = record.__dict__
    for name in names:
        value = values[name] if name in values else None
        if isinstance(value, BaseModel):
            values[name] = _part(value)
        elif type(value) is tuple and value and isinstance(value[0], BaseModel):
            values[name] = tuple([_part(one) if isinstance(one, BaseModel) else one for one in value])
    _set(record, "__pydantic_fields_set__", _NAMES.setdefault(frozenset(names), names))
    return record


_set = object.__setattr__


def one_rule(rule: Rule) -> Rule:
    """The one rule that stands for all that are equal."""
    return _RULES.setdefault(rule, rule)


def _part(record: Record) -> Record:
    """The same of a record inside another."""
    record = _small(record)
    if isinstance(record, Rule):
        return one_rule(record)  # type: ignore[return-value]
    if len(record.__dict__) > _FEW:
        return record
    part = record.__class__.__new__(record.__class__)
    for name, value in record.__dict__.items():
        _set(part, name, value)
    _set(part, "__pydantic_fields_set__", record.__pydantic_fields_set__)
    _set(part, "__pydantic_extra__", None)
    _set(part, "__pydantic_private__", None)
    return part


def _follows_from_another(path: Path, found: Any, faults: list[tuple[Path, Any]]) -> bool:
    """A list counted as empty because its entries are wrong; a text wanted where a number was nearly right."""
    if found["type"] == "too_short":
        return any(other[: len(path)] == path and len(other) > len(path) for other, _ in faults)
    if found["type"] == "string_type":
        return any(other == path and fault["type"] != "string_type" for other, fault in faults)
    return False


def _inside(value: Any, loc: tuple[str | int, ...]) -> Path:
    """Pydantic's place without the names of branches, which the person never wrote."""
    path: list[str | int] = []
    for index, part in enumerate(loc):
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif index == len(loc) - 1 and isinstance(part, str) and isinstance(value, dict):
            pass  # a missing name: its place is the record around it
        else:
            continue
        path.append(part)
    return tuple(path)


def _in_plain_words(shape: type[BaseModel], value: Any, path: Path, found: Any) -> str:
    kind = found["type"]
    name = next((part for part in reversed(path) if isinstance(part, str)), "this")
    if kind == "extra_forbidden":
        known = _names_at(shape, path[:-1])
        what = "condition" if known and "income" in known and "receives" in known else "field"
        return f'no {what} is called "{name}" here.{did_you_mean(str(name), known) or _list(known)}'
    if kind == "missing":
        return f"`{found['loc'][-1]}` is missing. Add a line `{found['loc'][-1]}:` with its value."
    if kind == "string_type":
        given = found["input"]
        if given is None:
            return f"`{name}` has no value. Write one, or delete the line."
        if isinstance(given, (dict, list)):
            return f"`{name}` should be text. If the text has a colon in it, put it in quotes."
        if isinstance(given, float):  # 1.10 is read as 1.1: the person knows what stands there
            return f"`{name}` should be text. Put what you wrote in quotes."
        return f'`{name}` should be text. Put it in quotes: "{str(given).lower()}".'
    if kind == "string_pattern_mismatch":
        return f"`{name}: {_shown(found['input'])}` is not written as it should be. {_pattern_help(found)}"
    if kind in ("string_too_short", "too_short"):
        return f"`{name}` is empty. Write something, or delete the line."
    if kind == "string_too_long":
        return f"`{name}` is too long: at most {found['ctx']['max_length']} letters."
    if kind == "literal_error":
        words = [word.strip("' ") for word in found["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        return (
            f'`{name}` cannot be "{_shown(found["input"])}".{did_you_mean(str(found["input"]), words) or _list(words)}'
        )
    if kind in ("tuple_type", "list_type"):
        return f"`{name}` should be a list: put each value on its own line, after a dash."
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"`{name}` should have names with values below it, each on its own line with a colon."
    if kind.startswith(("date_", "date")):
        return f"`{name}: {_shown(found['input'])}` is not a day in the calendar. Write it as 2026-11-21."
    if kind.startswith("bool"):
        return f"`{name}` should be true or false."
    if kind.startswith(("int_", "float_", "greater_than", "less_than", "finite")):
        limits = found.get("ctx", {})
        bound = "".join(
            f", {words} {limits[key]:g}" for key, words in (("ge", "at least"), ("le", "at most")) if key in limits
        )
        return f"`{name}: {_shown(found['input'])}` should be a number{bound}."
    if kind == "value_error":
        return str(found["ctx"]["error"]) + "."
    return f"`{name}` is not as it should be: {found['msg']}."


def _pattern_help(found: Any) -> str:
    pattern = str(found["ctx"]["pattern"])
    if "https" in pattern:
        return 'A link starts with "https://" and has no blanks.'
    if r"\d{4}-\d{2}" in pattern:
        return 'Write a month as "2026-11" or a day as "2026-11-21", in quotes.'
    if "[0-9a-fA-F]{6}" in pattern:
        return 'Write a colour as "#0b5d57", in quotes.'
    if "svg|png" in pattern:
        return "Write the name of a file beside site.yaml in small letters, such as logo.svg or logo.png."
    if "@" in pattern:
        return "An e-mail address looks like name@example.org."
    if "24:00" in pattern:
        return "Write a time as 9:00 or 17:30."
    if "A-Za-z_" in pattern:
        return "A time zone looks like America/New_York."
    if "[A-Z]{2}" in pattern:
        return "A state has two capital letters: PA."
    if "0[1-9]|1[0-2]" in pattern:
        return 'Write a day of the year as "07-01", in quotes.'
    return "Use small letters, digits and single dashes, such as food-bank."


def _names_at(shape: type[BaseModel], path: Path) -> list[str]:
    """The names that may stand at a place of a record."""
    current: type[BaseModel] | None = shape
    for part in path:
        if current is None or isinstance(part, int):
            continue
        field = next((f for n, f in current.model_fields.items() if part in (n, f.alias)), None)
        current = next(_models(field.annotation), None) if field else current
    return [field.alias or name for name, field in (current or Rule).model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The record shapes inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def _list(words: list[str]) -> str:
    return f" It can be: {', '.join(words)}."


def _shown(value: Any) -> str:
    return str(value)[:40]
