"""Every command of "Your county in an hour" runs, in its order, in a fresh copy: ten services typed, 135 imported."""

from __future__ import annotations

import csv
import os
import re
import shutil
import site
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import ROOT, TODAY

PAGE = (ROOT / "docs/maintain/walkthrough.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(yaml)?\n(.*?)^```$", PAGE, re.M | re.S)
COMMANDS = [line for kind, block in BLOCKS if not kind for line in block.splitlines()]
ORGANIZATION = [
    "Made-up Family Center",
    "Food and rent for families.",
    "https://example.org",
    "412-281-1234",
    "2026-11",
]
NAMES = (
    "Pantry",
    "Rent Fund",
    "Closet",
    "Diaper Bank",
    "Tutors",
    "Rides",
    "Dentist",
    "Job Club",
    "Tax Help",
    "Lawyers",
)


def service(name: str) -> list[str]:
    """The answers to the fifteen questions."""
    about = [
        "Made-up " + name,
        "made-up-family-center",
        "food",
        f"{name} for families.",
        "Families.",
        f"{name}.",
        "Free.",
    ]
    ways = ["412-281-1234", "https://example.org", "Call first.", "", "Ten minutes.", "You get a day."]
    return [*about, *ways, "Call; Come in", "2026-11"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What somebody has after `git clone` of a copy of their own, and a spreadsheet beside it."""
    folder = tmp_path_factory.mktemp("walk") / "county"
    away = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "tests", "__pycache__", "*.egg-info", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=away)
    subprocess.run(["git", "init", "-q", "--bare", folder.parent / "host"], check=True)
    for words in (
        ["init", "-q", "-b", "main"],
        ["config", "user.email", "ana@example.org"],
        ["config", "user.name", "Ana"],
        ["config", "push.autoSetupRemote", "true"],
        ["remote", "add", "origin", str(folder.parent / "host")],
        ["add", "."],
        ["commit", "-q", "-m", "The copy"],
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    with (folder / "my-list.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "Agency Name", "Program Name", "Description", "Address", "City", "State", "Zip", "Phone"])
        for number in range(135):
            city = ["12 Elm Street", "Pittsburgh", "PA", "15212"]
            about = [f"Made-up House {number % 20}", f"Meals {number}", "Hot meals for anyone."]
            table.writerow([number, *about, *city, f"412-281-{2000 + number}"])
    return folder


def run(copy: Path, command: str, answers: list[str] | None = None) -> str:
    """What a command says; it must end well."""
    done = subprocess.run(
        ["bash", "-euc", f". .venv/bin/activate\n{command}" if (copy / ".venv").exists() else command],
        cwd=copy, env=environment(), input="\n".join(answers or []) + "\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout + done.stderr


def environment() -> dict[str, str]:
    """The packages are those of this test: a newcomer's `pip install` would fetch them."""
    return {
        **{name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "VIRTUAL"))},
        "PYTHONPATH": os.pathsep.join(site.getsitepackages()), "PIP_NO_DEPS": "1", "PIP_QUIET": "1",
        "HANDRAIL_TODAY": TODAY.isoformat(),
    }  # fmt: skip


def served(copy: Path, command: str, port: int) -> None:
    """The site answers at the address that is printed."""
    words = f"exec {command} --port {port}"
    process = subprocess.Popen(["bash", "-c", f". .venv/bin/activate; {words}"], cwd=copy, env=environment())
    try:
        for _ in range(300):
            time.sleep(1)
            assert process.poll() is None, "serve has ended"
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/services/made-up-pantry/") as answer:
                    assert "Made-up Pantry" in answer.read().decode()
                return
            except OSError:
                continue
        pytest.fail("the site was not served within five minutes")
    finally:
        process.terminate()
        process.wait()


def test_every_command_in_its_order(copy: Path, free_port: int) -> None:
    settings = next(block for kind, block in BLOCKS if kind)
    said: dict[str, str] = {}
    assert len(COMMANDS) == 19
    for command in COMMANDS:
        if command.startswith("rm resources/site"):
            (copy / "resources/site.yaml").write_text(settings, "utf-8")
        if command.startswith("git add"):
            said["changed"] = run(copy, "git status --short")
        if command.endswith("serve"):
            served(copy, command, free_port)
        elif " new organization " in command:
            run(copy, command, ORGANIZATION)
        elif " new service " in command:
            for name in NAMES:
                run(copy, command, service(name))
        else:
            said[command] = run(copy, command)
    checks = [text for command, text in said.items() if command.endswith("generators check")]
    assert all("0 to mend" in text for text in checks)
    imported = next(text for command, text in said.items() if command.endswith("--report report.csv"))
    assert re.search(r"^service +135 +135 +0 +0$", imported, re.M), imported[-600:]
    services = copy / "resources/us/pa/allegheny/services"
    assert len(list(services.iterdir())) == 145
    built = {path.name for path in (copy / "site/services").iterdir()}
    assert {path.stem for path in services.iterdir()} <= built
    for page in ("index.html", "es/index.html"):
        text = (copy / "site" / page).read_text("utf-8")
        assert (
            "Allegheny Family Help" in text and "Handrail" not in text.partition("</title>")[0].rpartition("<title>")[2]
        )
    assert "Meals 1" in (copy / "calls.html").read_text("utf-8")  # nobody has called them yet
    pushed = subprocess.run(
        ["git", "--git-dir", copy.parent / "host", "ls-tree", "-r", "--name-only", "main"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "resources/us/pa/allegheny/services/made-up-pantry.yaml" in pushed and "site/index.html" not in pushed
