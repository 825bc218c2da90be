"""Builds a whole site in a fresh folder, looks it over, and only then puts it in the place of the old one."""

from __future__ import annotations

import datetime
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from .linkcheck import site_problems

ROOT = Path(__file__).resolve().parent.parent
MARK = ".handrail"  # stands in every folder that we wrote, so that no other folder is ever emptied


class CannotPublish(Exception):
    """The old site stays; the message says why, for a person."""


def publish(resources: Path, out: Path, today: datetime.date, cache: Path = Path(".cache/handrail")) -> int:
    """Builds and swaps; returns the number of pages.

    Raises `CannotPublish`, or mkdocs' Abort with its report printed.
    """
    out = out.absolute()
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not _is_site(out))):
        raise CannotPublish(f"{out} holds something else. Name an empty folder, or one that holds a site: --out DIR.")
    try:
        with _alone(cache):
            _recover(out)
            out.parent.mkdir(parents=True, exist_ok=True)
            stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
            try:
                _build(resources, stage, today)
                if problems := site_problems(stage):
                    raise CannotPublish("the new site is not sound:\n" + "\n".join(problems))
                (stage / MARK).write_text("This folder is written by `python -m generators build`.\n", "utf-8")
                stage.chmod(0o755)
                _swap(stage, out)
            finally:
                shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise CannotPublish(f"{error.filename or out}: {error.strerror}. The old site stays.") from error
    return sum(1 for _ in out.rglob("*.html"))


def _build(resources: Path, stage: Path, today: datetime.date) -> None:
    """The site in the stage folder, from exactly this data and this day."""
    os.environ["HANDRAIL_RESOURCES"] = str(resources)
    os.environ["HANDRAIL_TODAY"] = today.isoformat()
    midnight = datetime.datetime(today.year, today.month, today.day, tzinfo=datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(stage))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


def _is_site(folder: Path) -> bool:
    return (folder / MARK).exists()


def _swap(stage: Path, out: Path) -> None:
    """Puts the new folder in the place of the old one; the old one goes last."""
    old = _old(out)
    if out.exists():
        os.rename(out, old)
    os.rename(stage, out)
    shutil.rmtree(old, ignore_errors=True)


def _recover(out: Path) -> None:
    """Mends what a build left that was stopped: an old site set aside, half-written new ones."""
    old = _old(out)
    if old.exists():
        if out.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            os.rename(old, out)
    if out.parent.exists():
        for left in out.parent.glob(f".{out.name}-new-*"):
            shutil.rmtree(left, ignore_errors=True)


def _old(out: Path) -> Path:
    return out.with_name(f".{out.name}-old")


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """One build at a time; a second one waits."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
