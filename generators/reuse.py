"""Takes finished files of the last site into the new one, where they would be made just so again."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from .joined import Assets
from .model import Lasting, Records
from .model.marks import COMMON
from .model.reads import Note
from .version import version_of_code

State = tuple[int, int, int]  # of a file on the disk: its number, its bytes, when it was written


class Reuse:
    """The files of one build. `old`: the site of the last build; `site`: where the new one is made."""

    def __init__(self, records: Records, old: Path | None, site: Path, assets: Assets) -> None:
        self.records = records
        self.old = old
        self.site = site
        self.assets = assets
        self.used: set[str] = set()  # joined scripts and styles that pages of this build load
        self._remember_assets()

    def take(self, name: str) -> bool:
        """Puts a file of the last site into the new one, if it would be made just so again."""
        found = self.records.lasting.get(self.records, f"file/{name}") if self.old else None
        if found is None:
            return False
        state, loads = found
        was, new = f"{self.old}/{name}", f"{self.site}/{name}"
        if state != _state(was):
            return False
        try:
            _link(was, new)
        except OSError:
            return False
        self.used.update(loads)
        return True

    def made(self, name: str, notes: Iterable[Note], loads: Iterable[str] = ()) -> None:
        """Says that a file was made. `loads`: the joined scripts and styles that it asks for."""
        self.records.lasting.put(self.records, f"file/{name}", (None, tuple(loads)), notes)
        self.used.update(loads)

    def end_of_process(self, part: Path) -> None:
        """What another process must tell the first."""
        if self.records.lasting.path:
            self._keep_assets()
            self.records.lasting.hand_over(part)

    def end(self, parts: Iterable[Path]) -> None:
        """Gathers what the other processes told, and takes the joined files that nobody had to make."""
        lasting = self.records.lasting
        for part in parts:
            lasting.take_over(part)
        self._keep_assets()
        for key, (value, _) in lasting.new.items():
            if key.startswith("file/"):
                self.used.update(value[1])
        for name in self.used:
            if not os.path.exists(f"{self.site}/{name}"):
                self.take(name)

    def _remember_assets(self) -> None:
        """Scripts and styles that the last build joined need not be joined again while their files stand."""
        for kept, (value, _) in self.records.lasting.before.items():
            if kept.startswith("asset/"):
                key, address = value
                file = self.records.lasting.before.get(f"file/{address}")
                if self.old and file and file[0][0] == _state(f"{self.old}/{address}"):
                    self.assets.known[key] = address

    def _keep_assets(self) -> None:
        lasting = self.records.lasting
        for key, address in self.assets.known.items():
            if f"asset/{key!r}" not in lasting.before:
                lasting.put(self.records, f"asset/{key!r}", (key, address), ())


def open_lasting(cache: Path, site: Path, records: Records, today: datetime.date, rest: str) -> Lasting:
    """What the last build of a site kept; empty where the code, the day, the settings or a shared file is another."""
    parts = [version_of_code(), records.marks[COMMON], today.isoformat().encode(), rest.encode()]
    settings = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()
    name = hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[:12]
    return Lasting(cache / f"made-{name}.bin", settings)


def seal(records: Records, site: Path) -> None:
    """Remembers the files of a site that is finished, and keeps all that was made for the next build."""
    lasting = records.lasting
    for key, (value, notes) in list(lasting.new.items()):
        if key.startswith("file/"):
            state = _state(f"{site}/{key.removeprefix('file/')}")
            lasting.new[key] = ((state, value[1]), notes)
    lasting.save(records)


def _state(path: str) -> State | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _link(was: str, new: str) -> None:
    """One more name for a file, with the folders that it needs."""
    try:
        os.link(was, new)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.link(was, new)
