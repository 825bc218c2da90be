"""A made-up export with every mess from the field: each row is accounted for, and what comes in is sound."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, TODAY
from mess import export

from generators.cli import main
from generators.load import load
from generators.pipeline import gather
from generators.publish import publish

LONG = os.environ.get("HANDRAIL_LONG") == "1"


def brought(tmp_path: Path, services: int) -> tuple[Path, Counter[str], str, list[dict[str, str]], float]:
    """The resources after an import, the rows that were written, the words said, the report, and the seconds taken."""
    counts = export(tmp_path / "export", services)
    resources = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", resources)
    report = tmp_path / "report.json"
    started = time.monotonic()
    words = ["import", str(tmp_path / "export"), "--into", "us/fl", "--resources", str(resources), "--write"]
    result = CliRunner().invoke(
        main, [*words, "--today", TODAY.isoformat(), "--report", str(report)], catch_exceptions=False
    )
    seconds = time.monotonic() - started
    assert result.exit_code == 0, result.output
    return resources, counts, result.stdout, json.loads(report.read_text("utf-8")), seconds


def looked_over(resources: Path, counts: Counter[str], report: list[dict[str, str]], services: int) -> None:
    rows = [line for line in report if line["what"].startswith("row ")]
    files = Counter(line["place"].split(".csv:")[0] for line in rows)
    assert files == counts, "a row is missing from the report"
    assert all(line["text"] for line in rows if line["what"] == "row not imported")
    texts = " ".join(line["text"] for line in report)
    for told in ("in metres", "no organization has the id", "there is no service lost", "capitals throughout",
                 "HTML", "written out", "without its beginning", "read as 9:00", "read as 8:30", "numbers in one cell",
                 "not an e-mail address", "invisible characters", "saved as UTF-16", "saved as Windows-1252",
                 "not a link that a page may have", "kept whole in `imported`", "was not in quotes", "already that of",
                 "not a ZIP code", "the state FL from the ZIP code", "its name is longer",
                 "it has no name"):  # fmt: skip
        assert told in texts, told
    imported = [source for source in load(resources)[0] if source.name.startswith("us/fl/services/")]
    assert len(imported) >= services * 0.98
    everything = "".join(json.dumps(source.data) for source in imported)
    assert "Secret Name" not in everything, "names of the 211 taxonomy are not ours to ship"
    assert "BD-1800.2000" in everything
    assert "javascript:" not in everything and "<script" not in everything
    assert not list(resources.parent.glob("etc")) and not (resources / "us" / "fl" / "etc").exists()
    _, problems = gather(resources, TODAY)
    assert [str(problem) for problem in problems if not problem.reminder] == []


def test_four_hundred_services(tmp_path: Path) -> None:
    resources, counts, words, report, _ = brought(tmp_path, 400)
    looked_over(resources, counts, report, 400)
    total = sum(counts.values())
    assert f"{total:>8}" in words.splitlines()[-1]


@pytest.mark.skipif(not LONG, reason="long: set HANDRAIL_LONG=1")
def test_four_thousand_services_within_a_minute_and_a_site_from_them(tmp_path: Path) -> None:
    resources, counts, _, report, seconds = brought(tmp_path, 4000)
    assert seconds < 60
    looked_over(resources, counts, report, 4000)
    publish(resources, tmp_path / "site", datetime.date(2026, 11, 21), tmp_path / "cache")
    assert len(list((tmp_path / "site" / "services").iterdir())) > 4000
