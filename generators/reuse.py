"""Takes finished files of the last site into the new one, where they would be made just so again."""

from __future__ import annotations

import datetime
import errno
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from pathlib import Path

from .disk import State, state_of
from .joined import Assets
from .memory import FORGETFUL, Memory
from .model import Lasting, Records
from .model.marks import COMMON
from .model.reads import Note
from .stage import Stage
from .stored import read_parts, store_parts
from .version import version_of_code

COPIES = "copies"


class Reuse:
    """The files of one build."""

    def __init__(self, records: Records, stage: Stage, assets: Assets) -> None:
        self.records = records
        self.stage = stage
        self.assets = assets
        self.used: set[str] = set()  # joined scripts and styles that pages of this build load
        self._standing: dict[str, bool] = {}
        self._loads: dict[frozenset[str], tuple[str, ...]] = {}  # that pages have, each once

    def take(self, name: str) -> bool:
        """Takes a file of the last site into the new one, if it would be made just so again."""
        loads = self.records.lasting.get(self.records, f"file/{name}")
        if loads is None or not all(map(self._stands, loads)) or not self.stage.keep(name):
            return False
        self.used.update(loads)
        return True

    def take_all(self, names: Sequence[str]) -> Set[str]:
        """The same for many files; gives those that were taken."""
        keys = [f"file/{name}" for name in names]
        found = self.records.lasting.get_all(self.records, keys)
        lost = {loads for loads in set(found.values()) if not all(map(self._stands, loads))}
        if lost:
            found = {key: loads for key, loads in found.items() if loads not in lost}
        self.used.update(*set(found.values()))
        return self.stage.keep_all(names if len(found) == len(keys) else [key[len("file/") :] for key in found])

    def _stands(self, asset: str) -> bool:
        """Is a joined script or style still there? A page without one is as good as none."""
        if asset not in self._standing:
            self._standing[asset] = self.stage.stands(asset)
        return self._standing[asset]

    def made(self, name: str, notes: Iterable[Note], loads: Iterable[str] = ()) -> None:
        """Says that a file was made. `loads`: the joined scripts and styles that it asks for."""
        known = frozenset(loads)
        value = self._loads.setdefault(known, tuple(sorted(known)))
        self.records.lasting.put(self.records, f"file/{name}", value, notes)
        self.used |= known

    def take_copies(self, copies: Mapping[str, State]) -> set[str]:
        """Takes those whose originals nobody wrote since they were copied; gives their names."""
        known = self.records.lasting.get(self.records, COPIES) or {}
        return {name for name, state in copies.items() if known.get(name) == state and self.take(name)}

    def made_copies(self, copies: dict[str, State]) -> None:
        """Says that these were copied, or taken."""
        if self.records.lasting.get(self.records, COPIES) != copies:
            self.records.lasting.put(self.records, COPIES, copies, ())
        for name in copies:
            if f"file/{name}" not in self.records.lasting.before:
                self.made(name, ())

    def end_of_process(self, number: int, written: int) -> None:
        """What another process must tell the first. `written`: how many files there were when it began."""
        if self.stage.site:
            self._keep_assets()
            own = self.records.lasting.own()
            store_parts(self._part(number), chain([self.stage.written_after(written)], own))

    def end(self, others: int) -> None:
        """Gathers what the other processes told, and takes the joined files that nobody had to make."""
        lasting = self.records.lasting
        for number in range(others if self.stage.site else 0):
            told = read_parts(self._part(number))
            if told is None:  # the one reason why it could not be kept
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            here = next(told)
            self.stage.add(here)
            lasting.take_over(told)
            self._part(number).unlink()
        self._keep_assets()
        for key, (value, _) in lasting.new.items():
            if key.startswith("file/"):
                self.used.update(value)
        for name in self.used:
            if name not in self.stage.here:
                self.take(name)

    def _part(self, number: int) -> Path:
        return self.stage.scratch / f".part-{number}"

    def remember_assets(self) -> None:
        """Scripts and styles that the last build joined need not be joined again while their files stand."""
        before = self.records.lasting.before
        for kept in [key for key in before if key.startswith("asset/")]:
            key, address = before[kept][0]
            if self.stage.stands(address):
                self.assets.known[key] = address

    def _keep_assets(self) -> None:
        lasting = self.records.lasting
        for key, address in self.assets.known.items():
            if f"asset/{key!r}" not in lasting.before:
                lasting.put(self.records, f"asset/{key!r}", (key, address), ())


def copies_of(files: Iterable[tuple[str, str | None]]) -> dict[str, State]:
    """What the disk says of the originals of files in the site, by the names in the site."""
    found = ((name, state_of(path)) for name, path in files if path)
    return {name: state for name, state in found if state is not None}


def open_lasting(
    cache: Path | None, site: Path, records: Records, today: datetime.date, rest: str, memory: Memory = FORGETFUL
) -> Lasting:
    """What the last build of a site kept; empty where the code, the day, the settings or a shared file is another.

    `cache`: the folder that keeps it on the disk, if any does.
    """
    parts = [version_of_code(), records.marks[COMMON], today.isoformat().encode(), rest.encode()]
    settings = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()
    path, key = _kept_of(cache, site)
    lasting = memory.same(key, (settings,), lambda: Lasting(path, settings, memory.keeps))
    lasting.begin()
    return lasting


def forget_lasting(cache: Path | None, site: Path, memory: Memory = FORGETFUL) -> None:
    """Before a site is made of which nothing is kept: what was kept of the last one does not hold for its files."""
    path, key = _kept_of(cache, site)
    memory.forget(key)
    if path:
        path.unlink(missing_ok=True)


def _kept_of(cache: Path | None, site: Path) -> tuple[Path | None, tuple[str, str]]:
    """Where what was kept of a site is, on the disk and in memory."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[:12]
    return cache and cache / f"made-{name}.bin", ("lasting", name)
