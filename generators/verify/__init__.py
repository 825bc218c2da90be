"""Looks over a finished site before anybody sees it: is it whole, does every link arrive, does it ask only itself."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import partial
from pathlib import Path

from ..processes import beside
from .links import Links
from .scan import Scanner, Seen
from .styles import asked, is_elsewhere, policy_faults
from .whole import whole_problems

__all__ = ["files_of", "site_problems", "whole_problems"]

OWN_POLICY = ("admin/",)  # pages with a policy of their own: the editing form loads what the others never may
MOST_TOKENS = 300
WORTH = 2000  # pages; fewer are looked over sooner by one process


def files_of(site: Path) -> set[str]:
    """Every file of a site, from its root."""
    return set(_names(site))


def _names(site: Path) -> Iterator[str]:
    """The name of every file. Like `os.walk` it passes by what cannot be read."""
    folders = [("", str(site))]
    while folders:
        inside, folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.is_dir():
                        yield inside + entry.name
                    elif not entry.is_symlink():
                        folders.append((f"{inside}{entry.name}/", entry.path))
        except OSError:
            continue


def site_problems(
    site: Path,
    unchanged: Set[str] = frozenset(),
    old: Path | None = None,
    files: Set[str] | None = None,
    before: Set[str] | None = None,
) -> list[str]:
    """Every broken link, missing anchor, request to another origin and open policy: `page: what`.

    `unchanged` are files that stand in `old`, a site that was found sound, byte for byte: they are read again only
    where what they may point to is gone. `files` and `before`: every file of the new site and of the old one, where
    they are known.
    """
    files = files_of(site) if files is None else files
    changed = files - unchanged
    exact = Scanner()
    known: dict[str, frozenset[str]] = {}  # page -> its ids; pages of one kind mostly have the same
    same: dict[frozenset[str], frozenset[str]] = {}

    def seen(page: str) -> Seen:
        found = scanner.page(_content(f"{site}/{page}"), "../" * page.count("/"))
        there = frozenset(found.ids)
        known[page] = same.setdefault(there, there)
        return found

    def ids(page: str) -> frozenset[str]:
        if page not in known:
            seen(page)
        return known[page]

    links = Links(files, ids)
    scanner = Scanner(links.fine)
    again = {name for name in changed if name.endswith(".html")}
    if old is not None and unchanged:
        words = _gone(old, before or files_of(old), files, again, ids, exact)
        if words:
            again |= _that_may_point_to(words, site, {name for name in files & unchanged if name.endswith(".html")})

    def problems_of(pages: Sequence[str]) -> list[str]:
        # A page with a fault is read once more, whole, so that all its faults are told in their order.
        faulty = [page for page in pages if any(_page_faults(page, seen(page), links))]
        whole = ((page, exact.page(_content(f"{site}/{page}"))) for page in faulty)
        return [f"{page}: {what}" for page, found in whole for what in _page_faults(page, found, links)]

    in_order = sorted(again, key=_as_path)
    half = len(in_order) // 2 if len(in_order) >= WORTH else len(in_order)
    rest = beside(partial(problems_of, in_order[half:])) if half < len(in_order) else list
    problems = problems_of(in_order[:half]) + rest()
    for name in sorted(changed, key=_as_path):
        if name.endswith(".css"):
            problems += [f"{name}: {what}" for what in _style_faults(name, _text(f"{site}/{name}"), files)]
    return problems


def _as_path(name: str) -> str:
    """Sorts as paths do: folder by folder."""
    return name.replace("/", "\0")


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _text(path: str) -> str:
    return _content(path).decode("utf-8", "replace")


def _page_faults(page: str, seen: Seen, links: Links) -> Iterator[str]:
    if page.startswith(OWN_POLICY):
        yield from () if seen.policy is not None else policy_faults(None)
    else:
        yield from policy_faults(seen.policy)
        yield from seen.faults
    for css in seen.styles:
        yield from (f"{url} is asked of another origin" for url in asked(css) if is_elsewhere(url))
    yield from links.faults(page, seen)


def _style_faults(name: str, css: str, files: Set[str]) -> Iterator[str]:
    for url in asked(css):
        if is_elsewhere(url):
            yield f"{url} is asked of another origin"
        elif not url.startswith(("data:", "#")):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), re.split(r"[?#]", url)[0]))
            if target not in files:
                yield f"{url} leads nowhere"


def _gone(
    old: Path,
    before: Set[str],
    files: Set[str],
    changed: Iterable[str],
    ids: Callable[[str], Set[str]],
    scanner: Scanner,
) -> set[str]:
    """Words that a link to something that is gone must hold: ends of addresses, and anchors."""
    words = {_end(name) for name in before - files}
    for page in changed:
        if page in before:
            lost = set(scanner.page(_content(f"{old}/{page}")).ids) - ids(page)
            words |= {f"#{id_}" for id_ in lost}
    return words


def _end(name: str) -> str:
    """services/pantry/index.html -> pantry/"""
    return (
        f"{posixpath.basename(posixpath.dirname(name))}/" if name.endswith("/index.html") else posixpath.basename(name)
    )


def _that_may_point_to(words: set[str], site: Path, pages: Set[str]) -> set[str]:
    if len(words) > MOST_TOKENS:
        return set(pages)
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words)))
    return {page for page in pages if pattern.search(_text(f"{site}/{page}"))}
