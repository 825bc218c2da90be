"""How long a build takes: cold, and again after one record was edited.

`python tests/bench/build.py [COUNT ...]` makes a directory of COUNT services (default 1000) with `corpus.py`, builds it
with nothing kept, checks it, edits one record three times and builds after each, and writes into
docs/maintain/performance.md for each the user and system seconds of all processes, the wall's, and the most memory that
one process held. `measure` is for other benchmarks too.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
from into_page import ROOT, load, machine, put  # noqa: E402

TODAY = "2026-11-23"
PACKAGES = "import generators.cli, generators.publish, generators.hook"  # all that a build begins with


class Measured(NamedTuple):
    """What one command took."""

    wall: float  # seconds
    cpu: float  # user and system seconds, of the command and all that it started and waited for
    peak: float  # MiB that its largest process held


def measure(command: Sequence[str], cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Measured:
    """Runs a command to its end. Raises `CalledProcessError` when it fails, with what it said in `stderr`."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(
            list(command), cwd=cwd, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, list(command), stderr=said.read()[-2000:])
    return Measured(wall, used.ru_utime + used.ru_stime, _mebibytes(used))


def _mebibytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def phases(count: int, folder: Path) -> list[tuple[str, Measured]]:
    """The phases for a directory of so many services, each with what it took."""
    resources, site = folder / "resources", folder / "site"
    subprocess.run([sys.executable, str(ROOT / "tests/bench/corpus.py"), str(resources), str(count)], check=True)
    command = [sys.executable, "-m", "generators"]
    given = ["--resources", str(resources), "--today", TODAY]
    env = {"PYTHONPATH": str(ROOT)}
    build = [*command, "build", *given, "--out", str(site)]

    def run(words: Sequence[str]) -> Measured:
        return measure(words, folder, env)

    found = [("check, cold", run([*command, "check", *given])), ("build, cold", run(build))]
    edited = next((resources / "us").rglob("services/service-00003.yaml"))
    for what, field in (
        ("build after the first edit of a record", "cost"),
        ("build after one more edit", "cost"),
        ("the same, of a word that the search finds", "description"),
    ):
        edited.write_text(edited.read_text("utf-8").replace(f'{field}: "', f'{field}: "Now: ', 1), "utf-8")
        found.append((what, run(build)))
    found.append(("Python and its packages alone", run([sys.executable, "-c", PACKAGES])))
    serving = [sys.executable, str(ROOT / "tests/bench/again.py"), str(resources), str(folder / "site")]
    told = subprocess.run(serving, cwd=folder, env={**os.environ, **env}, check=True, capture_output=True, text=True)
    for line in told.stdout.splitlines():
        what, *numbers = line.split("\t")
        found.append((what, Measured(*map(float, numbers))))
    return found


def main(sizes: Sequence[int]) -> None:
    """Measures directories of these sizes, and writes the table."""
    lines = [machine(load()), "", "| services | phase | CPU s | wall s | peak MiB |", "|---:|---|---:|---:|---:|"]
    with tempfile.TemporaryDirectory() as name:  # nothing is deleted until all is measured: see peers.py
        for size in sizes:
            folder = Path(name, str(size))
            folder.mkdir()
            for phase, took in phases(size, folder):
                lines.append(f"| {size:,} | {phase} | {took.cpu:.1f} | {took.wall:.1f} | {took.peak:.0f} |")
                print(lines[-1], file=sys.stderr, flush=True)
    put("build", lines)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1000])
