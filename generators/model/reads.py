"""Notes which records are read while something is made, so that it need not be made again as long as they stay.

A note says where, how and what: `("record", "item", "service/snap")`, `("each", maker, "all", "")`. How is `item` for
one entry (or that it is not there), `there` for its being there alone, `keys` for which entries there are and in what
order, `all` for everything; the last two with the beginning of the keys: `service/`. `("once", key)` stands for all
that was read to work something out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

Note = tuple[Any, ...]
V = TypeVar("V")

_open: list[set[Note]] = []


@contextmanager
def reading() -> Iterator[set[Note]]:
    """Gathers the notes of what is read inside."""
    found: set[Note] = set()
    _open.append(found)
    try:
        yield found
    finally:
        _open.pop()


@contextmanager
def unnoted() -> Iterator[None]:
    """What is read inside is not noted."""
    before = _open[:]
    _open.clear()
    try:
        yield
    finally:
        _open[:] = before


def is_noting() -> bool:
    """Does anybody gather notes?"""
    return bool(_open)


def note(what: Note) -> None:
    """Says that something is read."""
    if _open:
        _open[-1].add(what)


def note_all(what: Iterable[Note]) -> None:
    """The same of many things."""
    if _open:
        _open[-1].update(what)


class Watched(Mapping[str, V]):
    """A mapping that notes what is read of it. It is no dict, so that nothing can be read past it."""

    __slots__ = ("raw", "start", "prefix", "_items")

    def __init__(self, raw: Mapping[str, V], start: tuple[Any, ...], prefix: str = "") -> None:
        self.raw = raw
        self.start = start  # of each note: ("record",) or ("each", maker)
        self.prefix = prefix  # before each key: service/
        self._items: dict[object, Note] = {}  # notes of entries, each once: thousands of pages read the same ones

    def _note(self, how: str, key: object = "") -> None:
        if _open:
            if not self.prefix and self.start == ("record",):  # entries of records beside the records
                if how == "there":
                    self._note_item(key)
                    return
                how, key = "all", ""
            _open[-1].add((*self.start, how, f"{self.prefix}{key}"))

    def _note_item(self, key: object) -> None:
        if _open:
            _open[-1].add(self._items.get(key) or self._item(key))

    def _item(self, key: object) -> Note:
        found = self._items[key] = (*self.start, "item", f"{self.prefix}{key}" if self.prefix else str(key))
        return found

    def __getitem__(self, key: str) -> V:
        if _open:
            _open[-1].add(self._items.get(key) or self._item(key))
        return self.raw[key]

    def get(self, key: Any, default: Any = None) -> Any:
        if _open:
            _open[-1].add(self._items.get(key) or self._item(key))
        return self.raw.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note("there", key)
        return key in self.raw

    def __iter__(self) -> Iterator[str]:
        self._note("keys")
        return iter(self.raw)

    def __len__(self) -> int:
        self._note("keys")
        return len(self.raw)

    def keys(self) -> Any:
        self._note("keys")
        return self.raw.keys()

    def values(self) -> Any:
        self._note("all")
        return self.raw.values()

    def items(self) -> Any:
        self._note("all")
        return self.raw.items()

    def __reduce__(self) -> Any:
        raise TypeError("what is watched is not written down")
