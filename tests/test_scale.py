"""The commands for a site of one state work as the page says, for two states."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests" / "bench"))
import corpus  # noqa: E402

PAGE = (ROOT / "docs/maintain/scale.md").read_text("utf-8")


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with made-up services of several states below `resources`."""
    folder = tmp_path_factory.mktemp("nation")
    corpus.write(folder / "resources", 20)
    return folder


@pytest.mark.parametrize("state", ["pa", "oh"])
def test_a_state_has_the_nation_and_its_own_services(nation: Path, state: str) -> None:
    found = re.search(r"```\n(mkdir -p part/us\n.*?)```", PAGE, re.S)
    assert found is not None
    commands = found[1].replace("us/pa", f"us/{state}").replace("site/pa", f"site/{state}")
    commands = commands.replace("python -m generators", f"{sys.executable} -m generators")
    shutil.rmtree(nation / "part", ignore_errors=True)
    done = subprocess.run(
        ["bash", "-euc", commands], cwd=nation, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    own = {id_ for area, id_, _ in corpus.services(20) if area.startswith(f"{state}/")}
    built = {path.name for path in (nation / "site" / state / "services").iterdir()}
    assert own and own <= built and "snap" in built
    assert {name for name in built if name.startswith("service-")} == own
