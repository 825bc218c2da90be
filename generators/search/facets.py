"""What a search can be narrowed down by: for each choice the services that have it, packed.

A service whose record does not say a thing is not counted as having it, and not as lacking it: what is asked at the
door keeps both the services that do not ask and those that do, and all others are "call first".
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..hours import hours_data
from ..languages import N_, Language
from ..model import Records, Service
from .packed import pack, steps

FOR_WHOM = {
    "anyone": N_("Anyone"),
    "families": N_("Families"),
    "children": N_("Children"),
    "youth": N_("Teens and young adults"),
    "seniors": N_("Older adults"),
    "women": N_("Women"),
    "men": N_("Men"),
    "pregnant": N_("Pregnant people"),
    "veterans": N_("Veterans"),
    "disability": N_("People with a disability"),
    "immigrants": N_("Immigrants and refugees"),
    "homeless": N_("People with no home"),
    "lgbtq": N_("LGBTQ people"),
    "after-prison": N_("People coming home from jail or prison"),
}
COST = {"free": N_("Free"), "sliding": N_("The price depends on your income"), "some": N_("It costs something")}
REACH = {
    "walk-in": N_("In person"),
    "appointment": N_("With an appointment"),
    "phone": N_("By phone"),
    "online": N_("Online"),
    "mail": N_("By mail"),
    "home-visit": N_("They come to you"),
}
ACCESS = {
    "wheelchair": N_("You can get in with a wheelchair"),
    "step-free-toilet": N_("A toilet without steps"),
    "sign-language": N_("Sign language"),
    "tty": N_("TTY phone"),
    "large-print": N_("Large print"),
    "braille": N_("Braille"),
    "quiet": N_("A quiet place to wait"),
}
ASKS = {
    "id": N_("No ID needed"),
    "referral": N_("No referral needed"),
    "appointment": N_("No appointment needed"),
    "proof_of_address": N_("No proof of address"),
    "proof_of_income": N_("No proof of income"),
    "social_security_number": N_("No Social Security number"),
}
INTERPRETER = "any"  # a language: staff bring an interpreter for all
ASKING = "asking"  # beside the groups: what is known to be asked at the door
BITS = 5  # of a number, where a choice that many have is packed as bits


def reached(service: Service) -> list[str]:
    """The ways in: as written, else what the ways to apply, the phones and the doors say."""
    if service.reach:
        return list(service.reach)
    apply = service.apply
    ways = {
        "walk-in": apply.in_person or service.address or any(door.street or door.city for door in service.locations),
        "phone": apply.phone or any(phone.kind in ("call", "text", "tty") for phone in service.phones),
        "online": apply.online,
        "mail": apply.mail,
    }
    return [way for way, known in ways.items() if known]


def paid(service: Service) -> list[str]:
    """What it costs; the one word "Free." is taken as it stands, longer texts are not read."""
    return [service.fees] if service.fees else ["free"] if service.cost.strip(". ").lower() == "free" else []


def spoken(service: Service) -> list[str]:
    """Languages of the staff, and `any` where an interpreter is free."""
    return [*service.spoken, *([INTERPRETER] if service.interpreter else [])]


def accessible(service: Service) -> list[str]:
    """What the service or one of its doors has."""
    return [*service.access, *(one for door in service.locations for one in door.access)]


def asked(service: Service, answer: bool) -> list[str]:
    """What is known to be asked at the door (True), or not (False)."""
    return [name for name in ASKS if getattr(service.asks, name) is answer]


OF: dict[str, Callable[[Service], list[str]]] = {
    "need": lambda service: list(service.needs),
    "whom": lambda service: list(service.for_whom),
    "spoken": spoken,
    "cost": paid,
    "reach": reached,
    "access": accessible,
    "asks": lambda service: asked(service, False),
}


def facet_files(records: Records, language: Language, keys: Sequence[str]) -> list[tuple[str, Any]]:
    """`facets-<group>.json` of each group that a service says something of.

    `choices` are [id, name, packed]; of what is asked at the door also, fourth, those that do ask.
    """
    files = []
    said = _by_choice(records, keys)
    for group in OF:
        having = said[group]
        asking = said[ASKING] if group == "asks" else {}
        names = names_of(group, records, language, having)
        choices = [
            [
                value,
                name,
                packed(having[value], len(keys)),
                *([packed(asking.get(value, []), len(keys))] * bool(asking)),
            ]
            for value, name in names.items()
            if value in having
        ]
        if choices:
            files.append((f"facets-{group}.json", {"group": group, "places": len(keys), "choices": choices}))
    return files


def open_file(records: Records, language: Language, keys: Sequence[str]) -> list[tuple[str, Any]]:
    """`facets-open.json`: each list of hours (`hours_data`) with the services that have it, packed; none, no file."""
    found: dict[str, list[int]] = {}
    table = hours_of(records, sorted(filter(None, keys)))
    for number, key in enumerate(keys):
        hours = table[key] if key else "[]"
        if hours != "[]":
            found.setdefault(hours, []).append(number)
    rows = [[json.loads(hours), packed(numbers, len(keys))] for hours, numbers in found.items()]
    content = {"group": "open", "places": len(keys), "name": language.t("Open now"), "choices": rows}
    return [("facets-open.json", content)] if rows else []


def hours_of(records: Records, keys: Iterable[str]) -> dict[str, str]:
    """The hours of each service, as text."""
    return records.lasting.rows(records, "hours", keys, lambda key: json.dumps(hours_data(records, key)))


def said_of(records: Records, ids: Iterable[str]) -> dict[str, str]:
    """The choices of each service, as text: "need:food cost:free"."""

    def of(key: str) -> str:
        service = records.services[key]
        groups = {**{group: of(service) for group, of in OF.items()}, ASKING: asked(service, True)}
        return " ".join(dict.fromkeys(f"{group}:{value}" for group, values in groups.items() for value in values))

    return records.lasting.rows(records, "choices", ids, of)


def _by_choice(records: Records, keys: Sequence[str]) -> dict[str, dict[str, list[int]]]:
    """The numbers of the services that have a choice, by group."""
    table = said_of(records, sorted(filter(None, keys)))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        if key:
            for choice in table[key].split():
                found[choice].append(number)
    groups: dict[str, dict[str, list[int]]] = {group: {} for group in (*OF, ASKING)}
    for choice, numbers in found.items():
        group, _, value = choice.partition(":")
        groups[group][value] = numbers
    return groups


def names_of(group: str, records: Records, language: Language, values: Iterable[str]) -> dict[str, str]:
    """The choices of a group in their order, named in the language."""
    if group == "need":
        return {
            key: records.text(language.code, f"need/{key}", ("name",), need.name)[0]
            for key, need in records.needs.items()
        }
    if group == "spoken":
        known = language.locale.languages
        named = {code: str(known.get(code, code)) for code in values if code != INTERPRETER}
        first = {code: name[:1].upper() + name[1:] for code, name in sorted(named.items(), key=lambda one: one[1])}
        return {**first, INTERPRETER: language.t("Any language, with a free interpreter")}
    named = {"whom": FOR_WHOM, "cost": COST, "reach": REACH, "access": ACCESS, "asks": ASKS}[group]
    return {value: language.t(name) for value, name in named.items()}


def packed(numbers: Sequence[int], total: int) -> str:
    """Rising numbers as text: "s" and their steps, or "b" and bits, BITS in a letter, whichever is shorter."""
    listed = pack(steps(numbers)) if numbers else ""
    if len(listed) <= total / BITS:
        return "s" + listed
    bits = [0] * (-(-total // BITS))
    for number in numbers:
        bits[number // BITS] |= 1 << number % BITS
    return "b" + pack(bits)
