"""What changed records are to others: checked among all of them, where only a few changed since all were sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# What no rule and no example of one can depend on.
TEXTS = frozenset((
    "name", "also_called", "summary", "description", "who_for", "you_get", "cost", "apply", "bring", "bring_note",
    "takes", "next", "dates", "renewal", "if_told_no", "languages", "accessibility", "hours", "schedule", "phones",
    "website", "email", "steps", "synonyms", "for_helpers", "representative", "release", "sourced", "verified",
    "imported",
))  # fmt: skip

Table = Mapping[str, Any]  # records of a kind, by id
Changed = Mapping[str, tuple[Any, Any]]  # the record as it was, and as it is, by id


def are_sound(services: Table, organizations: Table, changed: Mapping[str, Changed]) -> bool:
    """Is nothing wrong between the changed records and all others? `changed`: by kind."""
    for kind, table in (("service", services), ("organization", organizations)):
        if any(was.was_called != now.was_called for was, now in changed[kind].values()) and _is_taken(table):
            return False
    return not any(_must_be_private(id_, organizations, services) for id_ in _owners(changed))


def has_to_do_with_rules(was: Any, now: Any) -> bool:
    """May what changed in a service matter to an example of a rule?"""
    if not (was.rule or now.rule or was.examples or now.examples):
        return False
    return any(getattr(was, name) != getattr(now, name) for name in type(now).model_fields if name not in TEXTS)


def _is_taken(table: Table) -> bool:
    """Is an older id that of another record, or was it?"""
    seen: set[str] = set()
    for record in table.values():
        for old in record.was_called:
            if old in table or old in seen:
                return True
        seen.update(record.was_called)
    return False


def _owners(changed: Mapping[str, Changed]) -> Iterator[str]:
    """The organizations of which another part may be sensitive now."""
    for was, now in changed["service"].values():
        if (was.organization, was.sensitive) != (now.organization, now.sensitive):
            yield from {was.organization, now.organization}
    yield from (id_ for id_, (was, now) in changed["organization"].items() if was.sensitive != now.sensitive)


def _must_be_private(id_: str, organizations: Table, services: Table) -> bool:
    """Is all that an organization runs sensitive, but not the organization?"""
    if id_ not in organizations or organizations[id_].sensitive:
        return False
    runs = [one.sensitive for one in services.values() if one.organization == id_]
    return bool(runs) and all(runs)
