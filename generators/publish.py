"""Builds a whole site in a fresh folder, looks it over, and only then puts it in the place of the old one."""

from __future__ import annotations

import datetime
import gc
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Set
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from .memory import FORGETFUL, Memory
from .pipeline import Looking, begin_to_look
from .processes import give_back as give_memory_back
from .processes import keep_much
from .spare import MARK, copy_beside, found_sound, give_back, keep_spare, known_folders, new_stage, remember
from .stage import Stage
from .swap import alone, in_plain_words, recover, swap
from .verify import files_of, site_problems, whole_problems

ROOT = Path(__file__).resolve().parent.parent
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
    memory: Memory = FORGETFUL,
) -> int:
    """Builds, looks over and swaps; returns the number of pages.

    `skip_bad`: records with problems are left out, and listed. `fewer_pages`: many pages may be gone. `memory`: of a
    process that builds again and again; it should call `memory.rest()` after each build.
    Raises `CannotPublish`, or mkdocs' Abort with its report printed.
    """
    out = Path(os.path.realpath(out))
    was_on = gc.isenabled()
    gc.set_threshold(GARBAGE, 20, 20)
    gc.disable()  # until much is to be made: see `fill_site`
    keep_much()  # the same
    try:
        if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MARK).exists())):
            raise CannotPublish(
                f"{out} holds something else. Name an empty folder, or one that holds a site: --out DIR."
            )
        if resources.exists() and Path(os.path.realpath(resources)).is_relative_to(out):
            raise CannotPublish(f"your data stands inside {out}. Name another folder for the site: --out DIR.")
        out.parent.mkdir(parents=True, exist_ok=True)
        cache.mkdir(parents=True, exist_ok=True)
        in_use = list({os.path.realpath(folder): folder for folder in (out.parent, cache)}.values())
        with alone(in_use, say), ExitStack() as last:
            memory.rest()
            recover(out)
            if look := begin_to_look(resources, cache, memory):
                last.callback(look.end)
            stage = new_stage(out, cache, memory)
            try:
                hook = _build(resources, stage, today, skip_bad, cache, memory, look)
                build = hook.now()
                stage.absorb()
                stage.finish()
                pages = _pages(stage.here)
                stage.write(MARK, f"This folder is written by `python -m generators build`.\n{pages} pages\n")
                changed, gone = stage.changed, stage.gone
                _look_over(stage, build.records, changed, pages, fewer_pages)
                folders = known_folders(stage)
                stage.folder.chmod(0o755)
                swap(stage.folder, out)
                copied = copy_beside(stage, out, cache)
                memory.later(partial(hook.keep, build))
                remember(stage, folders, cache, _looked(), memory)
                if copied:
                    copied()
                else:
                    keep_spare(stage, out, changed, gone)
                if memory.keeps:
                    memory.later(partial(_tidy, build))
                    was_on = False  # it says when to look for garbage again
            except OSError:
                raise  # the disk may be full: the copy goes
            except BaseException:
                stage.wait()
                give_back(stage)
                raise
            finally:
                stage.wait()
                for folder in (stage.folder, stage.scratch):
                    shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise CannotPublish(in_plain_words(error, out)) from error
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
    return pages


def _tidy(build: Any) -> None:
    """Lets go of what only this build needed. What is left stays, so Python need not look through it again."""
    build.assets.put = _nothing
    build.records.forget()
    gc.collect()
    gc.freeze()
    gc.enable()
    give_memory_back()


def _nothing(*_: object) -> None:
    pass


def _look_over(stage: Stage, records: Any, changed: Set[str], pages: int, fewer_pages: bool) -> None:
    """Refuses a site that is not whole or not sound. `changed`: its files that are not of the last site; `pages`: how
    many it has.
    """
    out = stage.site
    assert out is not None
    sizes = {name: size for name, (_, size, _) in stage.here.items()}
    if not out.exists():
        before = 0
    else:
        before = pages if stage.known.keys() == sizes.keys() else _pages(stage.known or files_of(out))
    sound = found_sound(stage, changed, _looked())
    problems = list(whole_problems(records, sizes, before, fewer_pages, out, pages))
    problems += site_problems(stage.folder, sound, out if sound else None, stage.here.keys(), stage.known.keys())
    if problems:
        more = [f"... and {len(problems) - _MOST_SHOWN} more."] if len(problems) > _MOST_SHOWN else []
        stays = " The old site stays as it was." if before else " Nothing was published."
        raise CannotPublish("\n".join([f"The new site is not sound.{stays}", *problems[:_MOST_SHOWN], *more]))


def _pages(names: Iterable[str]) -> int:
    return sum(name.endswith(".html") for name in names)


def _looked() -> bytes:
    """Changes with the look-over: what an older one found sound is looked at again."""
    known = hashlib.sha256()
    for path in sorted((ROOT / "generators/verify").glob("*.py")):
        known.update(path.read_bytes())
    return known.digest()


def _build(
    resources: Path,
    stage: Stage,
    today: datetime.date,
    skip_bad: bool,
    cache: Path,
    memory: Memory,
    look: Looking | None,
) -> Any:
    """The site in its stage folder, from exactly this data and this day; gives the hook, which knows its records."""
    os.environ["HANDRAIL_RESOURCES"] = str(resources)
    os.environ["HANDRAIL_TODAY"] = today.isoformat()
    os.environ["HANDRAIL_CACHE"] = str(cache)
    os.environ["HANDRAIL_SKIP_BAD"] = "1" if skip_bad else ""
    midnight = datetime.datetime(today.year, today.month, today.day, tzinfo=datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(stage.scratch))
    config.extra.update(stage=stage, memory=memory, look=look)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
        config.extra.clear()  # settings are full of rings of references, and must not keep the last site
    hooks: dict[str, Any] = config["hooks"]
    return next(iter(hooks.values()))
