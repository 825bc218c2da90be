"""What one finished page points to, loads and can be pointed at: a quick scanner for HTML that we wrote ourselves."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat

# A comment, or a start tag with its attributes; quoted values may hold a `>`.
_TAG = re.compile(r"""<(?:!--.*?-->|([a-zA-Z][^\s/>]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>)""", re.S)
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_ONLY_CLASS = re.compile(r' class="[^"]*"(?: [a-z]+)*')  # of a tag: what holds nothing for us
# A line of whole tags and plain text, with every value in double quotes: what our templates write.
_SIMPLE = re.compile(r"""[^<>]*(?:<(?!!|[sS][tT][yY][lL][eE])[^<>"']*(?:"[^<>"]*"[^<>"']*)*>[^<>]*)*""")
_STYLE = re.compile(r"<style[^>]*>(.*?)</style", re.S | re.I)
_HARMLESS_RELS = {"canonical", "alternate", "license", "author", "help", "me", "next", "prev", "search", "describedby"}
# Attributes that make the browser load something by itself, unlike a link that a person chooses to follow.
_LOADING = {"src", "srcset", "poster", "background", "formaction", "ping", "imagesrcset"}
DATA = ("application/json", "application/ld+json")  # of a script element that is only read


@dataclass(slots=True, eq=False)
class Seen:
    """What one page holds."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)  # CSS inside the page
    policy: str | None = None
    is_rich: bool = False  # it holds more than ids, and links that a person may follow

    @classmethod
    def of(cls, parts: Sequence[Seen], rich: Sequence[Seen]) -> Seen:
        """What a page holds whose parts these are; `rich` are those of them that are."""
        return cls(
            [one for part in parts for one in part.links],
            [one for part in rich for one in part.loads],
            [one for part in parts for one in part.ids],
            [one for part in rich for one in part.faults],
            [one for part in rich for one in part.styles],
            next((part.policy for part in reversed(rich) if part.policy is not None), None),
        )


_NOTHING = Seen()
_NEW = Seen()  # stands for what a line holds that nobody has scanned
# Lines that are remembered; then the memory is emptied, and what all pages share soon stands there again.
_MOST_LINES = 10_000
_LONGEST = 1500


class Scanner:
    """Scans many pages. Lines that many pages share (head, foot) are scanned once."""

    def __init__(self) -> None:
        self._lines: dict[bytes, Seen | None] = {}  # None: a line that holds nothing

    def page(self, content: bytes) -> Seen:
        """What a page holds. Ids that stand twice are among its faults."""
        seen = self._by_lines(content)
        if seen is None:
            seen = _scan(_text(content))
        if len(set(seen.ids)) < len(seen.ids):
            twice = sorted({id_ for id_ in seen.ids if seen.ids.count(id_) > 1})
            seen.faults += [f'the id "{id_}" stands twice' for id_ in twice]
        return seen

    def _by_lines(self, content: bytes) -> Seen | None:
        """The same line by line, or None where a tag or a comment may go on in the next line."""
        known = self._lines
        if len(known) > _MOST_LINES:
            known.clear()
        lines = content.split(b"\n")
        parts = [*map(known.get, lines, repeat(_NEW))]
        for place in [place for place, part in enumerate(parts) if part is _NEW]:
            line = lines[place]
            text = _text(line)
            if not _SIMPLE.fullmatch(text) and not _is_whole(text):
                return None
            found = _scan(text)
            parts[place] = None if found is _NOTHING else found
            if len(line) < _LONGEST:
                known[line] = parts[place]
        some = [part for part in parts if part is not None]
        return Seen.of(some, [part for part in some if part.is_rich])


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _is_whole(line: str) -> bool:
    """No tag, comment or style of this line began before it or goes on after it."""
    if "<!--" in line or "<style" in line.lower():
        return False
    rest = _TAG.sub("", line)
    return not re.search(r"<(?:[a-zA-Z]|!--)", rest) and (">" not in rest or "<" in rest)


def _scan(text: str) -> Seen:
    low = text.lower()
    if "=" not in text and "<script" not in low and "<style" not in low:
        return _NOTHING
    seen = Seen()
    for tag, inside in _TAG.findall(text):
        tag = tag.lower()
        if tag and (tag == "script" or ("=" in inside and not _ONLY_CLASS.fullmatch(inside))):
            _take(seen, tag, inside)
    if "<style" in low:
        seen.styles += _STYLE.findall(text)
    seen.is_rich = bool(seen.loads or seen.faults or seen.styles) or seen.policy is not None
    return seen if seen.is_rich or seen.links or seen.ids else _NOTHING


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
