"""The editing form at `/admin/`: Decap CMS over the same YAML, off unless `site.yaml` says `admin:`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from ..model import Records
from .collections import form_config
from .fetch import CannotFetch, fetched
from .page import page

__all__ = ["CannotFetch", "admin_files"]


def admin_files(records: Records, cache: Path) -> Iterator[tuple[str, str | bytes]]:
    """Path in the site and content of every file of the form; nothing where it is off.

    Raises `CannotFetch`, with a sentence for a person, before the first file.
    """
    if records.site.admin is None:
        return
    for name, content in fetched(cache).items():
        yield f"admin/{name}", content
    yield "admin/index.html", page(records.site, records.site.admin)
    yield "admin/start.js", files(__package__).joinpath("start.js").read_text("utf-8")
    yield "admin/config.json", json.dumps(form_config(records), ensure_ascii=False, indent=1)
