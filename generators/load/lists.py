"""A file with a list of records: `us/pa/services.yaml` beside, or in place of, the folder `us/pa/services/`.

It may be a mapping, `food-bank: {...}`, or a list of records that each have an `id:`. Both become a mapping here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..problems import Problem

FOLDERS = ("services", "organizations")  # what there may be a list of
LARGEST = 100_000_000  # bytes of such a file


def is_list(name: str) -> bool:
    """Is a file of this name (`us/pa/services.es.yaml`) a list of records?"""
    *folders, file = name.split("/")
    return bool(folders) and folders[-1] not in FOLDERS and file.partition(".")[0] in FOLDERS


def by_id(path: str, data: Any, line: Callable[[tuple[int]], int]) -> tuple[dict[str, Any], list[Problem]]:
    """The records of a list by their ids, and what is wrong with it. `line`: that of an entry."""
    if isinstance(data, dict):
        return {str(key): {} if record is None else record for key, record in data.items()}, []
    if not isinstance(data, list):
        return {}, [Problem(path, 1, "this file should be a list of records, each with an id.")]
    found: dict[str, Any] = {}
    first: dict[str, int] = {}
    problems = []
    for index, record in enumerate(data):
        id_ = record.get("id") if isinstance(record, dict) else None
        if not isinstance(id_, str):
            text = "a record of this list has no id. Begin it with a line `- id: food-bank`."
            problems.append(Problem(path, line((index,)), text))
        elif id_ in found:
            text = f'the id "{id_}" is written twice (first in line {line((first[id_],))}). Keep one of the two.'
            problems.append(Problem(path, line((index,)), text))
        else:
            found[id_] = {key: value for key, value in record.items() if key != "id"}
            first[id_] = index
    return found, problems
