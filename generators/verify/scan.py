"""What one finished page points to, loads and can be pointed at: a quick scanner for HTML that we wrote ourselves."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

# A comment, or a start tag with its attributes; quoted values may hold a `>`.
_TAG = re.compile(r"""<(?:!--.*?-->|([a-zA-Z][^\s/>]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>)""", re.S)
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_CANDIDATE = re.compile(
    r"\b(?:id|href|src|srcset|action|formaction|poster|data|ping|background|content|style|on\w+|data-later|data-last)\s*="
)
# A line of whole tags and plain text, with every value in double quotes: what our templates write.
_SIMPLE = re.compile(r"""[^<>]*(?:<[^<>"']*(?:"[^<>"]*"[^<>"']*)*>[^<>]*)*""")
_STYLE = re.compile(r"<style[^>]*>(.*?)</style", re.S | re.I)
_HARMLESS_RELS = {"canonical", "alternate", "license", "author", "help", "me", "next", "prev", "search", "describedby"}
# Attributes that make the browser load something by itself, unlike a link that a person chooses to follow.
_LOADING = {"src", "srcset", "poster", "background", "formaction", "ping", "imagesrcset"}
DATA = ("application/json", "application/ld+json")  # of a script element that is only read


@dataclass(slots=True)
class Seen:
    """What one page holds."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)  # CSS inside the page
    policy: str | None = None

    @classmethod
    def of(cls, parts: Sequence[Seen]) -> Seen:
        """What a page holds whose parts these are."""
        return cls(
            [one for part in parts for one in part.links],
            [one for part in parts for one in part.loads],
            [one for part in parts for one in part.ids],
            [one for part in parts for one in part.faults],
            [one for part in parts for one in part.styles],
            next((part.policy for part in reversed(parts) if part.policy is not None), None),
        )


_NOTHING = Seen()
_MOST_LINES = (
    10_000  # that are remembered; then the memory is emptied, and what all pages share soon stands there again
)
_LONGEST = 1500


class Scanner:
    """Scans many pages. Lines that many pages share (head, foot) are scanned once."""

    def __init__(self) -> None:
        self._lines: dict[str, Seen] = {}
        self._idle: set[str] = set()  # lines that hold nothing

    def page(self, text: str) -> Seen:
        """What a page holds. Ids that stand twice are among its faults."""
        if "<!--" in text or "<style" in text or "<STYLE" in text:
            seen = _scan(text)
        else:
            seen = self._by_lines(text)
        if len(set(seen.ids)) < len(seen.ids):
            twice = sorted({id_ for id_ in seen.ids if seen.ids.count(id_) > 1})
            seen.faults += [f'the id "{id_}" stands twice' for id_ in twice]
        return seen

    def _by_lines(self, text: str) -> Seen:
        parts, lines, idle = [], self._lines, self._idle
        if len(lines) + len(idle) > _MOST_LINES:
            lines.clear()
            idle.clear()
        for line in [line for line in text.split("\n") if line not in idle]:
            part = lines.get(line)
            if part is None:
                if not _SIMPLE.fullmatch(line) and not _is_whole(
                    line
                ):  # a tag goes on in the next line: take the page as one piece
                    return _scan(text)
                part = _scan(line)
                if len(line) < _LONGEST:
                    if part is _NOTHING:
                        idle.add(line)
                    else:
                        lines[line] = part
            parts.append(part)
        return Seen.of(parts)


def _is_whole(line: str) -> bool:
    """No tag of this line began before it or goes on after it."""
    rest = _TAG.sub("", line)
    return not re.search(r"<(?:[a-zA-Z]|!--)", rest) and (">" not in rest or "<" in rest)


def _scan(text: str) -> Seen:
    low = text.lower()
    if "=" not in text and "<script" not in low and "<style" not in low:
        return _NOTHING
    seen = Seen()
    for tag, inside in _TAG.findall(text):
        tag = tag.lower()
        if tag and (tag == "script" or ("=" in inside and _CANDIDATE.search(inside.lower()))):
            _take(seen, tag, inside)
    if "<style" in low:
        seen.styles += _STYLE.findall(text)
    if seen.links or seen.loads or seen.ids or seen.faults or seen.styles or seen.policy is not None:
        return seen
    return _NOTHING


def _take(seen: Seen, tag: str, inside: str) -> None:
    """What one start tag says."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        value = double or single or bare
        values.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
    for name, value in values.items():
        if name == "id":
            seen.ids.append(value)
        elif name == "href":
            (seen.loads if _loads(tag, values) else seen.links).append(value)
        elif name in ("srcset", "imagesrcset"):
            seen.loads += [part.split()[0] for part in value.split(",") if part.strip()]
        elif name in _LOADING or (tag, name) in (("form", "action"), ("object", "data")) or name == "xlink:href":
            seen.loads.append(value)
        elif name in ("data-later", "data-last"):  # what our first script loads after itself
            seen.loads += value.split()
        elif name == "style":
            seen.styles.append(value)
        elif name.startswith("on"):
            seen.faults.append(f"`{name}` runs a script inside the page")
    if tag == "meta":
        _take_meta(seen, values)
    elif tag == "script" and "src" not in values and values.get("type") not in DATA:
        seen.faults.append("a script stands inside the page")
    elif tag == "base":
        seen.faults.append("`<base>` turns every link of the page")


def _take_meta(seen: Seen, values: dict[str, str]) -> None:
    kind = values.get("http-equiv", "").lower()
    if kind == "content-security-policy":
        seen.policy = values.get("content", "")
    elif kind == "refresh":
        seen.links.append(re.sub(r"^\s*\d+\s*;?\s*(?:url\s*=)?\s*", "", values.get("content", ""), flags=re.I))


def _loads(tag: str, values: dict[str, str]) -> bool:
    """Does this `href` make the browser ask for something?"""
    if tag == "link":
        return not set(values.get("rel", "").lower().split()) <= _HARMLESS_RELS
    return tag not in ("a", "area")
