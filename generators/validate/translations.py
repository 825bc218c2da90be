"""Translations lie beside the English (`snap.es.yaml`) and hold text fields only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..load import Source
from ..model import FREE_LISTS
from ..problems import Problem, did_you_mean

Path = tuple[str | int, ...]

TEXT_FIELDS = frozenset(
    "name tagline run_by summary description who_for you_get cost text note bring_note takes next renewal if_told_no "
    "languages accessibility hours do tip label hint ask why find_out how_to_get because for_helpers fee_waiver "
    "without discreet goal directions area".split()
)
CODES = "rule"  # lists below this name are ids, not words
REVIEWED = "reviewed_by"  # at the top of a translation: who has read all of it
TEXT_LISTS = frozenset(("also_needed", "reasons", "letter", "try", "first"))


def translated(source: Source, english: Any, data: Any = None, at: Path = ()) -> tuple[dict[Path, str], list[Problem]]:
    """The texts of a translation by their place in the record, and what does not belong there."""
    found: dict[Path, str] = {}
    problems: list[Problem] = []
    for path, value, fault in _pairs(source.data if data is None else data, english, (), None):
        if fault is None:
            found[path] = value
        else:
            problems.append(Problem(source.path, source.line((*at, *path)), fault))
    return found, problems


def _pairs(value: Any, english: Any, path: Path, field: str | None) -> Iterator[tuple[Path, str, str | None]]:
    name = path[-1] if path else "this file"
    if isinstance(value, dict):
        if not isinstance(english, dict):
            yield path, "", f'the English record has no names below "{name}".'
            return
        for key, inner in value.items():
            here = (*path, key)
            if here == (REVIEWED,):
                continue
            if key in FREE_LISTS and CODES not in path:
                yield from _pairs(inner, english.get(key, []), here, str(key))
            elif key not in english:
                yield here, "", f'the English record has no "{key}" here.{did_you_mean(str(key), map(str, english))}'
            else:
                yield from _pairs(inner, english[key], here, str(key))
    elif isinstance(value, list):
        if not isinstance(english, list):
            yield path, "", f'the English record has no list at "{name}".'
        elif field not in FREE_LISTS and len(value) > len(english):
            yield path, "", f'"{name}" has {len(value)} entries; the English record has {len(english)}.'
        else:
            for index, inner in enumerate(value):
                model = english[index] if index < len(english) else ""
                yield from _pairs(inner, model, (*path, index), field)
    elif value is None:
        return  # not translated yet
    elif not isinstance(value, str):
        yield path, "", f'"{name}" should be text. Put it in quotes.'
    elif field not in TEXT_FIELDS | FREE_LISTS | TEXT_LISTS:
        yield path, "", f'"{name}" is the same in every language. Delete it here; it stands in the English record.'
    elif not value.strip():
        return
    else:
        yield path, value, None
