"""What the plan page knows of every service: its steps, papers, numbers and links, in one language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .fresh import look_at
from .hours import summary_of_service
from .languages import N_, Language
from .model import Dates, Organization, Permission, Phone, Records, Rule, Service
from .phones import phone_href
from .room import room_of

# The ways to apply, in the order of least effort, and what their link is called.
WAYS = (
    ("online", N_("Apply or start online")),
    ("phone", N_("Find the number to call")),
    ("in_person", N_("Find an office near you")),
    ("mail", N_("Get the form to mail")),
)
DOORS = ("office", "service")  # kinds of services that the organization itself gives, at its own door
# The same in a word, for a table.
REACH = (("online", N_("Online")), ("phone", N_("By phone")), ("in_person", N_("In person")), ("mail", N_("By mail")))
WEBSITE = N_("Official website")
LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


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
    telling = _Telling(records, language)
    return {
        "was_called": {old: key for key, service in records.services.items() for old in service.was_called},
        "services": {key: _service(telling, key) for key in records.services},
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


def compare_data(records: Records, language: Language) -> dict[str, Any]:
    """Plain JSON for `compare.mjs`, apart from the plan's so that only who compares fetches it.

    `services` by id: who_for, you_get, cost, reach (the ways to apply in words) and, where known, the points of the
    doors, [latitude, longitude] each.
    """
    telling = _Telling(records, language)
    return {"services": {key: _compared(telling, key) for key in records.services}}


@dataclass(frozen=True)
class _Telling:
    """Records, told in one language."""

    records: Records
    language: Language

    def text(self, key: str, english: str, *path: str | int) -> str:
        """One field of a record, in English where it is not translated."""
        return self.records.text(self.language.code, key, path, english)[0]

    def maybe(self, key: str, english: str | None, *path: str | int) -> str | None:
        """The same for a field that may be missing."""
        return None if english is None else self.text(key, english, *path)


def _service(telling: _Telling, key: str) -> dict[str, Any]:
    service = telling.records.services[key]
    organization = telling.records.organizations.get(service.organization)
    own = f"service/{key}"
    return {
        "name": telling.text(own, service.name, "name"),
        "language": telling.records.text(telling.language.code, own, ("steps", 0, "do"), "")[1],
        "url": f"services/{key}/",
        "needs": list(service.needs),
        "urgency": service.urgency,
        "effort": service.effort,
        "sensitive": service.sensitive,
        "organization": organization
        and telling.text(f"organization/{service.organization}", organization.name, "name"),
        "office": service.organization if service.kind in DOORS else None,
        "doors": doors(service, telling.records.services),
        "phones": _phones(telling, own, service, organization),
        "hours": telling.maybe(own, service.hours, "hours") or summary_of_service(telling.language, service) or None,
        "links": _links(telling.language, service),
        "steps": [
            {
                "do": telling.text(own, step.do, "steps", place, "do"),
                "tip": telling.maybe(own, step.tip, "steps", place, "tip"),
                "takes": telling.maybe(own, step.takes, "steps", place, "takes"),
                "after_days": step.after_days,
                "errand": step.errand,
            }
            for place, step in enumerate(service.steps)
        ]
        or [_first_step(telling.language)],
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
        "mark": _mark(service),
    }


def _state(service: Service) -> dict[str, Any]:
    """Is there room, and how fresh is that? Only where there is something to say."""
    look, room = look_at(service), room_of(service)
    found: dict[str, Any] = {"checked": [look.day.isoformat(), look.months]} if look and look.is_check else {}
    if room:
        found.update(room=room, if_full=list(service.if_full))
    return found


def _first_step(language: Language) -> dict[str, Any]:
    """What to do about a service whose steps nobody has written."""
    do = language.t("Call or go there, and ask how to start")
    return {"do": do, "tip": None, "takes": None, "after_days": None, "errand": None}


def _permission(telling: _Telling, own: str, name: str, permission: Permission | None) -> dict[str, Any] | None:
    if permission is None:
        return None
    return {"text": telling.text(own, permission.text, name, "text"), "url": permission.url, "form": permission.form}


def _compared(telling: _Telling, key: str) -> dict[str, Any]:
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


def _barrier(telling: _Telling, key: str) -> dict[str, Any]:
    barrier = telling.records.barriers[key]
    own = f"barrier/{key}"
    return {
        "id": key,
        "name": telling.text(own, barrier.name, "name"),
        "try": [telling.text(own, line, "try", place) for place, line in enumerate(barrier.try_)],
        "services": list(barrier.services),
    }


def _mark(service: Service) -> str:
    """Tells the steps of today from those of another year, so that a tick in an old link never means another step."""
    text = "\n".join(step.do for step in service.steps)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") % len(LETTERS) ** 2
    return LETTERS[number // len(LETTERS)] + LETTERS[number % len(LETTERS)]


def _document(telling: _Telling, key: str) -> dict[str, Any]:
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


def _dates(telling: _Telling, own: str, dates: Dates | None) -> dict[str, Any] | None:
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


def _stuck(telling: _Telling, key: str) -> dict[str, Any]:
    service = telling.records.services[key]
    number = next((phone for phone in service.phones if phone.kind == "call"), None)
    return {
        "name": telling.text(f"service/{key}", service.name, "name"),
        "number": number and number.number,
        "href": number and phone_href(number.number),
        "url": f"services/{key}/",
    }


def doors(service: Service, services: Mapping[str, Service]) -> list[str]:
    """Ids of the services that its rule accepts people for, in the order of the rule, each once."""
    named = _receives(service.rule) if service.rule else ()
    return [key for key in dict.fromkeys(named) if key in services]


def _receives(rule: Rule) -> Iterable[str]:
    if rule.word == "receives":
        yield from rule.value.any_of
    elif rule.word in ("all", "any"):
        for part in rule.value:
            yield from _receives(part)
    elif rule.word == "anyone":
        yield from _receives(rule.value)
    elif rule.word == "count":
        yield from _receives(rule.value.who)
    elif rule.word == "maybe":
        yield from _receives(rule.value.if_)
    # `not: receives` closes a door, it opens none.


def _phones(
    telling: _Telling, own: str, service: Service, organization: Organization | None
) -> list[dict[str, str | None]]:
    """The numbers of the service, those of its ways to apply, and only without any the organization's; each once."""
    found: list[tuple[Phone, str | None]] = [
        (phone, telling.maybe(own, phone.label, "phones", place, "label"))
        for place, phone in enumerate(service.phones)
        if phone.kind != "fax"
    ]
    for name, _ in WAYS:
        way = getattr(service.apply, name)
        if way is not None and way.number is not None:
            found.append((Phone(number=way.number), None))
    if not found and organization is not None:
        other = f"organization/{service.organization}"
        found = [
            (phone, telling.maybe(other, phone.label, "phones", place, "label"))
            for place, phone in enumerate(organization.phones)
            if phone.kind != "fax"
        ]
    once: dict[str, dict[str, str | None]] = {}
    for phone, label in found:
        link = phone_href(phone.number, phone.kind)
        told = [words for words in (label, _kind(telling.language, phone)) if words]
        once.setdefault(link, {"number": phone.number, "label": " · ".join(told) or None, "href": link})
    return list(once.values())


def _kind(language: Language, phone: Phone) -> str | None:
    """What a number without a label is for, where a voice call is not what it takes."""
    if phone.kind == "text":
        if phone.text_word:
            return language.t("Text the word %(word)s", word=phone.text_word)
        return language.t("Text message")
    return language.t("For a TTY machine") if phone.kind == "tty" else None


def _links(language: Language, service: Service) -> list[dict[str, str]]:
    """Links to apply, then the website; an address that differs only in its last slash comes once."""
    once: dict[str, dict[str, str]] = {}
    named = [(label, getattr(service.apply, name)) for name, label in WAYS]
    for label, url in (*((label, way and way.url) for label, way in named), (WEBSITE, service.website)):
        if url:
            once.setdefault(re.sub(r"/$", "", url), {"text": language.t(label), "url": url})
    return list(once.values())
