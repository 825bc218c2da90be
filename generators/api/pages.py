"""A static API: lists in numbered pages, and a file for each object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

Json = dict[str, Any]
SIZE = 100  # objects on a page
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def listed(folder: str, objects: Sequence[str], total: int) -> Iterator[tuple[str, bytes]]:
    """`index.json` and `page-2.json` ... with the page object of HSDS; `objects` are `total` JSON texts."""
    count = pages_of(total)
    for number in range(1, count + 1):
        yield page(folder, objects[(number - 1) * SIZE : number * SIZE], number, count, total)


def pages_of(total: int) -> int:
    """How many pages a list of so many objects has."""
    return max(1, -(-total // SIZE))


def page(folder: str, objects: Sequence[str], number: int, count: int, total: int) -> tuple[str, bytes]:
    """One page of a list. `next` is ours: a static host has no `?page=`, so it names the file."""
    head: Json = {
        "total_items": total,
        "total_pages": count,
        "page_number": number,
        "size": len(objects),
        "first_page": number == 1,
        "last_page": number == count,
        "empty": not objects,
    }
    if number < count:
        head["next"] = f"page-{number + 1}.json"
    name = "index.json" if number == 1 else f"page-{number}.json"
    text = f'{text_of(head)[:-1]},"contents":[{",".join(objects)}]}}'
    return f"{folder}/{name}", text.encode("utf-8")


def text_of(value: Any) -> str:
    """JSON in one line."""
    return _encode(value)
