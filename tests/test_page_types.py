"""The tests that look at each type of page do look at each: whatever kind the site has is among them."""

from __future__ import annotations

import re
from pathlib import Path

from page_types import LANGUAGES, pages_in

KIND = re.compile(r'<body class="hr-page hr-kind-([\w-]+)"')


def kind(page: Path) -> str:
    """The kind of a page; the one for lost readers is of none."""
    found = KIND.search(page.read_text("utf-8"))
    return found[1] if found else page.name


def test_every_kind_of_page_is_among_them(site: Path) -> None:
    others = {one.name for one in site.iterdir() if len(one.name) == 2}
    english = [page for page in site.rglob("*.html") if page.relative_to(site).parts[0] not in others]
    there = {kind(page) for page in english}
    assert there >= {"home", "service", "more", "letter", "404.html"}
    listed = {
        kind(at if at.is_file() else at / "index.html") for at in (site / path.split("#")[0] for path in pages_in(""))
    }
    assert there - listed == set()


def test_each_of_them_is_in_each_language(site: Path) -> None:
    missing = [
        base + path
        for base in LANGUAGES
        for path in pages_in(base, True)
        if not (site / base / path.split("#")[0]).exists()
    ]
    assert missing == []
