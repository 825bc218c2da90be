"""Many services in one file: both ways of writing the list, beside the folder, with translations and right lines."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from generators.load import load_text
from generators.load.quick import Odd, quick
from generators.load.walk import walk
from generators.model import Records
from generators.pipeline import gather
from generators.salvage import salvage

TODAY = datetime.date(2026, 11, 22)
FOOD = "us/pa/services/food-bank.yaml"
BODY = """name: {name}
organization: {organization}
needs: [food]
summary: x
who_for: x
you_get: x
cost: x
apply: {{phone: {{number: 412-555-0123}}}}
takes: x
next: x
steps: [{{do: Call}}]
sourced: {{from: "https://example.org", as_of: "2026-01"}}
"""


def body(name: str, organization: str) -> str:
    return BODY.format(name=name, organization=organization)


def indented(text: str, first: str = "  ") -> str:
    lines = text.splitlines()
    return "\n".join([f"{first}{lines[0]}", *(f"  {line}" for line in lines[1:])]) + "\n"


@pytest.fixture
def folder(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(small, tmp_path / "resources")
    monkeypatch.chdir(tmp_path)
    return Path("resources")


def organization(folder: Path) -> str:
    return next((folder / "us" / "organizations").glob("*.yaml")).name.partition(".")[0]


def as_mapping(names: list[str], organization: str) -> str:
    return "".join(f"{name}:\n{indented(body(name.title(), organization))}" for name in names)


def as_list(names: list[str], organization: str) -> str:
    return "".join(f"- id: {name}\n{indented(body(name.title(), organization))}" for name in names)


@pytest.mark.parametrize("write", [as_mapping, as_list])
def test_both_ways_of_writing_a_list_stand_beside_the_folder(folder: Path, write: object) -> None:
    before, _ = gather(folder, TODAY)
    assert before is not None
    (folder / "us" / "services.yaml").write_text(write(["one", "two"], organization(folder)), "utf-8")  # type: ignore[operator]
    records, problems = gather(folder, TODAY)
    assert records is not None, problems
    assert set(records.services) == {*before.services, "one", "two"}
    assert records.services["one"].name == "One"
    assert records.placed["service/two"].path == "us/services.yaml"
    assert records.placed["service/two"].area == "us"
    assert records.placed["service/two"].line(("steps", 0)) == 25


@pytest.mark.parametrize("write", [as_mapping, as_list])
def test_a_mistake_has_its_line(folder: Path, write: object) -> None:
    text = write(["one", "two"], organization(folder)).replace("needs: [food]", "needs: [fod]")  # type: ignore[operator]
    (folder / "us" / "services.yaml").write_text(text, "utf-8")
    records, problems = gather(folder, TODAY)
    assert records is None
    assert [str(problem) for problem in problems if not problem.reminder] == [
        f'resources/us/services.yaml:{line}: no need is called "fod". Did you mean "food"?' for line in (4, 17)
    ]


def test_a_list_of_organizations_and_translations_beside(folder: Path) -> None:
    us = folder / "us"
    (us / "organizations.yaml").write_text(
        'helpers:\n  name: Helpers\n  sourced: {from: "https://example.org", as_of: "2026-01"}\n', "utf-8"
    )
    (us / "services.yaml").write_text(as_list(["one", "two"], "helpers"), "utf-8")
    (us / "services.es.yaml").write_text("- id: two\n  name: Dos\n- id: one\n  name: Uno\n", "utf-8")
    records, problems = gather(folder, TODAY)
    assert records is not None, problems
    assert said(records, "one") == "Uno" and said(records, "two") == "Dos"
    (us / "services.es.yaml").write_text("one:\n  nam: Uno\n", "utf-8")
    _, problems = gather(folder, TODAY)
    assert any(
        str(problem).startswith('resources/us/services.es.yaml:2: the English record has no "nam"')
        for problem in problems
    )


def said(records: Records, key: str) -> str:
    return records.text("es", f"service/{key}", ("name",), "")[0]


def test_wrong_lists_are_told_in_plain_words(folder: Path) -> None:
    path = folder / "us" / "services.yaml"
    for text, told in (
        (
            "- name: x\n",
            "resources/us/services.yaml:1: a record of this list has no id. Begin it with a line `- id: food-bank`.",
        ),
        ("soup\n", "resources/us/services.yaml:1: this file should be a list of records, each with an id."),
        (
            "- id: a\n- id: a\n",
            'resources/us/services.yaml:2: the id "a" is written twice (first in line 1). Keep one of the two.',
        ),
        (
            "Soup Kitchen:\n  name: x\n",
            'resources/us/services.yaml:1: "Soup Kitchen" cannot be an id: '
            "small letters, digits and single dashes only, such as food-bank.",
        ),
    ):
        path.write_text(text, "utf-8")
        records, problems = gather(folder, TODAY)
        assert records is None
        assert [str(problem) for problem in problems if problem.path.endswith("us/services.yaml")] == [told]


def test_of_a_list_only_the_bad_records_are_left_out(folder: Path) -> None:
    text = as_list(["one", "two"], organization(folder)).replace("needs: [food]", "needs: [fod]", 1)
    (folder / "us" / "services.yaml").write_text(text, "utf-8")
    (folder / "us" / "services.es.yaml").write_text("one:\n  name: Uno\ntwo:\n  name: Dos\n", "utf-8")
    found = salvage(folder, TODAY)
    assert found.records is not None, found.in_the_way
    assert "two" in found.records.services and "one" not in found.records.services
    assert said(found.records, "two") == "Dos"
    assert [(problem.path, problem.line) for problem in found.left_out] == [("resources/us/services.yaml", 4)]


def test_the_quick_pass_reads_what_the_careful_one_reads() -> None:
    odd = 0
    files = sorted((ROOT / "resources").rglob("*.yaml"))
    for file in files:
        text = file.read_text("utf-8")
        try:
            data = quick(text)
        except Odd:
            odd += 1
            continue
        assert data == walk("", yaml.compose(text, Loader=yaml.CSafeLoader)).data, file
    assert odd < len(files) / 10


@pytest.mark.parametrize(
    "text",
    [
        "a: &x b",
        "a: *x",
        "a: !!python/object x",
        "a: ! b",
        "a: b #c",
        "a: 1\na: 2",
        "--- a\n--- b",
        "[a]: b",
        "a:\tb #c",
    ]
    + ["a: " + "[" * 40 + "]" * 40, "- " * 40 + "a", "a:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 40))],
)
def test_the_quick_pass_leaves_what_is_odd_to_the_careful_one(text: str) -> None:
    with pytest.raises((Odd, yaml.YAMLError)):
        quick(text)
    assert load_text("f.yaml", "f.yaml", text.encode())[1]
