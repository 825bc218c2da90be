"""What no text may hold, and what the site never says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..load import INVISIBLE, Source
from ..problems import Problem

NEVER_SAID = (
    "you qualify",
    "you are eligible",
    "you are not eligible",
    "you're eligible",
    "you are ineligible",
    "you do not qualify",
    "you are anonymous",
    "this is safe",
    "will not affect immigration",
    "will not affect your immigration",
    "you need not report",
    "usted califica",
    "usted es elegible",
    "usted no es elegible",
    "usted no califica",
    "usted es anónimo",
    "esto es seguro",
    "no afectará su situación migratoria",
    "no tiene que informar",
)

_TAG = re.compile(r"</?[a-zA-Z!]")


def wording_problems(source: Source) -> list[Problem]:
    """HTML in plain text is refused; a promise that only the agency can make is a reminder."""
    problems: list[Problem] = []
    found = list(texts(source.data))
    together = "\n".join([text for _, text in found])
    if not (_TAG.search(together) or INVISIBLE.search(together) or promise_in(together)):
        return problems
    for path, text in found:
        if _TAG.search(text):
            problems.append(
                Problem(source.path, source.line(path), "HTML cannot stand in this text. Write plain words, no `<`.")
            )
        if hidden := INVISIBLE.search(text):  # written as an escape: "\u202e"
            said = f"an invisible character (U+{ord(hidden[0]):04X}) stands in this text. Type the text again."
            problems.append(Problem(source.path, source.line(path), said))
        if promise := promise_in(text):
            problems.append(
                Problem(
                    source.path,
                    source.line(path),
                    f'the site never says "{promise}": only the agency decides. Write "may" or "ask".',
                    reminder=True,
                )
            )
    return problems


def promise_in(text: str) -> str | None:
    """The first forbidden phrase in a text."""
    low = " ".join(text.lower().split())
    if not any([phrase in low for phrase in NEVER_SAID]):
        return None
    return next((phrase for phrase in NEVER_SAID if re.search(rf"\b{re.escape(phrase)}\b", low)), None)


def texts(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*path, index))
