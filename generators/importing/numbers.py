"""A cell with phone numbers, labels and extensions to numbers that can be called."""

from __future__ import annotations

import re
from typing import Any

from ..phones import phone_problem
from .clean import line

_NUMBER = re.compile(
    r"(?:\+\d[\d .()-]{7,}\d|(?:\+?1[-. ]*)?\(?\d{3}\)?[-. /]*\d{3}[-. ]*\d{4}|\b[2-9]11\b|\b988\b|\b\d{3}-\d{4}\b)"
    r"(?P<ext>\s*,?\s*(?:x|ext\.?|extension)\s*\.?\s*(?P<digits>\d{1,7}))?",
    re.I,
)
_KINDS = (
    ("fax", "fax"),
    ("tty", "tty"),
    ("tdd", "tty"),
    ("textphone", "tty"),
    ("minicom", "tty"),
    ("sms", "text"),
    ("text", "text"),
)
_USUAL = frozenset(("voice", "phone", "telephone", "tel", "main", "call", "number", "phone number", "voip", "cell"))


def numbers(text: str, extension: str, label: str, kind: str, found: list[str]) -> list[dict[str, Any]]:
    """Every number of a cell. `found` gets what could not be read, and that there were several."""
    text = line(text, found).strip("\"'")
    label, kind = line(label, found), line(kind, found).lower()
    if not text:
        return []
    matches = list(_NUMBER.finditer(text))
    if len(matches) <= 1 and (not matches or matches[0].group(0).strip() == text) and phone_problem(text) is None:
        if re.search(r"\D", text) and sum(letter.isdigit() for letter in text) < 7:
            found.append(f"not a phone number: {text[:60]}")
            return []
        return [
            _phone(
                text if not matches else _bare(matches[0]),
                extension or (matches[0]["digits"] if matches else ""),
                label,
                kind,
            )
        ]
    phones = []
    start = 0
    for index, match in enumerate(matches):
        before = text[start : match.start()]
        after = re.match(r"\s*\(([^()\d]+)\)", text[match.end() :])
        own = after[1] if after else re.sub(r"^[\s,;/|&.-]+(and|or)?\b|[\s:,;/|(-]+$", "", before, flags=re.I)
        start = match.end() + (after.end() if after else 0)
        number = _bare(match)
        if phone_problem(number) is not None:
            found.append(f"not a number that can be called: {match[0][:40]}")
            continue
        phones.append(
            _phone(number, match["digits"] or (extension if index == 0 else ""), own.strip(" :;,-") or label, kind)
        )
    if not matches:
        found.append(f"not a phone number: {text[:60]}")
    elif len(matches) > 1:
        found.append(f"{len(matches)} numbers in one cell: taken apart")
    elif (rest := text[start:].strip(" .,;")) and len(rest) > 2:
        found.append(f"words beside the number: {rest[:80]}")
        if phones and "label" not in phones[0]:
            phones[0]["label"] = rest[:200]
    return phones


def _bare(match: re.Match[str]) -> str:
    """The digits as people write them: 412-555-0123."""
    text = match[0][: match.start("ext") - match.start()] if match["ext"] else match[0]
    digits = re.sub(r"\D", "", text)
    if text.strip().startswith("+") and not digits.startswith("1"):
        return text.strip()
    if len(digits) == 11 and digits[0] == "1":
        return f"1-{digits[1:4]}-{digits[4:7]}-{digits[7:]}"
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else text.strip()


def _can_have(number: str, extension: str | None) -> bool:
    """An extension of up to seven digits, of a whole number."""
    extension = extension or ""
    return extension.isdigit() and len(extension) <= 7 and sum(letter.isdigit() for letter in number) >= 10


def _phone(number: str, extension: str | None, label: str, kind: str) -> dict[str, Any]:
    made: dict[str, Any] = {"number": f"{number} ext. {extension}" if _can_have(number, extension) else number}
    words = f"{kind} {label}".lower()
    if label and label.lower() not in _USUAL:
        made["label"] = label[:1].upper() + label[1:]
    elif kind and kind not in _USUAL and not any(word in kind for word, _ in _KINDS):
        made["label"] = kind.capitalize().replace("_", " ")
    if label and len(label) > 300:
        made["label"] = label[:1].upper() + label[1:]  # the shape refuses it, and the report says so
    sort = next((sort for word, sort in _KINDS if re.search(rf"\b{word}\b", words)), None)
    if sort:
        made["kind"] = sort
        if made.get("label", "").lower() in ("fax", "tty", "tdd", "textphone", "sms", "text"):
            del made["label"]
    return made
