"""The folder in which a new site is made, and which files of it stand there already.

It begins as the last site, file for file by hard links, so that only what changes is written. No file is ever written
through such a link: one that changes is a new file. What nobody asked for in this build is taken away at the end.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from .memory import Memory

# As `open` opens a file to be written, which asks the disk more.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

State = tuple[int, int, int]  # of a file on the disk: its number, its bytes, when it was written


class Stage:
    """One new site. `known`: the files of the last site as they were when it was finished; others are not trusted."""

    def __init__(self, folder: Path, site: Path | None = None, known: Mapping[str, State] | None = None) -> None:
        """`site`: where the new site will stand in the end; nowhere else than in `folder` where it is left out."""
        self.folder = folder
        self.site = site
        self.known = known or {}
        self._found: dict[str, State] = {}  # what the folder holds from the last site, as it is now
        self.looked_by = b""  # which look-over found the last site sound
        self.here: dict[str, State] = {}  # the files of the new site
        self.standing: set[str] = set()  # what the folder held from the beginning
        self.was_spare = False  # is it the copy that waited beside the site?
        self.scratch = folder.with_name(f"{folder.name}-mkdocs") if site else folder  # where MkDocs may empty and write

    def begin(self) -> None:
        """Looks at what the folder holds. Strangers go; without knowledge of the last site all of it may stay."""
        for name, entry in walk(self.folder):
            if (name in self.known or not self.known) and entry.is_file(follow_symlinks=False):
                self.standing.add(name)
                self._found[name] = _state(entry.stat(follow_symlinks=False))
            else:
                os.unlink(entry.path)

    def stands(self, name: str) -> bool:
        """Is a file here just as the last build left it?"""
        state = self.known.get(name)
        return state is not None and state == self._found.get(name)

    def keep(self, name: str) -> bool:
        """Takes a file into the new site as the last build left it; False where it is gone or was touched."""
        if not self.stands(name):
            return False
        self.here[name] = self.known[name]
        return True

    def write(self, name: str, content: str | bytes | bytearray) -> None:
        """One file of the new site. One with just this content stays the file that it was."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        path = f"{self.folder}/{name}"
        if name in self.standing:
            self._found.pop(name, None)
            if (state := _state_of_same(path, data)) is not None:
                self.here[name] = state
                return
            _remove(path)
        try:
            file = os.open(path, _NEW, 0o666)
        except FileNotFoundError:
            _make_folder(path.rpartition("/")[0])
            file = os.open(path, _NEW, 0o666)
        except (IsADirectoryError, NotADirectoryError):
            self._make_way(name)
            file = os.open(path, _NEW, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            self.here[name] = _state(os.fstat(file))
        finally:
            os.close(file)

    def _make_way(self, name: str) -> None:
        """Where a folder stood there is a file now, or the other way round."""
        for other in [one for one in self.standing if one.startswith(f"{name}/") or name.startswith(f"{one}/")]:
            _remove(f"{self.folder}/{other}")
            self.standing.discard(other)
            self._found.pop(other, None)
        _remove(f"{self.folder}/{name}")
        os.makedirs(os.path.dirname(f"{self.folder}/{name}"), exist_ok=True)

    def written_after(self, count: int) -> dict[str, State]:
        """The files of the new site but the first `count`: what one process did."""
        return dict(islice(self.here.items(), count, None))

    def add(self, here: Mapping[str, State]) -> None:
        """Takes the files that another process wrote; one that both wrote is as the later one left it."""
        both = here.keys() & self.here.keys()
        self.here.update(here)
        for name in both:
            self.here[name] = _state(os.lstat(f"{self.folder}/{name}"))

    def absorb(self) -> None:
        """Takes what MkDocs wrote."""
        if self.scratch == self.folder:
            return
        for name, entry in walk(self.scratch):
            if self.standing:
                with open(entry.path, "rb") as file:
                    self.write(name, file.read())
            else:
                _move(entry.path, f"{self.folder}/{name}")
                self.here[name] = _state(os.lstat(f"{self.folder}/{name}"))

    def finish(self) -> None:
        """Takes away what is no part of the new site."""
        for name in self.gone:
            path = f"{self.folder}/{name}"
            _remove(path)
            remove_empty(os.path.dirname(path), f"{self.folder}")

    @property
    def changed(self) -> set[str]:
        """Files of the new site that are not those of the last one."""
        known = self.known
        return {name for name, state in self.here.items() if known.get(name) != state}

    @property
    def gone(self) -> set[str]:
        """Files of the last site that the new one has no more."""
        return self.standing - self.here.keys()


def stage_in_place(folder: Path, memory: Memory) -> Stage:
    """A site that is changed where it stands, as `mkdocs serve` shows it."""
    last: dict[str, State] = memory.same(("stage", str(folder)), (), dict)
    stage = Stage(folder, folder, dict(last))
    stage.begin()
    return stage


def remember_stage(stage: Stage, memory: Memory) -> None:
    """What its files are now."""
    last: dict[str, State] = memory.same(("stage", str(stage.folder)), (), dict)
    last.clear()
    last.update(stage.here)


def _make_folder(path: str) -> None:
    """Nearly always only the last part is missing, which asks the disk once."""
    try:
        os.mkdir(path)
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        pass  # the other process was sooner


def walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The name of everything in a folder but folders, and what the disk says of it. Links are not followed."""
    folders = [("", str(folder))]
    while folders:
        inside, path = folders.pop()
        try:
            entries = os.scandir(path)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append((f"{inside}{entry.name}/", entry.path))
                else:
                    yield inside + entry.name, entry


def state_of(path: str) -> State | None:
    """The state of a file; None where there is none."""
    try:
        return _state(os.lstat(path))
    except OSError:
        return None


def _state(found: os.stat_result) -> State:
    return found.st_ino, found.st_size, found.st_mtime_ns


def link(was: str, new: str) -> None:
    """One more name for a file, with the folders that it needs."""
    try:
        os.link(was, new, follow_symlinks=False)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.link(was, new, follow_symlinks=False)


def remove_empty(folder: str, top: str) -> None:
    """Removes a folder and those around it below `top`, as long as nothing is in them."""
    while len(folder) > len(top):
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def _state_of_same(path: str, data: bytes | bytearray) -> State | None:
    """The state of a plain file with just this content, or None."""
    try:
        found = os.lstat(path)
        if found.st_size != len(data) or not stat.S_ISREG(found.st_mode):
            return None
        with open(path, "rb", buffering=0) as file:
            return _state(found) if file.read() == data else None
    except OSError:
        return None


def _move(was: str, new: str) -> None:
    try:
        os.rename(was, new)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.rename(was, new)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError:
        shutil.rmtree(path)
