"""What the sitemap says: the address of every page, and those of the same page in other languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

MOST = 45_000_000  # bytes of a sitemap with twins: who reads it takes 50 MB
LINE = 70  # bytes that stand around an address
ANY = "x-default"  # for readers of all other languages


class Entry(NamedTuple):
    """One page."""

    address: str
    twins: tuple[tuple[str, str], ...]  # language and address of the page in each language, its own too


def entries(addresses: Iterable[str], home: str, languages: Sequence[str]) -> list[Entry]:
    """All pages in the order of `addresses`, which begin with `home`; the first of `languages` has no folder.

    A page in one language has no twins; where all twins would make the sitemap too large for its readers, none has.
    """
    given = list(addresses)
    cut = [_cut(address.removeprefix(home), languages) for address in given]
    twins: dict[str, list[tuple[str, str]]] = {}
    for address, (code, path) in zip(given, cut, strict=True):
        twins.setdefault(path, []).append((code, address))
    size = sum(len(found) * sum(len(address) + LINE for _, address in found) for found in twins.values())
    listed = {
        path: (*found, (ANY, found[0][1])) if len(found) > 1 and size < MOST else () for path, found in twins.items()
    }
    return [Entry(address, listed[path]) for address, (_, path) in zip(given, cut, strict=True)]


def _cut(path: str, languages: Sequence[str]) -> tuple[str, str]:
    """Language and the rest: "es/services/snap/" -> es, services/snap/."""
    first, _, rest = path.partition("/")
    return (first, rest) if first in languages[1:] else (languages[0], path)
