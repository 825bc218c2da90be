"""A confidential address ends here: no text of the record may say it, and no level after this one ever holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..model import Service
from ..problems import Problem
from .wording import texts

Path = tuple[str | int, ...]


def address_problems(service: Service, data: Any, path: str, line: Callable[[Path], int]) -> Iterator[Problem]:
    """Texts of a record, in any language, that say the address which `address_confidential` keeps out of sight."""
    if not service.address_confidential:
        return
    parts = address_parts(service)
    for place, text in texts(data):
        if place[-1] not in ("address", "street") and (said := _said(parts, text)):
            text = f'this says "{said}", a part of the confidential address. Take it out here.'
            yield Problem(path, line(place), text)


def office_problems(parts: list[str], data: Any, path: str, line: Callable[[Path], int]) -> Iterator[Problem]:
    """Texts of an organization that say where one of its services is, whose address is confidential."""
    for place, text in texts(data):
        if said := _said(parts, text):
            text = f'this says "{said}", a part of the confidential address of one of its services. Take it out here.'
            yield Problem(path, line(place), text)


def confidential_parts(services: Iterable[Service]) -> dict[str, list[str]]:
    """Organization -> the pieces of the addresses that nobody may know."""
    found: dict[str, list[str]] = {}
    for service in services:
        if service.address_confidential and service.organization:
            found.setdefault(service.organization, []).extend(address_parts(service))
    return found


def _said(parts: list[str], text: str) -> str | None:
    return next((part for part in parts if part in _plain(text)), None)


def address_parts(service: Service) -> list[str]:
    """The pieces of a service's addresses that have a number and a word, as a street has; in small letters."""
    pieces = [piece for text in _addresses(service) for piece in re.split(r"[,;\n]", text)]
    plain = dict.fromkeys(_plain(piece) for piece in pieces)
    return [piece for piece in plain if re.search(r"\d", piece) and re.search(r"[^\W\d_]{2}", piece)]


def _addresses(service: Service) -> Iterable[str]:
    ways = (getattr(service.apply, name) for name in type(service.apply).model_fields)
    streets = (location.street for location in service.locations)
    return [text for text in (service.address, *(way.address for way in ways if way), *streets) if text]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def withheld(service: Service) -> Service:
    """The service as everything after this level knows it: a confidential address is not there."""
    if not service.address_confidential:
        return service
    ways = {name: getattr(service.apply, name) for name in type(service.apply).model_fields}
    bare = {name: way and way.model_copy(update={"address": None}) for name, way in ways.items()}
    away = {"street": None, "city": None, "zip": None, "latitude": None, "longitude": None, "directions": None}
    doors = tuple(location.model_copy(update=away) for location in service.locations)
    kept = {"address": None, "locations": doors, "apply": service.apply.model_copy(update=bare)}
    return service.model_copy(update=kept)
