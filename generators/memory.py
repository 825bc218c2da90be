"""What a process that builds again and again keeps in memory from one build to the next.

Nothing is believed of it: each result is kept with the very objects that it was made of, and counts only while these
are the same. So whatever was read anew is worked out anew, and what follows from it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

V = TypeVar("V")
PLAIN = (str, bytes, int, float, datetime.date, type(None))  # that are the same when they are equal


class Memory:
    """The memory of one process; `FORGETFUL` is that of one that builds once."""

    def __init__(self, *, keeps: bool = True) -> None:
        self.keeps = keeps
        self._made: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._later: list[Callable[[], object]] = []
        self._sound: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {}

    def same(self, key: Hashable, things: tuple[Any, ...], make: Callable[[], V]) -> V:
        """What `make` gives; what it gave in an earlier build where all things are those of then.

        `things`: all that it depends on, objects that nobody changes. `key`: the name of what is made.
        """
        if not self.keeps:
            return make()
        found = self._made.get(key)
        if found is not None and are_same(found[0], things):
            known: V = found[1]
            return known
        made = make()
        self._made[key] = (things, made)
        return made

    def faults(
        self,
        name: str,
        records: Mapping[str, Any],
        things: tuple[Any, ...],
        check: Callable[[str, Any], Iterable[V]],
    ) -> list[V]:
        """What a check says of each record alone. One without fault is not looked at again while it is the same object.

        `things`: what else the check depends on.
        """
        last = self._sound.get(name)
        known = last[1] if last is not None and are_same(last[0], things) else {}
        told: list[V] = []
        sound = {}
        for id_, record in records.items():
            if known.get(id_) is not record:
                if found := list(check(id_, record)):
                    told += found
                    continue
            sound[id_] = record
        if self.keeps:
            self._sound[name] = (things, sound)
        return told

    def later(self, task: Callable[[], object]) -> None:
        """Does it when there is time: before the next build, and after people see this one."""
        if self.keeps:
            self._later.append(task)
        else:
            task()

    def rest(self) -> None:
        """There is time now."""
        while self._later:
            self._later.pop(0)()

    def last(self, key: Hashable) -> Any:
        """What was made under a name in an earlier build, whatever changed since; None where nothing is known."""
        return self._made[key][1] if key in self._made else None

    def forget(self, key: Hashable) -> None:
        """What was made is not as it was."""
        self._made.pop(key, None)


FORGETFUL = Memory(keeps=False)


def are_same(some: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    """Are these the very same objects, or equal plain values?"""
    return len(some) == len(others) and all(
        one is other or (type(one) is type(other) and isinstance(one, PLAIN) and one == other)
        for one, other in zip(some, others, strict=True)
    )
