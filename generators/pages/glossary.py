"""Words of offices on a page, each with the way to its place in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from ..plain import terms_in
from .told import Told
from .view import View

GLOSSARY = "guides/words/"
LISTS = (GLOSSARY, "guides/english-words/")  # pages that are lists of words
MOST = 8  # words told on the page of a service
FIELDS = ("summary", "who_for", "you_get", "cost", "bring_note", "takes", "next", "renewal", "if_told_no")
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_WITHOUT = frozenset("a h1 h2 h3 h4 h5 h6 button code pre script style summary".split())  # no link in these


def words_of(view: View, told: Told) -> list[tuple[str, str]]:
    """The words of a service's texts that a reader may not know: address and word, the first ones; `view` is there.

    None in a language that has no list of such words, and none that its name holds.
    """
    code = view.language.code
    if told.untold:
        return []
    name = told.plain("name")
    found = {one.anchor: "" for one in terms_in(name, code)}
    words: list[tuple[str, str]] = []
    text = "\n".join(_texts(told))
    for one in terms_in(text, code):
        if one.anchor not in found:
            found[one.anchor] = text[one.start : one.end]
            words.append((f"{view.link(GLOSSARY)}#{one.anchor}", found[one.anchor]))
            if len(words) == MOST:
                break
    return words


def _texts(told: Told) -> Iterator[str]:
    record = told.record
    for field in FIELDS:
        yield told.plain(field)
    for place in range(len(record.steps)):
        yield told.plain("steps", place, "do")
        yield told.plain("steps", place, "tip")
    for place in range(len(record.also_needed)):
        yield told.plain("also_needed", place)


def with_words_linked(view: View, html: str, code: str) -> str:
    """Prose in the language `code` whose words of offices lead to the glossary, each where it stands first."""
    if not view.path.startswith("guides/") or view.path in LISTS:
        return html
    address = view.link(GLOSSARY)
    seen: set[str] = set()
    inside: list[str] = []  # elements that take no link
    parts = _TAG.split(html)
    for place, part in enumerate(parts):
        if place % 2:
            name = _NAME.match(part)
            if name and name[1] in _WITHOUT:
                inside = inside[:-1] if part[1] == "/" else [*inside, name[1]]
        elif not inside:
            parts[place] = _linked(part, code, address, seen)
    return "".join(parts)


def _linked(text: str, code: str, address: str, seen: set[str]) -> str:
    """A piece of HTML without tags; `seen` grows by the words that it links."""
    pieces, past = [], 0
    for one in terms_in(text, code):
        if one.anchor not in seen:
            seen.add(one.anchor)
            word = Markup('<a class="hr-word" href="{}#{}">').format(address, one.anchor)
            pieces += [text[past : one.start], word, text[one.start : one.end], "</a>"]
            past = one.end
    return "".join([*pieces, text[past:]])


def listed(words: list[tuple[str, str]]) -> Markup:
    """The words as links, one after the other."""
    return Markup(", ").join(Markup('<a href="{}">{}</a>').format(href, escape(word)) for href, word in words)
