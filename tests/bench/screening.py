"""How long the browser takes to screen one household, with the processor slowed down six times.

`python tests/bench/screening.py` prints milliseconds for the shipped rules, and for 1,000: the shipped ones repeated.
"""

from __future__ import annotations

import datetime
import json
import shutil
import statistics
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from generators.pipeline import gather, screening  # noqa: E402
from generators.sample import sample  # noqa: E402
from generators.serve import Handler  # noqa: E402

TODAY = datetime.date(2026, 11, 21)
SLOWER = 6
RUNS = 60
HOUSEHOLDS = 20


def main() -> None:
    """Measure and print."""
    records, problems = gather(ROOT / "resources", TODAY)
    if records is None:
        raise SystemExit("\n".join(str(problem) for problem in problems if not problem.reminder))
    data = json.loads(json.dumps(screening(records, TODAY)))
    households = sample(["OH", "CA", "TX", "KS", "AK"], data["order"], HOUSEHOLDS)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        shutil.copytree(ROOT / "docs" / "assets" / "handrail", folder, dirs_exist_ok=True)
        shutil.copy(Path(__file__).with_suffix(".html"), folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/screening.html")
        page.wait_for_function("Boolean(window.timed)")
        for slower in (1, SLOWER):
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
            for rules in (len(data["order"]), 1000):
                arguments = [data, rules, households, RUNS]
                times = page.evaluate(
                    "([data, rules, households, runs]) => timed(data, rules, households, runs)", arguments
                )
                median, most = statistics.median(times), times[int(len(times) * 0.9)]
                print(
                    f"{slower} times slower, {rules} rules: median {median:.1f} ms, nine in ten at most {most:.1f} ms"
                )
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
