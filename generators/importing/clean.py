"""Text from the field to text that a page can show; every repair is told."""

from __future__ import annotations

import html
import re
import unicodedata

BLANKS = frozenset(("n/a", "na", "none given", "null", "nil", "-", "--", "tbd", "unknown", "nan", "#n/a", "undefined"))
_TAG = re.compile(r"<(?:!--.*?--|/?[a-zA-Z!][^<>]*)>", re.S)
_SCRIPT = re.compile(r"<(script|style)\b.*?(</\1\s*>|$)", re.S | re.I)
_LEFT_OPEN = re.compile(r"<(?=/?[a-zA-Z!])")
_BREAK = re.compile(r"<(?:br|/p|/li|/div|/h\d|/tr)\b[^<>]*>", re.I)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_SMALL = frozenset("a an and as at by for from in of on or the to with de la el los las y del".split())
_KEEP = frozenset(
    "YMCA YWCA WIC SNAP LLC USA US AIDS HIV VA VFW AME CME COGIC NYC II III IV PTA TANF SSI SSDI LGBTQ LGBT NAMI AARP "
    "UCC UMC SDA DBA JCC HUD LIHEAP CHIP GED ESL PO NE NW SE SW".split()
)


def plain(text: str, found: list[str]) -> str:
    """The text without HTML, control characters and escapes; what was mended is added to `found`."""
    if not text:
        return ""
    start = text
    if "\\n" in text or "\\r" in text or "\\t" in text:
        text = re.sub(r"(\\r)?\\n|\\r", "\n", text).replace("\\t", " ")
        found.append("`\\n` written out: made a new line")
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x85", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    for _ in range(3):
        unescaped = html.unescape(text) if "&" in text else text
        bare = _TAG.sub("", _BREAK.sub("\n", _SCRIPT.sub("", unescaped))) if "<" in unescaped else unescaped
        if bare == text:
            break
        found.append("HTML taken out" if bare != unescaped else "HTML code for a letter made the letter")
        text = bare
    if _LEFT_OPEN.search(text):
        text = _LEFT_OPEN.sub("", text)
        found.append("HTML taken out")
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
        found.append("invisible characters taken out")
    text = text.replace("\t", " ").replace("\xa0", " ")
    lines = [re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    text = unicodedata.normalize("NFC", text) if not text.isascii() else text
    if text.lower() in BLANKS:
        return ""
    if len(found) > 1:
        found[:] = list(dict.fromkeys(found))
    return text if text or not start else ""


def line(text: str, found: list[str]) -> str:
    """The same in one line."""
    return " ".join(plain(text, found).split())


def name(text: str, found: list[str]) -> str:
    """A name in one line; one in capitals throughout is written as names are."""
    text = line(text, found)
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 5 and text.upper() == text and " " in text:
        words = [_word(word, index) for index, word in enumerate(text.split(" "))]
        found.append(f"capitals throughout: written {' '.join(words)}")
        return " ".join(words)
    return text


def _word(word: str, index: int) -> str:
    bare = re.sub(r"\W", "", word)
    if bare in _KEEP or re.search(r"\d", bare) or "." in word.rstrip("."):
        return word
    if (
        len(bare) > 1
        and not re.search(r"[AEIOUY]", bare)
        and bare not in ("ST", "MT", "DR", "MR", "MRS", "JR", "SR", "FT")
    ):
        return word
    if index and word.lower() in _SMALL:
        return word.lower()
    return re.sub(r"(?<=')[^\W\d_]{1,2}\b|[^\W\d_]+", lambda part: _cased(part, word), word)


def _cased(part: re.Match[str], word: str) -> str:
    """Cook's, but O'Neil."""
    after = part.start() > 1 and word[part.start() - 1] == "'" and len(part[0]) <= 2
    return part[0].lower() if after else part[0].capitalize()


def link(text: str, found: list[str]) -> str:
    """A web address that can be followed, with its scheme; empty where there is none."""
    bare = line(text, found)
    if not bare:
        return ""
    first = re.split(r"[\s;,]+(?=https?:|www\.)|\s+", bare)[0].rstrip(".,;")
    if re.match(r"^(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)", first, re.I) and not re.match(
        r"^[\w.-]+\.\w+(:\d+)?(/|$)", first
    ):
        found.append(f"not a link that a page may have: {first[:60]}")
        return ""
    if re.match(r"^https?:/*", first, re.I):
        made = re.sub(r"^(https?):/*", lambda match: f"{match[1].lower()}://", first, flags=re.I)
    else:
        made = f"https://{first.lstrip('/')}"
    if not re.match(r"^https?://[\w-]+(\.[\w-]+)+(:\d+)?([/?#][^\s<>\"]*)?$", made) or len(made) > 500:
        found.append(f"not a web address: {first[:60]}")
        return ""
    if made != first:
        found.append(f"a link without its beginning: written {made[:80]}")
    if first != bare.rstrip(".,;"):
        found.append(f"only the first link is kept of: {bare[:120]}")
    return made


def email(text: str, found: list[str]) -> str:
    """The first e-mail address; empty where there is none."""
    bare = re.sub(r"^mailto:", "", line(text, found), flags=re.I)
    if not bare:
        return ""
    match = re.search(r"[\w.+&'-]+@[\w-]+(\.[\w-]+)+", bare)
    if match is None or len(match[0]) > 200 or match[0].lower().startswith("redacted@"):
        found.append(f"not an e-mail address: {bare[:60]}")
        return ""
    if match[0] != bare:
        found.append(f"only the first e-mail address is kept of: {bare[:120]}")
    return match[0]
