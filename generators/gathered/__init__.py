"""What the last build gathered, so that an edit of a few records is an edit of a few records and not of 20,000.

A `Base` holds all records that were found sound, what the disk said of their files, and what was to be said of them.
Where since then a few files with one service or organization each were written, only these are read and checked. In all
other cases, and whenever a problem is to be told, everything is gathered from the beginning.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..languages import KNOWN
from ..load import Source, load_again
from ..load.places import Places
from ..load.scan import State, is_settled
from ..model import Placed, Records, Where, brief, mark
from ..model.hollow import Gone
from ..model.lazily import Lazily
from ..places import served_problems, where_of
from ..problems import Problem
from ..validate.again import Again, Found, key_of

SOME = 40  # files that are read again; more are gathered from the beginning


@dataclass
class Base:
    """All records of a folder, as they were found sound at one time."""

    folder: Path
    places: Places
    today: datetime.date
    files: dict[str, State]  # what the disk says of each file that had not been written just then
    records: Records
    problems: list[Problem]  # reminders
    closed: frozenset[str]
    logo: tuple[int, ...] = ()  # what the disk says of the picture in the settings
    restated: int = 0  # files that stand there anew with the same content
    known: dict[str, tuple[tuple[bytes, ...], Found | None]] = field(default_factory=dict)  # checked since, by key
    checks: Again | None = None

    def since(self, now: Mapping[str, State], began: int) -> tuple[Records, list[Problem]] | None:
        """Records and reminders as they are now; None where that cannot be said without looking at everything.

        `now`: what the disk says of each file; `began`: when it was asked, in nanoseconds.
        """
        marks = self.records.marks
        if len(now) != sum(key.startswith("file/") for key in marks):
            return None
        files: dict[str, Source] = {}
        for name in [name for name, state in now.items() if self.files.get(name) != state]:
            source = self._read(name)
            was = marks.get(f"file/{name}")
            if source is None or was is None:
                return None
            if source.mark != was:
                files[name] = source
            elif is_settled(now[name], began):
                self.files[name] = now[name]
                self.restated += 1
        if not files:
            return self.records, self.problems
        if len(files) > SOME:
            return None
        parts: dict[str, list[Source]] = defaultdict(list)
        for source in files.values():
            if (key := key_of(source)) is None:
                return None
            parts[key].append(source)
        found = {}
        for key in parts:
            told = self._checked(key, files, parts[key][0].name, now)
            if told is None:
                return None
            found[key] = told
        return self._with(found, files)

    def _read(self, name: str) -> Source | None:
        """A sound file."""
        return load_again(self.folder, name, b"", None)

    def _checked(self, key: str, files: Mapping[str, Source], one: str, now: Mapping[str, State]) -> Found | None:
        """A record by its file and the translations beside it. `one`: one of these."""
        inside = one.rpartition("/")[0]
        start = f"{inside}/{key.partition('/')[2]}"
        names = [name for code in ("", *KNOWN) if (name := f"{start}{code and '.'}{code}.yaml") in now]
        sources = [source for name in names if (source := files.get(name) or self._read(name))]
        state = tuple(source.mark for source in sources)
        if len(sources) < len(names):
            return None
        if key not in self.known or self.known[key][0] != state:
            self.checks = self.checks or Again(self.records, self.problems, self.closed, self.today)
            try:
                self.known[key] = (state, self.checks.check(key, sources))
            except Gone:  # the record as it was cannot be compared
                return None
        return self.known[key][1]

    def _with(self, found: Mapping[str, Found], files: Mapping[str, Source]) -> tuple[Records, list[Problem]]:
        """The records with some in the place of those that were there, and what is to be said of all."""
        records, shown = self.records, self.folder.as_posix()
        services, organizations = dict(records.services), dict(records.organizations)
        marks, where, placed = dict(records.marks), {}, {}
        texts = {code: dict(known) for code, known in records.translations.items()}
        said = [told for one in found.values() for told in one.problems]
        for key, one in found.items():
            kind, _, id_ = key.partition("/")
            marks[key], placed[key] = one.mark, one.placed
            if kind == "service":
                services[id_] = one.record
                where[id_] = where_of(records, self.places, one.placed.area, one.record)
                marks[key] = mark([one.mark, repr(where[id_])])
                said += served_problems(one.record, one.placed, self.places, shown)
            else:
                organizations[id_] = one.record
            for code, its in one.texts.items():
                texts[code][key] = its
        for kind, was, now in (
            ("service", records.services, services),
            ("organization", records.organizations, organizations),
        ):
            start = f"{kind}/"
            changed = {(id_ := key.removeprefix(start)): (was[id_], now[id_]) for key in found if key.startswith(start)}
            marks[brief.KEY + kind] = brief.mark_after(kind, marks[brief.KEY + kind], changed)
        marks.update((f"file/{name}", source.mark) for name, source in files.items())
        paths = {f"{shown}/{twin}" for one in found.values() for twin in self._names(one.placed.path)}
        problems = sorted({*said, *(problem for problem in self.problems if problem.path not in paths)})
        return (
            replace(
                records,
                services=services,
                organizations=organizations,
                where=_with(records.where, where),
                placed=_with(records.placed, placed),
                translations=texts,
                marks=marks,
            ),
            problems,
        )

    def _names(self, name: str) -> list[str]:
        """The file of a record and those that its translations would have."""
        return [name, *(f"{name.removesuffix('.yaml')}.{code}.yaml" for code in KNOWN)]


def _with(values: Any, others: Mapping[str, Placed | Where]) -> Any:
    """A mapping with some other values."""
    return values.replaced(others) if isinstance(values, Lazily) else {**values, **others}


def with_briefs(records: Records) -> Records:
    """The same with the marks of all records in brief."""
    placed = records.placed
    marks = {
        f"{brief.KEY}{kind}": brief.mark_of_brief(kind, some, lambda key: placed[key].area)
        for kind, some in (("service", records.services), ("organization", records.organizations))
    }
    return replace(records, marks={**records.marks, **marks})


def logo_of(records: Records, folder: Path) -> tuple[int, ...]:
    """What the disk says of the picture that the settings name."""
    try:
        found = os.stat(folder / records.site.logo) if records.site.logo else None
    except OSError:
        return (0,)
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns) if found else ()


def settings_of(version: bytes, folder: Path, today: datetime.date, *others: object) -> bytes:
    """All that a base depends on beside the files with data."""
    return hashlib.sha256(repr((version, os.path.realpath(folder), folder.as_posix(), today, others)).encode()).digest()
