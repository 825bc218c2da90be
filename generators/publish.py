"""Builds a whole site in a fresh folder, looks it over, and only then puts it in the place of the old one."""

from __future__ import annotations

import datetime
import gc
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from .swap import alone, in_plain_words, link_unchanged, recover, swap
from .verify import files_of, site_problems, sizes_of, whole_problems

ROOT = Path(__file__).resolve().parent.parent
MARK = ".handrail"  # stands in every folder that we wrote, so that no other folder is ever emptied
_MOST_SHOWN = 40
GARBAGE = 10_000  # objects before Python looks for garbage: a build makes many that stay


class CannotPublish(Exception):
    """The old site stays; the message says why, for a person."""


def publish(
    resources: Path,
    out: Path,
    today: datetime.date,
    cache: Path = Path(".cache/handrail"),
    *,
    skip_bad: bool = False,
    fewer_pages: bool = False,
    say: Callable[[str], None] = lambda _: None,
) -> int:
    """Builds, looks over and swaps; returns the number of pages.

    `skip_bad`: records with problems are left out, and listed. `fewer_pages`: many pages may be gone.
    Raises `CannotPublish`, or mkdocs' Abort with its report printed.
    """
    out = Path(os.path.realpath(out))
    gc.set_threshold(GARBAGE, 20, 20)
    try:
        if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MARK).exists())):
            raise CannotPublish(
                f"{out} holds something else. Name an empty folder, or one that holds a site: --out DIR."
            )
        if resources.exists() and Path(os.path.realpath(resources)).is_relative_to(out):
            raise CannotPublish(f"your data stands inside {out}. Name another folder for the site: --out DIR.")
        out.parent.mkdir(parents=True, exist_ok=True)
        cache.mkdir(parents=True, exist_ok=True)
        with alone(list({os.path.realpath(folder): folder for folder in (out.parent, cache)}.values()), say):
            recover(out)
            stage = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
            try:
                hook = _build(resources, stage, out, today, skip_bad, cache)
                pages = _look_over(stage, out, hook.records(), fewer_pages)
                (stage / MARK).write_text(_mark(pages), "utf-8")
                stage.chmod(0o755)
                swap(stage, out)
                hook.keep(out)
            finally:
                shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise CannotPublish(in_plain_words(error, out)) from error
    return pages


def _look_over(stage: Path, out: Path, records: Any, fewer_pages: bool) -> int:
    """Refuses a site that is not whole or not sound; gives the number of its pages."""
    before = sum(name.endswith(".html") for name in files_of(out)) if out.exists() else 0
    unchanged = link_unchanged(stage, out) if before else set()
    sizes = sizes_of(stage)
    trusted = unchanged if before and _mark_of(out) == _mark(before) else set()
    problems = list(whole_problems(records, sizes, before, fewer_pages, out))
    problems += site_problems(stage, trusted, out if trusted else None)
    if problems:
        more = [f"... and {len(problems) - _MOST_SHOWN} more."] if len(problems) > _MOST_SHOWN else []
        stays = " The old site stays as it was." if before else " Nothing was published."
        raise CannotPublish("\n".join([f"The new site is not sound.{stays}", *problems[:_MOST_SHOWN], *more]))
    return sum(name.endswith(".html") for name in sizes)


def _mark(pages: int) -> str:
    """What the mark says: which look-over found the site sound, so that the next one need not read it all again."""
    known = hashlib.sha256()
    for path in sorted((ROOT / "generators/verify").glob("*.py")):
        known.update(path.read_bytes())
    by = "This folder is written by `python -m generators build`."
    return f"{by}\n{pages} pages, looked over {known.hexdigest()[:16]}\n"


def _mark_of(out: Path) -> str:
    try:
        return (out / MARK).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _build(resources: Path, stage: Path, out: Path, today: datetime.date, skip_bad: bool, cache: Path) -> Any:
    """The site in the stage folder, from exactly this data and this day; gives the hook, which knows its records."""
    os.environ["HANDRAIL_RESOURCES"] = str(resources)
    os.environ["HANDRAIL_TODAY"] = today.isoformat()
    os.environ["HANDRAIL_CACHE"] = str(cache)
    os.environ["HANDRAIL_SKIP_BAD"] = "1" if skip_bad else ""
    os.environ["HANDRAIL_OLD_SITE"] = str(out)
    midnight = datetime.datetime(today.year, today.month, today.day, tzinfo=datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(stage))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    hooks: dict[str, Any] = config["hooks"]
    return next(iter(hooks.values()))
