"""What free hosts take: their limits, each with the page that says so, and what a site would need of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .api import file_count, has_single_files
from .folded import folded, in_a_file, on_a_page, services_by
from .model import Records
from .plan.parts import COMPARED_IN_A_PART, IN_A_PART, MOST_COMPARED, MOST_FILES
from .search.parts import CARDS as CARDS_IN_A_FILE
from .search.parts import MOST_CARD_FILES

NEAR = 0.8  # of a limit: time to say so
MB = 1024 * 1024
GB = 1024 * MB
# Of a site of this house, measured: a page of one record, all other files, and a page in bytes.
OTHER_PAGES = 60  # of each language: guides, search, plan ...
OTHER_FILES = 500
PAGE_BYTES = 16_000
CARDS = 40  # services on a page of an organization that does not show them in full
PART_BYTES = 5_200  # of a service on the page of its organization
SHARED_BYTES = 6_000_000
API_BYTES = 5_500  # of each service in the data for others; twice that with single files
SEARCH_BYTES = 2_500  # of each service and language: in lists and in the parts of the search
TERM_FILES = 0.02  # of each service and language: the parts of the search that hold words
RULE_BYTES = 350  # of a service in the largest file that does not come in parts: the rules of one area


# Lines of site.yaml that make fewer files, and what they set.
Line = tuple[str, dict[str, Any]]
FOLD: Line = ("fold: organizations", {"fold": "organizations"})
NO_API: Line = ("api: off", {"api": "off"})
ENGLISH: Line = ("languages: [en]", {"languages": ("en",)})


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
HOSTS = {
    "cloudflare-pages": Host(
        "Cloudflare Pages",
        (
            Limit("files", 20_000, _CLOUDFLARE, f"{_STATES} The paid plans take more."),
            Limit("file", 25 * MB, _CLOUDFLARE),
        ),
    ),
    "github-pages": Host("GitHub Pages", (Limit("site", GB, _GITHUB),)),
    "gitlab-pages": Host(
        "GitLab Pages",
        (
            Limit("site", GB, _GITLAB, "A GitLab of your own may set another limit."),
            Limit("files", 200_000, _GITLAB, f"Folders count too. {_STATES}"),
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
    parts = len(folded(records))
    own = len(records.services) - parts + _pages_of_organizations(records)
    own += 2 * len(records.needs) + len(records.presets) + _pages_of_areas(records)
    languages = len(records.site.languages)
    pages = languages * (own + OTHER_PAGES)
    data = 0 if records.site.api == "off" else API_BYTES * len(records.services) * (1 + has_single_files(records))
    told = languages * len(records.services)
    return Size(
        files=pages + file_count(records) + languages * _data_files(records) + OTHER_FILES,
        site=pages * PAGE_BYTES + languages * parts * PART_BYTES + SHARED_BYTES + told * SEARCH_BYTES + data,
        folder=max(len(records.services) - parts, OTHER_FILES),
        file=RULE_BYTES * max(Counter(placed.area for placed in records.placed.values()).values(), default=0),
        largest="assets/handrail/data/screening/en",
    )


SHORT = {key.partition("-")[0]: key for key in HOSTS}  # what people call them: cloudflare


def advice(records: Records | None, key: str, size: Size) -> Iterator[str]:
    """Each limit of a host in a sentence; of a site too large what to write into site.yaml so that it fits.

    `key`: its name or what people call it.
    """
    key = SHORT.get(key, key)
    for is_near, line in host_lines(key, size):
        yield ("! " if is_near else "  ") + line
    if records is None or _fits(key, size):
        return
    found = _mending(records, key)
    if found is None:
        yield f"No setting makes it small enough for {HOSTS[key].name}. {_STATES}"
        return
    lines, then = found
    yield f"To make it fit, put this into site.yaml (then it has {_said('files', then.files, then)} and fits):"
    yield from (f"    {line}" for line in lines)
    yield "Where the site was built before, build it once with --fewer-pages, because it has fewer from then on."


def _mending(records: Records, key: str) -> tuple[list[str], Size] | None:
    """The fewest lines for site.yaml with which the site would fit, and its size then; `None` where all are too few."""
    for chosen in ((FOLD,), (FOLD, NO_API), (FOLD, ENGLISH), (FOLD, NO_API, ENGLISH)):
        site = records.site.model_copy(update={name: value for _, change in chosen for name, value in change.items()})
        lines = [text for text, change in chosen if any(getattr(records.site, name) != change[name] for name in change)]
        size = estimated(replace(records, site=site))
        if lines and _fits(key, size):
            return lines, size
    return None


def _fits(key: str, size: Size) -> bool:
    return all(getattr(size, limit.what) <= limit.most for limit in HOSTS[key].limits)


def _pages_of_organizations(records: Records) -> int:
    most = on_a_page(records, CARDS)
    runs = services_by(records)
    return sum(max(1, -(-len(runs.get(key, ())) // most)) for key in records.organizations)


def _data_files(records: Records) -> int:
    """The parts of the plan, of what is compared and of the search, in one language."""
    count = len(records.services)
    kinds = ((IN_A_PART, MOST_FILES), (COMPARED_IN_A_PART, MOST_COMPARED), (CARDS_IN_A_FILE, MOST_CARD_FILES))
    return sum(count // in_a_file(records, *kind) + 1 for kind in kinds) + int(count * TERM_FILES)


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
        return f"{about}{number} in one file" + (f" ({size.largest})" if size is not None else "")
    return f"{about}{number} in all"
