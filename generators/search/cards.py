"""What a search result shows of a service, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..languages import Language
from ..model import Records
from ..phones import phone_href


def card(records: Records, language: Language, key: str) -> dict[str, Any]:
    """What a result shows: id, name, language, url, summary, needs (names), phone, sensitive; nothing that is empty."""
    service, own = records.services[key], f"service/{key}"
    phone = next((phone for phone in service.phones if phone.kind == "call"), None)
    summary, told_in = records.text(language.code, own, ("summary",), service.summary)
    needs = [need for need in service.needs if need in records.needs]
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
    }


def called_of(texts: Mapping[str, Sequence[str]]) -> list[str]:
    """Other names and synonyms: who types just one of them means this service, as who types its name."""
    return list(dict.fromkeys([*texts["name"][1:], *texts["synonyms"], *texts["english"]]))
