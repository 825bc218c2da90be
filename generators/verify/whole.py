"""Is everything there, and not too much: a page for each record, most of the pages of last time, no giant file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..folded import folded
from ..model import Records

SHARE = 0.8  # of the pages of the last build must be there again
LARGEST_PAGE = 1_000_000  # bytes of one page
LARGEST_FILE = 25 * 1024 * 1024  # bytes of any file: what the strictest host takes
_FOLDERS = {"service": "services", "need": "needs", "organization": "organizations"}


def whole_problems(
    records: Records | None,
    sizes: Mapping[str, int],
    pages_before: int,
    fewer_pages: bool,
    old: Path,
    pages: int | None = None,
) -> Iterator[str]:
    """`sizes`: every file of the new site, in bytes. `pages_before`: 0 where there was no site. `pages` in the new one,
    where somebody has counted them.
    """
    if records is not None:
        yield from _missing(records, sizes)
    if pages is None:
        pages = sum(name.endswith(".html") for name in sizes)
    if pages < SHARE * pages_before and not fewer_pages:
        yield (
            f"only {pages} pages, where the site in {old} has {pages_before}. Is a folder or a language missing? "
            "If this is right, build once with --fewer-pages."
        )
    large = min(LARGEST_PAGE, LARGEST_FILE)
    for name, size in sorted([one for one in sizes.items() if one[1] > large]):
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
            start, here = f"{base}{_FOLDERS[kind]}/", folded(records) if kind == "service" else {}
            for id_ in known:
                page = f"{start}{id_}/index.html"
                if here and id_ in here:
                    page = f"{base}{here[id_].partition('#')[0]}index.html"
                if page not in sizes:
                    yield f'{page}: this page is missing, and the data has a {kind} "{id_}".'
