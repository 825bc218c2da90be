"""Our needs as a taxonomy, and the two terms under which a record says what the standard has no field for."""

from __future__ import annotations

from typing import Any

from ..model import Records
from .ids import Ids

Json = dict[str, Any]
RECORD = "handrail-record"  # the value is JSON: fields of our own
RULE = "handrail-rule"  # the value is JSON: who can get it, as a rule that a program can work out
NEED = "need"  # the link type of an attribute that names a need


class Terms:
    """The taxonomies of one site, and the attributes that point to them."""

    def __init__(self, records: Records, ids: Ids) -> None:
        self._order = {key: place for place, key in enumerate(records.needs)}
        site = records.site.name
        needs = {
            "id": ids.of("taxonomy/needs"),
            "name": "Needs",
            "description": f"What people come with, as {site} sorts its services.",
            "version": "1",
        }
        extension = {
            "id": ids.of("taxonomy/handrail"),
            "name": "Handrail extension",
            "description": "Fields of Handrail that HSDS has no place for; docs/maintain/api.md describes them.",
            "version": "1",
        }
        self.taxonomies: list[Json] = [needs, extension]
        self._needs = {
            key: _term(ids, needs, key, records.needs[key].name, records.needs[key].summary) for key in records.needs
        }
        self._own = {
            RECORD: _term(ids, extension, RECORD, "Fields of the record", "The value is JSON."),
            RULE: _term(ids, extension, RULE, "Who can get it, as a rule", "The value is JSON."),
        }
        self.terms: list[Json] = [*self._needs.values(), *self._own.values()]

    def need(self, base: str, owner: str, need: str) -> Json:
        """The attribute by which a service answers a need; `base` as in `Ids.below`."""
        return _attribute(Ids.below(base, "need", self._order[need]), owner, "service", NEED, self._needs[need])

    def own(self, base: str, owner: str, entity: str, code: str, value: str) -> Json:
        """An attribute of the extension, with its JSON text."""
        uuid = Ids.below(base, "own", (RECORD, RULE).index(code))
        return {**_attribute(uuid, owner, entity, code, self._own[code]), "value": value}


def _attribute(uuid: str, owner: str, entity: str, link_type: str, term: Json) -> Json:
    return {
        "id": uuid,
        "link_id": owner,
        "taxonomy_term_id": term["id"],
        "link_type": link_type,
        "link_entity": entity,
        "taxonomy_term": term,
    }


def _term(ids: Ids, taxonomy: Json, code: str, name: str, description: str) -> Json:
    return {
        "id": ids.of(f"term/{taxonomy['id']}/{code}"),
        "code": code,
        "name": name,
        "description": description,
        "taxonomy_id": taxonomy["id"],
    }
