"""A second copy of the published site beside it, by hard links: the next build changes what it must, and swaps.

So an edit need not make folders for thousands of pages that stay, nor delete them afterwards. The copy bears its name
only while it is whole: a build takes the name away before it touches anything. Nothing is lost when it is deleted.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import suppress
from functools import partial
from pathlib import Path

from .disk import link, link_all, remove_empty, state_of, walk
from .memory import FORGETFUL, Memory
from .processes import beside
from .stage import Stage
from .standing import Mark, folders_of
from .stored import read_stored, store

MARK = ".handrail"  # stands in every folder that we wrote, so that no other folder is ever emptied
SOME = 50  # folders that are looked at anew in each build before their marks are kept
LEAST_ROOM = 200 * 1024 * 1024  # bytes that must be free on the disk, or there is no copy
TEXT = """This folder is a copy of the site beside it, kept so that the next build is quick. Its files are those of the
site, so it takes hardly any room. Do not publish it, and change nothing in it. You may delete it at any time.
"""


def spare_of(out: Path) -> Path:
    """Where the copy of a site stands: `.site-spare` beside `site`."""
    return out.with_name(f".{out.name}-spare")


def new_stage(out: Path, cache: Path, memory: Memory = FORGETFUL) -> Stage:
    """A folder for the new site with all that may stay from the last one."""
    folder = Path(tempfile.mkdtemp(prefix=f".{out.name}-new-", dir=out.parent))
    table = _table(out, cache)
    last = memory.same(("site", str(table)), (), lambda: read_stored(table) or {})
    stage = Stage(folder, out, last.get("files"))
    stage.looked_by = last.get("by", b"")
    stage.scratch.mkdir()
    try:
        os.rename(spare_of(out), folder)
        stage.was_spare = True
    except OSError:
        _link_all(out, folder)
    file = _folders(table, folder)
    stage.begin(memory.same(("folders", str(file)), (), lambda: read_stored(file) or {}))
    return stage


def give_back(stage: Stage) -> None:
    """After a build that published nothing. What it changed in the copy, the next one finds: it asks for each file."""
    if stage.was_spare and stage.site:
        with suppress(OSError):
            os.rename(stage.folder, spare_of(stage.site))


def found_sound(stage: Stage, changed: Set[str], by: bytes) -> set[str]:
    """The files of the new site that the last look-over saw, if it looked at the same things as `by` does. `changed`:
    those that are not of the last site.

    None, where a page that is changed now was touched since: nobody knows what others may have pointed to in it.
    """
    if stage.looked_by != by or any(
        state_of(f"{stage.site}/{name}") != stage.known[name] for name in changed & stage.known.keys()
    ):
        return set()
    return stage.here.keys() - changed


def known_folders(stage: Stage) -> dict[str, Mark] | None:
    """The marks of folders in a new site that is not published yet; None where nearly all are kept already."""
    if not stage.was_spare:
        return folders_of(stage.folder, stage.here)
    return stage.found.folders if stage.found.listed > SOME else None


def remember(stage: Stage, folders: dict[str, Mark] | None, cache: Path, by: bytes, memory: Memory = FORGETFUL) -> None:
    """Keeps what the files and folders of a finished site are, and which look-over found it sound."""
    assert stage.site is not None
    table, last = _table(stage.site, cache), {"files": stage.here, "by": by}
    memory.forget(("site", str(table)))
    memory.same(("site", str(table)), (), lambda: last)
    memory.later(lambda: store(table, last))
    if folders is not None:
        file = _folders(table, stage.site)
        memory.forget(("folders", str(file)))
        memory.same(("folders", str(file)), (), lambda: folders)
        both = {_folders(table, one) for one in (stage.site, stage.folder) if one.is_dir()}  # it and the last site
        memory.later(partial(_keep_folders, table, file, folders, both))


def keep_spare(stage: Stage, out: Path, changed: Iterable[str], gone: Iterable[str]) -> None:
    """Makes of the last site, which stands in the stage folder after the swap, the copy of the new one."""
    folder = str(stage.folder)
    try:
        if shutil.disk_usage(folder).free < LEAST_ROOM:
            return
        for name in gone:
            _let_go(folder, name)
            remove_empty(os.path.dirname(f"{folder}/{name}"), folder)
        for name in changed:
            _let_go(folder, name)
            link(f"{out}/{name}", f"{folder}/{name}")
        Path(folder, MARK).unlink(missing_ok=True)
        Path(folder, MARK).write_text(TEXT, "utf-8")
        os.rename(folder, spare_of(out))
    except OSError:
        pass  # whoever made the stage folder deletes what is left of it


def copy_beside(stage: Stage, out: Path, cache: Path) -> Callable[[], None] | None:
    """After a first build, which leaves no last site: begins the copy of the new one; gives what waits for it.

    So the first edit takes no longer than the others. None where there is a last site.
    """
    if stage.folder.exists():
        return None
    names = sorted(stage.here.keys() - {MARK})
    copied = beside(partial(_copied, out, stage.folder, names))

    def wait() -> None:
        with suppress(OSError):
            if folders := copied():
                Path(stage.folder, MARK).write_text(TEXT, "utf-8")
                os.rename(stage.folder, spare_of(out))
                store(_folders(_table(out, cache), spare_of(out)), folders)

    return wait


def _copied(out: Path, folder: Path, names: Sequence[str]) -> dict[str, Mark]:
    """Gives the files of a site second names in a new folder; the marks of its folders, none where that cannot be."""
    try:
        if shutil.disk_usage(out).free < LEAST_ROOM:
            return {}
        folder.mkdir(mode=0o755)
        link_all(str(out), names, str(folder))
        return folders_of(folder, names, are_ours=True)
    except OSError:
        return {}


def _let_go(folder: str, name: str) -> None:
    """Removes a file, if its folders are those of the site and nobody put a link to elsewhere in the place of one."""
    inside = os.path.dirname(f"{folder}/{name}")
    if os.path.realpath(inside) != inside:
        raise NotADirectoryError(inside)
    Path(folder, name).unlink(missing_ok=True)


def _link_all(out: Path, folder: Path) -> None:
    """The plain files of the site under a second name; on a disk without such links none."""
    try:
        for name, entry in walk(out):
            if entry.is_file(follow_symlinks=False):
                link(entry.path, f"{folder}/{name}")
    except OSError:
        pass


def _folders(table: Path, folder: Path) -> Path:
    """Where the marks of the folders in a site or its copy are kept: the two change their names, not their numbers."""
    return table.with_name(f"{table.stem}-{folder.stat().st_ino}.bin")


def _keep_folders(table: Path, file: Path, folders: dict[str, Mark], files: set[Path]) -> None:
    """Keeps them, and takes away those of a site or a copy that is no more. `files`: of those that are."""
    store(file, folders)
    with suppress(OSError):
        for old in set(table.parent.glob(f"{table.stem}-*.bin")) - files:
            old.unlink()


def _table(out: Path, cache: Path) -> Path:
    return cache / f"site-{hashlib.sha256(os.fsencode(os.path.realpath(out))).hexdigest()[:12]}.bin"
