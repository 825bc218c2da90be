"""A mapping whose values are made when they are asked for, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

V = TypeVar("V")


class Lazily(Mapping[str, V]):
    """`raw`: plain values by key; `make` gives the value of a key of what is kept for it."""

    __slots__ = ("_raw", "_make", "_made")

    def __init__(self, raw: Mapping[str, Any], make: Callable[[str, Any], V], made: dict[str, V] | None = None) -> None:
        self._raw = raw
        self._make = make
        self._made: dict[str, V] = made or {}

    @property
    def raw(self) -> Mapping[str, Any]:
        """What is kept, also of keys that have another value now."""
        return self._raw

    def __getitem__(self, key: str) -> V:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(key, self._raw[key])
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def replaced(self, values: Mapping[str, V]) -> Lazily[V]:
        """The same with other values for some of its keys."""
        return Lazily(self._raw, self._make, {**self._made, **values})
