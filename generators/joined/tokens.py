"""The tokens of an ES module, so that text, patterns and comments are never taken for one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

SPACE, COMMENT, WORD, NUMBER, TEXT, PATTERN, TEMPLATE, SIGN = range(8)
# After these words a slash begins a regular expression; after any other word it divides.
BEFORE_PATTERN = set("return typeof case in of delete void throw new else do instanceof yield await default".split())
SIGNS = (
    r">>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|=>|==|!=|<=|>=|&&|\|\||\+\+|--|\+=|-=|\*=|/=|%=|&=|\|=|\^=|<<|>>|\*\*"
    r"|[{}()\[\];,<>+\-*/%&|^!~?:=.@#]"
)
TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<comment>//[^\n]*|/\*[\s\S]*?\*/)"
    r"|(?P<word>[^\W\d][\w$]*|\$[\w$]*)"
    r"|(?P<number>0[xXbBoO][\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)"
    r"|(?P<text>\"(?:[^\"\\\n]|\\[\s\S])*\"|'(?:[^'\\\n]|\\[\s\S])*')"
    rf"|(?P<sign>{SIGNS})"
)
KINDS = (SPACE, SPACE, COMMENT, WORD, NUMBER, TEXT, SIGN)  # by the number of the group in TOKEN, which begins at 1
REGULAR = re.compile(r"/(?:[^/\\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+/[a-z]*")
TEMPLATE_PART = re.compile(r"(?:[^`\\$]|\\[\s\S]|\$(?!\{))*")


class Token(NamedTuple):
    kind: int
    text: str


class NotJavaScript(ValueError):
    """The message names the line."""


def tokens(source: str) -> list[Token]:
    """Every token in order; joined they are the source again."""
    found: list[Token] = []
    place, end = 0, len(source)
    before: Token | None = None  # the last one that is neither space nor comment
    while place < end:
        match = TOKEN.match(source, place) if source[place] not in "/`" else None
        token = Token(KINDS[match.lastindex or 0], match[0]) if match else _at(source, place, before)
        found.append(token)
        place += len(token.text)
        if token.kind > COMMENT:
            before = token
    return found


def _at(source: str, place: int, before: Token | None) -> Token:
    letter = source[place]
    if letter == "`":
        return Token(TEMPLATE, source[place : _end_of_template(source, place)])
    if letter == "/" and source[place + 1 : place + 2] not in ("/", "*") and _begins_pattern(before):
        if match := REGULAR.match(source, place):
            return Token(PATTERN, match.group())
    match = TOKEN.match(source, place)
    if match is None:
        line = source.count("\n", 0, place) + 1
        raise NotJavaScript(f"line {line}: {source[place : place + 20]!r} is not understood.")
    return Token(KINDS[match.lastindex or 0], match[0])


def _begins_pattern(before: Token | None) -> bool:
    if before is None:
        return True
    if before.kind == WORD:
        return before.text in BEFORE_PATTERN
    return before.kind == SIGN and before.text not in (")", "]", "}", "++", "--")


def _end_of_template(source: str, start: int) -> int:
    """After the closing back quote; what stands in `${...}` is code, with templates of its own."""
    place = start + 1
    while True:
        part = TEMPLATE_PART.match(source, place)
        place = part.end() if part else place
        if source.startswith("`", place):
            return place + 1
        if not source.startswith("${", place):
            raise NotJavaScript(f"line {source.count(chr(10), 0, start) + 1}: a template text has no end.")
        place += 2
        depth = 1
        before: Token | None = None
        while depth:
            if place >= len(source):
                raise NotJavaScript(f"line {source.count(chr(10), 0, start) + 1}: a template text has no end.")
            token = _at(source, place, before)
            depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == SIGN else 0
            place += len(token.text)
            before = before if token.kind in (SPACE, COMMENT) else token


# A line end may end a statement, except before or after these.
NO_END_AFTER = set("{ ( [ , ; : ? = => + - * / % & | ^ ! ~ < > && || == === != !== <= >= += -= *= /= .".split())
NO_END_BEFORE = set(") ] } , ; . ? : = => * % & | ^ < > && || == === != !== <= >= += -= *= /=".split())


def squeezed(found: Iterable[Token]) -> str:
    """The same program without comments and needless space; line ends that could end a statement stay."""
    parts: list[str] = []
    before: Token | None = None
    gap = ""  # what stood between two tokens: nothing, a space or a line end
    for token in found:
        if token.kind in (SPACE, COMMENT):
            gap = "\n" if "\n" in token.text or gap == "\n" else " "
            continue
        if before is not None and gap:
            parts.append(_gap(before, token, gap))
        parts.append(token.text)
        before, gap = token, ""
    return "".join(parts)


def _gap(before: Token, token: Token, gap: str) -> str:
    after_sign, before_sign = before.kind == SIGN, token.kind == SIGN
    if gap == "\n":
        free = (after_sign and before.text in NO_END_AFTER) or (before_sign and token.text in NO_END_BEFORE)
        if not free:
            return "\n"
    if after_sign and before_sign:
        risky = before.text[-1] in "+-/<!=&|*" and token.text[0] in "+-/<!=&|*>"
        return " " if risky else ""
    if PATTERN in (before.kind, token.kind):
        return " "  # never a slash beside a slash, never letters after the flags
    if NUMBER in (before.kind, token.kind) and "." in (before.text, token.text):
        return " "
    narrow = (WORD, NUMBER)
    return " " if before.kind in narrow and token.kind in narrow else ""
