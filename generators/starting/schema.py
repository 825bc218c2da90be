"""`schema`: what editors need to complete and check the files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..options import resources_option
from ..pages.schemas import editor_schemas


@click.command()
@resources_option
def schema(resources: Path) -> None:
    """Write what editors need to complete and check the files, into the folder `schema` of the resources.

    `new` then names it in the first line of each file. See docs/maintain/editors.md.
    """
    folder = resources / "schema"
    folder.mkdir(exist_ok=True)
    count = 0
    for name, shape in editor_schemas():
        (folder / name).write_text(json.dumps(shape, indent=1) + "\n", "utf-8")
        count += 1
    click.echo(f"{count} files in {folder}.", err=True)
