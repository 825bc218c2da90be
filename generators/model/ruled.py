"""What only the rules of services say: pages that read no more of a service stay while all the rules do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import Records


def rules_of(records: Records) -> Mapping[str, Any]:
    """Of each service with a rule, in their order: `rule` as plain data, and its `needs`."""

    def make() -> dict[str, Any]:
        services = records.services.items()
        return {key: {"rule": one.rule.to_json(), "needs": list(one.needs)} for key, one in services if one.rule}

    found: Mapping[str, Any] = records.each(("rules",), make)
    return found
