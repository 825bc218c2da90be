"""How a service is reached: its numbers and its links, each once."""

from __future__ import annotations

import re

from ..languages import N_, Language
from ..model import Organization, Phone, Service
from ..phones import phone_href
from .telling import Telling

# The ways to apply, in the order of least effort, and what their link is called.
WAYS = (
    ("online", N_("Apply or start online")),
    ("phone", N_("Find the number to call")),
    ("in_person", N_("Find an office near you")),
    ("mail", N_("Get the form to mail")),
)
WEBSITE = N_("Official website")


def phones(
    telling: Telling, own: str, service: Service, organization: Organization | None
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


def links(language: Language, service: Service) -> list[dict[str, str]]:
    """Links to apply, then the website; an address that differs only in its last slash comes once."""
    once: dict[str, dict[str, str]] = {}
    named = [(label, getattr(service.apply, name)) for name, label in WAYS]
    for label, url in (*((label, way and way.url) for label, way in named), (WEBSITE, service.website)):
        if url:
            once.setdefault(re.sub(r"/$", "", url), {"text": language.t(label), "url": url})
    return list(once.values())
