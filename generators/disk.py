"""A few steps on the disk that a site is made with. Links are never followed."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

State = tuple[int, int, int]  # of a file: its number, its bytes, when it was written


def make_folder(path: str) -> None:
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
        return state_from(os.lstat(path))
    except OSError:
        return None


def state_from(found: os.stat_result) -> State:
    return found.st_ino, found.st_size, found.st_mtime_ns


def link(was: str, new: str) -> None:
    """One more name for a file, with the folders that it needs."""
    try:
        os.link(was, new, follow_symlinks=False)
    except FileNotFoundError:
        make_folder(os.path.dirname(new))
        os.link(was, new, follow_symlinks=False)


def link_all(folder: str, names: Iterable[str], new: str) -> None:
    """The same for many files in a folder, in the order of their names, into a new one."""
    last = ""
    for name in names:
        inside = name.rpartition("/")[0]
        if inside != last:
            make_folder(f"{new}/{inside}")
            last = inside
        os.link(f"{folder}/{name}", f"{new}/{name}", follow_symlinks=False)


def remove_empty(folder: str, top: str) -> None:
    """Removes a folder and those around it below `top`, as long as nothing is in them."""
    while len(folder) > len(top):
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def state_of_same(path: str, data: bytes | bytearray) -> State | None:
    """The state of a plain file with just this content, or None."""
    try:
        found = os.lstat(path)
        if found.st_size != len(data) or not stat.S_ISREG(found.st_mode):
            return None
        with open(path, "rb", buffering=0) as file:
            return state_from(found) if file.read() == data else None
    except OSError:
        return None


def move(was: str, new: str) -> None:
    try:
        os.rename(was, new)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.rename(was, new)


def remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError:
        shutil.rmtree(path)
