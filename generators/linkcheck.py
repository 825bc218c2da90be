"""Looks over a finished site before anybody sees it: links, anchors, other origins, the security policy.

Pages of ours are scanned for their tags; what is the same on thousands of them, such as the tags of header and footer,
is taken apart once. Everything else goes through a whole parser.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Elements that load what they point to, unlike a link that a person chooses to follow.
LOADS = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("form", "action"), ("use", "href")}
LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}

Fault = str | tuple[str, str, str]  # what is wrong; or what is so if a page (middle) has no such anchor (last)

# A compiled page: our own templates wrote it, with every `<` and `>` of a text or an attribute escaped.
_OURS = re.compile(r'<body class="hr-page hr-kind-(?!prose)')
_TAGS = re.compile(r"<([a-zA-Z][^\s/>]*)\s([^>]*)>")
_BARE_SCRIPT = re.compile(r"<script\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r'([^\s=/"]+)(?:="([^"]*)")?')


@dataclass
class _Seen(HTMLParser):
    """What one page points to, and what can be pointed at."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    policy: bool = False
    inline: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.take(*_told(tag, tuple(attrs)))

    def take(
        self, id_: str | None, links: tuple[str, ...], loads: tuple[str, ...], policy: bool, inline: tuple[str, ...]
    ) -> None:
        """Notes what one tag says."""
        if id_ is not None:
            if id_ in self.ids:
                self.inline.append(f'the id "{id_}" stands twice')
            self.ids.add(id_)
        self.links += links
        self.loads += loads
        self.policy |= policy
        self.inline += inline


def _told(
    tag: str, attrs: tuple[tuple[str, str | None], ...]
) -> tuple[str | None, tuple[str, ...], tuple[str, ...], bool, tuple[str, ...]]:
    """Of one tag: its id, its links, what it loads, whether it is the policy, what runs inside the page."""
    values = {name: value or "" for name, value in attrs}
    policy = tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy"
    inline = []
    if tag == "script" and "src" not in values and values.get("type") != "application/json":
        inline.append("a script stands inside the page")
    inline += [f"`{name}` runs a script inside the page" for name in values if name.startswith("on")]
    links: list[str] = []
    loads: list[str] = []
    for name in ("href", "src", "action"):
        if name in values:
            rels = set(values.get("rel", "").lower().split())
            is_load = (tag, name) in LOADS or (tag == "link" and bool(rels & LOADING_RELS))
            (loads if is_load else links).append(values[name])
    return values.get("id"), tuple(links), tuple(loads), policy, tuple(inline)


@lru_cache(maxsize=20_000)
def _taken_apart(
    tag: str, text: str
) -> tuple[str | None, tuple[str, ...], tuple[str, ...], bool, tuple[str, ...]] | None:
    """The same of a tag of ours as it was written; nothing where a whole parser must read it."""
    if text.count('"') % 2 or "'" in _ATTRIBUTE.sub("", text):
        return None
    pairs = tuple((name.lower(), html.unescape(value)) for name, value in _ATTRIBUTE.findall(text))
    return _told(tag.lower(), pairs)


def _seen(text: str) -> _Seen:
    """What a page points to, and what can be pointed at."""
    seen = _Seen()
    if _OURS.search(text) and not _BARE_SCRIPT.search(text):
        for tag, attributes in _TAGS.findall(text):
            told = _taken_apart(tag, attributes)
            if told is None:
                seen = _Seen()
                break
            seen.take(*told)
        else:
            return seen
    seen.feed(text)
    seen.close()
    return seen


def site_problems(site: Path) -> list[str]:
    """Every broken link, missing anchor, request to another origin and missing policy: `page: what`."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ids: dict[str, frozenset[str]] = {}  # of every page; those of one kind mostly have the same
    same: dict[frozenset[str], frozenset[str]] = {}
    found: list[Fault] = []
    for page in sorted((name for name in files if name.endswith(".html")), key=_as_path):
        seen = _seen((site / page).read_text("utf-8"))
        there = frozenset(seen.ids)
        ids[page] = same.setdefault(there, there)
        if not seen.policy:
            found.append(f"{page}: no Content-Security-Policy")
        found += [f"{page}: {what}" for what in seen.inline]
        found += _faults(page, seen, ids, files)
    faults = [fault for fault in found if isinstance(fault, str) or _is_missing(fault, ids)]
    problems = [fault if isinstance(fault, str) else fault[0] for fault in faults]
    for name in sorted((name for name in files if name.endswith(".css")), key=_as_path):
        text = (site / name).read_text("utf-8")
        if "@import" in text or "url(http" in text or "url(//" in text:
            problems.append(f"{name}: asks another origin for something")
    return problems


def _as_path(name: str) -> list[str]:
    """Sorts as paths do: folder by folder."""
    return name.split("/")


def _is_missing(fault: tuple[str, str, str], ids: Mapping[str, frozenset[str]]) -> bool:
    _, page, anchor = fault
    return page in ids and anchor not in ids[page]


def _faults(page: str, seen: _Seen, ids: Mapping[str, frozenset[str]], files: set[str]) -> Iterator[Fault]:
    loads = set(seen.loads)
    folder = posixpath.dirname(page)
    for link in dict.fromkeys(seen.links + seen.loads):
        scheme, path, anchor = _cut(link)
        if scheme is not None:
            if link in loads and scheme != "data":
                yield f"{page}: {link} is asked of another origin"
            elif scheme not in ("http", "https", "tel", "sms", "mailto", "data"):
                yield f"{page}: {link} is no kind of link we allow"
            continue
        if path.startswith("/"):
            if page != "404.html":  # that page is shown from any folder: it can only point from the top of the host
                yield f"{page}: {link} starts with a slash: it breaks under a sub-path"
            continue
        target = _target(*_upwards(folder, path)) if path else page
        if target.startswith("..") or (target not in files and f"{target}/index.html" not in files):
            yield f"{page}: {link} leads nowhere"
        elif anchor and "=" not in anchor and anchor not in ids.get(target, ()):
            yield f"{page}: {link}: no such place on that page", target, anchor


@lru_cache(maxsize=20_000)
def _cut(link: str) -> tuple[str | None, str, str]:
    """The scheme of a link to somewhere else, or nothing and its path and anchor."""
    parts = urlsplit(link)
    return (parts.scheme if parts.scheme or parts.netloc else None), parts.path, unquote(parts.fragment)


def _upwards(folder: str, path: str) -> tuple[str, str]:
    """`services/snap`, `../../needs/food/` -> ``, `needs/food/`: so the same place is worked out once."""
    while folder and path.startswith("../"):
        folder, path = folder.rpartition("/")[0], path[3:]
    return folder, path or "./"


@lru_cache(maxsize=20_000)
def _target(folder: str, path: str) -> str:
    """The file that a link leads to."""
    target = unquote(posixpath.normpath(posixpath.join(folder, path)))
    if path.endswith("/") or target in (".", ""):
        return "index.html" if target in (".", "") else f"{target}/index.html"
    return target
