"""`python -m generators translate export|import`: a file for translators, and what came back."""

from __future__ import annotations

from pathlib import Path

import click

from ..languages import KNOWN, language
from ..options import resources_option
from .back import sort_out, write
from .entries import Entry, data_texts, messages
from .formats import Unreadable, as_csv, as_po, from_csv, from_po

LANGUAGES = click.Choice([code for code in KNOWN if code != "en"])


@click.group()
def translate() -> None:
    """Texts to translate, out as .po or .csv and back in."""


@translate.command("export")
@click.argument("code", metavar="LANGUAGE", type=LANGUAGES)
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@resources_option
@click.option("--all", "everything", is_flag=True, help="What is translated already too, to be read over.")
@click.option("--services", is_flag=True, help="The texts of services, organizations, areas and figures too.")
def export_command(code: str, out: Path, resources: Path, everything: bool, services: bool) -> None:
    """Write the texts that wait for a translation into OUT, a .po or a .csv."""
    told, kind = language(code), _kind(out)
    entries = [entry for entry in _entries(resources, code, services) if everything or not entry.is_told]
    out.write_bytes(as_po(entries, told) if kind == ".po" else as_csv(entries, told))
    click.echo(f"{len(entries)} texts in {out}.", err=True)


@translate.command("import")
@click.argument("code", metavar="LANGUAGE", type=LANGUAGES)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@resources_option
@click.option("--replace", is_flag=True, help="Change also what a native speaker has read.")
def import_command(code: str, file: Path, resources: Path, replace: bool) -> None:
    """Put the translations of FILE in their places. What is wrong is named, and left out (exit code 1)."""
    told, kind = language(code), _kind(file)
    try:
        back = from_po(file.read_bytes()) if kind == ".po" else from_csv(file.read_bytes())
    except Unreadable as error:
        raise click.ClickException(str(error)) from None
    found = sort_out(_entries(resources, code, True), back, told, replace)
    for sentence in found.wrong:
        click.echo(sentence)
    for path in write(resources, told, found.sound):
        click.echo(f"wrote {path}", err=True)
    kept = f", {len(found.kept)} kept as a native speaker left them (--replace changes them)" if found.kept else ""
    click.echo(f"{len(found.sound)} taken, {len(found.wrong)} not taken{kept}.", err=True)
    raise SystemExit(1 if found.wrong else 0)


def _entries(resources: Path, code: str, services: bool) -> list[Entry]:
    return [*messages(code), *data_texts(resources, code, services)]


def _kind(path: Path) -> str:
    if path.suffix not in (".po", ".csv"):
        raise click.UsageError(f'"{path.name}" must end in .po or .csv')
    return path.suffix
