"""Makes the place table in `resources/places/` from two public lists; run by hand when they have changed.

`python -m generators.places.make GEONAMES.txt HUD.csv resources/places`

- GEONAMES.txt: `US.txt` of https://download.geonames.org/export/zip/ (GeoNames, CC BY 4.0): ZIP, place, state, county
  code and a point, with tabs between.
- HUD.csv: `zip,fips,county,state`, a row for each county that a ZIP lies in (the ZIP crosswalk of the U.S. Department
  of Housing and Urban Development).

The two spell counties differently, so they are joined by FIPS code; names are HUD's. Written are `15.json` (the ZIP
codes that begin with 15), `pa.json` (the counties of Pennsylvania, each with the middle of its ZIP codes) and
`start.json` (the middle of the ZIP codes that begin with the same three digits). The browser loads the same files.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CREDIT = "GeoNames (geonames.org), CC BY 4.0; counties: HUD ZIP code crosswalk"
UNNAMED = {"60010": "American Samoa"}  # HUD calls it "Unknown", for the one ZIP code of all the islands
Point = tuple[float, float]  # latitude, longitude


@dataclass
class Zip:
    """What both lists say of one ZIP code."""

    name: str = ""
    state: str = ""
    at: Point | None = None
    counties: list[str] = field(default_factory=list)  # FIPS codes; the one that the point lies in first


def gathered(geonames: Iterable[str], hud: Iterable[dict[str, str]]) -> tuple[dict[str, Zip], dict[str, list[str]]]:
    """ZIP codes, and name and state of each county by FIPS code."""
    zips: dict[str, Zip] = defaultdict(Zip)
    counties: dict[str, list[str]] = {}
    for row in hud:
        zips[row["zip"]].counties.append(row["fips"])
        zips[row["zip"]].state = row["state"]
        counties.setdefault(row["fips"], [UNNAMED.get(row["fips"], row["county"]), row["state"]])
    codes = {state: fips[:2] for fips, (_, state) in counties.items()}
    for line in geonames:
        _, code, name, _, state, _, county, *_, latitude, longitude, _ = line.rstrip("\n").split("\t")
        if state not in codes:
            continue  # a post office of the armed forces
        found = zips[code]
        found.name, found.at = name, (float(latitude), float(longitude))
        found.state = found.state or state
        fips = codes[state] + county
        if fips in found.counties or (not found.counties and fips in counties):
            found.counties = [fips, *(other for other in found.counties if other != fips)]
    _lend(zips)
    return dict(sorted(zips.items())), dict(sorted(counties.items()))


def _lend(zips: dict[str, Zip]) -> None:
    """A ZIP code that only GeoNames knows, under a newer county code, takes the county of the nearest other one."""
    for lone in [one for one in zips.values() if not one.counties]:
        near = min(
            (one for one in zips.values() if one.counties and one.at and one.state == lone.state),
            key=lambda one: math.dist(one.at or (0, 0), lone.at or (0, 0)),
        )
        lone.counties = near.counties[:1]


def files(zips: dict[str, Zip], counties: dict[str, list[str]]) -> dict[str, Any]:
    """Name and rows of every file; `counties` rows are [FIPS, name, state ...]."""
    made: dict[str, Any] = {}
    for start in (
        f"{number:02}" for number in range(100)
    ):  # also where no ZIP code begins so: then it is known to be none
        own = {code: one for code, one in zips.items() if code.startswith(start)}
        listed = sorted({fips for one in own.values() for fips in one.counties})
        made[start] = {
            "counties": [[fips, *counties[fips]] for fips in listed],
            "zips": {
                code[2:]: [one.name, *(_rounded(one.at) or (None, None)), *map(listed.index, one.counties)]
                for code, one in own.items()
            },
        }
    inside: dict[str, list[Point]] = defaultdict(list)
    starts: dict[str, list[Point]] = defaultdict(list)
    for code, one in zips.items():
        if one.at:
            inside[one.counties[0]].append(one.at)
            starts[code[:3]].append(one.at)
    for fips, (name, state) in counties.items():
        made.setdefault(state.lower(), {"counties": []})["counties"].append(
            [fips, name, *(_middle(inside[fips]) or [])]
        )
    made["start"] = {"starts": {start: _middle(points) for start, points in sorted(starts.items())}}
    return made


def _middle(points: list[Point]) -> list[float] | None:
    return _rounded((_mean([at[0] for at in points]), _mean([at[1] for at in points]))) if points else None


def _mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


def _rounded(at: Point | None) -> list[float] | None:
    """To hundredths of a degree: within half a mile."""
    return [round(at[0], 2), round(at[1], 2)] if at else None


def written(content: dict[str, Any]) -> str:
    """JSON with a line for each row, so that a change of one row is a change of one line."""
    parts = [f'"credit":{_json(CREDIT)}']
    for name, rows in content.items():
        if isinstance(rows, dict):
            lines, ends = [f"{_json(key)}:{_json(row)}" for key, row in rows.items()], "{}"
        else:
            lines, ends = [_json(row) for row in rows], "[]"
        parts.append(f'"{name}":{ends[0]}\n' + ",\n".join(lines) + f"\n{ends[1]}")
    return "{" + ",\n".join(parts) + "}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    geonames_file, hud_file, out = (Path(name) for name in sys.argv[1:])
    with geonames_file.open(encoding="utf-8") as lines, hud_file.open(encoding="utf-8", newline="") as rows:
        table = files(*gathered(lines, csv.DictReader(rows)))
    out.mkdir(parents=True, exist_ok=True)
    for name, content in table.items():
        (out / f"{name}.json").write_text(written(content), "utf-8")
    print(f"{len(table)} files in {out}", file=sys.stderr)
