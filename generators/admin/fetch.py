"""Decap CMS as it is on the npm registry: one version, known by its hash, kept in the cache."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import tarfile
import urllib.request
from pathlib import Path

VERSION = "3.16.3"
INTEGRITY = "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw=="  # SHA-512
REGISTRY = "https://registry.npmjs.org"
TAKEN = ("decap-cms.js", "decap-cms.js.LICENSE.txt")  # of its folder dist/
SECONDS = 120


class CannotFetch(Exception):
    """The form cannot be had now; the message says why, for a person."""


def fetched(cache: Path) -> dict[str, bytes]:
    """Name and content of its files: from the cache, or from the registry that `npm_config_registry` names."""
    folder = cache / f"decap-cms-{VERSION}"
    if not all((folder / name).is_file() for name in TAKEN):
        found = _unpacked(_package())
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in found.items():
            half = folder / f"{name}.new"
            half.write_bytes(content)
            half.replace(folder / name)
    return {name: (folder / name).read_bytes() for name in TAKEN}


def _package() -> bytes:
    registry = os.environ.get("npm_config_registry", REGISTRY).rstrip("/")
    address = f"{registry}/decap-cms/-/decap-cms-{VERSION}.tgz"
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            package: bytes = answer.read()
    except (OSError, ValueError) as error:
        raise CannotFetch(f"{address} cannot be read ({error})") from error
    if base64.b64encode(hashlib.sha512(package).digest()).decode() != INTEGRITY:
        raise CannotFetch(f"what {address} sent is not the file that we know (its hash differs)")
    return package


def _unpacked(package: bytes) -> dict[str, bytes]:
    """Only the files we take: nothing of the archive is written under a name of its own."""
    with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as archive:
        found = {name: archive.extractfile(f"package/dist/{name}") for name in TAKEN}
        return {name: file.read() for name, file in found.items() if file}
