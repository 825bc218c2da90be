"""What a search result shows of a service, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..folded import address_of, folded
from ..fresh import look_at
from ..hours import hours_data
from ..languages import Language
from ..model import Records
from ..phones import phone_href
from ..room import room_of

LONGEST = 90  # letters of who it is for
TWO_NAMES = re.compile(r"([^()]+) \(([^()]+)\)$")


def card(records: Records, language: Language, key: str) -> list[Any]:
    """What a result shows, in few letters: [id, name, summary, who it is for, needs (by their place), phone, more].

    In `more`, only where there is something to say: `language` of a summary that is not in that of the page; `href` of
    a phone whose link does not follow from its digits; `sensitive`; `status`, as `room_of` says it, with what to try
    `instead` (name, url); `at`, the page of the organization that it is a part of, where it has none of its own;
    `hours`, as `hours_data` gives them; `checked`: the day on which somebody checked it with the organization, and for
    how many months that holds. docs/assets/handrail/search/cards.mjs reads it.
    """
    service, own = records.services[key], f"service/{key}"
    places = _places(records)
    number = next((phone.number for phone in service.phones if phone.kind == "call"), "")
    summary, told_in = records.text(language.code, own, ("summary",), service.summary)
    who, who_in = records.text(language.code, own, ("who_for",), service.who_for)
    look = look_at(service)
    room = room_of(service)
    instead = [other for other in service.if_full if other in records.services] if room else []
    more = {
        "language": told_in if told_in != language.code else "",
        "href": phone_href(number) if number and phone_href(number) != _usual_href(number) else "",
        "sensitive": service.sensitive,
        "status": room,
        "instead": [
            [
                records.text(language.code, f"service/{other}", ("name",), records.services[other].name)[0],
                address_of(records, other),
            ]
            for other in instead
        ],
        "at": address_of(records, key).removeprefix("organizations/").partition("/#")[0]
        if key in folded(records)
        else "",
        "hours": hours_data(records, key),
        "checked": [look.day.isoformat(), look.months] if look and look.is_check else None,
    }
    said = {name: value for name, value in more.items() if value}
    row = [
        key,
        records.text(language.code, own, ("name",), service.name)[0],
        summary,
        short(who) if who_in == told_in else "",
        [places[need] for need in service.needs if need in places],
        number,
    ]
    return [*row, said] if said else row


def _places(records: Records) -> dict[str, int]:
    """The place of every need in their list."""
    found: dict[str, int] = records.once(
        ("places of needs",), lambda: {need: place for place, need in enumerate(records.needs)}
    )
    return found


def _usual_href(number: str) -> str:
    """The link that the browser makes of most numbers."""
    digits = re.sub(r"\D", "", number)
    return f"tel:{digits}" if len(digits) < 10 else f"tel:+{'' if len(digits) > 10 else 1}{digits}"


def short(text: str) -> str:
    """The beginning of a text, cut where a sentence or, failing that, a word ends."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    whole = text[: LONGEST + 1].rfind(". ")
    if whole > LONGEST // 4:
        return text[: whole + 1]
    return text[:LONGEST].rpartition(" ")[0].rstrip(",;:") + "\u2026"


def called_of(texts: Mapping[str, Sequence[str]]) -> list[str]:
    """Other names and synonyms: who types just one of them means this service, as who types its name.

    A name such as "WIC (Women, Infants and Children)" is two.
    """
    two = [part for name in texts["name"][:1] if (match := TWO_NAMES.match(name)) for part in match.groups()]
    return list(dict.fromkeys([*two, *texts["name"][1:], *texts["synonyms"], *texts["english"]]))
