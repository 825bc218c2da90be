"""Records that become whole when somebody reads more of them than a few fields: an edit needs few of 20,000.

A hollow record has the fields of `BRIEF` whose values are short, so that a pass over all records makes none whole.
Values that are as usual take no room. Asked for anything else it takes all its values from where they are kept, and is
from then on a record like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from pydantic import BaseModel

from ..processes import give_back
from .service import Organization, Service

BRIEF = (
    "name", "organization", "kind", "needs", "status", "closed_until", "if_full", "alternatives", "was_called",
    "local_form_of", "urgency", "effort", "sensitive", "discreet", "fees", "serves", "address_confidential", "rule",
    "for_helpers", "website", "email", "imported",
)  # fmt: skip
SHORT = (str, bool, type(None))
Brief = dict[str, Any]


class Gone(OSError):
    """What a record was made of is no more."""


Fill = Callable[[str], BaseModel]  # the whole record, by its key: service/snap

_set = object.__setattr__
_get = object.__getattribute__


def brief(record: BaseModel) -> Brief:
    """What stays at hand of a record: plain data, and its rule; no values that are as usual."""
    known, usual = vars(record), _usual(type(record))
    return {
        name: known[name]
        for name in BRIEF
        if name in known and _is_short(name, known[name]) and not _are_alike(known[name], usual.get(name, usual))
    }


def long_in(record: BaseModel) -> tuple[str, ...]:
    """The fields of `BRIEF` that a record is to be made whole for: their values are not short."""
    if (shape := type(record)) in _LONG:
        return _LONG[shape]
    known = vars(record)
    return tuple(name for name in BRIEF if name in known and not _is_short(name, known[name]))


def _is_short(name: str, value: Any) -> bool:
    return type(value) in SHORT or (type(value) is tuple and all(type(one) is str for one in value)) or name == "rule"


def _are_alike(value: Any, other: Any) -> bool:
    return type(value) is type(other) and bool(value == other)


@cache
def _usual(shape: type[BaseModel]) -> Brief:
    """The values of `BRIEF` that a record has when nothing is said of it."""
    return {
        name: shape.model_fields[name].default
        for name in BRIEF
        if name in shape.model_fields and not shape.model_fields[name].is_required()
    }


class Held:
    """The records that were made whole, until nobody needs them for a while."""

    def __init__(self) -> None:
        self._whole: list[tuple[Any, type[BaseModel], tuple[str, ...], tuple[Any, ...]]] = []
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}  # of the fields that are known in brief, each once

    def add(self, record: Any, shape: type[BaseModel], fields: Iterable[str], private: tuple[Any, ...]) -> None:
        """A record that is whole now, and what it was before: its shape, and the names of what was known."""
        names = tuple(fields)
        self._whole.append((record, shape, self._names.setdefault(names, names), private))

    def let_go(self) -> None:
        """Makes all of them hollow again. Who reads one makes it whole again."""
        while self._whole:
            record, shape, names, private = self._whole.pop()
            known = vars(record)
            _be_hollow(record, shape, {name: known[name] for name in names}, private)
        give_back()


def hollow(kind: str, key: str, fields: Brief, fill: Fill, held: Held | None = None, long: tuple[str, ...] = ()) -> Any:
    """A record of which some fields are known, as `brief` gives them; `fill` gives the whole one.

    `held`: who lets go of it again; then `fill` need not give the fields that are known. `long`: see `long_in`.
    """
    shape = _shape(kind, long) if long else HOLLOW[kind]
    record = shape.__new__(shape)
    _be_hollow(record, shape, fields, (fill, key, held))
    return record


def _be_hollow(record: Any, shape: type[BaseModel], fields: Brief, private: tuple[Any, ...]) -> None:
    _set(record, "__class__", shape)
    _set(record, "__dict__", fields)
    _set(record, "__pydantic_private__", private)


def _whole(record: Any) -> Any:
    """The same object, whole."""
    if issubclass(shape := type(record), _Hollow):
        private = _get(record, "__pydantic_private__")
        fill, key, held = private
        found = fill(key)
        for name in ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__"):
            _set(record, name, _get(found, name))
        if held is None:
            _set(record, "__dict__", _get(found, "__dict__"))
        else:
            fields = _get(record, "__dict__")
            known = _get(found, "__dict__")
            known.update(fields)
            _set(record, "__dict__", known)
            held.add(record, shape, fields, private)
        _set(record, "__class__", type(found))
    return record


class _Hollow:
    """What a hollow record does otherwise: whatever is asked of it that it does not know, it asks of the whole one."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_whole(self), name)

    def __eq__(self, other: object) -> bool:
        return bool(_whole(self) == _whole(other))

    def __hash__(self) -> int:
        return hash(_whole(self))

    def __repr__(self) -> str:
        return repr(_whole(self))

    def __iter__(self) -> Any:
        return iter(_whole(self))

    def __copy__(self) -> Any:
        return _whole(self).__copy__()

    def __deepcopy__(self, memo: Any = None) -> Any:
        return _whole(self).__deepcopy__(memo)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return _whole(self).__reduce_ex__(protocol)

    def model_copy(self, **how: Any) -> Any:
        return _whole(self).model_copy(**how)

    def model_dump(self, **how: Any) -> Any:
        return _whole(self).model_dump(**how)

    def model_dump_json(self, **how: Any) -> Any:
        return _whole(self).model_dump_json(**how)


class HollowService(_Hollow, Service, defer_build=True):
    """A service of which little is known yet. Fields that it lacks are as usual, or make it whole."""


class HollowOrganization(_Hollow, Organization, defer_build=True):
    """The same of an organization."""


HOLLOW: dict[str, type[BaseModel]] = {"service": HollowService, "organization": HollowOrganization}
for _hollow in HOLLOW.values():
    for _name, _value in _usual(_hollow).items():
        setattr(_hollow, _name, _value)


class _Unknown:
    """In the place of the usual value of a field: who asks is told that there is none, and asks the whole record."""

    def __get__(self, record: object, shape: object) -> Any:
        raise AttributeError


_LONG: dict[type[BaseModel], tuple[str, ...]] = {}  # by the shape


@cache
def _shape(kind: str, long: tuple[str, ...]) -> type[BaseModel]:
    """The shape of records that have no usual values in some fields."""
    usual: Any = HOLLOW[kind]
    shape: type[BaseModel] = type(usual)(usual.__name__, (usual,), {"__module__": __name__}, defer_build=True)
    for name in long:
        setattr(shape, name, _Unknown())
    _LONG[shape] = long
    return shape
