"""How long a check holds, what is due, who is to be called, and where nothing is listed."""

from __future__ import annotations

import csv
import datetime
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generators.cli import main
from generators.fresh import Look, due, look_at
from generators.model import Service
from generators.pages.coverage import coverage_rows, picture
from generators.pipeline import gather
from generators.reports.due import as_csv, due_lines, due_problems
from generators.room import room_of

TODAY = datetime.date(2026, 11, 21)


def service(**fields: Any) -> Service:
    return Service.model_validate({"name": "X", **fields})


def checked(day: str) -> dict[str, Any]:
    return {"verified": {"date": day, "by": "Ana", "how": "phone"}}


@pytest.mark.parametrize(
    ("kind", "holds", "ends"),
    [
        ("hotline", "2026-08-22", "2026-08-21"),
        ("shelter", "2026-10-22", "2026-10-21"),
        ("pantry", "2026-05-22", "2026-05-21"),
        ("clinic", "2025-11-22", "2025-11-21"),
        ("service", "2025-11-22", "2025-11-21"),
    ],
)
def test_how_long_a_check_holds(kind: str, holds: str, ends: str) -> None:
    for day, is_old in ((holds, False), (ends, True)):
        look = look_at(service(kind=kind, **checked(day)))
        assert look is not None and look.is_check and look.is_old(TODAY) is is_old


def test_what_an_official_page_says_is_no_check() -> None:
    look = look_at(service(kind="hotline", sourced={"from": "https://example.org/", "as_of": "2026-03"}))
    assert look == Look(datetime.date(2026, 3, 1), 12, is_check=False)
    assert look_at(service()) is None


def test_whole_months() -> None:
    look = Look(datetime.date(2026, 1, 31), 1, is_check=True)
    assert [look.age(datetime.date(2026, *day)) for day in ((1, 31), (2, 28), (3, 1), (3, 31))] == [0, 0, 1, 2]


def test_room() -> None:
    assert room_of(service()) == ""
    assert room_of(service(status="full")) == "full"
    assert room_of(service(status="full", closed_until="2026-12-01")) == "2026-12-01"
    assert room_of(service(status="closed", closed_until="2026-12-01")) == "closed"


@pytest.fixture
def data(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site: the pantry was checked long ago, the helpline lately, food stamps never."""
    shutil.copytree(small, tmp_path / "resources")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "resources/us/services"
    for name, lines in (
        ("pantry", "kind: pantry\nverified: {date: 2025-09-20, by: '=1+1', how: phone}\n"),
        ("helpline", "verified: {date: 2026-11-01, by: Ana, how: visit}\n"),
    ):
        with (folder / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(lines)
    return Path("resources")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--today", "2026-11-21"])


def test_a_call_sheet(data: Path) -> None:
    result = run("report", "due", "--csv", "due.csv", "--out", "due.html")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Call sheet of November 21, 2026: 1 to call\n")
    assert "1. Made-up Pantry" in result.stdout and "Call:  412-555-0123" in result.stdout
    assert "Last:  September 20, 2025, by =1+1 (a pantry is checked every 6 months)" in result.stdout
    assert "[ ] What does it cost? We say: Free." in result.stdout
    assert "Then write in resources/us/services/pantry.yaml:" in result.stdout
    page = Path("due.html").read_text("utf-8")
    assert "Made-up Pantry" in page and "<script" not in page and 'class="box"' in page
    (row,) = csv.DictReader(io.StringIO(Path("due.csv").read_text("utf-8-sig")))
    assert row["phone"] == "412-555-0123" and row["file"] == "resources/us/services/pantry.yaml"
    assert run("report", "due", "--area", "us").stdout == result.stdout
    wrong = run("report", "due", "--area", "us/zz")
    assert wrong.exit_code == 2 and 'no area is called "us/zz"' in wrong.output


def test_no_cell_of_the_table_is_a_formula(data: Path) -> None:
    pantry = data / "us/services/pantry.yaml"
    pantry.write_text(pantry.read_text("utf-8").replace("name: Made-up Pantry", "name: '=HYPERLINK(1)'"), "utf-8")
    records, _ = gather(data, TODAY)
    assert records is not None
    rows = list(csv.reader(io.StringIO(as_csv(due_lines(records, TODAY, "resources"), records))))
    assert rows[1][1] == "'=HYPERLINK(1)"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_check_names_the_first_twenty_and_counts_the_rest(data: Path) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert "resources/us/services/pantry.yaml:1: reminder: Made-up Pantry is due for a check" in result.stdout
    text = (data / "us/services/pantry.yaml").read_text("utf-8")
    for number in range(24):
        (data / f"us/services/other-{number}.yaml").write_text(text, "utf-8")
    records, problems = gather(data, TODAY)
    assert records is not None, problems
    found, rest = due_problems(records, TODAY, "resources")
    assert len(found) == 20 and all(problem.reminder for problem in found)
    assert rest == "and 5 more to check: python -m generators report due"
    assert run("check").stdout.endswith(f"{rest}\n")


def test_what_is_closed_for_good_is_left_in_peace_and_out_of_everything(data: Path) -> None:
    with (data / "us/services/pantry.yaml").open("a", encoding="utf-8") as file:
        file.write("status: closed\n")
    records, _ = gather(data, TODAY)
    assert records is not None
    assert due(records, TODAY) == []
    (row,) = (row for row in coverage_rows(records) if row.area == "us")
    assert row.services == 2
    from generators.languages import language
    from generators.rules import screening_data
    from generators.search import searched

    assert "pantry" not in searched(records, language("en"))
    screened = screening_data(records, "en", TODAY)
    assert "pantry" not in screened["services"] and "pantry" not in screened["order"]
    assert "pantry" in records.services  # its page stays


def test_a_closed_service_stands_in_no_list(data: Path) -> None:
    with (data / "us/services/helpline.yaml").open("a", encoding="utf-8") as file:
        file.write("status: closed\n")
    records, problems = gather(data, TODAY)
    assert records is not None
    assert records.services["pantry"].alternatives == ()
    assert records.site.stuck == ()
    assert records.urgent["no-food-today"].services == ("helpline",)  # a door must lead somewhere
    reminders = [str(problem) for problem in problems if "closed for good" in problem.text]
    assert any(line.startswith("resources/site.yaml:5: reminder:") for line in reminders)
    assert any(line.startswith("resources/urgent.yaml:5: reminder:") for line in reminders)


def test_gaps_as_text_and_as_a_picture(data: Path) -> None:
    result = run("report", "coverage")
    assert result.exit_code == 0 and "3 services" in result.stdout
    assert "nothing of its own:" in result.stdout or "2 of 2 needs" in result.stdout
    records, _ = gather(data, TODAY)
    assert records is not None
    drawn = str(picture(coverage_rows(records), {"food": "Food <b>"}))
    assert drawn.startswith("<svg") and "<b>" not in drawn and drawn.count("<rect") == len(coverage_rows(records))
