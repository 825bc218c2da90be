"""Reads the place table: ZIP codes, counties and where they are. generators/places/make.py writes its files."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache, cached_property
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).resolve().parent.parent.parent / "resources" / "places"
_MARKS = re.compile("[\u0300-\u036f]")
_KIND = re.compile(r" (county|parish|borough|census area|municipio|municipality)$")


class Places:
    """The table of one folder. A file is read when something in it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, Any] = {}
        self._counties: dict[str, dict[str, str]] = {}

    @cached_property
    def files(self) -> dict[str, Path]:
        """The files by name: 15.json, pa.json, start.json."""
        return {path.name: path for path in sorted(self.folder.glob("*.json"))}

    def point(self, zip_code: str) -> tuple[float, float] | None:
        """The middle of a ZIP code."""
        row = self._zips(zip_code).get(zip_code[2:])
        return (row[1], row[2]) if row and row[1] is not None else None

    def counties_of(self, zip_code: str) -> list[str]:
        """The FIPS codes of the counties that a ZIP code lies in."""
        row = self._zips(zip_code).get(zip_code[2:], ())
        return [self._file(zip_code[:2])["counties"][place][0] for place in row[3:]]

    def county(self, state: str, name: str) -> str | None:
        """The FIPS code of a county by the folder of its state and its name: ("pa", "Allegheny County")."""
        return self._named(state).get(plain(name))

    def county_names(self, state: str) -> list[str]:
        """The names of all counties of a state."""
        return [row[1] for row in self._file(state).get("counties", ())]

    def state(self, state: str) -> str | None:
        """The FIPS code of a state by its folder: "pa" -> "42"."""
        rows = self._file(state).get("counties", ())
        return rows[0][0][:2] if rows else None

    def _zips(self, zip_code: str) -> dict[str, Any]:
        found: dict[str, Any] = self._file(zip_code[:2]).get("zips", {})
        return found

    def _named(self, state: str) -> dict[str, str]:
        if state not in self._counties:
            rows = self._file(state).get("counties", ())
            self._counties[state] = {plain(row[1]): row[0] for row in rows}
        return self._counties[state]

    def _file(self, stem: str) -> Any:
        if stem not in self._files:
            path = self.files.get(f"{stem}.json")
            self._files[stem] = json.loads(path.read_text("utf-8")) if path else {}
        return self._files[stem]


def read_places(resources: Path) -> Places:
    """The table of a resources folder; where it has none, the one that comes with Handrail."""
    own = resources / "places"
    return Places(own if own.is_dir() else SHIPPED)


@cache
def plain(name: str) -> str:
    """A county's name as all spellings have it: "St. Mary's County" -> "saintmarys"."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", name.lower()))
    bare = " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’.]", "", bare)).split())
    bare = re.sub(r"^(the )?city of (.*)$", r"\2 city", re.sub(r"\bste?\b", "saint", bare))
    return _KIND.sub("", bare).replace(" ", "")
