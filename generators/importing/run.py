"""One import from beginning to end: read, convert, compare, and write when told to."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from ..load import load, load_text
from ..problems import report as problems_report
from .base import Base, read_base
from .convert import Records, converted
from .here import Here, records_here, target_for
from .mapping import Mapping, as_yaml, read_mapping
from .opening import CannotRead
from .place import Target
from .planning import Plan, planned
from .reading import read_package


@dataclass(frozen=True)
class Import:
    """What an import found and would do."""

    made: Records
    plan: Plan
    target: Target


def prepare(
    source: Path,
    resources: Path,
    area: str,
    name: str,
    today: datetime.date,
    mapping: Path | None = None,
    listed: bool = False,
    gone: str = "list",
    back: bool = False,
    page: str = "",
) -> Import:
    """Everything short of writing. `CannotRead` says in words what stands in the way."""
    sources, unreadable = load(resources)
    if unreadable:
        raise CannotRead("Mend these files first:\n" + problems_report(unreadable))
    target = target_for(sources, name, area, today, _words(resources), page)
    if area not in target.areas:
        raise CannotRead(f"there is no area {area}. Start it with: python -m generators new area {area}")
    base = _memory(resources, name)
    here = records_here(sources)
    package = read_package(source, _mapping(mapping))
    remembered = {key: str(one["id"]) for key, one in base.items()}
    remembered.update({one.key: one.id for one in here if one.source == name})
    taken = {one.id for one in here if not (one.source == name and one.key)}
    made = converted(package, target, remembered, taken)
    return Import(made, planned(made, here, base, target, listed, gone, back), target)


def guess(source: Path) -> str:
    """A mapping file for a source, to be looked over."""
    return as_yaml(read_package(source).columns)


def _words(resources: Path) -> object:
    path = resources / "imports" / "words.yaml"
    if not path.is_file():
        return None
    found, problems = load_text(path.as_posix(), path.name, path.read_bytes())
    if found is None:
        raise CannotRead(problems_report(problems))
    return found.data


def _memory(resources: Path, name: str) -> Base:
    path = resources / "imports" / f"{name}.json"
    try:
        return read_base(path.read_text("utf-8")) if path.is_file() else {}
    except ValueError:
        raise CannotRead(f"{path} is damaged. Bring back the version that git has, then import again.") from None


def _mapping(path: Path | None) -> Mapping | None:
    return read_mapping(path.as_posix(), path.read_bytes()) if path else None


__all__ = ["Here", "Import", "guess", "prepare"]
