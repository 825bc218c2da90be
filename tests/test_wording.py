"""What the site never says, over every string: catalogues, templates, modules, guides, data."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from generators.validate.wording import NEVER_SAID, promise_in

FILES = [
    path
    for pattern in (
        "generators/languages/*.po",
        "generators/**/*.py",
        "generators/**/*.j2",
        "generators/**/*.html",
        "docs/**/*.md",
        "docs/**/*.mjs",
        "resources/**/*.yaml",
    )
    for path in ROOT.glob(pattern)
    if path.name != "wording.py"  # the list itself
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_promises(path: Path) -> None:
    assert promise_in(path.read_text("utf-8")) is None


def test_the_list_holds_what_the_issue_names() -> None:
    named = {
        "you qualify",
        "you are not eligible",
        "you are anonymous",
        "this is safe",
        "will not affect immigration",
        "you need not report",
    }
    assert named <= set(NEVER_SAID)


def test_a_phrase_is_found_over_line_breaks_and_capitals() -> None:
    assert promise_in("Then You\n  Qualify for it") == "you qualify"
    assert promise_in("what you qualify-") == "you qualify"
    assert promise_in("Ask whether you qualified") is None
