"""A process that builds again and again makes the site that a new one would make."""

from __future__ import annotations

import datetime
import gc
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import weakref
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from mkdocs.exceptions import Abort
from test_cache import TODAY, state

from generators import filling, pipeline, spare
from generators.load import load
from generators.memory import FORGETFUL, Memory
from generators.publish import publish
from generators.stage import Stage

LONG_AGO = 1_600_000_000
PATIENCE = 240  # seconds


@pytest.fixture
def resources(small: Path, tmp_path: Path) -> Path:
    """The small site, written long ago."""
    found = Path(shutil.copytree(small, tmp_path / "resources"))
    for path in found.rglob("*.yaml"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return found


def say(resources: Path, text: str, service: str = "us/services/helpline.yaml") -> None:
    """Writes another cost into a service."""
    path = resources / service
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(f"cost: {text}" if line.startswith("cost:") else line for line in lines), "utf-8")


def test_what_was_made_of_the_same_things_is_not_made_again() -> None:
    memory, made = Memory(), []

    def same(*things: object) -> str:
        return memory.same("name", things, lambda: made.append(things) or f"made {len(made)}")  # type: ignore[func-returns-value]

    one, other = ["x"], ["x"]
    assert [same(one, 1), same(one, 1), same(one, True), same(other, True), same(other), same(other)] == [
        "made 1",
        "made 1",
        "made 2",
        "made 3",
        "made 4",
        "made 4",
    ]
    assert FORGETFUL.same("name", (), lambda: 1) == 1 and FORGETFUL.same("name", (), lambda: 2) == 2


def test_a_record_with_a_fault_is_told_each_time() -> None:
    memory, looked = Memory(), []
    records = {"good": object(), "bad": object()}

    def check(id_: str, _: object) -> list[str]:
        looked.append(id_)
        return ["a fault"] if id_ == "bad" else []

    day = datetime.date(2026, 11, 22)
    for _ in range(2):
        assert memory.faults("check", records, (day,), check) == ["a fault"]
    assert looked == ["good", "bad", "bad"]
    assert memory.faults("check", records, (datetime.date(2026, 11, 23),), check) == ["a fault"]
    assert looked[3:] == ["good", "bad"]


def test_only_what_was_written_is_read_again(resources: Path) -> None:
    memory = Memory()
    first, _ = load(resources, None, memory)
    say(resources, "Free for all.")
    second, problems = load(resources, None, memory)
    assert problems == []
    again = [new.name for old, new in zip(first, second, strict=True) if old is not new]
    assert again == ["us/services/helpline.yaml"]


def test_a_writing_that_keeps_size_and_time_is_seen(resources: Path) -> None:
    memory, path = Memory(), resources / "us/services/helpline.yaml"
    say(resources, "AAAA.")
    os.utime(path, (LONG_AGO + 9, LONG_AGO + 9))
    load(resources, None, memory)
    say(resources, "BBBB.")
    os.utime(path, (LONG_AGO + 9, LONG_AGO + 9))
    sources, _ = load(resources, None, memory)
    assert next(one.data["cost"] for one in sources if one.name == "us/services/helpline.yaml") == "BBBB."


def test_builds_of_one_process_are_as_from_nothing(resources: Path, tmp_path: Path) -> None:
    memory, out, cache = Memory(), tmp_path / "site", tmp_path / "cache"

    def check() -> None:
        cold = tmp_path / "cold"
        publish(resources, cold, TODAY, tmp_path / "cold-cache")
        assert state(out) == state(cold)
        for folder in (cold, tmp_path / "cold-cache"):
            shutil.rmtree(folder)

    publish(resources, out, TODAY, cache, memory=memory)
    say(resources, "Free for all.")
    publish(resources, out, TODAY, cache, memory=memory)
    memory.rest()
    say(resources, "[")
    before = state(out)
    with pytest.raises(Abort):
        publish(resources, out, TODAY, cache, memory=memory)
    assert state(out) == before
    say(resources, "Free.", "us/services/pantry.yaml")
    say(resources, "Nothing.")
    (out / "index.html").write_text("by hand", "utf-8")
    publish(resources, out, TODAY, cache, memory=memory)
    check()
    say(resources, "Free for all.")
    publish(resources, out, TODAY, cache)  # another process, while this one had no time to write down what it knows
    check()
    say(resources, "Free.")
    publish(resources, out, TODAY, cache, memory=memory)
    check()


@pytest.mark.parametrize("large", [filling.LARGE, 0])
def test_what_a_build_needed_goes_when_it_is_over(
    large: int, resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a site that is served all day takes more memory with each edit. Also where another process helps."""
    memory, left = Memory(), []
    monkeypatch.setattr(filling, "LARGE", large)
    monkeypatch.setattr(pipeline, "MANY", large)
    monkeypatch.setenv("HANDRAIL_PROCESSES", "2")

    class Noted(Stage):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            left.append(weakref.ref(self))

    monkeypatch.setattr(spare, "Stage", Noted)
    for number in range(4):
        say(resources, f"Free since {number}.")
        publish(resources, tmp_path / "site", TODAY, tmp_path / "cache", memory=memory)
        memory.rest()
        assert gc.isenabled()
    assert [one() is None for one in left[:3]] == [True, True, True]  # the last may stay until the next build begins


@pytest.mark.parametrize("how", ["mkdocs", "generators"])
def test_an_edit_is_seen_while_the_site_is_served(how: str, resources: Path, tmp_path: Path, free_port: int) -> None:
    out = tmp_path / "site"
    given = {
        "mkdocs": ["serve", "-q", "-a", f"127.0.0.1:{free_port}"],
        "generators": ["serve", "--resources", str(resources), "--out", str(out), "--port", str(free_port)],
    }
    env = {**os.environ, "HANDRAIL_RESOURCES": str(resources), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", how, *given[how]]
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # where the tests run in the background, it is ignored
    )
    try:
        for text in ("Free at first", "Free for the second", "Free for the third"):
            if server.poll() is None and text != "Free at first":
                time.sleep(1)
            say(resources, text)
            _wait_for(text, f"http://127.0.0.1:{free_port}/services/helpline/")
        _wait_for("Small Site", f"http://127.0.0.1:{free_port}/404.html", least=100)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("mkdocs")] == []


def _wait_for(text: str, address: str, least: int = 1000) -> None:
    ends = time.monotonic() + PATIENCE
    found = ""
    while time.monotonic() < ends:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                found = answer.read().decode("utf-8")
        except (urllib.error.URLError, OSError):
            found = ""
        if text in found and len(found) >= least:
            return
        time.sleep(0.3)
    pytest.fail(f"{text!r} did not come to {address}: {found[:300]}")
