"""What an edit takes in a process that builds again and again, as `python -m generators serve` does.

`python tests/bench/again.py RESOURCES SITE` builds the site, edits one record some times and builds after each. It
prints a line for an edit of a cost and one for an edit of a word that the search finds: what, wall and processor
seconds in the middle of all, and the most memory in MiB. What is written down after the site is there counts too.
"""

from __future__ import annotations

import datetime
import resource
import statistics
import sys
import time
from pathlib import Path

from generators.memory import Memory
from generators.publish import publish

TODAY = datetime.date(2026, 11, 23)
TIMES = 5


def main(resources: Path, site: Path) -> None:
    """Builds, edits and builds again."""
    memory = Memory()
    edited = next((resources / "us").rglob("services/service-00003.yaml"))

    def build() -> tuple[float, float]:
        wall, cpu = time.monotonic(), time.process_time()
        publish(resources, site, TODAY, memory=memory)
        memory.rest()
        return time.monotonic() - wall, time.process_time() - cpu

    build()
    for what, field in (("an edit while the site is served", "cost"), ("the same, of a word", "description")):
        took = []
        for number in range(TIMES + 1):
            text = edited.read_text("utf-8").replace(f'{field}: "', f'{field}: "Again{number} ', 1)
            edited.write_text(text, "utf-8")
            took.append(build())
        wall, cpu = (statistics.median(column) for column in zip(*took[1:], strict=True))  # the first makes tables
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{what}\t{wall}\t{cpu}\t{peak}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
