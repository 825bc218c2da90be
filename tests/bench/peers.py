"""Our build beside that of other generators, on the same made-up services, in one run.

`python tests/bench/peers.py [COUNT ...] [--material]` builds COUNT services (default 1000) with Handrail, with Hugo and
Pagefind (a static-site generator and a static search), with Eleventy when npm has it, and with `--material` with plain
mkdocs-material, which takes minutes. Prints user and system seconds of all processes, the wall's, the most memory of a
process, and the ratio to Hugo and Pagefind together. What is not there is left out: `apt-get install hugo`,
`pip install "pagefind[bin]"`; `npm install @11ty/eleventy@3.0.0` in a folder, with its `node_modules/.bin` on the PATH.
"""

from __future__ import annotations

import argparse
import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from build import ROOT, TODAY, Measured, measure

sys.path.insert(0, str(Path(__file__).parent))
import corpus  # noqa: E402

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
    """An Eleventy site of so many services; the command that builds it."""
    (folder / "in/_includes").mkdir(parents=True)
    page = "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ title }}</title></head><body>{{ content }}"
    (folder / "in/_includes/page.liquid").write_text(page + "</body></html>", "utf-8")
    for _, id_, record in corpus.services(count):
        text = f"---\ntitle: {record['name']}\nlayout: page.liquid\n---\n# {record['name']}\n\n{markdown(record)}"
        (folder / f"in/{id_}.md").write_text(text, "utf-8")
    return ["eleventy", f"--input={folder / 'in'}", f"--output={folder / 'site'}", "--quiet"]


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

    (folder / "ours").mkdir()
    yield f"Handrail ({revision()})", run(ours(folder / "ours", count), "ours")
    if shutil.which("hugo"):
        (folder / "hugo").mkdir()
        yield f"Hugo {version(['hugo', 'version'])}", run(hugo(folder / "hugo", count), "hugo")
        pagefind = [sys.executable, "-m", "pagefind"]
        if said := version([*pagefind, "--version"]):
            yield f"Pagefind {said}", run([*pagefind, "--site", str(folder / "hugo/site")], "hugo")
    if shutil.which("eleventy"):
        (folder / "eleventy").mkdir()
        yield f"Eleventy {version(['eleventy', '--version'])}", run(eleventy(folder / "eleventy", count), "eleventy")
    if with_material:
        (folder / "material").mkdir()
        said = version([sys.executable, "-c", "import importlib.metadata as m; print(m.version('mkdocs-material'))"])
        yield f"mkdocs-material {said}", run(material(folder / "material", count), "material")


def version(command: Sequence[str]) -> str:
    """What a program says of its version, in one line; nothing where it is not there."""
    found = subprocess.run(list(command), capture_output=True, text=True, check=False)
    words = next((word for word in found.stdout.split() if any(sign.isdigit() for sign in word)), "")
    return html.escape(words) if found.returncode == 0 else ""


def revision() -> str:
    """The commit that is measured."""
    return subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=[1000])
    parser.add_argument("--material", action="store_true")
    told = parser.parse_args()
    print("| services | what | CPU s | wall s | peak MiB | CPU to Hugo and Pagefind |\n|---|---|---|---|---|---|")
    for size in told.counts:
        with tempfile.TemporaryDirectory() as name:
            found = list(runs(size, Path(name), told.material))
            both = sum(took.cpu for what, took in found if what.startswith(("Hugo", "Pagefind")))
            for what, took in found:
                ratio = f"{took.cpu / both:.2f}" if both else ""
                print(
                    f"| {size:,} | {what} | {took.cpu:.1f} | {took.wall:.1f} | {took.peak:.0f} | {ratio} |", flush=True
                )
