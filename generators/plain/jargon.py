"""Words of offices, each with the one that people use at home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Where a text says the left, the right is nearly always better. Whole words, without regard to capitals.
SWAPS: dict[str, dict[str, str]] = {
    "en": {
        "utilize": "use",
        "utilizes": "uses",
        "utilization": "use",
        "commence": "start",
        "terminate": "end",
        "terminated": "ended",
        "prior to": "before",
        "subsequent to": "after",
        "in order to": "to",
        "in the event that": "if",
        "with regard to": "about",
        "pertaining to": "about",
        "ascertain": "find out",
        "endeavor": "try",
        "facilitate": "help",
        "furnish": "give",
        "obtain": "get",
        "purchase": "buy",
        "reside": "live",
        "resides": "lives",
        "residing": "living",
        "submit": "send in",
        "remit": "pay",
        "sufficient": "enough",
        "additional": "more",
        "approximately": "about",
        "assistance": "help",
        "individuals": "people",
        "accompany": "go with",
        "adjacent": "next to",
        "expedite": "speed up",
        "eligible for": "can get",
        "ineligible": "cannot get",
        "beneficiary": "person who gets it",
        "remuneration": "pay",
        "indigent": "with little money",
        "ameliorate": "make better",
        "pursuant to": "under",
        "notwithstanding": "even if",
        "aforementioned": "this",
        "wraparound services": "other help",
        "intake": "first visit",
    },
    "es": {
        "utilizar": "usar",
        "utilice": "use",
        "con anterioridad a": "antes de",
        "con posterioridad a": "después de",
        "a fin de": "para",
        "con el objeto de": "para",
        "en caso de que": "si",
        "con respecto a": "sobre",
        "dar inicio": "empezar",
        "efectuar": "hacer",
        "finalizar": "terminar",
        "adquirir": "comprar",
        "residir": "vivir",
        "reside": "vive",
        "aproximadamente": "más o menos",
        "individuos": "personas",
        "asistencia": "ayuda",
        "elegible para": "puede recibir",
        "beneficiario": "persona que lo recibe",
        "remuneración": "pago",
        "de conformidad con": "según",
        "no obstante": "pero",
        "el antes mencionado": "este",
        "diligenciar": "llenar",
    },
}

_WORD = re.compile(r"\w+")


def swaps(text: str, code: str) -> Iterator[tuple[str, str]]:
    """The hard words of a text, each with an easier one, in their order."""
    known = SWAPS.get(code, {})
    low = text.lower()
    if any([word in low for word in _longest(code)]) and not _firsts(code).isdisjoint(_WORD.findall(low)):
        for found in _any(code).finditer(text):
            yield found.group(0), known[found.group(0).lower()]


@cache
def _longest(code: str) -> tuple[str, ...]:
    """The longest word of each that is looked for: where none of these stands, even inside a word, there is nothing."""
    return tuple({max(words.split(), key=len) for words in SWAPS.get(code, {})})


@cache
def _firsts(code: str) -> frozenset[str]:
    """The first words of all that is looked for: most texts have none of them."""
    return frozenset(found for words in SWAPS[code] for found in _WORD.findall(words)[:1])


@cache
def _any(code: str) -> re.Pattern[str]:
    longest_first = sorted(SWAPS[code], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
