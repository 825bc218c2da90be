"""Which file holds what: the place of a file in the resources folder says what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from ..languages import KNOWN
from ..load import Source
from ..load.lists import is_list
from ..memory import FORGETFUL, Memory
from ..problems import Problem, did_you_mean
from .translations import REVIEWED

ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*\Z")
LONGEST_ID = 60
SHARED = ("site", "needs", "questions", "documents", "urgent", "letters", "barriers", "presets")
FOLDERS = {"services": "service", "organizations": "organization", "figures": "figure"}


@dataclass(frozen=True)
class Kept:
    """What a file holds."""

    source: Source
    kind: str  # one of SHARED, area, doorways, service, organization or figure
    area: str  # us/pa; empty for shared files
    id: str  # snap; for a shared file its kind; for an area its folder; empty for a list that cannot be read
    language: str  # en for the record itself, else a translation beside it


def sort_files(sources: list[Source], memory: Memory = FORGETFUL) -> tuple[list[Kept], list[Problem]]:
    """What each file, or record of a list, holds, and a problem for each that stands where nothing looks for it."""
    kept: list[Kept] = []
    problems: list[Problem] = []
    for source in sources:
        found, wrong = memory.same(("kept", source.path), (source,), partial(_all_kept, source))
        kept += found
        problems += wrong
    return kept, problems


def _all_kept(source: Source) -> tuple[list[Kept], list[Problem]]:
    """The same of one file."""
    found = _kept(source)
    if not isinstance(found, Kept):
        return [], [Problem(source.path, 1, found)]
    if not is_list(source.name) or not isinstance(source.data, dict):
        return [found], []
    kept: list[Kept] = []
    problems: list[Problem] = []
    for id_, data in source.data.items():
        if id_ == REVIEWED:
            continue
        if ID.match(id_):
            kept.append(Kept(source.inside(id_, data), found.kind, found.area, id_, found.language))
        else:
            text = f'"{id_}" cannot be an id: small letters, digits and single dashes only, such as food-bank.'
            problems.append(Problem(source.path, source.line((id_,)), text))
    return kept, problems


def _kept(source: Source) -> Kept | str:
    *folders, file = source.name.split("/")
    stem, _, language = file.removesuffix(".yaml").partition(".")
    if language and language not in KNOWN:
        return f'"{language}" is not a language of the site ({", ".join(KNOWN)}).'
    if not ID.match(stem):
        return "a file name may hold small letters, digits and single dashes only, such as food-bank.yaml."
    if len(stem) > LONGEST_ID:
        return f"this file name is too long: at most {LONGEST_ID} letters before .yaml."
    language = language or "en"
    if not folders:
        if stem in SHARED:
            return Kept(source, stem, "", stem, language)
        return f'nothing reads a file "{file}" here.{did_you_mean(stem, SHARED)}'
    kind = FOLDERS.get(folders[-1])
    if kind is not None:
        if not folders[:-1]:
            return f'the folder "{folders[-1]}" must stand in the folder of an area, such as us/{folders[-1]}.'
        return Kept(source, kind, "/".join(folders[:-1]), stem, language)
    if is_list(source.name):
        return Kept(source, FOLDERS[stem], "/".join(folders), "", language)
    if stem == "area":
        return Kept(source, "area", "/".join(folders), "/".join(folders), language)
    if stem == "doorways":
        return Kept(source, "doorways", "/".join(folders), "doorways", language)
    return (
        f'nothing reads a file in the folder "{folders[-1]}".{did_you_mean(folders[-1], FOLDERS)} '
        f"Services stand in {'/'.join([*folders[:-1], 'services'])}."
    )
