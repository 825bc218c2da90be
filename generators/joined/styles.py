"""Style sheets made small: without comments and space, and without the rules that a page cannot use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

COMMENT_OR_TEXT = re.compile(r"/\*[\s\S]*?\*/|\"(?:[^\"\\]|\\[\s\S])*\"|'(?:[^'\\]|\\[\s\S])*'|url\([^)'\"]*\)|\s+")
TEXT_OR_SIGN = re.compile(r"\"(?:[^\"\\]|\\[\s\S])*\"|'(?:[^'\\]|\\[\s\S])*'|url\([^)'\"]*\)|[{};]")
NAMED = re.compile(r"[.#]((?:[\w-]|\\.)+)")
PARENTHESES = re.compile(r"\([^()]*\)")
ATTRIBUTE = re.compile(r"\[[^\]]*\]")
GROUPS = ("@media", "@supports", "@layer", "@container")  # rules inside which are rules
VARIABLE = re.compile(r"(?<![\w-])(--[\w-]+)\s*:[^;{}]*(?:;|(?=\}))")


class Words:
    """The names that a page may use as a class or an id; one that ends in a hyphen stands for all that begin so."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = frozenset(names)
        self.beginnings = tuple(sorted(name for name in names if name.endswith("-") and len(name) > 2))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (name in self.names or name.startswith(self.beginnings))


def squeezed_styles(css: str) -> str:
    """The same rules without comments and needless space."""
    text = COMMENT_OR_TEXT.sub(_kept, css)
    text = re.sub(r" ?([{};]) ?", r"\1", text)
    return re.sub(r";\}", "}", text).strip()


def _kept(match: re.Match[str]) -> str:
    text = match.group()
    return " " if text.isspace() or text.startswith("/*") else text


def used_styles(css: str, words: Words) -> str:
    """The rules of a squeezed style sheet whose classes and ids are all among `words`; others cannot match."""
    return "".join(_used(css, words))


def _used(css: str, words: Words) -> Iterator[str]:
    for head, block in rules(css):
        if block is None:
            yield f"{head};"
        elif head.startswith(GROUPS):
            inner = used_styles(block, words)
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{block}}}"
        else:
            kept = [one for one in _selectors(head) if _can_match(one, words)]
            if kept:
                yield f"{','.join(kept)}{{{block}}}"


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


def _can_match(selector: str, words: Words) -> bool:
    """What stands in parentheses, as in `:not(.a)`, is not looked at: when in doubt the rule stays."""
    bare = ATTRIBUTE.sub("", selector)
    while PARENTHESES.search(bare):
        bare = PARENTHESES.sub("", bare)
    return all(name.replace("\\", "") in words for name in NAMED.findall(bare))


def without_idle_variables(css: str) -> str:
    """Without custom properties that nothing reads."""
    while True:
        read = set(re.findall(r"var\(\s*(--[\w-]+)", css))
        idle = {match.group() for match in VARIABLE.finditer(css) if match.group(1) not in read}
        less = VARIABLE.sub(lambda match, idle=idle: "" if match.group() in idle else match.group(), css)  # type: ignore[misc]
        if less == css:
            return re.sub(r"[^{};]+\{\}", "", css)
        css = less
