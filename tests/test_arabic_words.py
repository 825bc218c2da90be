"""Arabic text is written as Arabic: its own marks, its own forms of counted words, English words held together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po
from conftest import ROOT
from test_foreign_words import texts_of

LETTER = "\u0620-\u064a\u0671-\u06d3"
VOWELS = "\u064b-\u0652"
# A question mark, semicolon or comma of English beside an Arabic letter: ؟ ؛ ، are meant.
ENGLISH_MARK = re.compile(rf"[{LETTER}][{VOWELS}]*[\"”»)\s]*[?;,]|[?;,][\"“«(\s]*[{LETTER}]")
# English that ends in ? or ! and is not held together: the mark would jump to the wrong end.
LOOSE = re.compile(r"[A-Za-z][?!]")
HELD = re.compile("\u2066[^\u2069]*\u2069")
UNITS = {  # one, few (3 to 10)
    "دقيقة": "دقائق",
    "ساعة": "ساعات",
    "يوم": "أيام",
    "أسبوع": "أسابيع",
    "شهر": "أشهر",
    "سنة": "سنوات",
    "مرة": "مرات",
}
COUNTED = re.compile(rf"(?<![\d.,–-])(\d+) ({'|'.join([*UNITS, *UNITS.values()])})(?![{LETTER[:-3]}])")


def inside(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from inside(part)
    elif isinstance(value, list):
        for part in value:
            yield from inside(part)


def written() -> Iterator[tuple[str, str]]:
    """(where, text) of every Arabic text of the data and the catalogue."""
    for path in sorted((ROOT / "resources").rglob("*.ar.yaml")):
        for text in inside(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)):
            yield path.name, text
    with (ROOT / "generators" / "languages" / "ar.po").open("rb") as file:
        for message in read_po(file):
            for text in inside(list(message.string) if isinstance(message.string, tuple) else message.string):
                yield f"ar.po: {message.id}", text


def wrong_marks(text: str) -> list[str]:
    return ENGLISH_MARK.findall(text) + (LOOSE.findall(HELD.sub("", text)) if re.search(f"[{LETTER}]", text) else [])


def wrong_counts(text: str) -> list[str]:
    """One and two are words of their own; three to ten take the plural, more take the singular."""
    found = []
    for count, unit in COUNTED.findall(text):
        rest = int(count) % 100
        if int(count) in (1, 2) or (unit in UNITS) == (3 <= rest <= 10):
            found.append(f"{count} {unit}")
    return found


@pytest.mark.parametrize("look", [wrong_marks, wrong_counts])
def test_every_arabic_text(look: Any) -> None:
    assert {where: found for where, text in written() if (found := look(text))} == {}


@pytest.mark.parametrize(
    "text", ["هل تعرف?", "الخبز, الحليب", "اليوم; غدًا", "اسأل: “May I stay?”", "قال, نعم", "? معناها"]
)
def test_marks_of_english_are_found(text: str) -> None:
    assert wrong_marks(text)


@pytest.mark.parametrize("text", ["هل تعرف؟", "⁦$2,000⁩ أو أقل", "SNAP، WIC", "اسأل: (⁦“May I stay?”⁩).", "What now?"])
def test_marks_of_arabic_and_of_english_words_pass(text: str) -> None:
    assert wrong_marks(text) == []


def test_counts() -> None:
    for text in ("2 دقيقة", "1 ساعة", "5 دقيقة", "20 دقائق", "3 يوم"):
        assert wrong_counts(text) == [text]
    for text in ("دقيقتان", "5 دقائق", "20 دقيقة", "30 يومًا", "102 يوم", "1.5 ساعة"):
        assert wrong_counts(text) == []


def test_no_page_has_marks_of_english(site: Path) -> None:
    pages = sorted((site / "ar").rglob("index.html"))
    assert len(pages) > 300
    wrong = {}
    for path in pages:
        found = [text for language, text in texts_of(path) if language != "en" and ENGLISH_MARK.search(text)]
        if found:
            wrong[str(path.parent.relative_to(site))] = found[:3]
    assert wrong == {}
