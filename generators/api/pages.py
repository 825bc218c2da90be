"""A static API: lists in numbered pages, and a file for each object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

Json = dict[str, Any]
SIZE = 100  # objects on a page
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def listed(folder: str, objects: Iterable[str], total: int) -> Iterator[tuple[str, bytes]]:
    """`index.json` and `page-2.json` ... with the page object of HSDS; `objects` are `total` JSON texts.

    They are taken a page at a time. `next` is ours: a static host has no `?page=`, so it names the file.
    """
    count = max(1, -(-total // SIZE))
    coming = iter(objects)
    for number in range(1, count + 1):
        part = list(islice(coming, SIZE))
        head: Json = {
            "total_items": total,
            "total_pages": count,
            "page_number": number,
            "size": len(part),
            "first_page": number == 1,
            "last_page": number == count,
            "empty": not part,
        }
        if number < count:
            head["next"] = f"page-{number + 1}.json"
        name = "index.json" if number == 1 else f"page-{number}.json"
        text = f'{text_of(head)[:-1]},"contents":[{",".join(part)}]}}'
        yield f"{folder}/{name}", text.encode("utf-8")


def text_of(value: Any) -> str:
    """JSON in one line."""
    return _encode(value)
