"""What the person editing the data must, or should, mend: one value per finding."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One finding, with its place, a sentence and a way out."""

    path: str  # as the editor would type it: resources/us/services/snap.yaml
    line: int  # counted from 1
    text: str  # one or two plain sentences: what is wrong, what to do
    reminder: bool = False  # True: the site may be published all the same

    def __str__(self) -> str:
        mark = "reminder: " if self.reminder else ""
        return f"{self.path}:{self.line}: {mark}{self.text}"


def report(problems: Iterable[Problem]) -> str:
    """All findings as lines `path:line: text`, in the order of the files."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean "gets-snap"?` with a leading blank, or nothing when no known word is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{near[0]}"?' if near else ""
