"""Old phones: every script parses as ES2017 and asks the browser for nothing newer; styles do not lean on `:has()`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import esprima
import pytest
from conftest import ROOT

SOURCES = ROOT / "docs/assets/handrail"
MODULES = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.mjs"))
STYLES = sorted(path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.css"))

# Names that browsers with ES2017 and modules (Chrome 61, Safari 11, Firefox 60) may not have.
TOO_NEW = set(
    "AbortController AggregateError BigInt FinalizationRegistry IntersectionObserver PointerEvent ReportingObserver "
    "ResizeObserver WeakRef globalThis queueMicrotask requestIdleCallback structuredClone "
    "RelativeTimeFormat ListFormat PluralRules DisplayNames Segmenter "
    "allSettled findLast findLastIndex flatMap fromEntries groupBy hasOwn matchAll replaceAll "
    "replaceChildren toReversed toSorted toSpliced trimEnd trimStart".split()
)
TOO_NEW_CALLED = {"any", "at", "flat"}  # as methods; our own data have such keys
LOOKING_BACK = re.compile(r"\(\?<[=!]|\(\?<[A-Za-z]|\\p\{")


def too_new(source: str) -> list[str]:
    """What a browser of 2017 would not understand, with its line."""
    found = []

    def look(node: Any, place: Any) -> Any:
        kind = getattr(node, "type", "")
        line = place.start.line
        if kind == "ObjectExpression" and any(one.type == "SpreadElement" for one in node.properties):
            found.append(f"line {line}: spread in an object")
        elif kind == "ObjectPattern" and any(one.type == "RestElement" for one in node.properties):
            found.append(f"line {line}: the rest of an object")
        elif kind == "Import":
            found.append(f"line {line}: import()")
        elif kind == "Literal" and getattr(node, "regex", None):
            regex = node.regex
            if "s" in regex.flags or LOOKING_BACK.search(regex.pattern):
                found.append(f"line {line}: /{regex.pattern}/{regex.flags}")
        elif kind == "MemberExpression" and not node.computed and node.property.name in TOO_NEW:
            found.append(f"line {line}: {node.property.name}")
        elif kind == "CallExpression" and getattr(getattr(node.callee, "property", None), "name", "") in TOO_NEW_CALLED:
            found.append(f"line {line}: {node.callee.property.name}()")
        elif kind == "NewExpression" and getattr(node.callee, "name", "") in TOO_NEW:
            found.append(f"line {line}: {node.callee.name}")
        return node

    try:
        esprima.parseModule(source, {"loc": True}, look)
    except esprima.Error as error:
        found.append(str(error))
    return found


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_es2017(name: str) -> None:
    assert too_new((SOURCES / name).read_text("utf-8")) == []


def test_every_script_of_the_site_parses_as_es2017(site: Path) -> None:
    """The joined ones: one of each name, as the others hold the same modules in other words."""
    files = {path.name.split(".")[0]: path for path in sorted((site / "assets/joined").glob("*.js"))}
    assert set(files) >= {"search-tools", "check-first", "plan-page", "service", "site-later"}
    for path in files.values():
        esprima.parseModule(path.read_text("utf-8"))


@pytest.mark.parametrize("name", STYLES)
def test_a_rule_with_has_stands_alone(name: str) -> None:
    """A browser that does not know one selector of a list drops the whole rule: only that improvement may go."""
    text = re.sub(r"/\*.*?\*/", "", (SOURCES / name).read_text("utf-8"), flags=re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{", text):
        parts = [part for part in re.split(r",(?![^()]*\))", selectors) if part.strip()]
        if any(":has(" in part for part in parts):
            assert all(":has(" in part for part in parts), selectors.strip()


@pytest.mark.parametrize(
    "source",
    [
        "a?.b",
        "a ?? b",
        "try { a(); } catch { b(); }",
        "const a = { ...b };",
        "const { a, ...b } = c;",
        "import('./a.mjs');",
        "class A { b = 1; }",
        "for await (const a of b) { c(); }",
        "const a = /(?<=a)b/;",
        "const a = /a.b/s;",
        "new ResizeObserver(a);",
        "new window.IntersectionObserver(a);",
        "[[1]].flatMap(a);",
        "a.at(-1);",
        "Object.fromEntries(a);",
    ],
)
def test_what_is_newer_is_found(source: str) -> None:
    assert too_new(source)


@pytest.mark.parametrize(
    "source",
    [
        "async () => { await a; };",
        "place.at = a.at;",
        "a ** b;",
        "const { a, b = 1 } = c;",
        "f(...a);",
        "const [a, ...b] = c;",
    ],
)
def test_what_is_older_passes(source: str) -> None:
    assert too_new(source) == []
