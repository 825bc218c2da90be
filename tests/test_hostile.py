"""Hostile text in every text field of every kind of record: refused by its line, or shown as plain text, no more."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from conftest import PHONE, ROOT
from filled import filled, put, text_places
from hostile import CORPUS, KINDS, ONCE, export
from lengths import some_of
from playwright.sync_api import Browser

from generators.cli import main
from generators.load import Source, load_text
from generators.model import Need, Service
from generators.pipeline import rule_problems
from generators.problems import Problem, report
from generators.publish import publish
from generators.validate import validate


def written(files: dict[str, Any], name: str, key: str | None, record: Any) -> bytes:
    """The file of a small site with one record more."""
    data = record if key is None else {**(files.get(name) or {}), key: record}
    return yaml.dump(data, Dumper=Plain, sort_keys=False, width=1_000_000).encode("utf-8")


class Plain(yaml.SafeDumper):
    """Writes a list out each time, where others would point to the first."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@pytest.fixture
def plain(small: Path) -> dict[str, Any]:
    """The small site as values by file."""
    return {
        path.relative_to(small).as_posix(): yaml.safe_load(path.read_text("utf-8")) for path in small.rglob("*.yaml")
    }


@pytest.fixture
def sources(small: Path) -> dict[str, Source]:
    found = {}
    for path in sorted(small.rglob("*.yaml")):
        name = path.relative_to(small).as_posix()
        source, _ = load_text(f"r/{name}", name, path.read_bytes())
        assert source is not None
        found[name] = source
    return found


def problems_of(sources: dict[str, Source], name: str, content: bytes, today: datetime.date) -> list[Problem]:
    source, problems = load_text(f"r/{name}", name, content)
    if source is not None:
        records, problems = validate([*(other for key, other in sources.items() if key != name), source], today, "r")
        problems += rule_problems(records, "r") if records is not None and "-rule" in name else []
    return [problem for problem in problems if not problem.reminder]


def accepted_places(
    kind: str, text: str, plain: dict[str, Any], sources: dict[str, Source], today: datetime.date
) -> tuple[dict[str, Any], int, list[str]]:
    """The record with the text wherever it is taken; how many places refused it; what went wrong in doing so."""
    file, key, make = KINDS[kind]
    name = file.format("hostile")
    key = key and key.format("hostile")
    record = make()
    benign = problems_of(sources, name, written(plain, name, key, record), today)
    assert benign == [], report(benign)
    places = list(text_places(record))
    tried = record
    for path in places:
        tried = put(tried, path, text)
    hostile = set(places)
    wrong: list[str] = []
    while hostile:
        content = written(plain, name, key, tried)
        found = problems_of(sources, name, content, today)
        if not found:
            break
        lines = _lines(name, content, key, hostile)
        refused = set().union(*(lines.get(problem.line, set()) for problem in found if problem.path == f"r/{name}"))
        if not refused:
            wrong.append(f"{kind}: {text[:30]!r} is refused at no line that holds it: {report(found)[:500]}")
            return record, 0, wrong
        for path in refused:
            tried = put(tried, path, _at(record, path))
        hostile -= refused
    return tried, len(places) - len(hostile), wrong


def each_its_own(record: Any, records: list[Any]) -> Any:
    """The record with another hostile text in each place, of those that were taken there."""
    for index, path in enumerate(text_places(record)):
        taken = [other for other in records if _at(other, path) != _at(record, path)]
        if taken:
            record = put(record, path, _at(taken[index * 7 % len(taken)], path))
    return record


def _lines(name: str, content: bytes, key: str | None, places: set[tuple[str | int, ...]]) -> dict[int, set[Any]]:
    """Line -> places of the record that stand there. A list is named by its own line, where no text of it is."""
    source, problems = load_text(name, name, content)
    found: dict[int, set[Any]] = {}
    if source is None:  # bytes that nobody may write: the report names each of their lines
        return {problem.line: places for problem in problems}
    for path in places:
        found.setdefault(source.line((key, *path) if key else path), set()).add(path)
    for path in places:
        for up in range(1, len(path)):
            line = source.line((key, *path[:up]) if key else path[:up])
            if line not in found:
                found[line] = {other for other in places if other[:up] == path[:up]}
    return found


