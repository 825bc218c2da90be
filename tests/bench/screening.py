"""How long the browser takes to screen one household, with the processor slowed down six times.

`python tests/bench/screening.py` prints milliseconds for the shipped rules, for 1,000 rules that all differ, and for
1,000 that are the shipped ones repeated. With a folder of other modules (`git worktree add ../before main`, then
`../before/docs/assets/handrail`) it times both, turn by turn: on a busy machine only the two together say something.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import statistics
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from programs import repeated, varied  # noqa: E402

from generators.pipeline import gather, screening  # noqa: E402
from generators.sample import sample  # noqa: E402
from generators.serve import Handler  # noqa: E402

MODULES = ROOT / "docs" / "assets" / "handrail"
TODAY = datetime.date(2026, 11, 21)
SLOWER = 6
MANY = 1000
RUNS = 100
HOUSEHOLDS = 20
TIMED = "([folders, data, households, runs]) => timed(folders, data, households, runs)"


def main(others: list[Path]) -> None:
    """Measure and print."""
    records, problems = gather(ROOT / "resources", TODAY)
    if records is None:
        raise SystemExit("\n".join(str(problem) for problem in problems if not problem.reminder))
    data = json.loads(json.dumps(screening(records, TODAY)))
    corpora = {
        f"{len(data['order'])} shipped": data,
        f"{MANY} different": varied(data, MANY),
        f"{MANY} repeated": repeated(data, MANY),
    }
    households = sample(["OH", "CA", "TX", "KS", "AK"], data["order"], HOUSEHOLDS)
    folders = {"now": MODULES, **{f"other{at}": path for at, path in enumerate(others, 1)}}
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name, path in folders.items():
            shutil.copytree(path, Path(folder) / name)
        shutil.copy(Path(__file__).with_suffix(".html"), folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for rules, corpus in corpora.items():
            for slower in (1, SLOWER):
                page = browser.new_context().new_page()
                page.goto(f"http://127.0.0.1:{server.server_port}/screening.html")
                page.wait_for_function("Boolean(window.timed)")
                show(page, list(folders), rules, slower, [json.dumps(corpus), households])
                page.context.close()
        browser.close()
        server.shutdown()


def show(page: Page, folders: list[str], rules: str, slower: int, given: list[object]) -> None:
    """One line for each folder of modules."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    found = page.evaluate(TIMED, [folders, *given, RUNS])
    for folder, times in zip(folders, found, strict=True):
        told = statistics.median(times["told"])
        print(
            f"{rules} rules, {slower} times slower, {folder}: {in_short(times['screening'])}; "
            f"with every reason {told:.1f} ms; the first {times['first'][0]:.0f} ms; load {os.getloadavg()[0]:.1f}",
            flush=True,
        )


def in_short(times: list[float]) -> str:
    """Median and 90th percentile."""
    most = sorted(times)[int(len(times) * 0.9)]
    return f"median {statistics.median(times):.1f} ms, nine in ten at most {most:.1f} ms"


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
