"""What one finished page points to, loads and can be pointed at: a quick scanner for HTML that we wrote ourselves."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse

# A comment, or a start tag with its attributes; quoted values may hold a `>`.
_TAG = re.compile(r"""<(?:!--.*?-->|([a-zA-Z][^\s/>]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>)""", re.S)
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_ONLY_CLASS = re.compile(r' class="[^"]*"(?: [a-z]+)*')  # of a tag: what holds nothing for us
# Lines of whole tags and plain text, with every value in double quotes: what our templates write.
_SIMPLE = re.compile(r"""[^<>]*(?:<(?!!|[sS][tT][yY][lL][eE])[^<>"'\n]*(?:"[^<>"\n]*"[^<>"'\n]*)*>[^<>]*)*""")
# Of such lines: the address of a link, or the name and attributes of a start tag that may hold something else for us.
_TOLD = re.compile(
    r"""<(?:a (?:class="[^"]*" )?href="([^"&]*)"(?: rel="noreferrer")?>|"""
    r"""([a-zA-Z][^\s/>]*)([\s/](?!(?:class|dir|datetime|scope)="[^"]*"(?: [a-z]+)*>)[^>"]*(?:"[^"]*"[^>"]*)*)>)"""
)
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
# Lines that are remembered; then the memory is emptied, and what many pages share soon stands there again.
_MOST_LINES = 10_000
_LONGEST = 1500


class Scanner:
    """Scans many pages. Lines that many pages share (head, foot) are scanned once.

    `fine(part, up)`: is all that a line holds sound on any page that is so deep? Then it is left out of those pages.
    """

    def __init__(self, fine: Callable[[Seen, str], bool] = lambda _part, _up: False) -> None:
        self._fine = fine
        self._lines: dict[str, dict[bytes, Seen]] = {}  # by the way up: lines that stood on two pages
        self._idle: dict[str, set[bytes]] = {}  # those of them with nothing to look at
        self._once: set[bytes] = set()  # lines that stood on one page

    def page(self, content: bytes, up: str = "") -> Seen:
        """What a page holds. Ids that stand twice are among its faults."""
        seen = self._by_lines(content, up)
        if seen is None:
            seen = _scan(_text(content))
        if len(set(seen.ids)) < len(seen.ids):
            twice = sorted({id_ for id_ in seen.ids if seen.ids.count(id_) > 1})
            seen.faults += [f'the id "{id_}" stands twice' for id_ in twice]
        return seen

    def _by_lines(self, content: bytes, up: str) -> Seen | None:
        """The same line by line, or None where a tag or a comment may go on in the next line."""
        known, idle, once = self._memory(up)
        parts, new = [], []
        for line in filterfalse(idle.__contains__, content.split(b"\n")):
            part = known.get(line)
            if part is None:
                if line not in once:
                    new.append(line)
                    continue
                part = _of_line(line)
                if part is None:
                    return None
                if part is _NOTHING or self._fine(part, up):
                    idle.add(line)
                    continue
                known[line] = part
            parts.append(part)
        if new:
            together = _text(b"\n".join(new))
            if _SIMPLE.fullmatch(together):
                parts.append(_scan_simple(together))
            else:
                for line in new:
                    if (part := _of_line(line)) is None:
                        return None
                    parts.append(part)
            once.update([line for line in new if len(line) < _LONGEST])
        return Seen.of(parts, [part for part in parts if part.is_rich])

    def _memory(self, up: str) -> tuple[dict[bytes, Seen], set[bytes], set[bytes]]:
        """What is known of lines on pages that are so deep."""
        known, idle = self._lines.setdefault(up, {}), self._idle.setdefault(up, set())
        for some in (known, idle, self._once):
            if len(some) > _MOST_LINES:
                some.clear()
        return known, idle, self._once


def _of_line(line: bytes) -> Seen | None:
    """What a line holds, or None where it is not whole."""
    text = _text(line)
    if _SIMPLE.fullmatch(text):
        return _scan_simple(text)
    return _scan(text) if _is_whole(text) else None


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
    return _judged(seen)


def _scan_simple(text: str) -> Seen:
    """The same of lines that `_SIMPLE` knows."""
    low = text.lower()
    if low.count("<script") > low.count("<script "):
        return _scan(text)
    seen = Seen()
    for link, tag, inside in _TOLD.findall(text):
        if tag:
            _take(seen, tag.lower(), inside)
        else:
            seen.links.append(link)
    return _judged(seen)


def _judged(seen: Seen) -> Seen:
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
