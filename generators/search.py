"""The search index of one language, read by lunr.js, and the cards that results are shown as.

Words are cut by `words` here and by `words` in `search.mjs`, from the same two tables, which travel inside the index.
Porter's stemmer is not used: lunr.py and lunr.js disagree about it ("pay", "try"), and a word cut short cannot be
found by its first letters while it is typed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from lunr.builder import Builder

from .languages import Language
from .model import Records
from .phones import phone_href

# Fields and their weight. `english` lets people on other pages type "food stamps" all the same.
FIELDS = {"name": 10, "synonyms": 8, "needs": 4, "summary": 3, "organization": 2, "english": 2, "you_get": 1}

# (ending, what stands for it, letters that must stand before it): the first that fits is applied, once.
ENDINGS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "en": (
        ("ies", "i", 2),  # utilities, utility -> utiliti
        ("ys", "i", 2),
        ("y", "i", 2),
        ("ss", "ss", 1),
        ("us", "us", 1),
        ("is", "is", 1),
        ("xes", "x", 2),
        ("es", "", 4),  # houses, house -> hous; cares -> care stays apart from car
        ("s", "", 3),
        ("e", "", 4),
    ),
    "es": (
        ("ces", "z", 2),  # luces -> luz
        ("os", "", 3),
        ("as", "", 3),
        ("es", "", 3),
        ("o", "", 3),
        ("a", "", 3),
        ("e", "", 3),
    ),
}
# Words that find nothing by themselves, folded.
LITTLE: dict[str, str] = {
    "en": "the an and or of to in on at for from with by my me our your you we it is are am be do does can if as "
    "that this what where how who when need want get have has will not no so im",
    "es": "el la los las un una unos unas de del al y o u en con por para mi mis me su sus tu tus nos que como donde "
    "quien cuando es son se lo le les si no caso necesito quiero tengo hay ser",
}

_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670'\u2019]")  # accents, Arabic vowel signs, apostrophes
_LETTERS = {"đ": "d", "ı": "i", "ł": "l", "ø": "o", "ß": "ss"}  # that have no accent to drop
_HAN = re.compile("[\u3400-\u9fff]")  # written without blanks: each is a word
_BETWEEN = re.compile(
    "[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u060c\u061b\u061f\u2000-\u206f\u3000-\u303f"
    "\uff00-\uff0f\uff1a-\uff20\U00010000-\U0010ffff]+"
)
_ONE_LETTER = re.compile("^[a-z]$")


def fold(text: str) -> str:
    """Small letters without accents, one blank between words: "¿Dónde está?" -> "donde esta"."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    bare = "".join(_LETTERS.get(letter, letter) for letter in bare)
    return _BETWEEN.sub(" ", _HAN.sub(lambda han: f" {han.group()} ", bare)).strip()


def stem(word: str, endings: tuple[tuple[str, str, int], ...]) -> str:
    """A folded word with its ending put right: the same for one and for many."""
    for ending, instead, before in endings:
        if word.endswith(ending) and len(word) - len(ending) >= before:
            return word[: len(word) - len(ending)] + instead
    return word


def words(text: str, language: str) -> list[str]:
    """What a text is found by, in its order."""
    endings, little = ENDINGS.get(language, ()), _little(language)
    return [stem(word, endings) for word in fold(text).split() if word not in little and not _ONE_LETTER.match(word)]


def _little(language: str) -> list[str]:
    return LITTLE.get(language, "").split()


def search_index(records: Records, language: Language) -> dict[str, Any]:
    """A serialized lunr index of all services, with `words`: the tables (endings, little) that cut a query alike."""
    builder = Builder()
    builder.ref("id")
    for name, boost in FIELDS.items():
        builder.field(name, boost)
    for key in records.services:
        texts = _texts(records, language, key)
        fields = {name: [word for text in texts[name] for word in words(text, language.code)] for name in texts}
        builder.add({"id": key, **fields})
    index: dict[str, Any] = builder.build().serialize() if records.services else _empty(builder)
    tables = {"endings": [list(row) for row in ENDINGS.get(language.code, ())], "little": _little(language.code)}
    return {**index, "words": tables}


def _empty(builder: Builder) -> dict[str, Any]:
    """lunr.py divides by the number of documents."""
    from lunr import __TARGET_JS_VERSION__

    return {
        "version": __TARGET_JS_VERSION__,
        "fields": list(FIELDS),
        "fieldVectors": [],
        "invertedIndex": [],
        "pipeline": builder.search_pipeline.serialize(),
    }


def _texts(records: Records, language: Language, key: str) -> dict[str, list[str]]:
    """The texts of a service by the field that they are found in."""
    service, own = records.services[key], f"service/{key}"

    def told(name: str, english: str) -> str:
        return records.text(language.code, own, (name,), english)[0]

    needs: list[str] = []
    for need in service.needs:
        if need in records.needs:
            english = records.needs[need]
            needs.append(records.text(language.code, f"need/{need}", ("name",), english.name)[0])
            needs += _listed(records, language, f"need/{need}", "synonyms", english.synonyms)
    organization = records.organizations.get(service.organization)
    office = f"organization/{service.organization}"
    return {
        "name": [
            told("name", service.name),
            *_listed(records, language, own, "also_called", service.also_called),
        ],
        "synonyms": _listed(records, language, own, "synonyms", service.synonyms),
        "needs": needs,
        "summary": [told("summary", service.summary)],
        "organization": [records.text(language.code, office, ("name",), organization.name)[0]] if organization else [],
        "english": [] if language.code == "en" else [service.name, *service.also_called, *service.synonyms],
        "you_get": [told("you_get", service.you_get)],
    }


def _listed(records: Records, language: Language, own: str, name: str, english: tuple[str, ...]) -> list[str]:
    """A list of a record: the translated one, which may be longer or shorter, or the English one."""
    translated = records.translations.get(language.code, {}).get(own, {})
    return [text for path, text in translated.items() if path[0] == name] or list(english)


def search_cards(records: Records, language: Language) -> dict[str, Any]:
    """What a result shows, by id of the service: name, language, url, summary, needs (names), phone, sensitive.

    `called` are its names and synonyms: who types just one of them means this service.
    """
    return {key: _card(records, language, key) for key in records.services}


def _card(records: Records, language: Language, key: str) -> dict[str, Any]:
    service, own = records.services[key], f"service/{key}"
    texts = _texts(records, language, key)
    phone = next((phone for phone in service.phones if phone.kind == "call"), None)
    summary, told_in = records.text(language.code, own, ("summary",), service.summary)
    return {
        "name": records.text(language.code, own, ("name",), service.name)[0],
        "language": told_in,
        "url": f"services/{key}/",
        "summary": summary,
        "needs": [
            records.text(language.code, f"need/{need}", ("name",), records.needs[need].name)[0]
            for need in service.needs
            if need in records.needs
        ],
        "phone": phone and {"number": phone.number, "href": phone_href(phone.number)},
        "sensitive": service.sensitive,
        "called": list(dict.fromkeys([*texts["name"], *texts["synonyms"], *texts["english"]])),
    }
