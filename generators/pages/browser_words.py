"""The messages that the browser modules of a page say, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.extract import extract

from ..languages import Language

KEYWORDS: dict[str, Any] = {"t": None, "N_": None, "n": (1, 2), "NN_": (1, 2)}
IMPORT = re.compile(r"""\bfrom\s+["'](\.{1,2}/[^"']+)["']|^\s*import\s+["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)


def browser_words(language: Language, folder: Path, modules: Iterable[str]) -> dict[str, Any]:
    """What `words.mjs` reads: {"lang", "messages", "plurals", "formats"}; an English page carries only its language."""
    if language.code == "en":
        return {"lang": "en"}
    said: set[str] = set()
    for module in modules:
        said |= _said(folder / module)
    return {
        "lang": language.code,
        "messages": {text: language.messages[text] for text in sorted(said) if text in language.messages},
        "plurals": {text: dict(language.plurals[text]) for text in sorted(said) if text in language.plurals},
        "formats": {name: language.formats[name] for name in ("dates", "months", "short", "plural")},
    }


def _said(entry: Path) -> set[str]:
    """The messages of a module and of everything that it imports."""
    seen: set[Path] = set()
    waiting = [entry.resolve()]
    while waiting:
        path = waiting.pop()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        waiting += [(path.parent / name).resolve() for name in _imports(path, path.stat().st_mtime_ns)]
    return set().union(*(_messages(path, path.stat().st_mtime_ns) for path in seen))


@cache
def _imports(path: Path, changed: int) -> tuple[str, ...]:
    """The relative imports of one file, as written."""
    return tuple(a or b for a, b in IMPORT.findall(path.read_text(encoding="utf-8")))


@cache
def _messages(path: Path, changed: int) -> frozenset[str]:
    """The messages of one file; of a plural, its form for one."""
    with path.open("rb") as file:
        found = extract("javascript", file, keywords=KEYWORDS)
        return frozenset(text[0] if isinstance(text, tuple) else text for _, text, _, _ in found)
