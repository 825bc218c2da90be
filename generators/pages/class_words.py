"""What a kind of page may hold, for its style sheet: the words and elements of the sources that it is made from.

More than needed does no harm; a name that were missing would take a rule from the page. A name must therefore stand
whole in a template, a module or a file of this folder, or as a beginning that ends in a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from sys import intern
from typing import NamedTuple

from ..joined import Words
from .icons import DRAWN

HERE = Path(__file__).parent
THEME = HERE.parent / "theme"
WORD = re.compile(r"[A-Za-z_][\w-]*")
ELEMENT = re.compile(r"<([a-z][a-z0-9]*)")
KIND = re.compile(r'\bkind="([\w-]+)"')
TEMPLATE = re.compile(r'"([\w-]+\.html\.j2)"')
KIND_CLASS = "hr-kind-"  # stands in the wrapper as a beginning
SHORTEST_BEGINNING = 5  # letters: "hr-" would stand for everything
ALWAYS = frozenset(
    "html head body h1 h2 h3 h4 h5 h6 i svg g path rect circle".split()
)  # written with a variable, or icons
# What Markdown makes of text without naming it.
MARKDOWN = (
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code hr a em strong img br table thead tbody tr th td div".split()
)
ADMONITION_SIGN = re.compile(r"^(!!!|\?\?\?)", re.MULTILINE)
FRAMED = frozenset({"hr-scroll"})  # what the hook puts around tables
ADMONITION = frozenset({"admonition", "admonition-title"})


def class_words(kind: str, scripts: Iterable[str], prose: str = "") -> Words:
    """The words of a kind of page, of the texts of its `scripts`, and of the Markdown that it shows."""
    names, elements = _of_kind(kind)
    said: frozenset[str] = frozenset().union(*map(_words, scripts))
    marked = frozenset(MARKDOWN) | frozenset(ELEMENT.findall(prose)) if prose else frozenset()
    classes = (
        _words(prose)
        | (FRAMED if prose else frozenset())
        | (ADMONITION if ADMONITION_SIGN.search(prose) else frozenset())
    )
    return Words((names | said | classes) - {KIND_CLASS} | {f"{KIND_CLASS}{kind}"}, elements | said | marked | ALWAYS)


def within_prose(words: Words, prose: str) -> Words:
    """The same for a sheet that only styles Markdown: it needs no elements that only the frame has."""
    return replace(words, elements=frozenset(MARKDOWN) | frozenset(ELEMENT.findall(prose)) | ALWAYS)


@cache
def _of_kind(kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words and elements of the theme, of the files here that make this kind or none, and of their templates."""
    theme, own = _sources()
    found = [*theme, *(source for source in own if kind in source.kinds or not source.kinds)]
    waiting = [name for source in found[len(theme) :] for name in source.templates]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            found.append(_source(HERE / "templates" / name))
            waiting += found[-1].templates
    names: frozenset[str] = frozenset().union(*(source.names for source in found))
    return names, frozenset().union(*(source.elements for source in found))


class _Source(NamedTuple):
    """What one file here says."""

    kinds: list[str]  # the kinds of pages that it makes
    templates: list[str]
    names: frozenset[str]  # that a class may have, those of icons too
    elements: frozenset[str]


@cache
def _sources() -> tuple[list[_Source], list[_Source]]:
    """The theme's files and the files here."""
    return [_source(path) for path in sorted(THEME.glob("*.html"))], [
        _source(path) for path in sorted(HERE.glob("*.py")) if path.name != Path(__file__).name
    ]


@cache
def _source(path: Path) -> _Source:
    text = path.read_text("utf-8")
    drawn = {css for name, css in DRAWN.items() if f'"{name}"' in text}
    return _Source(KIND.findall(text), TEMPLATE.findall(text), _words(text) | drawn, frozenset(ELEMENT.findall(text)))


@lru_cache(maxsize=2_000)
def _words(text: str) -> frozenset[str]:
    words = set(WORD.findall(text))
    return frozenset(intern(word) for word in words if word[-1] != "-" or len(word) >= SHORTEST_BEGINNING)
