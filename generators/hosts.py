"""What free hosts take: their limits, each with the page that says so, and what a site would need of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .api import file_count, has_single_files
from .model import Records

NEAR = 0.8  # of a limit: time to say so
MB = 1024 * 1024
GB = 1024 * MB
# Of a site of this house, measured: a page of one record, all other files, and a page in bytes.
OTHER_PAGES = 60  # of each language: guides, search, plan ...
OTHER_FILES = 500
PAGE_BYTES = 16_000
SHARED_BYTES = 6_000_000
API_BYTES = 5_500  # of each service in the data for others; twice that with single files
SEARCH_BYTES = 2_500  # of each service and language: in lists and in the parts of the search
DATA_FILES = 0.55  # of each service and language: the parts of the plan, of what is compared and of the search


@dataclass(frozen=True)
class Limit:
    """One limit of a host."""

    what: str  # files, file, site, folder
    most: int
    source: str  # the page that says so
    more: str = ""  # how to get past it


@dataclass(frozen=True)
class Host:
    """Who serves the finished site."""

    name: str
    limits: tuple[Limit, ...]


@dataclass(frozen=True)
class Size:
    """What a site takes."""

    files: int
    site: int  # bytes
    folder: int  # files in the fullest folder
    file: int  # bytes of the largest file
    largest: str = ""
    measured: bool = False


_CLOUDFLARE = "https://developers.cloudflare.com/pages/platform/limits/"
_GITHUB = "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits"
_GITLAB = "https://docs.gitlab.com/user/gitlab_com/#gitlab-pages"
_NETLIFY = "https://docs.netlify.com/site-deploys/overview/"
_STATES = "A way out is a site for each state: docs/maintain/scale.md."
_FEWER = f"Fewer `languages`, or `api: pages`, in site.yaml make fewer files. {_STATES}"
HOSTS = {
    "cloudflare-pages": Host(
        "Cloudflare Pages",
        (
            Limit("files", 20_000, _CLOUDFLARE, f"{_FEWER} The paid plans take more."),
            Limit("file", 25 * MB, _CLOUDFLARE),
        ),
    ),
    "github-pages": Host("GitHub Pages", (Limit("site", GB, _GITHUB),)),
    "gitlab-pages": Host(
        "GitLab Pages",
        (
            Limit("site", GB, _GITLAB, "A GitLab of your own may set another limit."),
            Limit("files", 200_000, _GITLAB, f"Folders count too. {_FEWER}"),
        ),
    ),
    "netlify": Host("Netlify", (Limit("folder", 54_000, _NETLIFY, _STATES),)),
}


def measured(site: Path) -> Size:
    """What a finished site takes."""
    files: dict[str, int] = {}
    folders: Counter[str] = Counter()
    for parent, _, names in os.walk(site):
        folders[parent] = len(names)
        for name in names:
            files[os.path.join(parent, name)] = os.path.getsize(os.path.join(parent, name))
    largest = max(files, key=lambda name: files[name], default="")
    return Size(
        files=len(files),
        site=sum(files.values()),
        folder=max(folders.values(), default=0),
        file=files.get(largest, 0),
        largest=os.path.relpath(largest, site) if largest else "",
        measured=True,
    )


def estimated(records: Records) -> Size:
    """What the site of these records would take, about."""
    own = len(records.services) + len(records.organizations) + 2 * len(records.needs) + len(records.presets)
    own += _pages_of_areas(records)
    languages = len(records.site.languages)
    pages = languages * (own + OTHER_PAGES)
    data = 0 if records.site.api == "off" else API_BYTES * len(records.services) * (1 + has_single_files(records))
    told = languages * len(records.services)
    return Size(
        files=pages + file_count(records) + int(told * DATA_FILES) + OTHER_FILES,
        site=pages * PAGE_BYTES + SHARED_BYTES + told * SEARCH_BYTES + data,
        folder=max(len(records.services), OTHER_FILES),
        file=0,
    )


def _pages_of_areas(records: Records) -> int:
    """Lists and booklets of a need in an area, and the pages of areas."""
    homes = {
        (need, records.placed[f"service/{key}"].area) for key, one in records.services.items() for need in one.needs
    }
    lists = {
        (need, area[:end])
        for need, area in homes
        for end in range(1, len(area) + 1)
        if "/" in area[:end] and area[end : end + 1] in ("", "/")
    }
    booklets = sum("/" in area for _, area in homes)
    return len(lists) + booklets + len({area for _, area in lists})


def host_lines(key: str, size: Size) -> Iterator[tuple[bool, str]]:
    """One line for each limit of a host: is it near or passed, and a sentence."""
    host = HOSTS[key]
    for limit in host.limits:
        amount = getattr(size, limit.what)
        if limit.what == "file" and not size.measured:
            continue
        has = _said(limit.what, amount, size)
        most = _said(limit.what, limit.most, None)
        end = f" {limit.more}" if limit.more and amount > NEAR * limit.most else ""
        if amount > limit.most:
            yield True, f"{host.name} takes {most}. This site has {has}: it will be refused.{end} ({limit.source})"
        elif amount > NEAR * limit.most:
            yield True, f"{host.name} takes {most}. This site has {has}: soon too many.{end} ({limit.source})"
        else:
            yield False, f"{host.name} takes {most}. This site has {has}: that fits. ({limit.source})"


def _said(what: str, amount: int, size: Size | None) -> str:
    about = "about " if size is not None and not size.measured else ""
    if what == "files":
        return f"{about}{amount:,} files"
    if what == "folder":
        return f"{about}{amount:,} files in one folder"
    number = f"{amount / GB:.1f} GB" if amount >= GB else f"{amount / MB:,.0f} MB" if amount >= MB else "under 1 MB"
    if what == "file":
        return f"{number} in one file" + (f" ({size.largest})" if size is not None else "")
    return f"{about}{number} in all"
