"""A base on the disk: small tables of all records, from which a record is made whole when somebody reads it.

One file below `.cache/handrail/`, which can be deleted at any time. What it holds of shared files are objects of ours.
Whoever may write into the cache may run code here, as in a build.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, cast

from ..load.places import Places
from ..model import Records, Where
from ..model.hollow import HOLLOW, Brief, Fill, brief, hollow, long_in
from ..model.lazily import Lazily
from ..problems import Problem
from ..stored import read_parts, store_parts
from ..validate.shape import one_rule
from . import Base
from .packs import Packs
from .whole import Whole

TABLES = {"service": "services", "organization": "organizations"}
APART = {
    *TABLES.values(),
    "placed",
    "where",
    "marks",
    "translations",
    "lasting",
    "let_go",
}  # of `Records`: as plain data, or not


def path_of(cache: Path, folder: Path) -> Path:
    """The file of a folder with data."""
    return cache / f"base-{hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:12]}.bin"


def store_base(path: Path, base: Base, settings: bytes) -> bool:
    """Keeps a base; False where that cannot be done."""
    return store_parts(path, _parts(base, settings))


def _parts(base: Base, settings: bytes) -> Iterator[Any]:
    records = base.records
    yield {"settings": settings, "files": base.files}
    rules: dict[int, tuple[int, Any]] = {}
    for name in TABLES.values():
        found = getattr(records, name)
        table = {id_: brief(one) for id_, one in found.items()}
        for known in table.values():
            if (rule := known.get("rule")) is not None:
                known["rule"] = rules.setdefault(id(rule), (len(rules), rule))[0]
        yield table, {id_: long for id_, one in found.items() if (long := long_in(one))}
    common = {
        each.name: getattr(records, each.name) for each in fields(Records) if each.init and each.name not in APART
    }
    yield pickle.dumps((common, [rule for _, rule in rules.values()]))
    alike: dict[str, tuple[Any, ...]] = {}  # many services are in the same places
    where = {
        key: alike.setdefault(repr(told), told)
        for key, one in records.where.items()
        for told in [(one.areas, one.counties, one.zips, one.doors, one.names)]
    }
    yield {
        "marks": records.marks,
        "placed": {key: (one.path, one.area, one.at) for key, one in records.placed.items()},
        "where": where,
        "translations": records.translations,
        "problems": [(one.path, one.line, one.text, one.reminder) for one in base.problems],
        "closed": list(base.closed),
        "logo": base.logo,
    }


def read_base(
    cache: Path, settings: bytes, folder: Path, places: Places, today: datetime.date, packs: Packs | None = None
) -> Base | None:
    """What was kept under the same settings. `packs`: what makes its records whole, if it is to let go of them."""
    parts = read_parts(path_of(cache, folder))
    if parts is None:
        return None
    about = next(parts)
    if about["settings"] != settings:
        return None
    tables = {kind: next(parts) for kind in TABLES}
    common: Any
    common, rules = pickle.loads(next(parts))
    rules = [one_rule(rule) for rule in rules]
    told = next(parts)
    whole = Whole(cache, folder, told["marks"], told["placed"], frozenset(told["closed"]))
    made: Any = {}
    for kind, (table, long) in tables.items():
        for known in table.values():
            if "rule" in known:
                known["rule"] = rules[known["rule"]]
        made[TABLES[kind]] = _hollow(kind, table, long, whole, packs)
    records = Records(
        **common,
        **made,
        placed=cast(Any, Lazily(told["placed"], whole.placed)),
        where=cast(Any, Lazily(told["where"], _where)),
        translations=told["translations"],
        marks=told["marks"],
    )
    if packs:
        records = replace(records, let_go=packs.held.let_go)
    problems = [Problem(*one) for one in told["problems"]]
    base = Base(folder, places, today, about["files"], records, problems, whole.closed, told["logo"])
    base.whole = whole
    return base


def _hollow(
    kind: str, table: dict[str, Brief], long: Mapping[str, tuple[str, ...]], whole: Whole, packs: Packs | None
) -> dict[str, Any]:
    start, held = f"{kind}/", packs.held if packs else None
    fill: Fill = packs.record if packs else whole.record
    return {id_: hollow(kind, start + id_, known, fill, held, long.get(id_, ())) for id_, known in table.items()}


def _where(_: str, known: Any) -> Where:
    return Where(*known)


assert HOLLOW.keys() == TABLES.keys()
