"""The rest of the data, where some records have problems: those are left out and listed, never in silence."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .load import Source, load
from .load.lists import is_list
from .model import Records
from .pipeline import judged
from .problems import Problem
from .validate.links import REFERENCES

Path_ = tuple[str | int, ...]
SKIPPED = {"services": "service", "organizations": "organization"}  # folders whose files stand for one record each


@dataclass(frozen=True)
class Salvaged:
    """What can be published, and what cannot."""

    records: Records | None  # None: a problem stands where everything depends on it
    left_out: list[Problem]  # what the site will not have: file, first line that is wrong, and why
    in_the_way: list[Problem]  # what stands in files that cannot be left out


def salvage(resources: Path, today: datetime.date) -> Salvaged:
    """Leaves out every service, organization or translation with a problem, and all that cannot stand without it.

    Lists that name a service which is left out lose that name. Files that all records share cannot be left out.
    """
    sources, unreadable = load(resources)
    folder = resources.as_posix()
    left_out: list[Problem] = []
    while True:
        records, problems = judged(sources, [] if left_out else unreadable, resources, today)
        wrong = [problem for problem in problems if not problem.reminder]
        if not wrong:
            return Salvaged(records, left_out, [])
        known = {source.path: source for source in sources}
        bad = {path: [p for p in wrong if p.path == path] for path in {problem.path for problem in wrong}}
        gone = set()
        for path in [path for path in bad if _is_list(known.get(path))]:
            lost = _lost(known[path], bad.pop(path), left_out)
            if "." not in Path(path).stem and Path(path).stem == "services":
                gone |= lost
            own = f"{path.removesuffix('.yaml')}."
            twins = {path} if "." in Path(path).stem else {path, *(p for p in known if p.startswith(own))}
            sources = [_fewer(source, lost) if source.path in twins else source for source in sources]
        stay = {path for path in bad if not _can_go(known.get(path), path, folder)}
        if stay:
            return Salvaged(None, left_out, [problem for problem in wrong if problem.path in stay])
        sources = [source for source in sources if source.path not in bad]
        for path, why in sorted(bad.items()):
            more = f" (and {len(why) - 1} more)" if len(why) > 1 else ""
            left_out.append(Problem(path, why[0].line, f"{why[0].text}{more}"))
            if "." not in Path(path).stem:
                if _kind(path) == "service":
                    gone.add(Path(path).stem)
                own = f"{path.removesuffix('.yaml')}."
                for twin in [source.path for source in sources if source.path.startswith(own)]:
                    left_out.append(Problem(twin, 1, "the record that this translates is left out."))
                sources = [source for source in sources if not source.path.startswith(own)]
        if gone:
            sources = [_without(source, gone, left_out) if _may_lose(source) else source for source in sources]


def _is_list(source: Source | None) -> bool:
    """A file with many records, of which only some need go."""
    return source is not None and is_list(source.name) and bool(source.data)


def _lost(source: Source, wrong: list[Problem], left_out: list[Problem]) -> set[str]:
    """The ids of the records of a list that have problems; each is listed with its first."""
    starts = sorted((source.line((id_,)), id_) for id_ in source.data)
    lost: dict[str, list[Problem]] = {}
    for problem in wrong:
        id_ = max((start for start in starts if start[0] <= problem.line), default=starts[0])[1]
        lost.setdefault(id_, []).append(problem)
    for why in lost.values():
        more = f" (and {len(why) - 1} more)" if len(why) > 1 else ""
        left_out.append(Problem(source.path, why[0].line, f"{why[0].text}{more}"))
    return set(lost)


def _fewer(source: Source, lost: set[str]) -> Source:
    """The list without these records."""
    return replace(source, data={id_: data for id_, data in (source.data or {}).items() if id_ not in lost})


def _can_go(source: Source | None, path: str, folder: str) -> bool:
    """Only what stands for itself: a service, an organization, its translation, or a file that nothing reads."""
    inside = path.removeprefix(f"{folder}/")
    if "/" not in inside:
        return False
    return _kind(path) is not None or (source is None and path.endswith(".yml"))


def _may_lose(source: Source) -> bool:
    """Not the site's settings: the numbers for an emergency and for who is stuck stand on every page."""
    return bool(source.data) and source.name != "site.yaml"


def _kind(path: str) -> str | None:
    return SKIPPED.get(Path(path).parent.name)


def _without(source: Source, services: set[str], left_out: list[Problem]) -> Source:
    """The file without the names of services that are left out, in lists and as doorways; each is listed."""
    lines = dict(source.lines)
    data = source.data
    if Path(source.name).name.split(".")[0] == "doorways" and isinstance(data, dict):
        for id_ in services & data.keys():
            left_out.append(Problem(source.path, source.line((id_,)), f'this way to "{id_}", which is left out.'))
        data = {key: value for key, value in data.items() if key not in services}
    return replace(source, data=_pruned(data, (), source, services, lines, left_out), read=lambda: lines)


def _pruned(
    value: Any, path: Path_, source: Source, services: set[str], lines: dict[Path_, int], left_out: list[Problem]
) -> Any:
    """A value without the names of services that are left out."""
    if isinstance(value, list):
        return [_pruned(item, (*path, index), source, services, lines, left_out) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, inner in value.items():
        here = (*path, key)
        if key in ("rule", "examples") or REFERENCES.get(key) != "service":
            is_whole = key in ("rule", "examples")
            kept[key] = inner if is_whole else _pruned(inner, here, source, services, lines, left_out)
        elif isinstance(inner, list):
            names = [(index, item) for index, item in enumerate(inner) if not _is_in(item, services)]
            kept[key] = [item for _, item in names]
            lines.update({(*here, new): source.line((*here, old)) for new, (old, _) in enumerate(names)})
            left_out += [_name(source, (*here, i), item) for i, item in enumerate(inner) if _is_in(item, services)]
        elif _is_in(inner, services):
            left_out.append(_name(source, here, inner))
        else:
            kept[key] = inner
    return kept


def _is_in(item: Any, services: set[str]) -> bool:
    return isinstance(item, str) and item in services


def _name(source: Source, path: Path_, id_: str) -> Problem:
    return Problem(source.path, source.line(path), f'here the name "{id_}", which is left out.')
