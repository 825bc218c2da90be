"""What the plan page knows of every service: its steps, papers, numbers and links, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..folded import address_of
from ..fresh import look_at
from ..hours import summary_of_service
from ..languages import N_, Language
from ..model import Dates, Permission, Records, Service
from ..phones import phone_href
from ..room import room_of
from .contacts import links, phones
from .doors import doors
from .steps import mark, steps
from .telling import Telling

__all__ = [
    "Telling",
    "compare_data",
    "compared",
    "doors",
    "in_short",
    "plan_data",
    "plan_rest",
    "service_data",
    "was_called",
]

DOORS = ("office", "service")  # kinds of services that the organization itself gives, at its own door
# The same in a word, for a table.
REACH = (("online", N_("Online")), ("phone", N_("By phone")), ("in_person", N_("In person")), ("mail", N_("By mail")))


def plan_data(records: Records, language: Language) -> dict[str, Any]:
    """Plain JSON for `plan.mjs`; what a record does not say is null or empty.

    `services` by id: name, language (of its steps), url (from the root of the language), needs, urgency, effort,
    sensitive, organization, office (the same for services at one door), doors (ids of the services that open this
    one), phones (number, label, href), hours (one line), links (text, url), steps (do, tip, takes, after_days,
    errand), documents (id, note), dates (interview_days, decision_days, renewal_months, note), appeal_days, takes,
    next, if_told_no, renewal, representative and release (text, url, form), alternatives (ids of what else to try),
    room (where it has none: as `room_of` says it), if_full (ids), checked (the day of a check with the
    organization, months for which it holds), mark (two letters that change when its steps do, the same in
    every language). `needs`: names by id, without the private ones; `sensitive_needs`: the ids of those.
    `was_called`: the id of today by each older id. `barriers`: id, name, try (lines), services (ids that may help).
    `documents` by id: name, any_of, how_to_get, cost, fee_waiver, without, takes, asks_for (lists of ids), url,
    services (ids). `stuck`: whom to call when nothing helps. `site`: name, run_by.
    """
    telling = Telling(records, language)
    return {**plan_rest(telling), "services": {key: service_data(telling, key) for key in records.services}}


def plan_rest(telling: Telling) -> dict[str, Any]:
    """All but the services."""
    records = telling.records
    return {
        "was_called": dict(was_called(records)),
        "needs": {
            key: telling.text(f"need/{key}", need.name, "name")
            for key, need in records.needs.items()
            if not need.sensitive
        },
        "sensitive_needs": [key for key, need in records.needs.items() if need.sensitive],
        "documents": {key: _document(telling, key) for key in records.documents},
        "barriers": [_barrier(telling, key) for key in records.barriers],
        "stuck": [_stuck(telling, key) for key in records.site.stuck if key in records.services],
        "site": {
            "name": telling.text("site/site", records.site.name, "name"),
            "run_by": telling.text("site/site", records.site.run_by, "run_by"),
        },
    }


def was_called(records: Records) -> Mapping[str, str]:
    """The id of today by each older id of a service."""

    def make() -> dict[str, str]:
        def of(key: str) -> list[str]:
            return list(records.services[key].was_called)

        older = records.lasting.rows(records, "was called", records.services, of)
        return records.lasting.follows({old: key for key, some in older.items() for old in some}, older)

    found: Mapping[str, str] = records.each(("was called",), make)
    return found


def compare_data(records: Records, language: Language) -> dict[str, Any]:
    """Plain JSON for `compare.mjs`, apart from the plan's so that only who compares fetches it.

    `services` by id: who_for, you_get, cost, reach (the ways to apply in words) and, where known, the points of the
    doors, [latitude, longitude] each.
    """
    telling = Telling(records, language)
    return {"services": {key: compared(telling, key) for key in records.services}}


def in_short(telling: Telling, key: str) -> dict[str, Any]:
    """What of a service stands where another one names it."""
    service = telling.records.services[key]
    own = f"service/{key}"
    return {
        "name": telling.text(own, service.name, "name"),
        "language": telling.records.text(telling.language.code, own, ("steps", 0, "do"), "")[1],
        "url": address_of(telling.records, key),
        "needs": list(service.needs),
        "sensitive": service.sensitive,
        "phones": phones(telling, own, service, telling.records.organizations.get(service.organization)),
    }


def service_data(telling: Telling, key: str) -> dict[str, Any]:
    """What the plan knows of one service."""
    service = telling.records.services[key]
    organization = telling.records.organizations.get(service.organization)
    own = f"service/{key}"
    return {
        **in_short(telling, key),
        "urgency": service.urgency,
        "effort": service.effort,
        "organization": organization
        and telling.text(f"organization/{service.organization}", organization.name, "name"),
        "office": service.organization if service.kind in DOORS else None,
        "doors": doors(service, telling.records.services),
        "hours": telling.maybe(own, service.hours, "hours") or summary_of_service(telling.language, service) or None,
        "links": links(telling.language, service),
        "steps": steps(telling, key),
        "documents": [
            {"id": paper.document, "note": telling.maybe(own, paper.note, "bring", place, "note")}
            for place, paper in enumerate(service.bring)
        ],
        "dates": _dates(telling, own, service.dates),
        "appeal_days": _appeal_days(telling.records, key),
        "takes": telling.text(own, service.takes, "takes"),
        "next": telling.text(own, service.next, "next"),
        "if_told_no": telling.maybe(own, service.if_told_no, "if_told_no"),
        "renewal": telling.maybe(own, service.renewal, "renewal"),
        "representative": _permission(telling, own, "representative", service.representative),
        "release": _permission(telling, own, "release", service.release),
        "alternatives": [other for other in service.alternatives if other in telling.records.services],
        **_state(service),
        "mark": mark(service),
    }


def _state(service: Service) -> dict[str, Any]:
    """Is there room, and how fresh is that? Only where there is something to say."""
    look, room = look_at(service), room_of(service)
    found: dict[str, Any] = {"checked": [look.day.isoformat(), look.months]} if look and look.is_check else {}
    if room:
        found.update(room=room, if_full=list(service.if_full))
    return found


def _permission(telling: Telling, own: str, name: str, permission: Permission | None) -> dict[str, Any] | None:
    if permission is None:
        return None
    return {"text": telling.text(own, permission.text, name, "text"), "url": permission.url, "form": permission.form}


def compared(telling: Telling, key: str) -> dict[str, Any]:
    """What is compared of one service."""
    service = telling.records.services[key]
    own = f"service/{key}"
    where = telling.records.where.get(key)
    doors = {"doors": [[round(angle, 3) for angle in at] for at in where.doors]} if where and where.doors else {}
    return {
        "who_for": telling.text(own, service.who_for, "who_for"),
        "you_get": telling.text(own, service.you_get, "you_get"),
        "cost": telling.text(own, service.cost, "cost"),
        "reach": [telling.language.t(words) for name, words in REACH if getattr(service.apply, name) is not None],
        **doors,
    }


def _barrier(telling: Telling, key: str) -> dict[str, Any]:
    barrier = telling.records.barriers[key]
    own = f"barrier/{key}"
    return {
        "id": key,
        "name": telling.text(own, barrier.name, "name"),
        "try": [telling.text(own, line, "try", place) for place, line in enumerate(barrier.try_)],
        "services": list(barrier.services),
    }


def _document(telling: Telling, key: str) -> dict[str, Any]:
    document = telling.records.documents[key]
    own = f"document/{key}"
    return {
        "name": telling.text(own, document.name, "name"),
        "any_of": [telling.text(own, text, "any_of", place) for place, text in enumerate(document.any_of)],
        **{
            name: telling.maybe(own, getattr(document, name), name)
            for name in ("how_to_get", "cost", "fee_waiver", "without", "takes")
        },
        "asks_for": [list(line) for line in document.asks_for],
        "url": document.url,
        "services": [other for other in document.services if other in telling.records.services],
    }


def _dates(telling: Telling, own: str, dates: Dates | None) -> dict[str, Any] | None:
    if dates is None:
        return None
    return {
        "interview_days": dates.interview_days,
        "decision_days": dates.decision_days,
        "renewal_months": dates.renewal_months,
        "note": telling.maybe(own, dates.note, "dates", "note"),
    }


def _appeal_days(records: Records, key: str) -> int | None:
    """Days after a notice in which an appeal is in time, by the kind of letter that is named after the service."""
    days = [
        last.days + last.mail_days
        for id_, letter in records.letters.items()
        if key.startswith(id_) and key in letter.services and letter.counted_from == "notice"
        for last in letter.last_days
        if not last.keeps
    ]
    return min(days, default=None)


def _stuck(telling: Telling, key: str) -> dict[str, Any]:
    service = telling.records.services[key]
    number = next((phone for phone in service.phones if phone.kind == "call"), None)
    return {
        "name": telling.text(f"service/{key}", service.name, "name"),
        "number": number and number.number,
        "href": number and phone_href(number.number),
        "url": address_of(telling.records, key),
    }
