"""What stands in the folder of the last site, asked of the disk as seldom as that can be known.

The disk changes the time of a folder when a name in it comes, goes or is given to something else. So a folder that has
the time at which its names were looked at has the same names; only its files, which somebody may have written where
they stand, are asked for one by one.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

from .disk import State, remove, state_from
from .load.scan import AT_ONCE
from .processes import beside

Mark = tuple[int, int]  # of a folder: its number, when a name in it changed

UNSURE: Mark = (0, 0)
TOP = "."  # the folder itself
SECOND = 1_000_000_000  # nanoseconds
A_MOMENT = SECOND // 10  # on a disk that tells parts of a second
WORTH = 5000  # files; fewer are asked for in less time than another process takes


class Standing(NamedTuple):
    """The names of plain files; whatever else stood there is gone."""

    files: set[str]
    touched: set[str]  # those that are not as they were known to be
    folders: dict[str, Mark]  # all that there are
    listed: int  # folders whose names were looked at


def look_beside(folder: Path, known: Mapping[str, State], folders: Mapping[str, Mark]) -> Callable[[], Standing]:
    """Begins to look, in another process where that is worth it; gives what waits for it, to be called once in this
    process, and in those that begin in the meantime.
    """
    if not known or len(known) < WORTH or not folders:
        found = look(folder, known, folders)
        return lambda: found

    def told() -> tuple[Any, ...]:
        found = look(folder, known, folders)
        new = {name: mark for name, mark in found.folders.items() if folders.get(name) != mark}
        left = list(folders.keys() - found.folders.keys())
        return list(known.keys() - found.files), list(found.touched), left, new, found.listed

    wait = beside(told, gives_way=True, shared_in=folder.parent)

    def found_beside() -> Standing:
        missing, touched, left, new, listed = wait()
        marks = {**folders, **new}
        for name in left:
            del marks[name]
        return Standing(known.keys() - set(missing), set(touched), marks, listed)

    return found_beside


def look(folder: Path, known: Mapping[str, State], folders: Mapping[str, Mark]) -> Standing:
    """What stands in a folder, all else taken away. Without known files every plain file may stay.

    `folders`: those in it, with the marks that they had when they held nothing but known files.
    """
    files, marks, listed = _names(folder, known, folders)
    gone, odd, touched = _states(folder, known)
    for name in odd:
        remove(f"{folder}/{name}")
    return Standing(files.difference(gone, odd), {*touched} if known else set(files), marks, listed)


def _names(
    folder: Path, known: Mapping[str, State], folders: Mapping[str, Mark]
) -> tuple[set[str], dict[str, Mark], int]:
    """The files that may stand there, the marks of all folders, and how many of these were looked at."""
    began = time.time_ns()
    with _Asking(folder) as ask:
        same = {name: folders[name] for name, now in ask.each(folders) if _mark(now) == folders[name]} if known else {}
        listed, files = _cleaned(folder, ask, known, same, sorted(folders.keys() - same.keys()) if same else [TOP])
    return files, same | _settled(listed, began, AT_ONCE), len(listed)


def _states(folder: Path, known: Mapping[str, State]) -> tuple[list[str], list[str], list[str]]:
    """Of the known files those that are gone, that are no plain files any more, and that are not as they were.

    Nothing is taken away here: the way to a file may lead out of the folder until all names were looked at.
    """
    gone, odd, touched = [], [], []
    with _Asking(folder) as ask:
        for name, now in ask.each(known):
            if now is None:
                gone.append(name)
            elif not stat.S_ISREG(now.st_mode):
                odd.append(name)
            elif state_from(now) != known[name]:
                touched.append(name)
    return gone, odd, touched


def folders_of(folder: Path, names: Iterable[str], are_ours: bool = False) -> dict[str, Mark]:
    """The marks of the folders with these files, where nobody else can have put anything yet.

    `are_ours`: all were made just now, in a new folder that nobody else knows.
    """
    began, found = time.time_ns(), {TOP}
    for name in names:
        inside = name.rpartition("/")[0]
        while inside and inside not in found:
            found.add(inside)
            inside = inside.rpartition("/")[0]
    with _Asking(folder) as ask:
        marks = {name: mark for name, now in ask.each(found) if (mark := _mark(now)) is not None}
    is_fine = are_ours and any(mark[1] % SECOND for mark in marks.values())
    return _settled(marks, began, A_MOMENT if is_fine else AT_ONCE)


def _cleaned(
    folder: Path, ask: _Asking, known: Mapping[str, State], same: Mapping[str, Mark], todo: list[str]
) -> tuple[dict[str, Mark], set[str]]:
    """Takes strangers out of some folders and those below that are not known to be the same.

    Gives their marks, and the files that may stand there. A folder comes before those in it.
    """
    marks: dict[str, Mark] = {}
    files = set(known)
    todo = todo[::-1]
    while todo:
        name = todo.pop()
        if name in marks:
            continue
        now = ask.one(name)
        mark = _mark(now)
        if mark is None:
            if now is not None:
                remove(f"{folder}/{name}")
            continue
        marks[name] = mark
        start = "" if name == TOP else f"{name}/"
        with os.scandir(f"{folder}/{name}") as entries:
            for entry in list(entries):
                if entry.is_dir(follow_symlinks=False):
                    if start + entry.name not in same:
                        todo.append(start + entry.name)
                elif not known and entry.is_file(follow_symlinks=False):
                    files.add(start + entry.name)
                elif start + entry.name not in known:
                    os.unlink(entry.path)
    return marks, files


def _settled(marks: Mapping[str, Mark], began: int, at_once: int) -> dict[str, Mark]:
    """The same; of a folder that changed just then one that is never true, so that it is looked at again."""
    return {name: mark if mark[1] < began - at_once else UNSURE for name, mark in marks.items()}


def _mark(found: os.stat_result | None) -> Mark | None:
    """Of a folder only."""
    return (found.st_ino, found.st_mtime_ns) if found and stat.S_ISDIR(found.st_mode) else None


class _Asking:
    """Asks the disk for names in a folder, from inside it where the system can: the way to it is long."""

    def __init__(self, folder: Path) -> None:
        self._top = os.open(folder, os.O_RDONLY) if os.stat in os.supports_dir_fd else None
        self._before = "" if self._top is not None else f"{folder}/"

    def each(self, names: Iterable[str]) -> Iterator[tuple[str, os.stat_result | None]]:
        """What the disk says; links are not followed."""
        ask, before, top = os.stat, self._before, self._top
        for name in names:
            try:
                yield name, ask(before + name, dir_fd=top, follow_symlinks=False)
            except (FileNotFoundError, NotADirectoryError):
                yield name, None

    def one(self, name: str) -> os.stat_result | None:
        """The same of one name."""
        return next(self.each((name,)))[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._top is not None:
            os.close(self._top)
