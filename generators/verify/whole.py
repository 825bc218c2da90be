"""Is everything there, and not too much: a page for each record, most of the pages of last time, no giant file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..folded import address_of
from ..model import Records

SHARE = 0.8  # of the pages of the last build must be there again
LARGEST_PAGE = 1_000_000  # bytes of one page
LARGEST_FILE = 25 * 1024 * 1024  # bytes of any file: what the strictest host takes
_FOLDERS = {"need": "needs", "organization": "organizations"}


def whole_problems(
    records: Records | None, sizes: Mapping[str, int], pages_before: int, fewer_pages: bool, old: Path
) -> Iterator[str]:
    """`sizes`: every file of the new site, in bytes. `pages_before`: 0 where there was no site."""
    if records is not None:
        yield from _missing(records, sizes)
    pages = sum(name.endswith(".html") for name in sizes)
    if pages < SHARE * pages_before and not fewer_pages:
        yield (
            f"only {pages} pages, where the site in {old} has {pages_before}. Is a folder or a language missing? "
            "If this is right, build once with --fewer-pages."
        )
    for name, size in sorted(sizes.items()):
        if name.endswith(".html") and size > LARGEST_PAGE:
            yield f"{name}: {size:,} bytes, and an old phone waits for each. A page may have {LARGEST_PAGE:,}."
        elif size > LARGEST_FILE:
            yield f"{name}: {size:,} bytes. A file may have {LARGEST_FILE:,}: hosts refuse larger ones."


def _missing(records: Records, sizes: Mapping[str, int]) -> Iterator[str]:
    ids: dict[str, Iterable[str]] = {
        "service": records.services,
        "need": records.needs,
        "organization": records.organizations,
    }
    for code in records.site.languages:
        base = "" if code == "en" else f"{code}/"
        for kind, known in ids.items():
            for id_ in known:
                path = address_of(records, id_) if kind == "service" else f"{_FOLDERS[kind]}/{id_}/"
                page = f"{base}{path.partition('#')[0]}index.html"
                if page not in sizes:
                    yield f'{page}: this page is missing, and the data has a {kind} "{id_}".'
