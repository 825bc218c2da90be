"""What every page depends on beside the data: our code and texts, and the packages that it runs on."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from functools import cache
from importlib.metadata import version
from pathlib import Path

from .load.scan import State, is_settled
from .stored import read_stored, store

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "pydantic", "Babel", "PyYAML", "lunr")
KEPT = "code.bin"  # in the cache: what the disk said of each file, and the hash of its content

_known: dict[str, tuple[State, bytes]] = {}  # of files, since this process began


def version_of_code(cache: Path | None = None) -> bytes:
    """Changes with every file of generators/ and docs/, with Python and with the packages that make pages.

    A file is read again only where the disk says that it was written. `cache`: a folder that may keep that for others.
    """
    if cache and not _known:
        _known.update(read_stored(cache / KEPT) or {})
    began, are_read = time.time_ns(), False
    known, start = hashlib.sha256(_python()), len(str(ROOT))
    for folder in ("generators", "docs"):
        for inside, folders, names in os.walk(ROOT / folder):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                path = os.path.join(inside, name)
                told = os.stat(path)
                state = (told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
                if (was := _known.get(path)) is None or was[0] != state:
                    was = _known[path] = (state, hashlib.sha256(Path(path).read_bytes()).digest())
                    are_read = True
                known.update(path[start:].encode() + was[1])
    if cache and are_read:
        store(cache / KEPT, {path: one for path, one in _known.items() if is_settled(one[0], began)})
    known.update((ROOT / "mkdocs.yml").read_bytes())
    return known.digest()


@cache
def _python() -> bytes:
    return f"{sys.version} {[version(name) for name in PACKAGES]}".encode()
