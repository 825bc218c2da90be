"""A source as named files in memory: one file, a folder, or a ZIP, which is never unpacked to disk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

KINDS = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx")
LARGEST = 200_000_000  # bytes of all files together


class CannotRead(Exception):
    """The source is not one that can be read; the text says why and what to do."""


@dataclass(frozen=True)
class Opened:
    """One file."""

    name: str  # services.csv
    content: bytes


def opened(source: Path) -> list[Opened]:
    """Every file of a source that may hold records, in the order of their names.

    Of a folder that another site exported, the tables, which lie there in one ZIP beside pages of JSON.
    """
    if source.is_dir() and (tables := _package(source)):
        found = list(_unzipped(tables))
    elif source.is_dir():
        files = sorted(path for path in source.iterdir() if path.suffix.lower() in KINDS and path.is_file())
        found = [Opened(path.name, _read(path)) for path in files]
    elif not source.is_file():
        raise CannotRead(f"there is no file or folder {source}.")
    elif zipfile.is_zipfile(source) and source.suffix.lower() != ".xlsx":
        found = list(_unzipped(source))
    elif source.suffix.lower() in KINDS:
        found = [Opened(source.name, _read(source))]
    else:
        found = []
    found = [file for file in found if file.name not in ("datapackage.json", "package.json") or len(found) == 1]
    if sum(len(file.content) for file in found) > LARGEST:
        raise CannotRead(f"this is more than {LARGEST:,} bytes. Split it.")
    if not found:
        raise CannotRead(f"nothing in {source} ends in {', '.join(KINDS)}.")
    return found


def _package(folder: Path) -> Path | None:
    """The one ZIP of a folder without tables."""
    zips = [path for path in folder.iterdir() if path.suffix.lower() == ".zip" and zipfile.is_zipfile(path)]
    tables = any(path.suffix.lower() in (".csv", ".tsv", ".xlsx") for path in folder.iterdir())
    return zips[0] if len(zips) == 1 and not tables else None


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise CannotRead(f"{path.name} is more than {LARGEST:,} bytes. Split it.")
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(f"{path} cannot be read: {error.strerror}.") from None


def _unzipped(path: Path) -> Iterator[Opened]:
    """The files of a ZIP by their bare names; sizes are looked at before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [
                member
                for member in archive.infolist()
                if not member.is_dir()
                and PurePosixPath(member.filename).suffix.lower() in KINDS
                and not member.filename.startswith("__MACOSX/")
                and not PurePosixPath(member.filename).name.startswith(".")
            ]
            if sum(member.file_size for member in members) > LARGEST:
                raise CannotRead(f"{path.name} unpacks to more than {LARGEST:,} bytes.")
            for member in sorted(members, key=lambda member: member.filename):
                with archive.open(member) as file:
                    yield Opened(PurePosixPath(member.filename).name, file.read(member.file_size))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise CannotRead(f"{path.name} cannot be unpacked: {error}.") from None
