"""Pages that start in discreet mode: their addresses and titles must not tell what they are about.

Others who use the phone read the address, the tab and the history. So a record marked `sensitive` has a neutral id,
which is the address of its page, and a neutral title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..model import Organization, Service
from ..problems import Problem

Path = tuple[str | int, ...]
At = Callable[[str, Path], tuple[str, int]]  # key of a record, place in it -> file, line

PRIVATE_KINDS = ("need", "service", "organization")

# Beginnings of words that tell what a page is about, and words that tell by themselves. English and Spanish.
TELLING = (
    "abus",
    "assault",
    "batter",
    "crim",
    "danger",
    "deport",
    "immigra",
    "incest",
    "inmigra",
    "maltrat",
    "molest",
    "neglect",
    "pelig",
    "prostitut",
    "rape",
    "refugio",
    "runaway",
    "sexual",
    "shelter",
    "stalk",
    "suicid",
    "traffick",
    "undocument",
    "victim",
    "viola",
    "violen",
    "víctima",
)
TELLING_WORDS = ("aids", "dv", "hiv", "safe", "safety", "sex", "sida", "trata", "vih")


def telling_word(text: str) -> str | None:
    """The first word of an id or title that tells what it is about."""
    words = (match.group() for match in re.finditer(r"[^\W_]+", text.lower()))
    return next((word for word in words if word in TELLING_WORDS or word.startswith(TELLING)), None)


def discreet_problems(found: Mapping[str, Mapping[str, BaseModel]], at: At) -> Iterator[Problem]:
    """Sensitive records whose id or title would tell, and records that should be sensitive like what they belong to."""
    for kind in PRIVATE_KINDS:
        for id_, record in found.get(kind, {}).items():
            yield from _marked(kind, id_, record, lambda *path, key=f"{kind}/{id_}": at(key, path))
    sensitive = {id_ for id_, need in found.get("need", {}).items() if need.sensitive}  # type: ignore[attr-defined]
    services = [(id_, one) for id_, one in found.get("service", {}).items() if isinstance(one, Service)]
    for id_, service in services:
        if not service.sensitive and service.needs and service.needs[0] in sensitive:
            text = (
                f'the need "{service.needs[0]}" is sensitive, so this service is too. '
                "Add `sensitive: true` and `discreet:` with a neutral title."
            )
            yield Problem(*at(f"service/{id_}", ("needs", 0)), text)
    of: dict[str, list[bool]] = {}
    for _, service in services:
        of.setdefault(service.organization, []).append(service.sensitive)
    for id_, organization in found.get("organization", {}).items():
        runs = of.get(id_, [])
        if runs and all(runs) and isinstance(organization, Organization) and not organization.sensitive:
            text = (
                "all that this organization runs is sensitive, so its own page is too. "
                "Add `sensitive: true` and `discreet:` with a neutral title."
            )
            yield Problem(*at(f"organization/{id_}", ()), text)


def _marked(kind: str, id_: str, record: Any, at: Callable[..., tuple[str, int]]) -> Iterator[Problem]:
    if not record.sensitive:
        if record.discreet is not None:
            text = "`discreet` is only used with `sensitive: true`. Add that line, or delete this one."
            yield Problem(*at("discreet"), text)
        return
    if record.discreet is None:
        text = (
            "`sensitive: true` needs a line `discreet:` with a neutral title, such as Support line. "
            "The browser's history shows it."
        )
        yield Problem(*at("sensitive"), text)
    elif word := telling_word(record.discreet):
        yield Problem(*at("discreet"), f'the neutral title says "{word}", which tells what the page is about.')
    if word := telling_word(id_):
        text = (
            f'this {kind} is sensitive, but "{word}" in its id "{id_}" tells what it is about: the id is the address '
            "of its page, and others see addresses. Give it a neutral id, such as support-line."
        )
        yield Problem(*at(), text)


def translated_title_problems(path: str, line: Callable[[Path], int], found: Mapping[Path, str]) -> Iterator[Problem]:
    """Neutral titles that tell in another language."""
    for place, text in found.items():
        if place == ("discreet",) and (word := telling_word(text)):
            yield Problem(path, line(place), f'the neutral title says "{word}", which tells what the page is about.')
