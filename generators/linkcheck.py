"""Looks over a finished site before anybody sees it: links, anchors, other origins, the security policy."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Elements that load what they point to, unlike a link that a person chooses to follow.
LOADS = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("form", "action"), ("use", "href")}
DATA = ("application/json", "application/ld+json")  # of a script element that is only read
LOADING_RELS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}


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
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            if values["id"] in self.ids:
                self.inline.append(f'the id "{values["id"]}" stands twice')
            self.ids.add(values["id"])
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = True
        if tag == "script" and "src" not in values and values.get("type") not in DATA:
            self.inline.append("a script stands inside the page")
        self.inline += [f"`{name}` runs a script inside the page" for name in values if name.startswith("on")]
        for name in ("href", "src", "action"):
            if name in values:
                rels = set(values.get("rel", "").lower().split())
                loads = (tag, name) in LOADS or (tag == "link" and bool(rels & LOADING_RELS))
                (self.loads if loads else self.links).append(values[name])


def site_problems(site: Path) -> list[str]:
    """Every broken link, missing anchor, request to another origin and missing policy: `page: what`."""
    pages = {path.relative_to(site).as_posix(): _seen(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    problems = []
    for page, seen in pages.items():
        if not seen.policy:
            problems.append(f"{page}: no Content-Security-Policy")
        problems += [f"{page}: {what}" for what in seen.inline]
        problems += [f"{page}: {what}" for what in _faults(page, seen, pages, files)]
    for path in sorted(site.rglob("*.css")):
        text = path.read_text("utf-8")
        if "@import" in text or "url(http" in text or "url(//" in text:
            problems.append(f"{path.relative_to(site).as_posix()}: asks another origin for something")
    return problems


def _faults(page: str, seen: _Seen, pages: dict[str, _Seen], files: set[str]) -> Iterator[str]:
    for link in dict.fromkeys(seen.links + seen.loads):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            if link in seen.loads and parts.scheme != "data":
                yield f"{link} is asked of another origin"
            elif parts.scheme not in ("http", "https", "tel", "sms", "mailto", "data"):
                yield f"{link} is no kind of link we allow"
            continue
        if parts.path.startswith("/") and page == "404.html":
            continue  # that page is shown from any folder: it can only point from the top of the host
        if parts.path.startswith("/"):
            yield f"{link} starts with a slash: it breaks under a sub-path"
            continue
        target = page if not parts.path else posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
        target = unquote(target)
        if parts.path.endswith("/") or target in (".", ""):
            target = "index.html" if target in (".", "") else f"{target}/index.html"
        if target.startswith("..") or (target not in files and f"{target}/index.html" not in files):
            yield f"{link} leads nowhere"
            continue
        anchor = unquote(parts.fragment)
        if anchor and "=" not in anchor and target in pages and anchor not in pages[target].ids:
            yield f"{link}: no such place on that page"


def _seen(path: Path) -> _Seen:
    seen = _Seen()
    seen.feed(path.read_text("utf-8"))
    seen.close()
    return seen
