"""What every page depends on beside the data: our code and texts, and the packages that it runs on."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "pydantic", "Babel", "PyYAML", "lunr")


def version_of_code() -> bytes:
    """Changes with every file of generators/ and docs/, with Python and with the packages that make pages."""
    known = hashlib.sha256(_python())
    for folder in ("generators", "docs"):
        for inside, folders, names in os.walk(ROOT / folder):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                known.update(_of_file(os.path.join(inside, name)))
    known.update((ROOT / "mkdocs.yml").read_bytes())
    return known.digest()


@cache
def _python() -> bytes:
    return f"{sys.version} {[version(name) for name in PACKAGES]}".encode()


def _of_file(path: str) -> bytes:
    """The hash of one file with its name; it is read again in this process only where it was written since."""
    found = os.stat(path)
    state = (found.st_ino, found.st_size, found.st_mtime_ns)
    if path not in _known or _known[path][0] != state:
        with open(path, "rb") as file:
            content = hashlib.sha256(file.read()).digest()
        _known[path] = (state, os.path.relpath(path, ROOT).encode() + content)
    return _known[path][1]


_known: dict[str, tuple[tuple[int, int, int], bytes]] = {}  # of files, since this process began