def test_every_place_takes_it_as_text_or_refuses_it_by_its_line_and_nothing_runs(
    small: Path,
    tmp_path: Path,
    plain: dict[str, Any],
    sources: dict[str, Source],
    today: datetime.date,
    browser: Browser,
    serve: Callable[[Path], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = tmp_path / "r"
    shutil.copytree(small, data)
    files: dict[str, Any] = dict(plain)
    refused = taken = 0
    wrong: list[str] = []
    for kind, (file, key, make) in KINDS.items():
        records = []
        for number, text in enumerate(CORPUS):
            record, count, faults = accepted_places(kind, text, plain, sources, today)
            refused += count
            taken += sum(1 for path in text_places(record) if _at(record, path) == text)
            wrong += faults
            records.append(record)
            if kind not in ONCE:
                name, inside = file.format(f"hostile-{number}"), key and key.format(f"hostile-{number}")
                files[name] = record if inside is None else {**(files.get(name) or {}), inside: record}
        if kind in ONCE:
            record = each_its_own(make(), records)
            files[file] = record if key is None else {**(files.get(file) or {}), key: record}
    assert wrong == []
    assert refused > 2000 and taken > 1000, (refused, taken)
    for name, value in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(written({}, name, None, value))
    export(tmp_path / "export")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "resources" / "imports", data / "imports")
    brought = CliRunner().invoke(main, ["import", "export", "--into", "us/pa", "--resources", "r", "--write"])
    assert brought.exit_code == 0, brought.output
    assert len(list((data / "us/pa/services").iterdir())) >= len(CORPUS)
    publish(Path("r"), tmp_path / "site", today)
    _open_all(browser, serve(tmp_path / "site"), tmp_path / "site")


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        value = value[part]
    return value


def _open_all(browser: Browser, home: str, site: Path) -> None:
    """A page of each kind, and every page with hostile text: nothing runs, nothing is asked of another origin."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.set_default_timeout(15_000)
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(f"{page.url}: {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: ran.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: ran.append(f"{page.url}: {error}"))
    page.on("request", lambda request: None if request.url.startswith((home, "data:")) else ran.append(request.url))
    names = sorted(
        path.parent.relative_to(site).as_posix() for path in site.rglob("index.html") if "hostile-" in path.as_posix()
    )
    assert len(names) > 100
    kinds = ["", "es", "search/#q=alert", "check", "check/form", "plan", "letter", "helper", "about", "before", "paper"]
    some = names if len(names) < 60 else names[:: len(names) // 60]
    for name in [*kinds, *some]:
        if not name.startswith("search") and name and not (site / name / "index.html").exists():
            continue
        page.goto(f"{home}{name}" if "#" in name else f"{home}{name}/" if name else home)
        page.wait_for_load_state("networkidle")
        found = page.evaluate(HOSTILE)
        assert found == [], (name, json.dumps(found)[:500])
    context.close()
    assert ran == []


HOSTILE = """() => [...document.querySelectorAll('*')].flatMap(node => [...node.attributes]
  .filter(a => a.name.startsWith('on') || (['href', 'src', 'action'].includes(a.name)
    && /^\\s*(javascript|data|vbscript)\\s*:/i.test(a.value) && node.tagName !== 'IMG'))
  .map(a => node.outerHTML.slice(0, 200)))"""


@pytest.mark.parametrize("kind", some_of(list(KINDS), "service", "service in Spanish", "need", "site"))
def test_a_field_of_10_mb_is_refused(
    kind: str, plain: dict[str, Any], sources: dict[str, Source], today: datetime.date
) -> None:
    file, key, make = KINDS[kind]
    name = file.format("hostile")
    record = put(make(), next(text_places(make())), "x" * 10_000_000)
    found = problems_of(sources, name, written(plain, name, key and key.format("hostile"), record), today)
    assert "too large" in found[0].text and found[0].path == f"r/{name}"


@pytest.mark.parametrize(
    "id_", ["..", "../x", "a/b", "A", "a b", "a--b", "-a", "con\u202e", "__proto__", "a.b", "index.html", "x" * 61, "é"]
)
def test_an_id_that_is_a_trick_is_refused(
    id_: str, plain: dict[str, Any], sources: dict[str, Source], today: datetime.date
) -> None:
    need = filled(Need)
    assert problems_of(sources, "needs.yaml", written(plain, "needs.yaml", id_, need), today)
    if "/" not in id_:
        name = f"us/services/{id_}.yaml"
        assert problems_of(sources, name, written(plain, name, None, filled(Service)), today)
