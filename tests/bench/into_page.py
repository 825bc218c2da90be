"""Tables of measurements in the pages of `docs/maintain/`, each between two marks that name it."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PERFORMANCE = ROOT / "docs" / "maintain" / "performance.md"


def put(name: str, lines: Sequence[str], page: Path = PERFORMANCE) -> None:
    """Prints the lines, and puts them in place of those between `<!-- begin: name -->` and `<!-- end: name -->`.

    Raises ValueError when the page has no such marks.
    """
    text = "\n".join(lines).strip("\n")
    print(text, flush=True)
    begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
    before, found, rest = page.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"{page.name} has no lines {begin} and {end}")
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", "utf-8")


def machine(load: float) -> str:
    """When and of what it was measured, and how busy the machine was before: `load` processes waited or worked."""
    day = datetime.datetime.now(datetime.UTC).date()
    return (
        f"Measured on {day} at commit {revision()}, Python {platform.python_version()}, {os.cpu_count()} processors. "
        f"When it began, {load:.1f} processes wanted them."
    )


def load() -> float:
    """How many processes wanted a processor in the last minute."""
    return os.getloadavg()[0]


def revision() -> str:
    """The commit that is measured; with a plus where files were changed since."""
    said = ["git", "describe", "--always", "--dirty=+", "--exclude=*"]
    return subprocess.run(said, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
