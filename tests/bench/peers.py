"""Our build beside that of other generators, on the same made-up services, in one run.

`python tests/bench/peers.py [COUNT ...] [--material]` builds COUNT services (default 1000) with Handrail, with Hugo and
Pagefind (a static-site generator and a static search), with Eleventy where npm is there, and with `--material` with
plain mkdocs-material, which takes minutes. Writes into docs/maintain/performance.md the user and system seconds of all
processes, the wall's, the most memory of a process, and the ratios to Hugo and Pagefind together. What is not there is
left out: `apt-get install hugo npm`, `pip install "pagefind[bin]"`. npm brings Eleventy into a folder outside this one:
HANDRAIL_ELEVENTY, or one beside the temporary files.

Nothing is deleted until all is measured: ext4 passes over the numbers of files that went in the last minutes, one by
one, so who made files just after many went took a fifth longer. Handrail builds first and last.
"""

from __future__ import annotations

import argparse
import html
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import corpus  # noqa: E402
from build import ROOT, TODAY, Measured, measure  # noqa: E402
from into_page import load, machine, put  # noqa: E402

ELEVENTY = "3.0.0"  # a version that was published long enough ago for every registry to have it

HUGO_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>"
)
HUGO_LIST = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>All</title></head><body><ul>'
    '{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>'
)
PARTS = ("description", "who_for", "you_get", "cost", "takes", "next", "hours", "address")


def markdown(record: dict[str, Any]) -> str:
    """What a page says of a service, as Markdown."""
    lines = [record["summary"]]
    for part in PARTS:
        lines.append(f"## {part.replace('_', ' ').capitalize()}\n\n{record[part]}")
    lines.append("## Steps\n\n" + "\n".join(f"1. {step['do']}" for step in record["steps"]))
    return "\n\n".join(lines) + "\n"


def hugo(folder: Path, count: int) -> list[str]:
    """A Hugo site of so many services; the command that builds it."""
    (folder / "content/services").mkdir(parents=True)
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "layouts/_default/single.html").write_text(HUGO_PAGE, "utf-8")
    (folder / "layouts/_default/list.html").write_text(HUGO_LIST, "utf-8")
    (folder / "layouts/index.html").write_text(HUGO_LIST, "utf-8")
    kinds = 'disableKinds = ["taxonomy", "term", "RSS"]'
    (folder / "config.toml").write_text(f'baseURL = "/"\ntitle = "Peers"\n{kinds}\n', "utf-8")
    for _, id_, record in corpus.services(count):
        text = f"---\ntitle: {record['name']}\n---\n{markdown(record)}"
        (folder / f"content/services/{id_}.md").write_text(text, "utf-8")
    return ["hugo", "--source", str(folder), "--destination", str(folder / "site"), "--quiet"]


def eleventy(folder: Path, count: int) -> list[str]:
    """An Eleventy site of so many services; the words of the command that builds it."""
    (folder / "in/_includes").mkdir(parents=True)
    page = "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ title }}</title></head><body>{{ content }}"
    (folder / "in/_includes/page.liquid").write_text(page + "</body></html>", "utf-8")
    for _, id_, record in corpus.services(count):
        text = f"---\ntitle: {record['name']}\nlayout: page.liquid\n---\n# {record['name']}\n\n{markdown(record)}"
        (folder / f"in/{id_}.md").write_text(text, "utf-8")
    return [f"--input={folder / 'in'}", f"--output={folder / 'site'}", "--quiet"]


def material(folder: Path, count: int) -> list[str]:
    """A plain mkdocs-material site of so many services, kept out of the navigation; the command that builds it."""
    (folder / "docs/services").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Home\n", "utf-8")
    settings = "site_name: Peers\ntheme:\n  name: material\n  font: false\nplugins: [search]\nnot_in_nav: /services/\n"
    (folder / "mkdocs.yml").write_text(settings + "nav:\n  - index.md\n", "utf-8")
    for _, id_, record in corpus.services(count):
        text = f"# {record['name']}\n\n{markdown(record)}"
        (folder / f"docs/services/{id_}.md").write_text(text, "utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")]


