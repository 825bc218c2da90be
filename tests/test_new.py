"""`new area`, `new organization`, `new service`: asked or as options, valid at once, never over a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import TODAY

from generators.cli import main
from generators.pipeline import gather

SERVICE = (
    "new service us/pa --name|Elm Pantry|--organization|hope-house|--needs|food|--summary|Free groceries.|"
    "--who-for|Anyone.|--you-get|A bag of food.|--cost|Free.|--phone|412-281-1234|--page|https://example.org/elm|"
    "--how|Call first.|--bring|Nothing. Just come.|--takes|Ten minutes.|--next|You leave with food.|"
    "--steps|Call; Go on a Tuesday|--as-of|2026-11"
)
ORGANIZATION = (
    "new organization us/pa --name|Hope House|--summary|A pantry on Elm Street.|--page|https://example.org|"
    "--phone||--as-of|2026-11"
)


@pytest.fixture
def here(tmp_path: Path, small: Path) -> Path:
    shutil.copytree(small, tmp_path / "small")
    return tmp_path / "small"


def run(here: Path, line: str, given: str | None = None) -> Result:
    start, _, options = line.partition(" --")
    words = start.split() + (f"--{options}".split("|") if options else [])
    return CliRunner().invoke(main, [*words, "--resources", str(here)], input=given, catch_exceptions=False)


def started(here: Path) -> None:
    assert run(here, "new area us/pa", "Pennsylvania\n").exit_code == 0
    assert run(here, "new area us/pa/allegheny", "\n").exit_code == 0
    assert run(here, ORGANIZATION).exit_code == 0


def problems(here: Path) -> list[str]:
    return [str(problem) for problem in gather(here, TODAY)[1] if not problem.reminder]


def test_an_area_an_organization_and_a_service_that_check_takes(here: Path) -> None:
    started(here)
    result = run(here, SERVICE)
    assert result.exit_code == 0, result.output
    assert "python -m generators check" in result.output
    assert problems(here) == []
    text = (here / "us/pa/services/elm-pantry.yaml").read_text("utf-8")
    assert "# Who it is for, in words.\nwho_for: Anyone." in text
    assert "name: Allegheny County" in (here / "us/pa/allegheny/area.yaml").read_text("utf-8")
    assert "level: county" in (here / "us/pa/allegheny/area.yaml").read_text("utf-8")


def test_every_answer_is_asked_for_and_a_wrong_one_again(here: Path) -> None:
    started(here)
    answers = [
        "Oak Kitchen",
        "hope-hous",
        "hope-house",
        "foood",
        "food, money",
        "Hot meals.",
        "Anyone.",
        "A meal.",
        "Free.",
        "12",
        "",
        "example.org",
        "https://example.org",
        "Come in.",
        "",
        "An hour.",
        "You eat.",
        "Come; Eat",
        "soon",
        "2026-11",
    ]
    result = run(here, "new service us/pa", "\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert 'Did you mean "hope-house"?' in result.output and 'Did you mean "food"?' in result.output
    assert problems(here) == []


def test_nothing_is_written_over(here: Path) -> None:
    started(here)
    path = here / "us/pa/area.yaml"
    before = path.read_bytes()
    result = run(here, "new area us/pa --name|Other")
    assert result.exit_code == 2 and "already there" in result.output
    assert run(here, ORGANIZATION).exit_code == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("new area us/PA --name|x", "small letters"),
        ("new area ../../etc --name|x", "small letters"),
        ("new area us/oh/franklin --name|x", "There is no area us/oh"),
        ("new organization us/ny --name|x", "There is no area us/ny"),
        (SERVICE.replace("|food|", "|fod|"), 'no need is called "fod"'),
        (SERVICE.replace("https://example.org/elm", "javascript:alert(1)"), "--page"),
        (SERVICE.replace("412-281-1234", "12"), "--phone"),
        (SERVICE.replace("2026-11", "yesterday"), "--as-of"),
        (SERVICE.replace("Free groceries.", "x" * 301), "Nothing was written"),
        (SERVICE + "|--id|../x", "cannot be an id"),
    ],
)
def test_wrong_answers_write_nothing(here: Path, line: str, says: str) -> None:
    started(here)
    before = sorted(here.rglob("*"))
    result = run(here, line)
    assert result.exit_code == 2 and says in result.output, result.output
    assert sorted(here.rglob("*")) == before


def test_a_private_service_gets_a_neutral_title_and_address(here: Path) -> None:
    started(here)
    needs = here / "needs.yaml"
    text = "support:\n  name: Support\n  icon: material/home\n  summary: Someone to talk to.\n  sensitive: true\n"
    needs.write_text(needs.read_text("utf-8") + text + "  discreet: People to talk to\n", "utf-8")
    line = SERVICE.replace("|food|", "|support|")
    told = run(here, line + "|--discreet|Violence line", "")
    assert told.exit_code == 2 and "tells what the page is about" in told.output
    result = run(here, line + "|--discreet|Advice line|--id|advice-line")
    assert result.exit_code == 0, result.output
    assert (here / "us/pa/services/advice-line.yaml").exists()
