"""The words that a text is found by, cut alike here and by `words` in `search.mjs`.

Both use the same tables, which travel inside the index.
Porter's stemmer is not used: lunr.py and lunr.js disagree about it ("pay", "try"), and a word cut short cannot be
found by its first letters while it is typed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

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
# What may stand before a word as one with it, with at least so many letters after: "the", "and the", "for the".
BEGINNINGS: dict[str, tuple[tuple[str, int], ...]] = {
    "ar": (("وال", 3), ("بال", 3), ("كال", 3), ("فال", 3), ("لل", 3), ("ال", 3)),
}
# Words that find nothing by themselves, folded.
LITTLE: dict[str, str] = {
    "en": "the an and or of to in on at for from with by my me our your you we it is are am be do does can if as "
    "that this what where how who when need want get have has will not no so im ive us he she they them him her his "
    "was were been being some any about there please "
    "cant cannot dont wont didnt doesnt isnt arent havent hasnt couldnt",
    "es": "el la los las un una unos unas de del al y o u en con por para mi mis me su sus tu tus nos que como donde "
    "quien cuando es son se lo le les si no caso necesito quiero tengo hay ser",
    "ar": "في من علي الي عن مع هل ما انا هو هي هذا هذه او",
    "zh": "的 了 我 是",
    "ht": "nan ak pou mwen ou li nou yo yon ki se",
    "so": "iyo waa ka ku u si oo",
}

_MARKS = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670'\u2019]")  # accents, Arabic vowel signs, apostrophes
_LETTERS = {"đ": "d", "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "ة": "ه", "ى": "ي"}  # that have no accent to drop
_HAN = re.compile("[\u3400-\u9fff]")  # written without blanks: each is a word
_BETWEEN = re.compile(
    "[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u060c\u061b\u061f\u2000-\u206f\u3000-\u303f"
    "\uff00-\uff0f\uff1a-\uff20\U00010000-\U0010ffff]+"
)
_ASCII = {code: None if chr(code) == "'" else " " for code in range(128) if _BETWEEN.match(chr(code))}
_ONE_LETTER = re.compile("^[a-z]$")


def fold(text: str) -> str:
    """Small letters without accents, one blank between words: "¿Dónde está?" -> "donde esta"."""
    if text.isascii():
        return " ".join(_folded(text))
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    bare = "".join(_LETTERS.get(letter, letter) for letter in bare)
    return _BETWEEN.sub(" ", _HAN.sub(lambda han: f" {han.group()} ", bare)).strip()


def _folded(text: str) -> list[str]:
    """The same, as words."""
    return text.lower().translate(_ASCII).split() if text.isascii() else fold(text).split()


def bare(word: str, beginnings: tuple[tuple[str, int], ...]) -> str:
    """A folded word without what is written as one with it."""
    for beginning, after in beginnings:
        if word.startswith(beginning) and len(word) - len(beginning) >= after:
            return word[len(beginning) :]
    return word


def stem(word: str, endings: tuple[tuple[str, str, int], ...]) -> str:
    """A folded word with its ending put right: the same for one and for many."""
    for ending, instead, before in endings:
        if word.endswith(ending) and len(word) - len(ending) >= before:
            return word[: len(word) - len(ending)] + instead
    return word


def words(text: str, language: str) -> list[str]:
    """What a text is found by, in its order."""
    known = _TERMS.get(language) or _TERMS.setdefault(language, _Terms(language))
    return [term for word in _folded(text) if (term := known[word])]


class _Terms(dict[str, str]):
    """What each word of a language is found by: a directory says the same words again and again."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, word: str) -> str:
        term = self[word] = _term(word, self.language)
        return term


_TERMS: dict[str, _Terms] = {}


def _term(word: str, language: str) -> str:
    """What a folded word is found by; nothing for one that finds nothing."""
    little = word in _little(language) or _ONE_LETTER.match(word)
    return "" if little else stem(bare(word, BEGINNINGS.get(language, ())), ENDINGS.get(language, ()))


def tables(language: str) -> dict[str, Any]:
    """The tables that cut a query in the browser: `beginnings`, `endings` and `little`."""
    return {
        "beginnings": [list(row) for row in BEGINNINGS.get(language, ())],
        "endings": [list(row) for row in ENDINGS.get(language, ())],
        "little": _little(language),
    }


def _little(language: str) -> list[str]:
    return LITTLE.get(language, "").split()
