"""How hard a text is: Flesch-Kincaid's US grade for English, the ease of Fernández Huerta for Spanish.

Both are averages of words per sentence and syllables per word, so they mean little below some fifty words: measure a
page or a record, not a label. Syllables are counted from pyphen's hyphens and from groups of vowels, whichever finds
more: hyphens alone miss the last syllable of many words and would flatter the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyphen

LONG = 20  # words; a sentence with more is long
LABEL = 8  # words; a line with fewer and no end mark is a label
LEAST = 2  # letters before and after a hyphen
PATTERNS = {"en": "en_US", "es": "es"}  # what pyphen calls those of a language
FEWEST = 50  # words; less is not measured
MOST_KEPT = 100_000  # words whose syllables are remembered
WARN, WORST = {"en": 6.0, "es": 70.0}, {"en": 8.0, "es": 60.0}

_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|gov|org|net|edu|us)\b(?:/\S*)?")
_PLACE = re.compile(r"%\(\w+\)s")
_OF_ADDRESS = ("://", "mailto:", "www.", ".com", ".gov", ".org", ".net", ".edu", ".us")  # one stands in each
_SHORT = "Mr Mrs Ms Dr St Sr Sra No EE".split()
_POINT_INSIDE = re.compile(
    r"[.,:](?:(?<=\d[.,:])(?=\d)|(?<=\b[A-Za-z]\.)(?=[A-Za-z])|"
    + "|".join(rf"(?<=\b{word}\.)" for word in _SHORT)
    + ")"
)
_END = re.compile(r"[.!?…]+[\s\"”’)»]+|[.!?…]+$|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_VOWELS = {
    "en": re.compile(r"[aeiouy]+"),
    "es": re.compile(r"[aeoáéíóú]|(?<![aeoáéó])[iuü]+(?![aeoáéóiuü])|(?<![aeiouáéíóú])y$"),
}
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])es$")


@dataclass(frozen=True)
class Reading:
    """What was measured of one text."""

    words: int
    score: float  # English: US grade, less is easier; Spanish: ease, more is easier
    long: tuple[str, ...]  # sentences of more than LONG words

    def is_hard(self, code: str, limits: dict[str, float]) -> bool:
        """Is the text past the limit of its language? Short texts never are."""
        if self.words < FEWEST:
            return False
        return self.score > limits[code] if code == "en" else self.score < limits[code]


def reading(text: str, code: str) -> Reading:
    """Of a text in English or Spanish; each line (a paragraph, a point of a list) ends a sentence."""
    sentences = [found for part in _sentences(text) if (found := _WORD.findall(part))]
    words = sum(map(len, sentences))
    if not words:
        return Reading(0, 0.0 if code == "en" else 100.0, ())
    known = _counted(code)
    per_sentence = words / len(sentences)
    per_word = sum(known[word] for sentence in sentences for word in sentence) / words
    if code == "en":
        score = 0.39 * per_sentence + 11.8 * per_word - 15.59
    else:
        score = 206.84 - 60 * per_word - 1.02 * per_sentence
    long = tuple(" ".join(sentence) for sentence in sentences if len(sentence) > LONG)
    return Reading(words, round(score, 1), long)


class _Counted(dict[str, int]):
    """The syllables of words of a language, as they are written, each counted once."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[word] = count = syllables(word.lower(), self.code)
        return count


_counted = cache(_Counted)


def learn(code: str, words: Mapping[str, int]) -> None:
    """Takes words whose syllables were counted before."""
    _counted(code).update(words)


def learned(code: str) -> dict[str, int]:
    """The words whose syllables are known."""
    return dict(_counted(code))


def syllables(word: str, code: str) -> int:
    """Of a word in small letters; a number counts as one."""
    if any(letter.isdigit() for letter in word):
        return 1
    groups = len(_VOWELS[code].findall(_SILENT.sub("", word) if code == "en" else word))
    return max(1, groups, hyphens(word, code) + 1)


def hyphens(word: str, code: str) -> int:
    """How many hyphens pyphen finds in a word in small letters, without looking where no pattern goes on."""
    patterns, beginnings = _patterns(code)
    pointed = f".{word}."
    end = len(pointed)
    weights = [0] * (end + 1)
    for start in range(end - 1):
        for stop in range(start + 1, end + 1):
            part = pointed[start:stop]
            if part not in beginnings:
                break
            if found := patterns.get(part):
                at = start + found[0]
                for weight in found[1]:
                    if weight > weights[at]:
                        weights[at] = weight
                    at += 1
    # A hyphen before letter n of the word has its weight at n + 1; LEAST letters stay on either side.
    return sum([weight & 1 for weight in weights[LEAST + 1 : len(word) - LEAST + 2]])


def _sentences(text: str) -> list[str]:
    """Without addresses; a point inside a number or an abbreviation ends nothing."""
    plain = _ADDRESS.sub("here", text) if any([sign in text for sign in _OF_ADDRESS]) else text
    lines = _POINT_INSIDE.sub("", _PLACE.sub("one", plain)).split("\n")
    return [part for line in lines if _is_sentence(line) for part in _END.split(line)]


def _is_sentence(line: str) -> bool:
    """Headings, names and labels are none: they would make any text look easy."""
    return line.rstrip(' "”’)»').endswith((".", "!", "?", "…", ":")) or len(_WORD.findall(line)) >= LABEL


def forget() -> None:
    """Lets go of the syllables and the hyphens: nobody measures any more, and they take as much as 1,000 records."""
    _counted.cache_clear()
    _patterns.cache_clear()


@cache
def _patterns(code: str) -> tuple[dict[str, tuple[int, tuple[int, ...]]], frozenset[str]]:
    """pyphen's patterns of a language, and all with which one begins."""
    patterns = pyphen.Pyphen(lang=PATTERNS[code]).hd.patterns
    pyphen.hdcache.clear()
    return patterns, frozenset(pattern[:end] for pattern in patterns for end in range(1, len(pattern) + 1))
