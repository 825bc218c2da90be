"""An option that several groups of commands take."""

from __future__ import annotations

from pathlib import Path

import click

resources_option = click.option(
    "--resources",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("resources"),
    show_default=True,
    help="The folder with the YAML files.",
)
