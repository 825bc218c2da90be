"""The guards of the only reader of YAML that need bytes or sizes; the others are in `tests/wrong_data/`."""

from __future__ import annotations

import time

import pytest

from generators.load import load_text
from generators.load.guard import LARGEST


def reports(content: bytes) -> list[str]:
    source, problems = load_text("f.yaml", "f.yaml", content)
    assert source is None
    return [str(problem) for problem in problems]


def test_200_000_nested_brackets_do_not_crash() -> None:
    assert reports(b"[" * 200_000) == ["f.yaml:1: this is nested more than 30 levels deep."]


def test_a_file_that_is_too_large_is_refused_before_it_is_read() -> None:
    assert reports(b"a" * (LARGEST + 1)) == [
        "f.yaml:1: this file is too large: 1,000,001 bytes, at most 1,000,000. Split it."
    ]


def test_an_alias_bomb_ends_at_once() -> None:
    bomb = b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (i, i, i - 1, i - 1) for i in range(1, 60))
    started = time.process_time()
    assert len(reports(bomb)) == 1
    assert time.process_time() - started < 5


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    source, problems = load_text("f.yaml", "f.yaml", b"\xef\xbb\xbfname: x")
    assert source is not None and problems == []
    assert source.data == {"name": "x"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("02134", "02134"),
        ("9:00", "9:00"),
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("2026-02-31", "2026-02-31"),
        ("=", "="),
        ("<<", "<<"),
        ("+5", "+5"),
        ("true", True),
        ("7", 7),
        ("-7", -7),
        ("1.5", 1.5),
        ("null", None),
        ("", None),
        ('"7"', "7"),
    ],
)
def test_only_true_false_and_plain_numbers_are_converted(text: str, value: object) -> None:
    source, problems = load_text("f.yaml", "f.yaml", f"a: {text}".encode())
    assert source is not None and problems == []
    assert source.data == {"a": value}
    assert type(source.data["a"]) is type(value)


def test_every_value_remembers_its_line() -> None:
    source, _ = load_text("f.yaml", "f.yaml", b"a: 1\nb:\n  - c: 2\n  - d: 3\n")
    assert source is not None
    assert source.line(("b", 1, "d")) == 4
    assert source.line(("b", 1, "missing")) == 4
    assert source.line(("nowhere",)) == 1
