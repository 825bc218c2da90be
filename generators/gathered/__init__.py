"""What the last build gathered, so that an edit of a few records is an edit of a few records and not of 20,000.

A `Base` holds all records that were found sound, what the disk said of their files, and what was to be said of them.
Where since then a few files with one service or organization each were written, only these are read and checked, and
the base is what was found. In all other cases, and whenever a problem is to be told, everything is gathered from the
beginning. Where lists were written, the base stays as it was, and they are read and checked until then each time.
"""

from __future__ import annotations

import datetime
import hashlib
import marshal
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..journal import Journal
from ..load import Source, load_again
from ..load.kept import hash_of
from ..load.lists import is_list
from ..load.places import Places
from ..load.scan import State, is_settled
from ..model import Placed, Records, Where, brief, mark
from ..model.hollow import Gone
from ..model.lazily import Lazily
from ..model.marks import KEYS
from ..places import served_problems, where_of
from ..problems import Problem
from ..validate.again import Again, Found
from ..validate.among import Changed, are_sound, has_to_do_with_rules
from ..validate.files import Kept
from .files import Known, Looked
from .placed import plain
from .said import Said
from .whole import Whole

SOME = 40  # files that are read again; more are gathered from the beginning
Judge = Callable[[Records, str, Collection[str]], bool]  # are rules still sound, where these services changed?


@dataclass
class News:
    """What is to be told of a base that was kept, for the next build: files that were written, and their records."""

    files: dict[str, State | None] = field(default_factory=dict)  # None: written just before it was looked at
    sources: dict[str, Source] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)  # of files of which all that is to be said is said anew


