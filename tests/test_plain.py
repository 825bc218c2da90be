"""Plain words: the measure itself, and that our own texts stay easy to read."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pyphen
import pytest
from click.testing import CliRunner
from conftest import ROOT, TODAY

from generators.cli import main
from generators.pipeline import gather
from generators.plain import Part, hard, part_of, parts, reading, swaps
from generators.plain.jargon import SWAPS
from generators.plain.parts import evenly, prose
from generators.plain.reading import LEAST, PATTERNS, WORST, hyphens, syllables

EASY = "You can call us. We help you find food. Bring a bill. It is free. " * 5
STIFF = (
    "Individuals seeking supplementary nutritional assistance must subsequently demonstrate documentary verification "
    "of household composition, anticipated income and residential circumstances prior to determination. "
) * 3
RIGIDO = (
    "Los individuos que soliciten asistencia nutricional suplementaria deberán posteriormente acreditar "
    "documentalmente la composición familiar y las circunstancias residenciales correspondientes. "
) * 3


FEW_HARD = 2  # texts past the first limit
FEW_LONG = 10  # sentences of more than 20 words, of some 12,000


@pytest.fixture(scope="module")
def measured() -> list[Part]:
    records, _ = gather(ROOT / "resources", TODAY)
    assert records is not None
    return parts(records, "resources")


def test_our_texts_are_easy_enough(measured: list[Part]) -> None:
    """Shipped texts only: a nonprofit's own get reminders."""
    assert [(part.path, part.name, part.reading.score) for part in hard(measured, WORST)] == []
    assert len(hard(measured)) <= FEW_HARD


def test_hardly_any_sentence_of_ours_is_long(measured: list[Part]) -> None:
    long = [(part.path, sentence) for part in measured for sentence in part.reading.long]
    assert len(long) <= FEW_LONG, long


def test_every_kind_of_text_is_measured(measured: list[Part]) -> None:
    kinds = {"guide", "messages", "need", "question", "document", "barrier", "letter", "preset", "service"}
    assert {part.kind for part in measured if part.code == "en"} == kinds
    assert {part.kind for part in measured if part.code == "es"} == kinds
    assert sum(part.reading.words for part in measured) > 100_000


@pytest.mark.parametrize(("code", "text"), [("en", STIFF), ("es", RIGIDO)])
def test_a_stiff_text_is_hard(code: str, text: str) -> None:
    assert reading(text, code).is_hard(code, WORST)
    assert [part.name for part in hard([part_of("guide", "a.md", "a", code, text)])] == ["a"]


def test_many_services_are_measured_in_part_spread_over_all() -> None:
    assert evenly(["a", "b"], 2) == ["a", "b"] == evenly(["a", "b"], None)
    assert evenly(list("abcdefghij"), 3) == ["a", "d", "g"]


def test_an_easy_text_is_not() -> None:
    assert reading(EASY, "en").score < 3
    assert reading("Supplementary documentation requirements\n" * 20, "en").words == 0  # labels


def test_long_sentences_are_found() -> None:
    assert reading("a " * 21 + ". Short one.", "en").long == (" ".join("a" * 21),)
    assert reading("a " * 20 + ".", "en").long == ()
    assert reading("Call 1-800-555-0100 at 9.30 a.m. or go to www.example.org/a.b/c now.", "en").long == ()


@pytest.mark.parametrize(
    ("word", "code", "count"),
    [
        *(
            (word, "en", count)
            for word, count in (("the", 1), ("people", 2), ("needed", 2), ("houses", 2), ("family", 3))
        ),
        *((word, "es", count) for word, count in (("día", 2), ("ciudad", 2), ("quien", 1), ("muy", 1), ("ayuda", 3))),
        ("2026", "en", 1),
    ],
)
def test_syllables(word: str, code: str, count: int) -> None:
    assert syllables(word, code) == count


def test_hard_words_and_their_swaps() -> None:
    assert list(swaps("Utilize this prior to noon.", "en")) == [("Utilize", "use"), ("prior to", "before")]
    assert list(swaps("Va a utilizar esto.", "es")) == [("utilizar", "usar")]
    for code, table in SWAPS.items():
        for easier in table.values():
            assert list(swaps(easier, code)) == [], easier


def test_the_words_of_a_page_without_its_marks() -> None:
    text = "---\ndescription: x\n---\n# One\n\nTwo [three](../four.md)\nfive.\n\n- **six**{#s}\n"
    assert re.split(r"\n+", prose(text).strip()) == ["One", "Two three five.", "six"]


def test_check_counts_and_lists(tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(ROOT / "tests/small", resources)
    with (resources / "us/services/helpline.yaml").open("a", encoding="utf-8") as file:
        file.write(f"renewal: {'We call and ' * 10}we stop.\n")
    check = ["check", "--resources", str(resources), "--today", "2026-11-21"]
    short = CliRunner().invoke(main, check)
    assert "Plain words: " in short.output and "`check --plain`" in short.output
    full = CliRunner().invoke(main, [*check, "--plain"])
    assert full.exit_code == 0
    assert re.search(r"helpline\.yaml:\d+: reminder: 32 words in a sentence: ", full.output)


@pytest.mark.parametrize("code", PATTERNS)
def test_hyphens_are_those_of_pyphen(code: str) -> None:
    known = pyphen.Pyphen(lang=PATTERNS[code], left=LEAST, right=LEAST)
    text = "".join(path.read_text("utf-8") for path in (ROOT / "docs/guides").glob("*.md")).lower()
    words = {"", "a", "ab", "abc", *re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", text)}
    assert len(words) > 1000
    assert [word for word in sorted(words) if hyphens(word, code) != len(known.positions(word))] == []
