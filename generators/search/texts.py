"""The texts of a service by the field that they are found in, in one language."""

from __future__ import annotations

from ..languages import Language
from ..model import Records

# Fields and their weight. `english` lets people on other pages type "food stamps" all the same.
FIELDS = {"name": 10, "synonyms": 8, "needs": 4, "summary": 3, "organization": 2, "english": 2, "place": 2, "body": 1}


def texts_of(records: Records, language: Language, key: str) -> dict[str, list[str]]:
    """The texts of a service by the field that they are found in."""
    service, own = records.services[key], f"service/{key}"

    def told(name: str, english: str) -> str:
        return records.text(language.code, own, (name,), english)[0]

    def maybe(name: str, english: str | None) -> list[str]:
        return [told(name, english)] if english else []

    organization = records.organizations.get(service.organization)
    office = f"organization/{service.organization}"
    return {
        "name": [
            told("name", service.name),
            *_listed(records, language, own, "also_called", service.also_called),
        ],
        "synonyms": _listed(records, language, own, "synonyms", service.synonyms),
        "needs": [
            records.text(language.code, f"need/{need}", ("name",), records.needs[need].name)[0]
            for need in service.needs
            if need in records.needs
        ],
        "summary": maybe("summary", service.summary),
        "organization": [records.text(language.code, office, ("name",), organization.name)[0]] if organization else [],
        "english": [] if language.code == "en" else [service.name, *service.also_called, *service.synonyms],
        "place": [
            *maybe("address", None if service.address_confidential else service.address),
            *_places(records, key),
        ],
        "body": [*maybe("you_get", service.you_get), *maybe("description", service.description)],
    }


def _places(records: Records, key: str) -> list[str]:
    """The counties that it serves, the cities and ZIP codes of its doors."""
    service = records.services[key]
    doors = () if service.address_confidential else service.locations
    said = [text for door in doors for text in (door.city, door.zip) if text]
    where = records.where.get(key)
    return list(
        dict.fromkeys([*(where.names if where else ()), *said, *(service.serves.zips if service.serves else ())])
    )


def everyday(records: Records, language: Language) -> dict[str, list[str]]:
    """For each need what people call it: the synonyms in the language, and in English."""
    return {
        key: [*_listed(records, language, f"need/{key}", "synonyms", need.synonyms), *need.synonyms]
        for key, need in records.needs.items()
    }


def _listed(records: Records, language: Language, own: str, name: str, english: tuple[str, ...]) -> list[str]:
    """A list of a record: the translated one, which may be longer or shorter, or the English one."""
    translated = records.translations.get(language.code, {}).get(own, {})
    return [text for path, text in translated.items() if path[0] == name] or list(english)
