"""What only the rules of services say: pages that read no more of a service stay while all the rules do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import Records


def rules_of(records: Records) -> Mapping[str, Any]:
    """Of each service with a rule, in order: `rule` as plain data (equal rules are one object), and its `needs`."""

    def make() -> dict[str, Any]:
        known: dict[str, Any] = {}
        found = {}
        for key, one in records.services.items():
            if one.rule:
                rule = one.rule.to_json()
                found[key] = {"rule": known.setdefault(repr(rule), rule), "needs": list(one.needs)}
        return found

    found: Mapping[str, Any] = records.each(("rules",), make)
    return found
