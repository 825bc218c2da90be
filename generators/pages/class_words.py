"""Which names of classes and ids a kind of page may use: every word of the sources that it is made from.

More words than needed do no harm; one that were missing would take a rule from the page. A name must therefore stand
whole in a template, a module or a file of this folder, or as a beginning that ends in a hyphen.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
THEME = HERE.parent / "theme"
WORD = re.compile(r"[A-Za-z_][\w-]*")
KIND = re.compile(r'\bkind="([\w-]+)"')
TEMPLATE = re.compile(r'"([\w-]+\.html\.j2)"')
KIND_CLASS = "hr-kind-"  # stands in the wrapper as a beginning
SHORTEST_BEGINNING = 5  # letters: "hr-" would stand for everything


def class_words(kind: str, more: str = "") -> frozenset[str]:
    """The words of a kind of page, and of `more` text, such as its scripts."""
    return (_of_kind(kind) | _words(more)) - {KIND_CLASS} | {f"{KIND_CLASS}{kind}"}


@cache
def _of_kind(kind: str) -> frozenset[str]:
    """The words of the theme, of the files of this folder that make this kind or none, and of their templates."""
    found = set().union(*(_words(path.read_text("utf-8")) for path in sorted(THEME.glob("*.html"))))
    waiting: list[str] = []
    for path in sorted(HERE.glob("*.py")):
        text = path.read_text("utf-8")
        kinds = KIND.findall(text)
        if kind in kinds or not kinds:
            found |= _words(text)
            waiting += TEMPLATE.findall(text)
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            text = (HERE / "templates" / name).read_text("utf-8")
            found |= _words(text)
            waiting += TEMPLATE.findall(text)
    return frozenset(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(text) if not word.endswith("-") or len(word) >= SHORTEST_BEGINNING)
