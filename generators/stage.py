"""The folder in which a new site is made, and which files of it stand there already.

It begins as the last site, file for file by hard links, so that only what changes is written. No file is ever written
through such a link: one that changes is a new file. What nobody asked for in this build is taken away at the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from itertools import islice
from pathlib import Path

from .disk import State, make_folder, move, remove, remove_empty, state_from, state_of_same, walk
from .memory import Memory
from .standing import Mark, Standing, look_beside

# As `open` opens a file to be written, which asks the disk more.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Stage:
    """One new site. `known`: the files of the last site as they were when it was finished; others are not trusted."""

    def __init__(self, folder: Path, site: Path | None = None, known: Mapping[str, State] | None = None) -> None:
        """`site`: where the new site will stand in the end; nowhere else than in `folder` where it is left out."""
        self.folder = folder
        self.site = site
        self.known = known or {}
        self.looked_by = b""  # which look-over found the last site sound
        self.here: dict[str, State] = {}  # the files of the new site
        self._look: Callable[[], Standing] | None = None  # waits for what the folder held from the beginning
        self._found = Standing(set(), set(), {}, 0)
        self.was_spare = False  # is it the copy that waited beside the site?
        self.scratch = folder.with_name(f"{folder.name}-mkdocs") if site else folder  # where MkDocs may empty and write

    def begin(self, folders: Mapping[str, Mark] | None = None) -> None:
        """Looks at what the folder holds. Strangers go; without knowledge of the last site all of it may stay.

        `folders`: what was known of those in it, see `look`.
        """
        self._look = look_beside(self.folder, self.known, folders or {})

    @property
    def found(self) -> Standing:
        """What the folder held from the beginning; waits until that is known."""
        if self._look is not None:
            look, self._look = self._look, None
            self._found = look()
        return self._found

    def wait(self) -> None:
        """Waits until nobody else is at work in the folder."""
        with suppress(OSError):
            _ = self.found

    @property
    def standing(self) -> set[str]:
        """What the folder held from the beginning, and still holds."""
        return self.found.files

    def stands(self, name: str) -> bool:
        """Is a file here just as the last build left it?"""
        return name in self.known and name in self.found.files and name not in self.found.touched

    def keep(self, name: str) -> bool:
        """Takes a file into the new site as the last build left it; False where it is gone or was touched."""
        if not self.stands(name):
            return False
        self.here[name] = self.known[name]
        return True

    def keep_all(self, names: Sequence[str]) -> Set[str]:
        """The same for many files; gives those that were taken."""
        known, files = self.known, self.found.files
        kept = {name: known[name] for name in names if name in known}
        for name in self.found.touched if len(files) == len(known) else self.found.touched | (known.keys() - files):
            kept.pop(name, None)
        self.here.update(kept)
        return kept.keys()

    def write(self, name: str, content: str | bytes | bytearray) -> None:
        """One file of the new site. One with just this content stays the file that it was."""
        data = content.encode("utf-8") if isinstance(content, str) else content
        path = f"{self.folder}/{name}"
        if name in self.standing:
            self.found.touched.add(name)
            if (state := state_of_same(path, data)) is not None:
                self.here[name] = state
                return
            remove(path)
        self._write_new(name, [data])

    def write_parts(self, name: str, parts: Iterable[bytes]) -> None:
        """The same from parts: where there is no such file yet, not all of them need be in memory at once."""
        if name in self.standing:
            self.write(name, b"".join(parts))
        else:
            self._write_new(name, parts)

    def _write_new(self, name: str, parts: Iterable[bytes | bytearray]) -> None:
        path = f"{self.folder}/{name}"
        try:
            file = os.open(path, _NEW, 0o666)
        except FileNotFoundError:
            make_folder(path.rpartition("/")[0])
            file = os.open(path, _NEW, 0o666)
        except (IsADirectoryError, NotADirectoryError):
            self._make_way(name)
            file = os.open(path, _NEW, 0o666)
        try:
            for data in parts:
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(file, rest) :]
            self.here[name] = state_from(os.fstat(file))
        finally:
            os.close(file)

    def _make_way(self, name: str) -> None:
        """Where a folder stood there is a file now, or the other way round."""
        for other in [one for one in self.standing if one.startswith(f"{name}/") or name.startswith(f"{one}/")]:
            remove(f"{self.folder}/{other}")
            self.standing.discard(other)
        remove(f"{self.folder}/{name}")
        os.makedirs(os.path.dirname(f"{self.folder}/{name}"), exist_ok=True)

    def written_after(self, count: int) -> dict[str, State]:
        """The files of the new site but the first `count`: what one process did."""
        return dict(islice(self.here.items(), count, None))

    def add(self, here: Mapping[str, State]) -> None:
        """Takes the files that another process wrote; one that both wrote is as the later one left it."""
        both = here.keys() & self.here.keys()
        self.here.update(here)
        for name in both:
            self.here[name] = state_from(os.lstat(f"{self.folder}/{name}"))

    def absorb(self) -> None:
        """Takes what MkDocs wrote."""
        if self.scratch == self.folder:
            return
        for name, entry in walk(self.scratch):
            if self.standing:
                with open(entry.path, "rb") as file:
                    self.write(name, file.read())
            else:
                move(entry.path, f"{self.folder}/{name}")
                self.here[name] = state_from(os.lstat(f"{self.folder}/{name}"))

    def finish(self) -> None:
        """Takes away what is no part of the new site."""
        for name in self.gone:
            path = f"{self.folder}/{name}"
            remove(path)
            remove_empty(os.path.dirname(path), f"{self.folder}")

    @property
    def changed(self) -> set[str]:
        """Files of the new site that are not those of the last one."""
        known = self.known
        return {name for name, state in self.here.items() if (was := known.get(name)) is not state and was != state}

    @property
    def gone(self) -> set[str]:
        """Files of the last site that the new one has no more."""
        return self.standing - self.here.keys()


def stage_in_place(folder: Path, memory: Memory) -> Stage:
    """A site that is changed where it stands, as `mkdocs serve` shows it."""
    last: dict[str, State] = memory.same(("stage", str(folder)), (), dict)
    stage = Stage(folder, folder, dict(last))
    stage.begin(memory.same(("folders", str(folder)), (), dict))
    return stage


def remember_stage(stage: Stage, memory: Memory) -> None:
    """What its files and folders are now."""
    last: dict[str, State] = memory.same(("stage", str(stage.folder)), (), dict)
    last.clear()
    last.update(stage.here)
    folders: dict[str, Mark] = memory.same(("folders", str(stage.folder)), (), dict)
    folders.clear()
    folders.update(stage.found.folders)