def ours(folder: Path, count: int) -> list[str]:
    """A Handrail site of so many services; the command that builds it with nothing kept."""
    corpus.write(folder / "resources", count, in_lists=True)
    given = ["--resources", str(folder / "resources"), "--out", str(folder / "site"), "--today", TODAY]
    return [sys.executable, "-m", "generators", "build", *given]


def runs(count: int, folder: Path, with_material: bool) -> Iterator[tuple[str, Measured]]:
    """Each generator that is there, with what its build took."""

    def run(command: Sequence[str], at: str) -> Measured:
        return measure(command, folder / at, {"PYTHONPATH": str(ROOT)})

    def us(at: str) -> Measured:
        (folder / at).mkdir()
        return run(ours(folder / at, count), at)

    yield "Handrail", us("ours")
    if shutil.which("hugo"):
        (folder / "hugo").mkdir()
        yield f"Hugo {version(['hugo', 'version'])}", run(hugo(folder / "hugo", count), "hugo")
        pagefind = [sys.executable, "-m", "pagefind"]
        if said := version([*pagefind, "--version"]):
            yield f"Pagefind {said}", run([*pagefind, "--site", str(folder / "hugo/site")], "hugo")
    if program := eleventy_program():
        (folder / "eleventy").mkdir()
        yield f"Eleventy {ELEVENTY}", run([program, *eleventy(folder / "eleventy", count)], "eleventy")
    if with_material:
        (folder / "material").mkdir()
        said = version([sys.executable, "-c", "import importlib.metadata as m; print(m.version('mkdocs-material'))"])
        yield f"mkdocs-material {said}", run(material(folder / "material", count), "material")
    yield "Handrail, again", us("again")


def eleventy_program() -> str:
    """Where Eleventy is, brought by npm if need be; nothing without npm."""
    npm = shutil.which("npm")
    folder = Path(os.environ.get("HANDRAIL_ELEVENTY") or Path(tempfile.gettempdir()) / f"handrail-eleventy-{ELEVENTY}")
    program = folder / "node_modules/.bin/eleventy"
    if npm and not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        wanted = f"@11ty/eleventy@{ELEVENTY}"
        subprocess.run([npm, "install", "--silent", "--no-fund", "--prefix", str(folder), wanted], check=False)
    return str(program) if program.exists() else ""


def version(command: Sequence[str]) -> str:
    """What a program says of its version, in one line; nothing where it is not there."""
    found = subprocess.run(list(command), capture_output=True, text=True, check=False)
    words = next((word for word in found.stdout.split() if any(sign.isdigit() for sign in word)), "")
    return html.escape(words) if found.returncode == 0 else ""


def lines_of(counts: Sequence[int], with_material: bool) -> Iterator[str]:
    """The table, a line as soon as it is measured."""
    yield "| services | what | CPU s | wall s | peak MiB | CPU to Hugo and Pagefind | wall to them |"
    yield "|---:|---|---:|---:|---:|---:|---:|"
    with tempfile.TemporaryDirectory() as name:
        for size in counts:
            folder = Path(name, str(size))
            folder.mkdir()
            found = list(runs(size, folder, with_material))
            peers = [took for what, took in found if what.startswith(("Hugo", "Pagefind"))]
            for what, took in found:
                cpu, wall = sum(one.cpu for one in peers), sum(one.wall for one in peers)
                ratios = f"{took.cpu / cpu:.2f} | {took.wall / wall:.2f}" if len(peers) == 2 else " | "
                yield f"| {size:,} | {what} | {took.cpu:.1f} | {took.wall:.1f} | {took.peak:.0f} | {ratios} |"


def main() -> None:
    """Measures, and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=[1000])
    parser.add_argument("--material", action="store_true")
    told = parser.parse_args()
    lines = [machine(load()), ""]
    for line in lines_of(told.counts, told.material):
        print(line, file=sys.stderr, flush=True)
        lines.append(line)
    put("peers", lines)


if __name__ == "__main__":
    main()
