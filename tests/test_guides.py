"""The shape of the guides: each ends in a next step on this site and in its sources, in every complete language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

GUIDES = ROOT / "docs" / "guides"
NAMES = sorted(path.stem for path in GUIDES.glob("*.md") if "." not in path.stem and path.stem != "index")
PAGES = [GUIDES / f"{name}{ending}.md" for name in NAMES for ending in ("", ".es")]
NEXT = re.compile(
    r"^\*\*(?:Next step|Próximo paso):\*\*|^## .*\{#next-step\}$|^## (?:One next step|El siguiente paso)$",
    re.MULTILINE,
)
SOURCES = re.compile(r"^## (?:Sources|Fuentes)(?: \{#sources\})?$", re.MULTILINE)
HERE = re.compile(r"\]\((?:\.\./[a-z0-9/-]*index\.html|[a-z0-9-]+(?:\.es)?\.md)\)")
OUTSIDE = re.compile(r"^- \[[^\]]+\]\(https://[^)]+\)", re.MULTILINE)
SERVICE = re.compile(r"\]\(\.\./(?:es/)?services/[a-z0-9-]+/index\.html\)")
KINDS = {
    "hospital-and-health", "insurance", "mental-health", "substance-use", "aging", "developmental-disability",
    "child-and-family", "housing", "school", "legal", "re-entry", "rehabilitation", "immigration", "work",
}  # fmt: skip
# What a page on a kind of case manager says, in English and in Spanish.
SECTIONS = [
    ("What they do", "Qué hace"),
    ("When it helps", "Cuándo ayuda"),
    ("Who may get one", "Quién puede tener uno"),
    ("What it costs", "Cuánto cuesta"),
    ("How to find one", "Cómo encontrarlo"),
    ("Questions to ask", "Qué preguntar"),
    ("What to bring", "Qué llevar"),
    ("When it does not work out", "Si no funciona"),
    ("For your plan", "Para su plan"),
    ("Sources", "Fuentes"),
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_guide_ends_in_a_next_step_and_its_sources(path: Path) -> None:
    text = path.read_text("utf-8")
    sources = list(SOURCES.finditer(text))
    steps = list(NEXT.finditer(text))
    assert len(sources) == 1 and steps
    step = text[steps[-1].end() : sources[0].start()]
    assert HERE.search(step), "the next step leads to a page of this site"
    assert step.count("\n## ") == 0, "nothing stands between the next step and the sources"
    rest = text[sources[0].end() :]
    assert "\n## " not in rest
    assert OUTSIDE.search(rest), "a source is an address"


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_has_the_same_parts_in_spanish(name: str) -> None:
    english, spanish = ((GUIDES / f"{name}{ending}.md").read_text("utf-8") for ending in ("", ".es"))
    if not name.endswith("words"):  # their letters differ
        assert len(re.findall(r"^## ", english, re.M)) == len(re.findall(r"^## ", spanish, re.M))
    assert english.count("[[plans]]") == spanish.count("[[plans]]")


def test_there_is_a_page_for_every_kind_of_case_manager() -> None:
    assert {name.removeprefix("case-manager-") for name in NAMES if name.startswith("case-manager-")} == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("place", [0, 1])
def test_what_a_page_of_a_kind_says(kind: str, place: int) -> None:
    text = (GUIDES / f"case-manager-{kind}{('', '.es')[place]}.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [names[place] for names in SECTIONS]
    assert len(set(SERVICE.findall(text))) >= 2
    parts = re.split(r"^## .+$", text, flags=re.MULTILINE)
    assert all(part.strip() for part in parts)
