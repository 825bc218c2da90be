"""Large values wait in a file, and come back whole, in whatever process and build."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from generators.journal import LARGE
from generators.model import Lasting, watched
from generators.model.aside import Aside, Waiting
from generators.pipeline import gather

TODAY = datetime.date(2026, 11, 22)
LONG = {"long": "x" * LARGE}
SMALL = ["short", 1]


def test_only_large_values_wait(tmp_path: Path) -> None:
    aside = Aside(tmp_path / "cache")
    others = ("x" * LARGE, "y")  # kept once for all that are alike
    assert aside.put(SMALL) is SMALL and aside.put(others) is others
    first, second = aside.put(LONG), aside.put([LONG, 2])
    assert isinstance(first, Waiting) and isinstance(second, Waiting)
    assert first.value() == LONG and second.value() == [LONG, 2]
    assert not any((tmp_path / "cache").iterdir())


def test_each_process_has_a_file_of_its_own(tmp_path: Path) -> None:
    aside = Aside(tmp_path)
    before = aside.put(LONG)
    if not (pid := os.fork()):
        its = aside.put([LONG, "there"])
        os._exit(0 if its.at == 0 and its.value() == [LONG, "there"] and before.value() == LONG else 1)
    here = aside.put([LONG, "here"])
    assert os.waitpid(pid, 0)[1] == 0
    assert before.value() == LONG and here.value() == [LONG, "here"]


def test_without_room_a_value_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Aside(tmp_path / "file").put(LONG) is LONG


@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_waits_is_kept_for_the_next_build(elsewhere: bool, small: Path, tmp_path: Path) -> None:
    records, _ = gather(small, TODAY)
    assert records is not None
    path, lasting = tmp_path / "made.bin", [Lasting(tmp_path / "made.bin", b"these") for _ in range(2)]
    makes = lasting[elsewhere]
    own = watched(records, makes)
    makes.put(own, "long", LONG, [("record", "item", "service/snap")])
    makes.put(own, "small", SMALL, ())
    if elsewhere:
        lasting[0].take_over(makes.own())
    lasting[0].save(watched(records, lasting[0]))
    for known in (lasting[0], Lasting(path, b"these")):
        known.begin()
        assert {key: known.get(own, key) for key in ("long", "small")} == {"long": LONG, "small": SMALL}
        assert known.get_all(own, ("long", "small")) == {"long": LONG, "small": SMALL}
