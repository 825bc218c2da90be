"""Style sheets made small: without comments and space, and without the rules that a page cannot use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

TEXT = r"\"(?:[^\"\\]|\\[\s\S])*\"|'(?:[^'\\]|\\[\s\S])*'|url\([^)'\"]*\)"  # its signs are no signs
SPACE = re.compile(rf"{TEXT}|(?:/\*[\s\S]*?\*/|\s)+")
AROUND_SIGN = re.compile(rf"{TEXT}| ?([{{}};]) ?")
AFTER_NAME = re.compile(rf"{TEXT}|(?<=[{{;}}])([\w-]+): ")
LAST_END = re.compile(rf"{TEXT}|;(\}})")
TEXT_OR_SIGN = re.compile(rf"{TEXT}|[{{}};]")
NAMED = re.compile(r"[.#]((?:[\w-]|\\.)+)")
NAMED_OR_STATE = re.compile(r"[.#:]+(?:[\w-]|\\.)+")
ELEMENT = re.compile(r"[A-Za-z][\w-]*")
DATA = re.compile(r"\[(data-[\w-]+)")
PARENTHESES = re.compile(r"\([^()]*\)")
ATTRIBUTE = re.compile(r"\[[^\]]*\]")
GROUPS = ("@media", "@supports", "@layer", "@container")  # rules inside which are rules
VARIABLE = re.compile(rf"(?<=[{{;])(--[\w-]+):(?:{TEXT}|[^;{{}}\"'])*(?:;|(?=\}}))")


@dataclass(frozen=True)
class Words:
    """What a page may hold: names of classes, ids and data attributes (one that ends in a hyphen stands for all that
    begin so), and elements."""

    names: frozenset[str]
    elements: frozenset[str]

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """The names that stand for many."""
        return tuple(sorted(name for name in self.names if name.endswith("-")))

    def has(self, name: str) -> bool:
        """May a class, an id or a data attribute be called so?"""
        return name in self.names or name.startswith(self.beginnings)


@lru_cache(maxsize=200)
def squeezed_styles(css: str) -> str:
    """The same rules without comments and needless space."""
    text = SPACE.sub(lambda match: " " if match.group()[0] in "/ \t\r\n\f" else match.group(), css)
    text = AROUND_SIGN.sub(lambda match: match.group(1) or match.group(), text).strip()
    text = AFTER_NAME.sub(lambda match: f"{match.group(1)}:" if match.group(1) else match.group(), text)
    return LAST_END.sub(lambda match: match.group(1) or match.group(), text)


def used_styles(css: str, words: Words) -> str:
    """The rules of a squeezed style sheet whose classes and ids are all among `words`; others cannot match."""
    return _used(_parted(css), words)


def _used(sheet: Sheet, words: Words) -> str:
    parts: list[str] = []
    for rule in sheet:
        if rule.inside is not None:
            if inner := _used(rule.inside, words):
                parts.append(f"{rule.head}{{{inner}}}")
        elif not rule.selectors:
            parts.append(rule.text)
        elif kept := [one.text for one in rule.selectors if one.can_match(words)]:
            parts.append(f"{','.join(kept)}{rule.text}")
    return "".join(parts)


class Selector(NamedTuple):
    """One selector, and what a page must hold for it to match anything.

    What stands in parentheses, as in `:not(.a)`, is not looked at: when in doubt the rule stays.
    """

    text: str
    names: tuple[str, ...]  # of classes, ids and data attributes
    elements: frozenset[str]

    def can_match(self, words: Words) -> bool:
        """May it match on a page with these words?"""
        return self.elements <= words.elements and all(words.has(name) for name in self.names)


class Rule(NamedTuple):
    """One rule of a style sheet."""

    head: str
    text: str  # the whole rule; where it has selectors, its block only
    selectors: tuple[Selector, ...] = ()
    inside: tuple[Rule, ...] | None = None  # of @media and the like


Sheet = tuple[Rule, ...]


@lru_cache(maxsize=200)
def _parted(css: str) -> Sheet:
    """A squeezed style sheet taken apart: most stand on many kinds of pages."""
    return tuple(_rule(head, block) for head, block in rules(css))


def _rule(head: str, block: str | None) -> Rule:
    if block is None:
        return Rule(head, f"{head};")
    if head.startswith(GROUPS):
        return Rule(head, "", (), tuple(_rule(*one) for one in rules(block)))
    if head.startswith("@"):
        return Rule(head, f"{head}{{{block}}}")
    return Rule(head, f"{{{block}}}", tuple(_selector(one) for one in _selectors(head)))


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Each rule of the outermost level: what stands before its block, and the block; no block for `@import x;`."""
    start = depth = 0
    head = ""
    for match in TEXT_OR_SIGN.finditer(css):
        sign = match.group()
        if sign == "{":
            depth += 1
            if depth == 1:
                head, start = css[start : match.start()].strip(), match.end()
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield head, css[start : match.start()]
                start = match.end()
        elif sign == ";" and depth == 0:
            yield css[start : match.start()].strip(), None
            start = match.end()


def _selectors(head: str) -> list[str]:
    """A list of selectors taken apart; a comma in parentheses belongs to its selector."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(head):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append(head[start:place].strip())
            start = place + 1
    return [*parts, head[start:].strip()]


def _selector(text: str) -> Selector:
    bare = text
    while PARENTHESES.search(bare):
        bare = PARENTHESES.sub("", bare)
    data = DATA.findall(bare)
    bare = ATTRIBUTE.sub("", bare)
    named = [name.replace("\\", "") for name in NAMED.findall(bare)]
    return Selector(
        text, tuple(dict.fromkeys([*data, *named])), frozenset(ELEMENT.findall(NAMED_OR_STATE.sub("", bare)))
    )


def without_idle_variables(css: str) -> str:
    """Without custom properties that nothing reads."""
    while True:
        read = set(re.findall(r"var\(\s*(--[\w-]+)", css))
        idle = {match.group() for match in VARIABLE.finditer(css) if match.group(1) not in read}
        less = VARIABLE.sub(lambda match, idle=idle: "" if match.group() in idle else match.group(), css)  # type: ignore[misc]
        if less == css:
            return re.sub(r"[^{};]+\{\}", "", css)
        css = less
