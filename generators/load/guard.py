"""Looks at the bytes and the outline of a file before anything is built from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ..problems import Problem

LARGEST = 1_000_000  # bytes of one file
DEEPEST = 30  # levels of nesting

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_RESERVED = re.compile(r"^\s*(?:- +)?(?:[\w-]+:\s+)?(?P<value>[@`%].*)$")
_OPENED = re.compile(r"^\s*(?:- +)?(?:[\w-]+:\s+)?(?P<mark>['\"])(?P<rest>.*)$")
_CUT_OFF = re.compile(r"\s(#[^\s#!].*)$")
_TWO_COLONS = re.compile(r"^\s*(?:- +)?(?P<key>[\w-]+):\s+(?P<value>[^'\"\[{>|].*:(?:\s.*)?)$")


def text_of(path: str, content: bytes, largest: int = LARGEST) -> tuple[str | None, list[Problem]]:
    """The text of a file, or why it cannot be read."""
    if len(content) > largest:
        return None, [
            Problem(path, 1, f"this file is too large: {len(content):,} bytes, at most {largest:,}. Split it.")
        ]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [
            Problem(
                path,
                line,
                "a letter in this line is not saved as UTF-8 (this happens with files from a spreadsheet). "
                "Save the file again with the encoding UTF-8.",
            )
        ]
    if not invisible(text) and "\t" not in text:
        return text, []
    problems = []
    for number, line_text in enumerate(text.split("\n"), 1):
        if found := INVISIBLE.search(line_text):
            problems.append(
                Problem(
                    path,
                    number,
                    f"an invisible character (U+{ord(found[0]):04X}) stands in this line. Type the line again.",
                )
            )
        if line_text[: len(line_text) - len(line_text.lstrip())].count("\t"):
            problems.append(Problem(path, number, "this line begins with a tab. Use spaces instead."))
    return (None, problems) if problems else (text, [])


def invisible(text: str) -> bool:
    """Does any character in it not show?"""
    if text.replace("\n", "").isprintable():
        return False
    return INVISIBLE.search(text) is not None


def outline_problems(path: str, text: str) -> list[Problem]:
    """What makes a file dangerous or unreadable: broken YAML, anchors, aliases, tags, deep nesting.

    Reads parse events only, which takes neither memory nor recursion, so no bomb can go off.
    """
    depth = 0
    documents = 0
    try:
        for event in _events(text):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    return [Problem(path, line, "a second document begins here (`---`). Keep one document per file.")]
            if isinstance(event, yaml.AliasEvent):
                return [
                    Problem(
                        path,
                        line,
                        f"`*{getattr(event, 'anchor', '')}` points to another place in the file. Write the text out.",
                    )
                ]
            if getattr(event, "anchor", None):
                return [
                    Problem(
                        path,
                        line,
                        f"`&{getattr(event, 'anchor', '')}` names a place in the file. Put the value in quotes.",
                    )
                ]
            if getattr(event, "tag", None):
                return [Problem(path, line, "a value that starts with `!` must stand in quotes.")]
            if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                depth += 1
                if depth > DEEPEST:
                    return [Problem(path, line, f"this is nested more than {DEEPEST} levels deep.")]
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                depth -= 1
    except yaml.YAMLError as error:
        return [_in_plain_words(path, text, error)]
    return []


def cut_off_problems(path: str, text: str, scalars: list[tuple[int, int]]) -> list[Problem]:
    """Values that lose their end to a `#`: `Apt #4` is read as `Apt`. `scalars`: line and end column of plain text."""
    lines = text.split("\n")
    problems = []
    for line, end in scalars:
        rest = lines[line][end:] if line < len(lines) else ""
        lost = rest.strip()
        if rest[:1] in (" ", "\t") and re.match(r"#[^\s#!]", lost):
            problems.append(Problem(path, line + 1, _lost(lost)))
    return problems


def _lost(text: str) -> str:
    return (
        f"the text after `#` is lost: `{text[:40]}`. "
        "Put the whole value in quotes, or write a blank after the `#` if it is a comment."
    )


def _events(text: str) -> Iterator[yaml.Event]:
    """Parse events, ended early by the caller; nothing is composed."""
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _short(text: str) -> str:
    """As much of a value as fits a report."""
    text = text.strip()
    return text if len(text) <= 200 else f"{text[:200]} ..."


def _leaves_quote_open(line: str) -> bool:
    """A value that starts with a quotation mark and has no second one in its line."""
    found = _OPENED.match(line)
    return found is not None and found["mark"] not in found["rest"].replace('\\"', "")


def _in_plain_words(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """The parser's complaint in words of a person, with the line and the mend."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    message = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    opened = next((number for number, here in enumerate(lines[: line + 1]) if _leaves_quote_open(here)), None)
    if opened is not None:
        return Problem(path, opened + 1, "a quotation mark is opened in this line and not closed.")
    for number in range(line, -1, -1):
        if (found := _CUT_OFF.search(lines[number])) and lines[number].count("{", 0, found.start()):
            return Problem(path, number + 1, _lost(found[1]))
    for number in (line, line - 1):
        if 0 <= number < len(lines):
            here = lines[number].rstrip()
            if found := _RESERVED.match(here):
                return Problem(
                    path, number + 1, f"a value that starts with `{found['value'][0]}` must stand in quotes."
                )
            if found := _TWO_COLONS.match(here):
                return Problem(
                    path,
                    number + 1,
                    f'two colons in one line. Put the value in quotes: `{found["key"]}: "{_short(found["value"])}"`.',
                )
    if "\t" in (lines[line] if lines else ""):
        return Problem(path, line + 1, "a tab stands in this line. Use spaces instead.")
    if "tag" in message or "alias" in message or "anchor" in message:
        sign = lines[line].strip().split(": ", 1)[-1][:1] if lines else "*"
        return Problem(path, line + 1, f"a value that starts with `{sign}` must stand in quotes.")
    seen = lines[line].strip()[:60] if lines else ""
    return Problem(
        path,
        line + 1,
        f"this line does not fit the ones above it: `{seen}`. "
        "Check the spaces at its start, the colon after the name and the quotation marks.",
    )
