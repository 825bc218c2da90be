"""The house of the design: who may import whom, what may read YAML, what stands at the top."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

# A file imports only from levels above its own. Folders count as one.
LEVELS = [
    {"joints", "journal", "memory", "options", "problems", "processes", "stored"},
    {"phones", "colour"},
    {"languages", "model"},
    {"joined"},
    {"hours", "fresh", "folded", "parted", "room", "life_changes"},
    {"load"},
    {"validate", "places", "version"},
    {"rules"},
    {"sample"},
    {"questionnaire", "plan", "search", "impact", "plain"},
    {"api"},
    {"pages", "hosts", "importing", "admin"},
    {"examples", "gathered"},
    {"pipeline", "disk"},
    {
        "verify",
        "swap",
        "salvage",
        "prose",
        "translate",
        "write",
        "starting",
        "reports",
        "linkcheck",
        "sitemap",
        "standing",
    },
    {"stage"},
    {"reuse", "spare"},
    {"guides"},
    {"building"},
    {"docs_files", "filling"},
    {"hook"},
    {"publish", "serve"},
    {"cli"},
    {"__main__"},
]
LEVEL = {name: index for index, names in enumerate(LEVELS) for name in names}
FILES = sorted((ROOT / "generators").rglob("*.py"))
ONLY_USER = {"yaml": "load", "lunr": "search", "jinja2": "pages", "mkdocs": "hook"}
ALSO_ALLOWED = {
    ("mkdocs", "publish"),  # the one call that starts a build
    ("mkdocs", "cli"),  # and its errors
    ("mkdocs", "docs_files"),  # what the hook does with its list of files
    ("jinja2", "hook"),  # the type of the environment that MkDocs hands over
}


def part(path: Path) -> str:
    """The file or folder right below `generators/`."""
    return path.relative_to(ROOT / "generators").with_suffix("").parts[0]


def imported(path: Path) -> set[tuple[int, str]]:
    """Dots and module of every import of a file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.module is None:
                found |= {(node.level, alias.name) for alias in node.names}
            elif node.module == "generators":  # a hook is loaded by its path, so it names the package
                found |= {(0, f"generators.{alias.name}") for alias in node.names}
            else:
                found.add((node.level, node.module))
        elif isinstance(node, ast.Import):
            found |= {(0, alias.name) for alias in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_from_above(path: Path) -> None:
    own = part(path)
    if own == "__init__":
        return
    assert own in LEVEL, f"{own} has no level in this test: give it one"
    depth = len(path.relative_to(ROOT / "generators").parts)
    for dots, module in imported(path):
        first = module.split(".")[0]
        if dots == depth or (dots == 0 and first == "generators"):
            target = module.split(".")[1] if dots == 0 else first
            if target == own:
                continue
            assert LEVEL[target] < LEVEL[own], f"{own} imports {target}, which stands at or below it"
        elif dots == 0 and first in ONLY_USER and (first, own) not in ALSO_ALLOWED:
            assert own == ONLY_USER[first], f"only {ONLY_USER[first]} may import {first}"


def test_top_level_holds_only_what_the_design_names() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    allowed = set(
        "mkdocs.yml docs resources generators tests README.md pyproject.toml Makefile LICENSE .ci .github "
        ".gitignore .gitattributes".split()
    )
    assert {line.split("/")[0] for line in listed.splitlines()} <= allowed


def test_nothing_asks_the_clock_but_the_edge() -> None:
    for path in FILES:
        text = path.read_text("utf-8")
        if part(path) not in ("cli", "hook"):
            assert "date.today()" not in text and "datetime.now(" not in text, path
