"""What files say of each record now, where some of them were written: one record a file, or a list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ..languages import KNOWN
from ..load import Source
from ..load.lists import is_list
from ..model import Placed, Records, mark
from ..model.lazily import Lazily
from ..validate.again import items_of
from ..validate.files import Kept
from ..validate.marks import mark_of_items
from ..validate.one import line_in
from .placed import place

MOST = 400  # records that are checked one by one
STEMS = {"service": "services", "organization": "organizations"}
Read = Callable[[str], Source | None]


class Said:
    """The files of one folder. `marks`: with one of each of them; `files`: those written; `read` gives another one."""

    def __init__(self, marks: Mapping[str, bytes], files: Mapping[str, Source], read: Read) -> None:
        self._marks = marks
        self.files = files
        self._read = read
        self._items: dict[str, dict[str, Kept] | None] = {}

    def changed(self, records: Records, told: set[str]) -> list[str] | None:
        """The keys of the records that are others now; None where that cannot be said.

        `told`: paths of files of which something was to be said: the lines of that may be others.
        """
        found: dict[str, None] = {}
        for name, source in self.files.items():
            items = self._in(name)
            if items is None or (is_list(name) and not self._is_alike(records, name, items)):
                return None
            is_each = not is_list(name) or source.path in told
            for key in items:
                of = self.of(key)
                if of is None:
                    return None
                if is_each or _mark(records, key, of) != records.marks.get(key):
                    found[key] = None
        return self._with_told(found, told) if len(found) <= MOST else None

    def _with_told(self, found: dict[str, None], told: set[str]) -> list[str] | None:
        """The same with all records of the lists of which something was to be said, where one of them changed."""
        todo = list(found)
        while todo:
            of = self.of(todo.pop())
            if of is None:
                return None
            for name in {item.source.name for item in of if item.source.path in told and is_list(item.source.name)}:
                more = [key for key in self._in(name) or () if key not in found]
                found.update(dict.fromkeys(more))
                todo += more
        return list(found) if len(found) <= MOST else None

    def of(self, key: str) -> list[Kept] | None:
        """All that files say of a record, in their order; None where one of them cannot be read."""
        kind, _, id_ = key.partition("/")
        found = []
        for name in self._names(kind, id_):
            items = self._in(name)
            if items is None:
                return None
            if key in items:
                found.append(items[key])
        return found

    def moved(self) -> Iterator[tuple[str, Placed]]:
        """Where each record of a list stands now: those before it may have grown."""
        for name in filter(_is_english_list, self.files):
            for key, item in (self._in(name) or {}).items():
                line = partial(line_in, name, item.source.read, item.source.at)
                yield key, Placed(name, item.area, line, item.source.at)

    def _names(self, kind: str, id_: str) -> list[str]:
        """The files that may say something of a record: those of areas that have a file that was written."""
        found: set[str] = set()
        for area in {_area(name) for name in self.files}:
            for code in ("", *(f".{code}" for code in KNOWN)):
                found.update((f"{area}/{STEMS[kind]}{code}.yaml", f"{area}/{STEMS[kind]}/{id_}{code}.yaml"))
        return sorted(filter(self._is_there, found), key=lambda name: name.split("/"))

    def _is_there(self, name: str) -> bool:
        return f"file/{name}" in self._marks

    def _in(self, name: str) -> dict[str, Kept] | None:
        if name not in self._items:
            source = self.files.get(name) or self._read(name)
            self._items[name] = items_of(source) if source else None
        return self._items[name]

    def _is_alike(self, records: Records, name: str, items: Mapping[str, Kept]) -> bool:
        """Has a list the same records as before, in the same order; or translations of the same ones?"""
        area, kind = _area(name), next(iter(items)).partition("/")[0]
        table = records.services if kind == "service" else records.organizations
        here = {f"{kind}/{id_}": _path(records, f"{kind}/{id_}") for id_ in table}
        if _is_english_list(name):
            return list(items) == [key for key, path in here.items() if path == name]
        code = name.split(".")[-2]
        texts = records.translations.get(code, {})
        return items.keys() <= here.keys() and all(
            (key in texts) == (key in items or self._is_there(f"{area}/{STEMS[kind]}/{_id(key)}.{code}.yaml"))
            for key, path in here.items()
            if _area(path) == area
        )


def _mark(records: Records, key: str, items: Sequence[Kept]) -> bytes:
    """The mark that a record would have where it is as it was."""
    own = mark_of_items(items)
    kind, _, id_ = key.partition("/")
    return mark([own, repr(records.where[id_])]) if kind == "service" and id_ in records.where else own


def _path(records: Records, key: str) -> str:
    """The file that a record stands in."""
    placed: Any = records.placed
    path: str = place(key, placed.raw[key])[0] if isinstance(placed, Lazily) else placed[key].path
    return path


def _is_english_list(name: str) -> bool:
    return is_list(name) and name.count(".") == 1


def _area(name: str) -> str:
    """us/pa, of us/pa/services/pantry.yaml and of us/pa/services.yaml"""
    inside = name.rpartition("/")[0]
    return inside if is_list(name) else inside.rpartition("/")[0]


def _id(key: str) -> str:
    return key.partition("/")[2]
