"""A base on the disk: small tables of all records, from which a record is made whole when somebody reads it.

One file below `.cache/handrail/`, which can be deleted at any time. What it holds of shared files are objects of ours.
Whoever may write into the cache may run code here, as in a build.
"""

from __future__ import annotations

import datetime
import hashlib
import marshal
import os
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, cast

from ..journal import Journal
from ..load.places import Places
from ..model import Records, Where
from ..model.brief import KEY
from ..model.hollow import HOLLOW, Brief, Fill, brief, hollow, long_in
from ..model.lazily import Lazily
from ..problems import Problem
from ..validate.shape import one_rule
from . import Base, News
from .files import FILES, Known
from .packs import Packs
from .placed import plain
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
    base.journal = Journal(path)
    in_use = {*base.records.marks.values()}
    base.parsed = {mark: packed for mark, packed in base.parsed.items() if mark in in_use}
    return base.journal.begin(lambda _: _parts(base, settings))


def store_news(path: Path, base: Base, settings: bytes, news: News) -> bool:
    """Adds to a base that was kept what is others now; it is kept anew once it has grown."""
    if base.journal is None or base.journal.is_large:
        return store_base(path, base, settings)
    return base.journal.add(lambda _: [settings, news.files, _told(base, news)])


def _parts(base: Base, settings: bytes) -> Iterator[Any]:
    records = base.records
    yield settings
    yield base.files.all()
    yield base.files.count
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
        key: alike.setdefault(repr(told), told) for key, one in records.where.items() for told in [_plain_where(one)]
    }
    yield {
        "marks": records.marks,
        "placed": {key: plain(key, one) for key, one in records.placed.items()},
        "where": where,
        "translations": records.translations,
        "problems": [_plain_problem(one) for one in base.problems],
        "closed": list(base.closed),
        "logo": base.logo,
        "parsed": base.parsed,
    }


def _told(base: Base, news: News) -> dict[str, Any]:
    """What is others now, as plain data."""
    records = base.records
    tables: dict[str, dict[str, Any]] = {kind: {} for kind in TABLES}
    for key in news.keys:
        kind, _, id_ = key.partition("/")
        one = getattr(records, TABLES[kind])[id_]
        known = brief(one)
        if (rule := known.get("rule")) is not None:
            known["rule"] = pickle.dumps(rule)
        tables[kind][id_] = known, long_in(one)
    marks = (*news.keys, *(f"file/{name}" for name in news.sources), *(f"{KEY}{kind}" for kind in TABLES))
    return {
        "tables": tables,
        "marks": {key: records.marks[key] for key in marks},
        "placed": {key: plain(key, records.placed[key]) for key in news.keys},
        "where": {id_: _plain_where(records.where[id_]) for id_ in tables["service"]},
        "translations": {
            code: {key: texts[key] for key in news.keys if key in texts} for code, texts in records.translations.items()
        },
        "paths": news.paths,
        "problems": [_plain_problem(one) for one in base.problems if one.path in news.paths],
        "parsed": {source.mark: base.parsed[source.mark] for source in news.sources.values()},
    }


def _plain_where(one: Where) -> tuple[Any, ...]:
    return one.areas, one.counties, one.zips, one.doors, one.names


def _plain_problem(one: Problem) -> tuple[Any, ...]:
    return one.path, one.line, one.text, one.reminder


def read_base(
    cache: Path, settings: bytes, folder: Path, places: Places, today: datetime.date, packs: Packs | None = None
) -> Base | None:
    """What was kept under the same settings. `packs`: what makes its records whole, if it is to let go of them."""
    journal = Journal(path_of(cache, folder))
    segments = journal.read(packed=FILES + 1) if journal.begins_with(settings) else []
    if not segments:
        return None
    (_, packed, count, *parts), *more = segments
    files = Known(count, packed)
    *kinds, pickled, told = parts
    common: Any
    common, rules = pickle.loads(pickled)
    rules = [one_rule(rule) for rule in rules]
    tables = dict(zip(TABLES, kinds, strict=True))
    for table, _ in tables.values():
        for known in table.values():
            if "rule" in known:
                known["rule"] = rules[known["rule"]]
    for _, states, news in more:
        files.take(marshal.loads(states))
        _take(news, tables, told)
    whole = Whole(cache, folder, told["marks"], told["placed"], frozenset(told["closed"]))
    whole.parsed = told["parsed"]
    made: Any = {TABLES[kind]: _hollow(kind, table, long, whole, packs) for kind, (table, long) in tables.items()}
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
    base = Base(folder, places, today, files, records, problems, whole.closed, told["logo"])
    base.whole, base.parsed, base.journal = whole, whole.parsed, journal
    return base


def _take(
    news: dict[str, Any],
    tables: dict[str, tuple[dict[str, Brief], dict[str, tuple[str, ...]]]],
    told: dict[str, Any],
) -> None:
    """Adds to what was kept what `_told` told later."""
    for kind, (table, long) in tables.items():
        for id_, (known, names) in news["tables"][kind].items():
            if "rule" in known:
                known["rule"] = one_rule(pickle.loads(known["rule"]))
            table[id_] = known
            long.pop(id_, None)
            if names:
                long[id_] = names
    for name in ("marks", "placed", "where", "parsed"):
        told[name].update(news[name])
    for code, texts in news["translations"].items():
        told["translations"][code].update(texts)
    told["problems"] = sorted([*news["problems"], *(one for one in told["problems"] if one[0] not in news["paths"])])


def _hollow(
    kind: str, table: dict[str, Brief], long: Mapping[str, tuple[str, ...]], whole: Whole, packs: Packs | None
) -> dict[str, Any]:
    start, held = f"{kind}/", packs.held if packs else None
    fill: Fill = packs.record if packs else whole.record
    return {id_: hollow(kind, start + id_, known, fill, held, long.get(id_, ())) for id_, known in table.items()}


def _where(_: str, known: Any) -> Where:
    return Where(*known)


assert HOLLOW.keys() == TABLES.keys()
