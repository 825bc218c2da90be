"""At which address each page will stand, and how data for the browser is written."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from .joints import json_of


@dataclass(frozen=True)
class Addresses:
    """Where the site will stand and where its sources can be edited, as mkdocs.yml says; empty where it does not."""

    site: str = ""  # https://example.org/help/
    repository: str = ""
    edit: str = ""  # of the docs folder, from the repository: edit/main/docs/
    edit_template: str = ""  # the same with {path}

    def canonical(self, url: str) -> str | None:
        """The whole address of a page."""
        return urljoin(f"{self.site.rstrip('/')}/", url) if self.site else None

    def change(self, yaml: str | None) -> str | None:
        """Where a file of the resources folder can be edited."""
        if not yaml or not self.edit or not self.repository:
            return None
        name = f"../resources/{yaml}"
        if self.edit_template:
            edit = self.edit_template.format(path=name, path_noext=posixpath.splitext(name)[0])
        else:
            edit = self.edit + name
        return urljoin(self.repository if edit.startswith(("?", "#")) else f"{self.repository.rstrip('/')}/", edit)


def as_json(data: Any) -> str:
    """Data for browser modules, without a needless blank."""
    return json_of(data)
