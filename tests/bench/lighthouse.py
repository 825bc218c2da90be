"""What Lighthouse says of the shipped site on a phone, served compressed as hosts do.

`python tests/bench/lighthouse.py [SITE]` builds the site, or takes a finished one, and prints a table. Lighthouse comes
from npm into a folder of its own outside the repository: HANDRAIL_LIGHTHOUSE, or one beside the temporary files.
Nothing else is fetched, and the pages are asked for on this computer only.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from road import PLACE, start, to_the_plan, walk  # noqa: E402
from squeezing import served  # noqa: E402

VERSION = "12"  # of Lighthouse
TABLE = """| Page | Performance | Accessibility | Best practices | SEO | Largest paint, s | Blocked, ms | Moved | KB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


def main(arguments: list[str]) -> int:
    """0: printed; 2: something is missing."""
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    if not shutil.which("npm") or not shutil.which("node"):
        print(
            "Lighthouse needs Node.js 18 or newer and npm. On Debian: sudo apt-get install nodejs npm", file=sys.stderr
        )
        return 2
    if not chromium:
        print("Lighthouse needs Chromium. On Debian: sudo apt-get install chromium", file=sys.stderr)
        return 2
    folder = Path(os.environ.get("HANDRAIL_LIGHTHOUSE") or Path(tempfile.gettempdir()) / "handrail-lighthouse")
    if not (folder / "node_modules/lighthouse").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-fund", "--prefix", str(folder), f"lighthouse@{VERSION}"]
        if subprocess.run(command).returncode:
            print("npm could not install Lighthouse. Look at the connection, then start again.", file=sys.stderr)
            return 2
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(arguments[0]) if arguments else built(Path(scratch) / "site")
        with served(site) as address:
            pages = Path(scratch) / "pages.json"
            pages.write_text(json.dumps(wanted(address, chromium)), "utf-8")
            runner = [
                "node",
                str(Path(__file__).with_suffix(".mjs")),
                str(folder.absolute()),
                chromium,
                str(pages),
            ]
            done = subprocess.run(runner, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        return 2
    tell([json.loads(line) for line in done.stdout.splitlines()])
    return 0


def built(site: Path) -> Path:
    """The shipped site."""
    subprocess.run([sys.executable, "-m", "generators", "build", "--out", str(site)], cwd=ROOT, check=True)
    return site


def wanted(address: str, chromium: str) -> list[dict[str, Any]]:
    """The pages by name; of the results and the plan also what the tab holds once a family has come there."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        start(page, address, "")
        walk(page)
        held = "Object.fromEntries(Object.keys(sessionStorage).map((key) => [key, sessionStorage.getItem(key)]))"
        results, place = page.evaluate(held), page.evaluate(f"({PLACE})")
        to_the_plan(page, "snap", "wic")
        plan = page.evaluate(held)
        browser.close()
    return [
        {"name": "home", "url": address},
        {"name": "need", "url": f"{address}needs/food/"},
        {"name": "service", "url": f"{address}services/snap/"},
        {"name": "questionnaire", "url": f"{address}check/"},
        {"name": "results", "url": f"{address}check/", "session": results, "place": {"handrail": place}},
        {"name": "plan", "url": f"{address}plan/", "session": plan, "place": None},
    ]


def tell(found: list[dict[str, Any]]) -> None:
    """Prints the table and what keeps a page lower."""
    print(
        f"Lighthouse {found[0]['version']}, {found[0]['browser'].rpartition(' Safari')[0].rpartition(' ')[2]}, phone\n"
    )
    print(TABLE)
    for one in found:
        scores = " | ".join(map(str, one["scores"]))
        times = f"{one['largest'] / 1000:.1f} | {one['blocked']} | {one['moved']:.3f} | {one['bytes'] / 1024:.0f}"
        print(f"| {one['name']} | {scores} | {times} |")
    for one in found:
        for line in one["low"]:
            print(f"{one['name']}: {line}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
