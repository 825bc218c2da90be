"""Work that another process does: how it ends, well and badly."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from begun import are_gone, note_processes

from generators.processes import Helpers, beside


def _writes(folder: Path, name: str) -> Callable[[], None]:
    """Leaves a file with the number of the process that did it."""
    return lambda: (folder / name).write_text(str(os.getpid()), "utf-8") and None


def _nothing(_: int) -> None:
    pass


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of all processes that were begun."""
    return note_processes(monkeypatch)


def test_each_task_is_done_once_by_either_process(tmp_path: Path, begun: list[int]) -> None:
    tasks = [_writes(tmp_path, str(number)) for number in range(50)]
    helpers = Helpers(tasks, lambda _: _writes(tmp_path, "end")())
    helpers.share()
    helpers.finish()
    assert {path.name for path in tmp_path.iterdir()} == {*map(str, range(50)), "end"}
    assert (tmp_path / "end").read_text("utf-8") != str(os.getpid())
    assert are_gone(begun)
    helpers.finish()
    helpers.stop()


def test_others_do_all_tasks_while_this_process_waits(
    tmp_path: Path, begun: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDRAIL_PROCESSES", "3")
    here = os.getpid()

    def task(number: int) -> None:
        assert os.getpid() != here
        with (tmp_path / "done").open("a") as file:
            file.write(f"{number}\n")

    helpers = Helpers([partial(task, number) for number in range(500)], lambda number: (tmp_path / f"{number}").touch())
    helpers.begin_all()
    helpers.finish()
    assert helpers.count == len(begun) == 3 and are_gone(begun)
    assert {path.name for path in tmp_path.iterdir()} == {"done", "0", "1", "2"}
    assert sorted(map(int, (tmp_path / "done").read_text().split())) == list(range(500))
    helpers.begin_all()
    helpers.begin()
    assert len(begun) == 3


def test_what_is_not_wanted_any_more_is_stopped(tmp_path: Path, begun: list[int]) -> None:
    helpers = Helpers([lambda: time.sleep(60), _writes(tmp_path, "next")], _nothing)
    helpers.stop()
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

    helpers = Helpers([fail] * 200, _nothing)
    time.sleep(0.2)
    with pytest.raises(told):
        helpers.finish()
    assert are_gone(begun)
    assert ("ValueError: no" in capfd.readouterr().err) == (told is RuntimeError)


def test_what_fails_here_is_told_and_the_other_process_can_be_stopped(begun: list[int]) -> None:
    here = os.getpid()

    def fail_here() -> None:
        if os.getpid() == here:
            raise ValueError("no")
        time.sleep(60)

    helpers = Helpers([fail_here] * 10, _nothing)
    with pytest.raises(ValueError, match="no"):
        helpers.share()
    helpers.stop()
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
    helpers = Helpers([lambda: (tmp_path / "sum").write_text(str(sum(ask()))) and None], _nothing)
    assert sum(ask()) == sum(range(100_000))
    if fails:
        with pytest.raises(OSError, match="Input/output"):  # it must not be done twice at one time
            helpers.finish()
    else:
        helpers.finish()
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
