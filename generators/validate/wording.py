"""What no text may hold, and what the site never says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ..load import INVISIBLE, Source
from ..problems import Problem
from ..processes import beside

WORTH = 200  # sources; fewer are looked over sooner by one process
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

_LONGEST = tuple(dict.fromkeys(max(phrase.split(), key=len) for phrase in NEVER_SAID))  # most texts have none of these
_TAG = re.compile(r"</?[a-zA-Z!]")


def wording_of_all(sources: Sequence[Source]) -> Callable[[], defaultdict[str, list[Problem]]]:
    """The problems of some sources by the path of each; of many another process looks for them meanwhile.

    What it gives is to be called once; of a source without problems it has an empty list.
    """

    def look() -> list[tuple[str, int, str, bool]]:
        found = (problem for source in sources for problem in wording_problems(source))
        return [(problem.path, problem.line, problem.text, problem.reminder) for problem in found]

    def wait() -> defaultdict[str, list[Problem]]:
        found: defaultdict[str, list[Problem]] = defaultdict(list)
        for one in told():
            found[one[0]].append(Problem(*one))
        return found

    told = beside(look) if len(sources) > WORTH else look
    return wait


def wording_problems(source: Source) -> list[Problem]:
    """HTML in plain text is refused; a promise that only the agency can make is a reminder."""
    problems: list[Problem] = []
    together = "\n".join(_all_texts(source.data))
    if not (_TAG.search(together) or INVISIBLE.search(together) or promise_in(together)):
        return problems
    for path, text in texts(source.data):
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
    low = text.lower()
    if not any([word in low for word in _LONGEST]):
        return None
    low = " ".join(low.split())
    return next(
        (phrase for phrase in NEVER_SAID if phrase in low and re.search(rf"\b{re.escape(phrase)}\b", low)), None
    )


def _all_texts(value: object) -> list[str]:
    """Every text of a value, without its path."""
    found: list[str] = []
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            todo += one.values()
        elif isinstance(one, list):
            todo += one
    return found


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
