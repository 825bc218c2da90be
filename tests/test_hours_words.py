"""Hours in one line, in the languages that are there; every example of the maintainer's page says what it says."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from conftest import ROOT

from generators.hours import summary_of, summary_of_service
from generators.languages import language
from generators.load import load
from generators.model import Asked, Schedule, Service
from generators.pages.doors import ASKED, asked_of, maps_of
from generators.pages.view import View
from generators.pipeline import gather

TODAY = datetime.date(2026, 11, 21)
GUIDE = (ROOT / "docs" / "maintain" / "hours.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```\n\nSays: (.*?)\n\n", GUIDE + "\n", re.DOTALL)
ROWS = [
    {"days": ["mon", "wed"], "opens": "9:00", "closes": "17:00"},
    {"days": ["tue"], "weeks": [2], "opens": "18:00", "closes": "20:00"},
]


def test_every_example_is_read() -> None:
    assert len(EXAMPLES) == GUIDE.count("```yaml") == GUIDE.count("\nSays: ")


@pytest.mark.parametrize(("text", "said"), EXAMPLES, ids=[said for _, said in EXAMPLES])
def test_the_page_for_maintainers(text: str, said: str, tmp_path: Path, view: View) -> None:
    (tmp_path / "example.yaml").write_text(text, "utf-8")
    sources, problems = load(tmp_path)
    assert problems == []
    service = Service.model_validate({"name": "A pantry", **sources[0].data})
    if service.asks != Asked():
        assert " ".join(sorted(map(str, asked_of(view, service)), key=lambda one: said.index(one))) == said
    else:
        assert summary_of_service(language("en"), service, TODAY) == said


@pytest.fixture
def view(small: Path) -> View:
    records, _ = gather(small, TODAY)
    assert records is not None
    return View(records, language("en"), TODAY)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Mon, Wed 9 AM–5 PM; 2nd Tue of the month 6 PM–8 PM"),
        ("es", "lun, mié 9 a.m.–5 p.m.; 2.º mar del mes 6 p.m.–8 p.m."),
    ],
)
def test_one_line(code: str, said: str) -> None:
    schedule = Schedule.model_validate({"open": ROWS})
    line = summary_of(language(code), schedule, TODAY)
    assert " ".join(line.split()) == said


def test_a_sentence_of_a_person_comes_first_and_rows_that_are_over_are_gone() -> None:
    schedule = {"open": [*ROWS, {"opens": "1:00", "closes": "2:00", "until": "2026-11-20"}]}
    service = Service.model_validate({"name": "A", "schedule": schedule})
    assert summary_of_service(language("en"), service, TODAY).count(";") == 1
    assert summary_of_service(language("en"), service.model_copy(update={"hours": "Ask."}), TODAY) == ""
    assert summary_of_service(language("en"), Service(name="A"), TODAY) == ""


def test_what_is_unknown_is_never_shown_as_not_asked(view: View) -> None:
    place = {"name": "A", "locations": [{"city": "Erie"}]}

    def said(**asks: bool) -> list[str]:
        return [str(line) for line in asked_of(view, Service.model_validate({**place, "asks": asks}))]

    assert said() == ["Call first: ask what to bring."]
    assert said(id=False) == ["No ID needed.", "Call first and ask what else to bring."]
    assert said(id=True)[0] == "Bring an ID."
    assert len(said(**dict.fromkeys(ASKED, False))) == len(ASKED)
    assert set(ASKED) == set(Asked.model_fields)


def test_no_map_without_a_street() -> None:
    door = Service.model_validate({"name": "A", "locations": [{"city": "Erie", "state": "PA"}]}).locations[0]
    assert maps_of(door) == ()
