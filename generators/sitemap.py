"""What the sitemap says: the address of every page, and those of the same page in other languages.

A large one stands in parts, as sitemaps.org wants it: `sitemap.xml` then names `sitemap-1.xml` and so on. `robots.txt`
names `sitemap.xml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

FIRST = "sitemap.xml"
ROBOTS = "robots.txt"
MOST_ADDRESSES = 50_000  # in one file: who reads it takes no more
MOST = 20_000_000  # bytes of one file, about: they take 50 MB, the strictest host 25 MB
LINE = 70  # bytes that stand around an address
ANY = "x-default"  # for readers of all other languages
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class Entry(NamedTuple):
    """One page."""

    address: str
    twins: tuple[tuple[str, str], ...]  # language and address of the page in each language, its own too


def entries(addresses: Iterable[str], home: str, languages: Sequence[str]) -> list[Entry]:
    """All pages in the order of `addresses`, which begin with `home`; the first of `languages` has no folder.

    A page in one language has no twins.
    """
    given = list(addresses)
    cut = [_cut(address.removeprefix(home), languages) for address in given]
    twins: dict[str, list[tuple[str, str]]] = {}
    for address, (code, path) in zip(given, cut, strict=True):
        twins.setdefault(path, []).append((code, address))
    listed = {path: (*found, (ANY, found[0][1])) if len(found) > 1 else () for path, found in twins.items()}
    return [Entry(address, listed[path]) for address, (_, path) in zip(given, cut, strict=True)]


def sitemaps(listed: Sequence[Entry], home: str, day: str) -> Iterator[tuple[str, str]]:
    """Name and text of each file, `sitemap.xml` first; nothing of no pages."""
    parts = list(_parts(listed))
    if len(parts) > 1:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        lines = [f"<sitemap><loc>{escape(home + name)}</loc><lastmod>{day}</lastmod></sitemap>\n" for name in names]
        yield FIRST, f"{HEAD}<sitemapindex {SPACE}>\n{''.join(lines)}</sitemapindex>\n"
    else:
        names = [FIRST]
    for name, part in zip(names, parts, strict=False):
        lines = [_line(entry, day) for entry in part]
        yield name, f'{HEAD}<urlset {SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(lines)}</urlset>\n'


def robots(home: str) -> str:
    """What `robots.txt` says: all may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {home}{FIRST}\n"


def _line(entry: Entry, day: str) -> str:
    twins = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>' for code, address in entry.twins
    )
    return f"<url><loc>{escape(entry.address)}</loc><lastmod>{day}</lastmod>{twins}</url>\n"


def _parts(listed: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The pages cut into files that are small enough for their readers."""
    part: list[Entry] = []
    size = 0
    for entry in listed:
        line = sum(len(address) + LINE for _, address in (("", entry.address), *entry.twins))
        if part and (len(part) == MOST_ADDRESSES or size + line > MOST):
            yield part
            part, size = [], 0
        part.append(entry)
        size += line
    if part:
        yield part


def _cut(path: str, languages: Sequence[str]) -> tuple[str, str]:
    """Language and the rest: "es/services/snap/" -> es, services/snap/."""
    first, _, rest = path.partition("/")
    return (first, rest) if first in languages[1:] else (languages[0], path)
