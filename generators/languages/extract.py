"""Every message that the site says: found in Python, in templates and in browser modules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS: dict[str, tuple[int, ...] | None] = {"t": None, "N_": None, "n": (1, 2), "NN_": (1, 2), "forms": (1, 2)}
PLACES = (
    ("generators", "*.py", "python"),
    ("generators", "*.j2", "jinja2.ext:babel_extract"),
    ("generators/theme", "*.html", "jinja2.ext:babel_extract"),
    ("docs/assets/handrail", "*.mjs", "javascript"),
)
_CALL = re.compile(rf"\b(?:{'|'.join(KEYWORDS)})\s*\(".encode())  # a file without any need not be read word by word


def messages(root: Path = ROOT) -> Iterator[tuple[str | tuple[str, str], str, int]]:
    """Message (a pair where it has a plural), file below the root, and line, in the order of the files."""
    for folder, pattern, method in PLACES:
        for path in sorted((root / folder).rglob(pattern)):
            for found, line in _said(method, path.read_bytes()):
                yield found, path.relative_to(root).as_posix(), line


@cache
def _said(method: str, content: bytes) -> tuple[tuple[str | tuple[str, str], int], ...]:
    """Message and line of one file. Two pages of the build ask for all of them."""
    if method != "jinja2.ext:babel_extract" and not _CALL.search(content):
        return ()
    options = {"trimmed": "true"} if method.startswith("jinja2") else {}
    told = []
    for line, message, _, _ in extract(method, BytesIO(content), KEYWORDS, (), options):
        found = tuple(message) if isinstance(message, (tuple, list)) else message
        if found and (isinstance(found, str) or all(found)):
            told.append((found, line))
    return tuple(told)  # type: ignore[arg-type]


def template(root: Path = ROOT) -> Catalog:
    """All messages as an empty catalogue, each once, with the files that use it."""
    catalog = Catalog(project="Handrail", charset="utf-8")
    for message, path, _ in messages(root):
        catalog.add(message, auto_comments=[path])
    return catalog
