"""Names of languages to codes."""

from __future__ import annotations

import re

from . import clean

CODES = {
    "english": "en", "spanish": "es", "espanol": "es", "español": "es", "arabic": "ar", "chinese": "zh", 
    "mandarin": "zh",
    "cantonese": "zh", "vietnamese": "vi", "haitian creole": "ht", "haitian": "ht", "creole": "ht", "somali": "so",
    "french": "fr", "russian": "ru", "korean": "ko", "tagalog": "tl", "portuguese": "pt", "german": "de", 
    "italian": "it",
    "polish": "pl", "hindi": "hi", "urdu": "ur", "bengali": "bn", "punjabi": "pa", "gujarati": "gu", "nepali": "ne",
    "swahili": "sw", "amharic": "am", "tigrinya": "ti", "farsi": "fa", "persian": "fa", "dari": "fa", "pashto": "ps",
    "hmong": "hmn", "khmer": "km", "cambodian": "km", "lao": "lo", "laotian": "lo", "thai": "th", "burmese": "my",
    "japanese": "ja", "ukrainian": "uk", "hebrew": "he", "yiddish": "yi", "greek": "el", "armenian": "hy",
    "turkish": "tr", "navajo": "nv", "samoan": "sm", "tongan": "to", "ilocano": "ilo", "hawaiian": "haw",
}  # fmt: skip
_NAMES = {code: name.title() for name, code in reversed(CODES.items())}  # the first name of each code
_LONG = {
    "eng": "en", "spa": "es", "ara": "ar", "zho": "zh", "chi": "zh", "vie": "vi", "hat": "ht", "som": "so",
    "fra": "fr", "fre": "fr", "rus": "ru", "kor": "ko", "tgl": "tl", "por": "pt", "deu": "de", "ger": "de",
    "ita": "it", "pol": "pl", "hin": "hi", "urd": "ur", "ben": "bn", "pan": "pa", "guj": "gu", "nep": "ne",
    "swa": "sw", "amh": "am", "tir": "ti", "fas": "fa", "per": "fa", "pus": "ps", "khm": "km", "lao": "lo",
    "tha": "th", "mya": "my", "bur": "my", "jpn": "ja", "ukr": "uk", "heb": "he", "yid": "yi", "ell": "el",
    "gre": "el", "hye": "hy", "arm": "hy", "tur": "tr", "nav": "nv",
}  # fmt: skip
SIGN = ("american sign language", "asl", "sign language")


def languages_of(texts: list[str], found: list[str]) -> tuple[str, list[str], bool]:
    """The languages in a line, their codes, and whether sign language is among them."""
    names = [clean.line(part, found) for text in texts for part in re.split(r"[;,/|]|\band\b", text)]
    names = list(dict.fromkeys(_named(name) for name in names if name))
    codes = [CODES.get(name.lower(), name.lower() if name.lower() in CODES.values() else "") for name in names]
    sign = any(name.lower() in SIGN for name in names)
    return ", ".join(names), list(dict.fromkeys(code for code in codes if code)), sign


def _named(text: str) -> str:
    """`fr`, `fra` and `french` as French; another name with a capital."""
    code = _LONG.get(text.lower(), text.lower())
    return _NAMES[code] if code in _NAMES else text[:1].upper() + text[1:]
