"""Made-up exports with every mess from the field: each row is accounted for, and what comes in is sound.

`HANDRAIL_LONG=1` takes 4,000 services, and builds the site.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import mess
import mess_worse
import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, TODAY

from generators.cli import main
from generators.load import load
from generators.pipeline import gather

LONG = os.environ.get("HANDRAIL_LONG") == "1"
Lines = list[dict[str, str]]
TOLD = {
    mess: (
        "in metres", "no organization has the id", "there is no service lost", "capitals throughout", "HTML",
        "written out", "without its beginning", "read as 9:00", "read as 8:30", "numbers in one cell",
        "not an e-mail address", "invisible characters", "saved as UTF-16", "saved as Windows-1252",
        "not a link that a page may have", "kept whole in `imported`", "was not in quotes", "already that of",
        "not a ZIP code", "the state FL from the ZIP code", "its name is longer", "it has no name",
    ),
    mess_worse: (
        "saved as UTF-8 and Windows-1252", "opened and not closed", "wrong way round", "minus of the west",
        "coordinates of nowhere", "not degrees", "this row has 9 cells", "this row has 21 cells", "taken apart",
        "no lowest age", "no highest age in whole years", "a highest age of 999", "cannot be meant",
        "it does not say what it belongs to", "it has no name", "there is no service nobody",
        "no times of day", "no day of the week", "the same row again", "the first is kept", "is already that of",
        "no service and no organization has this program", "32,199 letters",
    ),
}  # fmt: skip


def resources_in(folder: Path) -> Path:
    """The shipped data in two languages."""
    made = folder / "resources"
    shutil.copytree(ROOT / "resources", made)
    text = (made / "site.yaml").read_text("utf-8")
    assert "\nlanguages: [en, es, ar, vi, zh, ht, so]\n" in text
    (made / "site.yaml").write_text(text.replace("[en, es, ar, vi, zh, ht, so]", "[en, es]"), "utf-8")
    return made


def bring(source: Path, resources: Path, *more: str) -> tuple[Result, Lines]:
    """What an import said, and its report."""
    report = resources.parent / "report.json"
    words = ["import", str(source), "--into", "us/fl", "--resources", str(resources), "--name", "export", *more]
    result = CliRunner().invoke(
        main, [*words, "--today", TODAY.isoformat(), "--report", str(report)], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return result, json.loads(report.read_text("utf-8"))


def looked_over(resources: Path, counts: Counter[str], report: Lines, services: int, kind: ModuleType) -> None:
    rows = [line for line in report if line["what"].startswith("row ")]
    files = Counter(line["place"].split(":")[0].lower().removesuffix(".csv") for line in rows)
    assert files == Counter({name.removesuffix(".csv"): count for name, count in counts.items()}), "a row is missing"
    assert all(line["text"] for line in rows if line["what"] == "row not imported")
    texts = " ".join(line["text"] for line in report)
    for told in TOLD[kind]:
        assert told in texts, told
    imported = [source for source in load(resources)[0] if source.name.startswith("us/fl/services/")]
    assert len(imported) >= services * (0.98 if kind is mess else 0.95)
    everything = "".join(json.dumps(source.data, ensure_ascii=False) for source in imported)
    assert "Secret Name" not in everything, "names of the 211 taxonomy are not ours to ship"
    assert "BD-1800.2000" in everything
    assert "javascript:" not in everything and "<script" not in everything and "\u00c3" not in everything
    assert not list(resources.parent.glob("etc")) and not (resources / "us" / "fl" / "etc").exists()
    _, problems = gather(resources, TODAY)
    assert [str(problem) for problem in problems if not problem.reminder] == []


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", [mess, mess_worse], ids=["mess", "worse"])
def test_four_hundred_services(tmp_path: Path, kind: ModuleType) -> None:
    counts = kind.export(tmp_path / "export", 400)
    resources = resources_in(tmp_path)
    before = files_of(resources)
    result, dry = bring(tmp_path / "export", resources)
    assert files_of(resources) == before and "Nothing was written" in result.stderr
    assert f"{sum(counts.values()):>8}" in result.stdout.splitlines()[-1]
    _, report = bring(tmp_path / "export", resources, "--write")
    assert report == dry
    looked_over(resources, counts, report, 400, kind)
    written = files_of(resources)
    result, _ = bring(tmp_path / "export", resources, "--write")
    assert "0 files written" in result.stderr and files_of(resources) == written, "the same again changed something"


def test_a_zip_is_read_like_its_folder(tmp_path: Path) -> None:
    mess_worse.export(tmp_path / "export", 60)
    mess_worse.zipped(tmp_path / "export", tmp_path / "export.zip")
    resources = resources_in(tmp_path)
    folder, as_folder = bring(tmp_path / "export", resources)
    archive, as_archive = bring(tmp_path / "export.zip", resources)
    assert as_folder == as_archive and folder.stdout == archive.stdout
    bring(tmp_path / "export", resources, "--write")
    assert "0 files written" in bring(tmp_path / "export.zip", resources, "--write")[0].stderr


def test_hand_edits_in_a_mess_stay_and_conflicts_are_named(tmp_path: Path) -> None:
    mess_worse.export(tmp_path / "export", 60)
    resources = resources_in(tmp_path)
    bring(tmp_path / "export", resources, "--write")
    table = tmp_path / "export" / "Services.CSV"
    content = table.read_bytes()
    names = {
        path: record["name"]
        for path, record in (
            (source.path, source.data) for source in load(resources)[0] if source.name.startswith("us/fl/services/")
        )
        if content.count(f",{record['name']},".encode()) == 1 and "discreet" not in record
    }
    both, hand, source = list(names)[:3]
    for path in (both, hand):
        text = Path(path).read_text("utf-8")
        Path(path).write_text(text.replace(f"name: {names[path]}\n", "name: By Hand  # Ana said so\n"), "utf-8")
    for path in (both, source):
        content = content.replace(f",{names[path]},".encode(), b",Changed in the List,")
    table.write_bytes(content)
    result, report = bring(tmp_path / "export", resources, "--write")
    shown = {path: Path(path).relative_to(resources).as_posix() for path in (both, hand, source)}
    assert {line["file"] for line in report if line["what"] == "conflict"} == {shown[both]}
    changed = {line["file"]: line["text"] for line in report if line["what"] == "changed"}
    assert "name" in changed[shown[source]] and shown[hand] not in changed and changed.keys() <= set(shown.values())
    assert f"{shown[both]}: name" in result.stdout and "Conflicts" in result.stdout
    for path in (both, hand):
        assert "name: By Hand  # Ana said so\n" in Path(path).read_text("utf-8")
    assert "name: Changed in the List\n" in Path(source).read_text("utf-8")


@pytest.mark.skipif(not LONG, reason="long: set HANDRAIL_LONG=1")
@pytest.mark.parametrize("kind", [mess, mess_worse], ids=["mess", "worse"])
def test_four_thousand_services_within_a_minute_and_a_site_from_them(tmp_path: Path, kind: ModuleType) -> None:
    counts = kind.export(tmp_path / "export", 4000)
    resources = resources_in(tmp_path)
    report = tmp_path / "report.json"
    words = ["import", str(tmp_path / "export"), "--into", "us/fl", "--name", "export", "--write"]
    words += ["--resources", str(resources), "--today", TODAY.isoformat()]
    import_ = measured(tmp_path, [*words, "--report", str(report)])
    looked_over(resources, counts, json.loads(report.read_text("utf-8")), 4000, kind)
    again = measured(tmp_path, words)
    built = measured(
        tmp_path,
        ["build", "--resources", str(resources), "--out", str(tmp_path / "site"), "--today", TODAY.isoformat()],
    )
    print(f"{kind.__name__}: {sum(counts.values())} rows; import {import_}, again {again}, build {built}")
    assert import_[0] < 60 and again[0] < 60
    assert import_[1] < 1000 and built[1] < 1500
    assert len(list((tmp_path / "site" / "services").iterdir())) > 3800


def measured(folder: Path, words: list[str]) -> tuple[int, int]:
    """Seconds of the processor that a command takes, and the most memory that a command so far has taken, in MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "generators", *words],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stderr[-3000:]} after {time.monotonic() - started:.0f} seconds"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return round(seconds), after.ru_maxrss // 1024
