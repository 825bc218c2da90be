"""The commands as a person types them: results, words and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

from generators.cli import main

OHIO: dict[str, Any] = {
    "place": {"state": "OH"},
    "people": [
        {"id": "p1", "relation": "self", "age": 29, "pregnant": True},
        {"id": "p2", "relation": "spouse", "age": 30},
        {"id": "p3", "relation": "child", "age": 4},
    ],
    "incomes": [{"person": "p1", "kind": "wages", "amount": 2000, "per": "month"}],
}
ALWAYS_THERE = set(
    "snap wic medicaid chip school-meals head-start early-head-start csfp lifeline liheap ssi "
    "medicare-savings-program eitc child-tax-credit tanf".split()
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(ROOT)

    def call(*words: str, given: str | None = None) -> Result:
        return CliRunner().invoke(main, [*words], input=given)

    return call


def screened(run: Any, facts: object) -> Any:
    result = run("screen", "-", "--today", "2026-11-21", given=json.dumps(facts))
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_household_of_three_in_ohio(run: Any) -> None:
    wic = screened(run, OHIO)["services"]["wic"]
    assert wic["outcome"] == "likely"
    assert wic["who"] == ["p1", "p3"]


def test_without_the_income_answer_the_income_question_is_open(run: Any) -> None:
    wic = screened(run, {key: value for key, value in OHIO.items() if key != "incomes"})["services"]["wic"]
    assert wic["outcome"] == "maybe"
    assert "income" in wic["open"]


def test_no_answers_give_no_unlikely(run: Any) -> None:
    services = screened(run, {})["services"]
    assert ALWAYS_THERE <= set(services)
    assert {service["outcome"] for service in services.values()} == {"maybe"}


def test_a_list_comes_back_as_a_list_in_the_same_order(run: Any) -> None:
    results = screened(run, [{}, OHIO])
    assert [result["services"]["wic"]["outcome"] for result in results] == ["maybe", "likely"]


def test_bad_facts_name_every_mistake_and_print_nothing(run: Any) -> None:
    wrong = {
        "people": [{"id": "p1", "relation": "self", "age": 200}],
        "incomes": [{"person": "p9", "amount": -1}],
        "x": 1,
    }
    result = run("screen", "-", given=json.dumps([{}, wrong]))
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.strip().split("\n")
    assert all(line.startswith("household 2: ") for line in lines)
    assert len(lines) >= 4


@pytest.mark.parametrize("given", ["", "{", "[" * 100_000, '"text"', "3", "null", "[[]]"])
def test_what_is_no_household_is_wrong_use(run: Any, given: str) -> None:
    result = run("screen", "-", given=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_check_names_problems_and_reminders(run: Any, small: Path, tmp_path: Path) -> None:
    assert run("check", "--resources", str(small), "--today", "2026-11-21").exit_code == 0
    nowhere = run("check", "--resources", str(tmp_path / "nowhere"))
    assert nowhere.exit_code == 1
    assert "there is no such folder" in nowhere.stdout


@pytest.mark.parametrize("words", [["bild"], ["build", "--today", "yesterday"], ["screen"], ["screen", "missing.json"]])
def test_wrong_use_is_2(run: Any, words: list[str]) -> None:
    assert run(*words).exit_code == 2


@pytest.mark.parametrize("command", ["build", "serve", "check", "screen", "impact"])
def test_every_command_explains_itself(run: Any, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "--resources" in result.stdout


def test_on_windows_it_says_where_to_run_it() -> None:
    start = "import runpy, sys; sys.platform = 'win32'; runpy.run_module('generators', run_name='__main__')"
    ended = subprocess.run([sys.executable, "-c", start], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "wsl --install" in ended.stderr
    assert "Traceback" not in ended.stderr
