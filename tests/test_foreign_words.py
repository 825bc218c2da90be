"""Words that stand in English on a page of another script say so, for voices that read aloud and for directions."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import ROOT, TODAY

from generators.pipeline import gather

ENGLISH = re.compile(r"(?:\b[A-Za-z][a-z'’]+[ ,]+){4,}[a-z]")  # five words in a row, with small letters
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
HIDDEN = frozenset(("script", "style", "template"))
EACH = 12  # pages of a kind


QUOTED = re.compile("“[^”]*”")  # what to say at an English desk


def own_names() -> re.Pattern[str]:
    """Names of services, organizations, programs of states and publications, which are the same in every language."""
    records, _ = gather(ROOT / "resources", TODAY)
    assert records is not None
    names = {one.name for one in (*records.services.values(), *records.organizations.values())}
    names |= {one.discreet for one in (*records.services.values(), *records.organizations.values()) if one.discreet}
    names |= {door.name for doors in records.doorways.values() for door in doors.values()}
    names |= {source.title for figure in records.figures.values() for source in figure.sources}
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))


class Languages(HTMLParser):
    """The texts of <main>, each with the language that holds for it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", "")]
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.open}
        if "main" in tags and not tags & HIDDEN and data.strip():
            self.texts.append((self.open[-1][1], " ".join(data.split())))


def texts_of(path: Path) -> list[tuple[str, str]]:
    """(language, text) of a page."""
    parser = Languages()
    parser.feed(path.read_text("utf-8"))
    return parser.texts


@pytest.mark.parametrize("code", ["ar", "zh"])
def test_english_on_another_page_says_so(site: Path, code: str) -> None:
    names = own_names()
    pages = sorted((site / code).rglob("index.html"))
    kinds: dict[str, list[Path]] = {}
    for page in pages:
        kind = page.relative_to(site / code).parts[0]
        kinds.setdefault(kind, []).append(page)
    looked = [page for some in kinds.values() for page in some[:: max(1, len(some) // EACH)]]
    english = 0
    wrong = []
    for page in looked:
        for language, whole in texts_of(page):
            text = names.sub(" ", QUOTED.sub(" ", whole))
            if ENGLISH.search(text):
                english += language == "en"
                if language != "en":
                    wrong.append(f"{page.relative_to(site)}: {text[:80]}")
    assert english > 100, "there is hardly any English to look at"
    assert wrong == []


@pytest.mark.parametrize("code", ["ar", "zh"])
def test_a_heading_that_stands_in_english_says_so(site: Path, code: str) -> None:
    """The name of a service that nobody has put into the language: its page would read it in the wrong voice."""
    records, _ = gather(ROOT / "resources", TODAY)
    assert records is not None
    told = records.translations[code]
    untold = [
        id_
        for id_, service in records.services.items()
        if not service.discreet and ("name",) not in told.get(f"service/{id_}", {})
    ]
    assert untold
    for id_ in untold[:EACH]:
        text = (site / code / "services" / id_ / "index.html").read_text("utf-8")
        assert re.search(r'<h1><span lang="en" dir="ltr">', text), id_
