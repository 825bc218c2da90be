"""The plan's data in small parts, so that a plan of five services loads a few of them and not 20,000 services.

`index.json` holds what every plan needs, and how many parts there are of the plan's data and of what is compared;
`7.json` some services in full. What a service or
the index only names, such as what else to try, stands beside it in short, in `near`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ..joints import Joined
from ..model import Records
from ..parted import Part, Row

Json = dict[str, Any]
IN_A_PART = 4  # services, about; a file each would be too many for free hosts
COMPARED_IN_A_PART = 32
MOST_FILES, MOST_COMPARED = 700, 300  # of a folded site, about
NAMES = ("alternatives", "if_full")  # fields of a service with ids of others


def plan_parts(
    rest: Callable[[], Json],
    services: Mapping[str, Row],
    shorts: Mapping[str, Row],
    parts: Sequence[Sequence[str]],
    compared: int,
) -> Iterator[tuple[str, Part]]:
    """The files with their names. `parts`: the ids in each; `rest`: what `plan_data` gives beside services.

    `compared`: how many parts there are of what is compared.
    """

    def index() -> Json:
        found = rest()
        named = {id_ for barrier in found["barriers"] for id_ in barrier["services"]}
        named |= {id_ for document in found["documents"].values() for id_ in document.get("services") or ()}
        near = {id_: shorts[id_].text for id_ in sorted(named) if id_ in shorts}
        return Joined({**found, "parts": len(parts), "compared": compared, "near": Joined(near)})

    def part(ids: Sequence[str]) -> Json:
        here = {id_: services[id_] for id_ in ids}
        near = {id_ for one in here.values() for id_ in one.names} - here.keys()
        return Joined(
            services=Joined({id_: one.text for id_, one in here.items()}),
            near=Joined({id_: shorts[id_].text for id_ in sorted(near) if id_ in shorts}),
        )

    yield "index.json", Part([str(len(parts)), str(compared)], index)
    for number, ids in enumerate(parts):
        yield f"{number}.json", Part(ids, partial(part, ids))


def compare_parts(compared: Mapping[str, Row], parts: Sequence[Sequence[str]]) -> Iterator[tuple[str, Part]]:
    """The same of what `compare_data` gives."""

    def part(ids: Sequence[str]) -> Json:
        return Joined(services=Joined({id_: compared[id_].text for id_ in ids}))

    for number, ids in enumerate(parts):
        yield f"{number}.json", Part(ids, partial(part, ids))


def number_of(id_: str) -> int:
    """FNV-1a. The twin of that in partOf() of plan/data.mjs."""
    number = 0x811C9DC5
    for letter in id_.encode():
        number = (number ^ letter) * 0x01000193 & 0xFFFFFFFF
    return number


def part_of(id_: str, count: int) -> int:
    """The number of the part that holds a service."""
    return number_of(id_) % count


def members(records: Records, size: int) -> list[list[str]]:
    """The ids of the services in each part of about `size`."""
    return parted(records.lasting.rows(records, "numbers", records.services, number_of), size)


def parted(numbers: Mapping[str, int], size: int) -> list[list[str]]:
    """Ids in parts of about `size`, by the number of each."""
    found: list[list[str]] = [[] for _ in range(max(1, -(-len(numbers) // size)))]
    for id_, number in numbers.items():
        found[number % len(found)].append(id_)
    return found
