"""The index that the last build left, in a file of its own: builds that change no word do not read it.

It says itself of which texts it was made, so it is never wrong, however old it is: at worst all of it is made anew.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

from ..model import Lasting
from ..stored import read_parts, store_parts
from .index import Index, from_parts


def last_index(lasting: Lasting, code: str) -> Index:
    """The index of a language; an empty one where nothing was kept, or it was made by other code or settings."""
    known: Index | None = lasting.beside.get(_name(code))
    if known is not None:
        return known
    path = _path(lasting, code)
    parts = read_parts(path) if path else None
    return from_parts(parts) if parts and next(parts) == _made_with(lasting) else Index()


def keep_index(lasting: Lasting, code: str, index: Index) -> None:
    """Keeps it for the next build; in memory only where there is no folder for it and this process builds again."""
    path = _path(lasting, code)
    if path:
        store_parts(path, chain([_made_with(lasting)], index.parts()))
    elif lasting.keeps_all:
        lasting.beside[_name(code)] = index


def _name(code: str) -> str:
    return f"index-{code}"


def _path(lasting: Lasting, code: str) -> Path | None:
    return lasting.path and lasting.path.with_name(f"{_name(code)}-{lasting.path.name}")


def _made_with(lasting: Lasting) -> list[bytes | str]:
    """What it depends on but for the texts: code and settings, and how the computer writes numbers."""
    return [lasting.settings, sys.byteorder]
