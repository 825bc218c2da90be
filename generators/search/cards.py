"""What a search result shows of a service, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..fresh import look_at
from ..hours import hours_data
from ..languages import Language
from ..model import Records
from ..phones import phone_href
from ..room import room_of

LONGEST = 90  # letters of who it is for


def card(records: Records, language: Language, key: str) -> dict[str, Any]:
    """What a result shows: id, name, language, url, summary, needs (names), phone, sensitive.

    Only where there is something to say: `who` it is for; `status`, as `room_of` says it, with what to try `instead`
    (name, url); `hours`, as `hours_data` gives them; `checked`: the day on which somebody checked it with the
    organization, and for how many months that holds.
    """
    service, own = records.services[key], f"service/{key}"
    phone = next((phone for phone in service.phones if phone.kind == "call"), None)
    summary, told_in = records.text(language.code, own, ("summary",), service.summary)
    needs = [need for need in service.needs if need in records.needs]
    who, who_in = records.text(language.code, own, ("who_for",), service.who_for)
    look = look_at(service)
    room = room_of(service)
    instead = [other for other in service.if_full if other in records.services] if room else []
    more = {
        "who": short(who) if who_in == told_in else "",
        "status": room,
        "instead": [
            [
                records.text(language.code, f"service/{other}", ("name",), records.services[other].name)[0],
                f"services/{other}/",
            ]
            for other in instead
        ],
        "hours": hours_data(records, key),
        "checked": [look.day.isoformat(), look.months] if look and look.is_check else None,
    }
    return {
        "id": key,
        "name": records.text(language.code, own, ("name",), service.name)[0],
        "language": told_in,
        "url": f"services/{key}/",
        "summary": summary,
        "needs": [
            records.text(language.code, f"need/{need}", ("name",), records.needs[need].name)[0] for need in needs
        ],
        "phone": phone and {"number": phone.number, "href": phone_href(phone.number)},
        "sensitive": service.sensitive,
        **{name: value for name, value in more.items() if value},
    }


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
    """Other names and synonyms: who types just one of them means this service, as who types its name."""
    return list(dict.fromkeys([*texts["name"][1:], *texts["synonyms"], *texts["english"]]))
