"""What every page depends on beside the data: our code and texts, and the packages that it runs on."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "MarkupSafe", "pydantic", "Babel", "PyYAML", "lunr")


def version_of_code() -> bytes:
    """Changes with every file of generators/ and docs/, with Python and with the packages that make pages."""
    known = hashlib.sha256(f"{sys.version} {[version(name) for name in PACKAGES]}".encode())
    for folder in ("generators", "docs"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                content = path.read_bytes()
                known.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode())
                known.update(content)
    known.update((ROOT / "mkdocs.yml").read_bytes())
    return known.digest()