@dataclass
class Base:
    """All records of a folder, as they were found sound at one time."""

    folder: Path
    places: Places
    today: datetime.date
    files: Known
    records: Records
    problems: list[Problem]  # reminders
    closed: frozenset[str]
    logo: tuple[int, ...] = ()  # what the disk says of the picture in the settings
    news: News = field(default_factory=News)
    parsed: dict[bytes, bytes] = field(default_factory=dict)  # packed values of files that were written since, by mark
    journal: Journal | None = None  # where it is kept
    known: dict[str, tuple[tuple[bytes, ...], Found | None]] = field(default_factory=dict)  # checked since, by key
    checks: Again | None = None
    read: dict[str, tuple[State, Source]] = field(default_factory=dict)  # files that are others now
    judged: tuple[Any, bool] = ((), True)  # the records whose rules were looked at, and what came out
    whole: Whole | None = None  # what makes its records whole, where they come from the disk

    def since(self, look: Looked, judge: Judge) -> tuple[Records, list[Problem]] | None:
        """Records and reminders as they are now; None where that cannot be said without looking at everything.

        `look`: what the disk says now.
        """
        try:
            return self._since(look, judge)
        except Gone:  # a record as it was is needed, and cannot be made whole any more
            return None

    def _since(self, look: Looked, judge: Judge) -> tuple[Records, list[Problem]] | None:
        marks, now, began = self.records.marks, look.others, look.began
        if look.files != self.files.count:
            return None
        files: dict[str, Source] = {}
        for name, state in now.items():
            was = marks.get(f"file/{name}")
            if was is None:
                return None
            if self._is_same(name, state, was):
                if is_settled(state, began):
                    self.news.files[name] = state
                    self.files.take({name: state})
                continue
            source = self._read(name, state, began)
            if source is None:
                return None
            if source.mark != was:
                files[name] = source
        if not files:
            return self.records, self.problems
        if len(files) > SOME:
            return None
        said = Said(marks, files, self._unchanged)
        keys = said.changed(self.records, {problem.path for problem in self.problems})
        if keys is None:
            return None
        found, paths = {}, {source.path for source in files.values()}
        for key in keys:
            items = said.of(key)
            told = self._checked(key, items)
            if items is None or told is None:
                return None
            found[key] = told
            paths.update(item.source.path for item in items)
        new = self._with(found, files, dict(said.moved()), paths, judge)
        if new is None:
            return None
        if lists := [name for name in files if is_list(name)]:
            if self.whole:
                self.whole.now.update((name, files[name]) for name in lists)
        else:
            self._take(new, News({}, files, list(found), paths), now, began)
        return new

    def _take(self, new: tuple[Records, list[Problem]], news: News, now: Mapping[str, State], began: int) -> None:
        """The records as they are now are the base from now on."""
        self.records, self.problems = new
        self.news.sources |= news.sources
        self.news.keys += news.keys
        self.news.paths |= news.paths
        for name, source in news.sources.items():
            self.news.files[name] = now[name] if is_settled(now[name], began) else None
            self.parsed[source.mark] = marshal.dumps(source.data)
        self.files.take(self.news.files)
        self.known, self.checks, self.read, self.judged = {}, None, {}, ((), True)
        if self.whole:
            marks, placed = self.records.marks, self.records.placed
            self.whole.are_others(marks, {key: plain(key, placed[key]) for key in news.keys}, self.parsed)

    def _unchanged(self, name: str) -> Source | None:
        """A file as it was, and is."""
        return self.whole.source(name) if self.whole else load_again(self.folder, name, b"", None)

    def _is_same(self, name: str, state: State, was: bytes) -> bool:
        """Has a file the content that it had? It may have been written just before it was looked at."""
        known = self.read.get(name)
        if known is not None and known[0] == state:
            return known[1].mark == was
        try:
            return hash_of((self.folder / name).read_bytes()) == was
        except OSError:
            return False

    def _read(self, name: str, state: State, began: int) -> Source | None:
        """A sound file. One that this process has read already is not read again."""
        if (known := self.read.get(name)) is not None and known[0] == state:
            return known[1]
        source = load_again(self.folder, name, b"", None)
        if source is not None and is_settled(state, began):
            self.read[name] = (state, source)
        return source

    def _checked(self, key: str, items: Sequence[Kept] | None) -> Found | None:
        """A record by all that the files say of it."""
        if not items:
            return None
        told = {code for code, texts in self.records.translations.items() if key in texts}
        if told != {item.language for item in items} - {"en"}:
            return None
        state = tuple(item.source.mark for item in items)
        if key not in self.known or self.known[key][0] != state:
            self.checks = self.checks or Again(self.records, self.problems, self.closed, self.today)
            self.known[key] = (state, self.checks.check(key, items))
        return self.known[key][1]

    def _with(
        self,
        found: Mapping[str, Found],
        files: Mapping[str, Source],
        moved: dict[str, Placed],
        paths: set[str],
        judge: Judge,
    ) -> tuple[Records, list[Problem]] | None:
        """The records with some in the place of those that were there, and what is to be said of all; None where
        something may be wrong between them. `moved`: where records of lists stand now; `paths`: of the files of which
        all that is to be said is said anew.
        """
        records, shown = self.records, self.folder.as_posix()
        tables: dict[str, tuple[Any, dict[str, Any]]] = {
            "service": (records.services, dict(records.services)),
            "organization": (records.organizations, dict(records.organizations)),
        }
        changed: dict[str, dict[str, tuple[Any, Any]]] = {kind: {} for kind in tables}
        marks, where, placed = dict(records.marks), {}, moved
        texts = {code: dict(known) for code, known in records.translations.items()}
        said = [told for one in found.values() for told in one.problems]
        for key, one in found.items():
            kind, _, id_ = key.partition("/")
            was, now = tables[kind]
            changed[kind][id_], now[id_] = (was[id_], one.record), one.record
            marks[key], placed[key] = one.mark, one.placed
            if kind == "service":
                where[id_] = where_of(records, self.places, one.placed.area, one.record)
                marks[key] = mark([one.mark, repr(where[id_])])
                said += served_problems(one.record, one.placed, self.places, shown)
            for code, its in one.texts.items():
                texts[code][key] = its
        for kind in tables:
            marks[brief.KEY + kind] = brief.mark_after(kind, marks[brief.KEY + kind], changed[kind])
        marks.update((f"file/{name}", source.mark) for name, source in files.items())
        problems = sorted({*said, *(problem for problem in self.problems if problem.path not in paths)})
        new = replace(
            records,
            services=tables["service"][1],
            organizations=tables["organization"][1],
            where=_with(records.where, where),
            placed=_with(records.placed, placed),
            translations=texts,
            marks=marks,
        )
        return (new, problems) if self._is_sound(new, changed, judge) else None

    def _is_sound(self, new: Records, changed: Mapping[str, Changed], judge: Judge) -> bool:
        """Is nothing wrong between the records that changed and the others?"""
        if not are_sound(new.services, new.organizations, changed):
            return False
        ruled = [id_ for id_, pair in changed["service"].items() if has_to_do_with_rules(*pair)]
        state = [(id_, new.marks[f"service/{id_}"]) for id_ in ruled]
        if ruled and self.judged[0] != state:
            self.judged = (state, judge(new, self.folder.as_posix(), ruled))
        return not ruled or self.judged[1]


def _with(values: Any, others: Mapping[str, Placed | Where]) -> Any:
    """A mapping with some other values."""
    return values.replaced(others) if isinstance(values, Lazily) else {**values, **others}


def with_briefs(records: Records) -> Records:
    """The same with the marks of all records in brief, and of their keys."""
    placed, marks = records.placed, dict(records.marks)
    tables: dict[str, Mapping[str, Any]] = {"service": records.services, "organization": records.organizations}
    for kind, some in tables.items():
        marks[f"{brief.KEY}{kind}"] = brief.mark_of_brief(kind, some, lambda key: placed[key].area)
        marks[f"{KEYS}{kind}/"] = mark([key for key in records.marks if key.startswith(f"{kind}/")])
    return replace(records, marks=marks)


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
