"""Papers that get papers: a way in to every ring of them, and errands that are spelled alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..load import Source
from ..model import Document, Service
from ..problems import Problem, did_you_mean

LONELY = "no other step has the errand"
Place = tuple[Source, tuple[Any, ...]]  # a file and where in it a record stands


def paper_problems(documents: Mapping[str, Document], places: Mapping[str, Place]) -> Iterator[Problem]:
    """Papers that nobody can get who has none: each way to them asks for one of themselves."""
    stuck = _out_of_reach(documents)
    for id_ in stuck:
        source, at = places[id_]
        others = ", ".join(sorted({other for line in documents[id_].asks_for for other in line} & stuck))
        text = (
            f'"{id_}" asks for {others}, and these papers ask for each other: who has none gets none. '
            "Write `without:` with what to do then."
        )
        yield Problem(source.path, source.line((*at, "asks_for")), text)


def _out_of_reach(documents: Mapping[str, Document]) -> set[str]:
    """The papers that are left when all have been taken away that can be had, one after another."""
    left = {id_ for id_, document in documents.items() if document.without is None}
    while True:
        free = {id_ for id_ in left if all(set(line) - left for line in documents[id_].asks_for)}
        if not free:
            return left
        left -= free


def errand_problems(services: Mapping[str, Service], places: Mapping[str, Place]) -> Iterator[Problem]:
    """An errand of one service alone is most often another one, mistyped."""
    count = Counter(errand for service in services.values() for errand in _errands(service).values())
    for id_, service in services.items():
        for index, errand in _errands(service).items():
            if count[errand] == 1:
                source, at = places[id_]
                known = [other for other, times in count.items() if times > 1]
                text = f'{LONELY} "{errand}".{did_you_mean(errand, known)}'
                yield Problem(source.path, source.line((*at, "steps", index, "errand")), text, reminder=True)


def is_about_all(problem: Problem) -> bool:
    """Was it found by looking at many services at once?"""
    return problem.text.startswith(LONELY)


def _errands(service: Service) -> dict[int, str]:
    """The errands of its steps, by the place of the step."""
    return {index: step.errand for index, step in enumerate(service.steps) if step.errand is not None}
