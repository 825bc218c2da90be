"""Moves a finished folder into the place of an old one, alone, so that one of the two stands there at any moment."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_HERE = -100  # AT_FDCWD: addresses are from the present folder
_EXCHANGE = 2  # RENAME_EXCHANGE
_WORDS = {
    errno.ENOSPC: "the disk is full. Delete something, and build again.",
    errno.EDQUOT: "your share of the disk is full. Delete something, and build again.",
    errno.EROFS: "this disk can only be read. Name a folder on another one: --out DIR.",
    errno.EACCES: "you may not write here. Name a folder of your own: --out DIR.",
    errno.EPERM: "you may not write here. Name a folder of your own: --out DIR.",
    errno.EBUSY: "this folder is the root of a disk and cannot be swapped. Name a folder inside it: --out DIR.",
    errno.EMFILE: "too many files are open. Close other programs, and build again.",
}


def in_plain_words(error: OSError, out: Path) -> str:
    """What the system refused, and what to do."""
    text = _WORDS.get(error.errno or 0, f"{error.strerror or error}.")
    kept = " The old site stays as it was." if out.exists() else " Nothing was published."
    return f"{error.filename or out}: {text}{kept}"


def swap(stage: Path, out: Path) -> None:
    """Puts the new folder in the place of the old one. Afterwards `stage` may hold the old one."""
    if not out.exists():
        os.rename(stage, out)
    elif not _exchange(stage, out):
        old = old_of(out)
        os.rename(out, old)
        os.rename(stage, out)
        os.rename(old, stage)


def _exchange(one: Path, other: Path) -> bool:
    """Both at once, where the system can: there is no moment without a site."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def recover(out: Path) -> None:
    """Mends what a build left that was stopped: an old site set aside, half-written new ones."""
    old = old_of(out)
    if old.exists():
        if out.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            os.rename(old, out)
    for left in out.parent.glob(f".{out.name}-new-*"):
        shutil.rmtree(left, ignore_errors=True)


def old_of(out: Path) -> Path:
    """Where the old site waits for a moment, on systems that cannot exchange two folders."""
    return out.with_name(f".{out.name}-old")


@contextmanager
def alone(folders: list[Path], say: Callable[[str], None]) -> Iterator[None]:
    """One build at a time in each of these folders; a second one says so and waits."""
    opened: list[int] = []
    try:
        for folder in folders:
            handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
            opened.append(handle)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Another build is going on here. Waiting for it to end ...")
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        for handle in reversed(opened):
            os.close(handle)
