"""Finding services by what people type: everything that the browser loads for it, in small files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..languages import Language
from ..model import Records
from .cards import called_of, card
from .facets import facet_files, open_file
from .near import near_files
from .parts import parts
from .texts import FIELDS, everyday, texts_of
from .weights import gather
from .words import ENDINGS, LITTLE, fold, stem, tables, words

__all__ = ["ENDINGS", "FIELDS", "LITTLE", "documents", "fold", "search_files", "stem", "tables", "words"]


NEED = "~"  # stands before the id of a need, as a term of the services that are for it


def documents(records: Records, language: Language) -> list[tuple[str, dict[str, list[str]]]]:
    """Id and terms by field of every service, those with the shortest body first: so the files are smallest."""
    return [(key, terms) for key, terms, _ in _cut(records, language)]


def search_files(records: Records, language: Language) -> Iterator[tuple[str, Any]]:
    """Name and JSON of the files of one language, as `parts` promises."""
    found = _cut(records, language)
    called: dict[str, list[int]] = {}
    for number, (_, _, phrases) in enumerate(found):
        for phrase in phrases:
            called.setdefault(phrase, []).append(number)
    needs = {
        key: records.text(language.code, f"need/{key}", ("name",), one.name)[0] for key, one in records.needs.items()
    }
    keys = [key for key, _, _ in found]
    gathered = gather((terms for _, terms, _ in found), FIELDS)
    del found  # what is made next takes as much memory
    facets = [*facet_files(records, language, keys), *open_file(records, language, keys)]
    near, firsts = near_files(records, keys)
    yield from facets
    yield from near
    yield "states.json", states(records, language)
    cut = {
        **tables(language.code),
        "everyday": everyday_words(records, language),
        "needs": needs,
        "facets": [content["group"] for _, content in facets],
        "near": firsts,
    }
    yield from parts(gathered, called, (card(records, language, key) for key in keys), cut)


def _cut(records: Records, language: Language) -> list[tuple[str, dict[str, list[str]], list[str]]]:
    """Id, terms by field, and what it is called, as phrases of terms, of every service; the shortest body first."""
    found = []
    for key, service in records.services.items():
        if service.status == "closed":
            continue  # its page says so; nobody should find it
        texts = texts_of(records, language, key)
        terms = {name: [word for text in texts[name] for word in words(text, language.code)] for name in FIELDS}
        terms["needs"] += [NEED + need for need in service.needs]
        phrases = dict.fromkeys(" ".join(words(text, language.code)) for text in called_of(texts))
        found.append((key, terms, [phrase for phrase in phrases if phrase]))
    return sorted(found, key=lambda one: (len(one[1]["body"]), one[0]))


def states(records: Records, language: Language) -> list[tuple[str, str]]:
    """Postal code and name of every state that the question of the place knows."""
    asked = records.questions.get("place")
    return [
        (choice.value, records.text(language.code, "question/place", ("choices", at, "label"), choice.label)[0])
        for at, choice in enumerate(asked.choices if asked else ())
    ]


def everyday_words(records: Records, language: Language) -> dict[str, list[str]]:
    """Ids of the needs that a phrase of terms is an everyday word for: "light bill" -> utilities."""
    found: dict[str, list[str]] = {}
    for need, phrases in everyday(records, language).items():
        for text in phrases:
            phrase = " ".join(words(text, language.code))
            if phrase and need not in found.setdefault(phrase, []):
                found[phrase].append(need)
    return found
