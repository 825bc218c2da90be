"""The plan's data in small parts, so that a plan of five services loads a few of them and not 20,000 services.

`index.json` holds what every plan needs, and how many parts there are of the plan's data and of what is compared;
`7.json` some services in full. What a service or
the index only names, such as what else to try, stands beside it in short, in `near`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..joints import Joined

Json = dict[str, Any]
IN_A_PART = 4  # services, about; a file each would be too many for free hosts
COMPARED_IN_A_PART = 32
MOST_FILES, MOST_COMPARED = 700, 300  # of a folded site, about
SHORT = ("name", "language", "url", "needs", "sensitive", "phones")


def plan_parts(
    plan: Mapping[str, Any], size: int = IN_A_PART, compared_size: int = COMPARED_IN_A_PART
) -> Iterator[tuple[str, Json]]:
    """File names and plain JSON of what `plan_data` gives."""
    services: Mapping[str, Json] = plan["services"]
    found = _parted(services, size)
    named = {id_ for barrier in plan["barriers"] for id_ in barrier["services"]}
    named |= {id_ for document in plan["documents"].values() for id_ in document.get("services") or ()}
    rest = {key: value for key, value in plan.items() if key != "services"}
    compared = len(_parted(services, compared_size))
    yield "index.json", {**rest, "parts": len(found), "compared": compared, "near": _short(services, named)}
    for number, part in enumerate(found):
        near = {id_ for one in part.values() for id_ in (*one["alternatives"], *one.get("if_full", ()))}
        yield f"{number}.json", Joined(services=Joined(part), near=_short(services, near - part.keys()))


def compare_parts(compared: Mapping[str, Any], size: int = COMPARED_IN_A_PART) -> Iterator[tuple[str, Json]]:
    """The same of what `compare_data` gives."""
    for number, part in enumerate(_parted(compared["services"], size)):
        yield f"{number}.json", Joined(services=Joined(part))


def part_of(id_: str, count: int) -> int:
    """The number of the part that holds a service: FNV-1a. The twin of partOf() in plan/data.mjs."""
    number = 0x811C9DC5
    for letter in id_.encode():
        number = (number ^ letter) * 0x01000193 & 0xFFFFFFFF
    return number % count


def _parted(services: Mapping[str, Json], size: int) -> list[Json]:
    found: list[Json] = [{} for _ in range(max(1, -(-len(services) // size)))]
    for id_, service in services.items():
        found[part_of(id_, len(found))][id_] = service
    return found


def _short(services: Mapping[str, Json], ids: Iterable[str]) -> Json:
    return {id_: {name: services[id_][name] for name in SHORT} for id_ in sorted(ids) if id_ in services}
