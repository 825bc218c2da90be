"""What is written as YAML is read back as it was, by our own reader, and a changed file keeps its other lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.load import load_text
from generators.load.dump import dump, replaced

BITES = [
    "no",
    "on",
    "null",
    "~",
    "9:00",
    "02134",
    "1_000",
    "1.10",
    "0x1F",
    "=",
    "Apt #4",
    "a: b",
    "- x",
    "@home",
    "* *",
    "&a",
    "%x",
    "!x",
    "{a",
    "[b",
    "'q",
    '"q"',
    "a #b",
    " lead",
    "trail ",
    "two\nlines",
    "a\n\nb",
    "\u2028",
    "x:",
    "true",
    "2026-11-21",
    "-",
    "?",
    "|",
    ">",
    "yes",
    "ends with:",
    "co\\n",
    "é ñ 中",
    "#tag",
    "---",
    "...",
]
TEXTS = st.sampled_from(BITES) | st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co")) | st.sampled_from("\n :#"),
    max_size=200,
)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-180, 180, width=32).map(lambda x: round(x, 6)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
RECORDS = st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True), VALUES, min_size=1, max_size=6)


def read(text: str) -> Any:
    source, problems = load_text("x.yaml", "x.yaml", text.encode())
    assert problems == [], text
    assert source is not None
    return source.data


@pytest.mark.parametrize("text", BITES)
def test_texts_that_bite(text: str) -> None:
    for record in ({"a": text}, {"a": [text, text]}, {"a": {"b": text}}, {"a": [{"b": text, "c": [text]}]}):
        assert read(dump(record)) == record


@settings(deadline=None, max_examples=400)
@given(RECORDS)
def test_every_record_reads_back(record: dict[str, Any]) -> None:
    assert read(dump(record)) == record


@settings(deadline=None, max_examples=200)
@given(RECORDS, RECORDS)
def test_a_changed_record_reads_back(old: dict[str, Any], new: dict[str, Any]) -> None:
    both = {**old, **new}
    text = replaced(dump(old), old, both)
    assert read(text) == both


def test_lines_that_did_not_change_stay_with_their_comments() -> None:
    text = "# ours\nname: Pantry  # the old one\n\n# ask Ana\nhours: Mondays\n"
    text += "phones:\n  - {number: 412-555-0123}\ncost: Free\n"
    old = read(text)
    new = {**old, "hours": "Tuesdays", "website": "https://example.org"}
    assert replaced(text, old, new) == text.replace("Mondays", "Tuesdays") + 'website: "https://example.org"\n'
    gone = {name: value for name, value in old.items() if name != "phones"}
    assert "phones" not in replaced(text, old, gone) and "# ask Ana" in replaced(text, old, gone)
