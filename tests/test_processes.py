"""Work that another process does: how it ends, well and badly."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from begun import are_gone, note_processes

from generators.processes import Helper, beside


def _writes(folder: Path, name: str) -> Callable[[], None]:
    """Leaves a file with the number of the process that did it."""
    return lambda: (folder / name).write_text(str(os.getpid()), "utf-8") and None


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of all processes that were begun."""
    return note_processes(monkeypatch)


def test_each_task_is_done_once_by_either_process(tmp_path: Path, begun: list[int]) -> None:
    tasks = [_writes(tmp_path, str(number)) for number in range(50)]
    helper = Helper(tasks, _writes(tmp_path, "end"))
    helper.share()
    helper.finish()
    assert {path.name for path in tmp_path.iterdir()} == {*map(str, range(50)), "end"}
    assert (tmp_path / "end").read_text("utf-8") != str(os.getpid())
    assert are_gone(begun)
    helper.finish()
    helper.stop()


def test_what_is_not_wanted_any_more_is_stopped(tmp_path: Path, begun: list[int]) -> None:
    helper = Helper([lambda: time.sleep(60), _writes(tmp_path, "next")], _writes(tmp_path, "end"))
    helper.stop()
    assert are_gone(begun) and not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    "error, told", [(OSError(28, "No space left on device"), OSError), (ValueError("no"), RuntimeError)]
)
def test_what_fails_in_the_other_process_fails_here(
    error: Exception, told: type[Exception], begun: list[int], capfd: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()

    def fail() -> None:
        if os.getpid() != here:
            raise error
        time.sleep(0.01)

    helper = Helper([fail] * 200, lambda: None)
    time.sleep(0.2)
    with pytest.raises(told):
        helper.finish()
    assert are_gone(begun)
    assert ("ValueError: no" in capfd.readouterr().err) == (told is RuntimeError)


def test_what_fails_here_is_told_and_the_other_process_can_be_stopped(begun: list[int]) -> None:
    here = os.getpid()

    def fail_here() -> None:
        if os.getpid() == here:
            raise ValueError("no")
        time.sleep(60)

    helper = Helper([fail_here] * 10, lambda: None)
    with pytest.raises(ValueError, match="no"):
        helper.share()
    helper.stop()
    assert are_gone(begun)


@pytest.mark.parametrize("fails", [False, True])
def test_what_another_process_works_out_two_may_ask_for(
    fails: bool, tmp_path: Path, begun: list[int], capfd: pytest.CaptureFixture[str]
) -> None:
    here = os.getpid()

    def make() -> list[int]:
        if fails and os.getpid() != here and len(begun) == 0:
            raise ValueError("no")
        return [*range(100_000)]

    ask = beside(make, shared_in=tmp_path)
    helper = Helper([lambda: (tmp_path / "sum").write_text(str(sum(ask()))) and None], lambda: None)
    assert sum(ask()) == sum(range(100_000))
    if fails:
        with pytest.raises(OSError, match="Input/output"):  # it must not be done twice at one time
            helper.finish()
    else:
        helper.finish()
        assert (tmp_path / "sum").read_text("utf-8") == str(sum(range(100_000)))
    assert are_gone(begun)


def test_where_no_file_can_be_made_it_is_worked_out_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, begun: list[int]
) -> None:
    assert beside(lambda: {"one": 1})() == {"one": 1} and are_gone(begun)

    def none(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generators.processes.tempfile.TemporaryFile", none)
    assert beside(os.getpid, shared_in=tmp_path)() == os.getpid()
