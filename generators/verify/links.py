"""Where the links of finished pages lead: every one inside the site must arrive, none may ask another origin."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence, Set
from urllib.parse import unquote, urlsplit

from .scan import Seen

MOST_KEPT = 50_000  # links that are remembered
_OUT = ("https://", "tel:")  # how most links begin that leave the site
FOLLOWED = ("http", "https", "tel", "sms", "mailto")  # kinds of links that a person may follow

CARRIED = re.compile(r"=|^p\d+/")  # after the # of a link: what a module reads, and no place on a page


class Links:
    """Follows links inside one site. `ids` gives the ids of a page of it."""

    def __init__(self, files: Set[str], ids: Callable[[str], Set[str]]) -> None:
        self.files = files
        self.ids = ids
        self._from_root: dict[str, str | None] = {}  # address from the root -> file, or nothing
        self._fine: dict[tuple[str, bool], set[str]] = {}  # way up, loaded -> links that arrive from any page so deep

    def faults(self, page: str, seen: Seen) -> Iterator[str]:
        """What is wrong with the links of one page."""
        loads = dict.fromkeys(seen.loads)
        up = "../" * page.count("/")
        for loaded, links in ((False, dict.fromkeys(seen.links)), (True, loads)):
            fine = self._fine.setdefault((up, loaded), set())
            if fine.issuperset(links):
                continue
            for link in links:
                if link in fine or (not loaded and link in loads):
                    continue
                if fault := self._fault(page, link, loaded, seen):
                    yield fault
                elif up and self._from_anywhere(link, up) and len(fine) < MOST_KEPT:
                    fine.add(link)

    def _from_anywhere(self, link: str, up: str) -> bool:
        """Does a link that arrives lead to the same from any page that is so deep?"""
        return (link.startswith(up) and ".." not in link[len(up) :]) or link.startswith(_OUT)

    def fine(self, seen: Seen, up: str) -> bool:
        """Does all that a part of a page holds arrive from any page that is so deep?"""
        if not up or seen.ids or seen.faults or seen.styles or seen.policy is not None:
            return False
        return self._arrive(seen.links, False, up) and self._arrive(seen.loads, True, up)

    def _arrive(self, links: Sequence[str], loaded: bool, up: str) -> bool:
        fine = self._fine.get((up, loaded), ())
        return all(link in fine for link in links)

    def _fault(self, page: str, link: str, loaded: bool, seen: Seen) -> str | None:
        path, _, anchor = link.partition("#")
        try:
            parts = urlsplit(link) if ":" in path or path.startswith(("//", "\\")) or "?" in path else None
        except ValueError:
            return f"{link} is no link"
        if parts is not None:
            if parts.scheme or parts.netloc or path.startswith("\\"):
                if loaded and parts.scheme != "data":
                    return f"{link[:200]} is asked of another origin"
                if not loaded and parts.scheme not in FOLLOWED:
                    return f"{link[:200]} is no kind of link we allow"
                return None
            path = parts.path
        if path.startswith("/"):
            if page == "404.html":
                return None  # that page is shown from any folder: it can only point from the top of the host
            return f"{link} starts with a slash: it breaks under a sub-path"
        target = self._target(page, path) if path else page
        if target is None:
            return f"{link} leads nowhere"
        if anchor and not CARRIED.search(anchor) and target.endswith(".html"):
            ids = seen.ids if target == page else self.ids(target)
            if unquote(anchor) not in ids:
                return f"{link}: no such place on that page"
        return None

    def _target(self, page: str, path: str) -> str | None:
        """The file that a relative address means."""
        up = "../" * page.count("/")
        if path.startswith(up) and ".." not in (rest := path[len(up) :]):
            if (not rest or rest[-1] == "/") and f"{rest}index.html" in self.files:
                return f"{rest}index.html"
            address = rest
        else:
            address = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            address += "/" if path.endswith("/") else ""
        if address not in self._from_root:
            self._from_root[address] = self._file(unquote(address))
        return self._from_root[address]

    def _file(self, address: str) -> str | None:
        plain = posixpath.normpath(address) if address else "."
        if plain.startswith(".."):
            return None
        folder = "index.html" if plain == "." else f"{plain}/index.html"
        candidates = (folder,) if plain == "." or address.endswith("/") else (plain, folder)
        return next((name for name in candidates if name in self.files), None)
