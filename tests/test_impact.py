"""What a change of data does, on a changed copy of the small site; and the sample families."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT, TODAY

from generators.cli import main
from generators.impact import QUESTIONS_OF, unused_questions
from generators.model import Rule
from generators.pipeline import gather
from generators.rules import check_facts
from generators.sample import sample


def impact(old: Path, new: Path) -> Result:
    return CliRunner().invoke(main, ["impact", str(old), "--resources", str(new), "--today", TODAY.isoformat()])


def part(result: Result, title: str) -> list[str]:
    """The lines under a title."""
    blocks = {lines[0].split(":")[0]: lines[1:] for lines in _blocks(result.stdout)}
    return [line.strip() for line in blocks[title]]


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("  "):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


@pytest.fixture
def changed(small: Path, tmp_path: Path) -> Path:
    """The small site with a lower limit and one more service."""
    new = tmp_path / "resources"
    shutil.copytree(small, new)
    stamps = new / "us" / "services" / "food-stamps.yaml"
    stamps.write_text(stamps.read_text("utf-8").replace("share: 1.3", "share: 0.3").replace("1500", "300"), "utf-8")
    stamps.write_text(stamps.read_text("utf-8").replace("1,500", "300"), "utf-8")
    closet = new / "us" / "services" / "closet.yaml"
    pantry = (new / "us" / "services" / "pantry.yaml").read_text("utf-8")
    closet.write_text(_without_rule(pantry), "utf-8")
    return new


def _without_rule(text: str) -> str:
    kept, skipping = [], False
    for line in text.splitlines():
        if not line.startswith((" ", "-", "#")):
            skipping = line.split(":")[0] in ("rule", "rule_for", "also_needed", "examples")
        if not skipping:
            kept.append(line)
    return "\n".join(kept) + "\n"


def test_the_same_data_changes_nothing(small: Path) -> None:
    result = impact(small, small)
    assert result.exit_code == 0, result.stderr
    assert part(result, "Outcomes that change") == []


def test_a_lower_limit_shows_in_outcomes(small: Path, changed: Path) -> None:
    result = impact(small, changed)
    assert result.exit_code == 0, result.stderr
    lines = part(result, "Outcomes that change")
    assert any(line.startswith("food-stamps: likely -> unlikely for ") for line in lines), lines
    assert all(" of 200 families, such as " in line for line in lines)


def test_what_leads_nowhere_is_named(small: Path, changed: Path) -> None:
    result = impact(small, changed)
    assert any(line.startswith("closet: only on the page of ") for line in part(result, part_title("page of a need")))
    unused = part(result, "Questions that no rule uses")
    assert "income" not in unused
    assert "veteran" in unused or not unused
    assert part(result, "Rules that nobody comes to") == []


def part_title(words: str) -> str:
    return f"Services that only the {words} leads to"


def test_a_problem_in_the_data_is_told_and_ends_with_1(small: Path, tmp_path: Path) -> None:
    broken = tmp_path / "resources"
    shutil.copytree(small, broken)
    (broken / "needs.yaml").write_text("food: {", "utf-8")
    result = impact(small, broken)
    assert result.exit_code == 1
    assert "needs.yaml" in result.stderr
    assert result.stdout == ""


def test_every_word_of_a_rule_that_needs_an_answer_is_known() -> None:
    words = {field.alias or name for name, field in Rule.model_fields.items()}
    of_trees = {"all", "any", "not", "anyone", "count", "maybe"}
    of_first_questions = {"age", "relation", "caretaker", "place", "figure", "dates"}
    unknown = words - of_trees - of_first_questions - set(QUESTIONS_OF)
    assert unknown == set(), "say in impact.py which question answers the new word"


def test_the_shipped_questions_are_used() -> None:
    records, problems = gather(ROOT / "resources", TODAY)
    assert records is not None, problems
    assert unused_questions(records) == []


def test_the_sample_is_the_same_each_time_and_right() -> None:
    families = sample(["OH", "AK"], ["snap"], 50)
    assert families == sample(["OH", "AK"], ["snap"], 50)
    assert [problem for family in families for problem in check_facts(family)] == []
    assert {len(family["people"]) for family in families} >= {1, 2, 3, 4}
