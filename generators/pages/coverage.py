"""The page for maintainers that shows for which needs each area has services of its own, with a picture."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..model import Records
from .page import Page
from .view import View

CELL, LEFT, TOP = 22, 190, 150  # of the picture
MOST = 60  # areas in the picture; the table has all


@dataclass(frozen=True)
class Row:
    """One area."""

    area: str  # us/pa
    name: str
    services: int
    counts: dict[str, int]  # services of its own for each need


def needs_of(records: Records) -> dict[str, str]:
    """Names of the needs, by id."""
    return {key: need.name for key, need in records.needs.items()}


def coverage_rows(records: Records) -> list[Row]:
    """For every area how many services of its own it has for each need; what is closed for good does not count."""
    rows: dict[str, dict[str, int]] = {area: dict.fromkeys(records.needs, 0) for area in records.areas}
    totals = dict.fromkeys(records.areas, 0)
    for key, service in records.brief("service").items():
        area = records.home(f"service/{key}")
        if service.status == "closed" or area not in rows:
            continue
        totals[area] += 1
        for need in set(service.needs) & rows[area].keys():
            rows[area][need] += 1
    order = sorted(rows, key=lambda area: area.split("/"))
    return [Row(area, records.areas[area].name, totals[area], rows[area]) for area in order]


def coverage(view: View) -> Page:
    """The page at maintain/coverage/."""
    view = view.at("maintain/coverage/")
    rows = coverage_rows(view.records)
    own = [row for row in rows if row.services]
    return Page(
        path=view.path,
        language=view.language.code,
        title="Where nothing is listed",
        html=view.render(
            "coverage.html.j2",
            rows=own,
            bare=[row for row in rows if not row.services],
            needs=needs_of(view.records),
            picture=picture(own[:MOST], needs_of(view.records)),
            drawn=min(len(own), MOST),
        ),
        kind="maintain",
        description="For which needs each area has services of its own, and for which it has none.",
    )


def picture(rows: list[Row], needs: dict[str, str]) -> Markup:
    """A square for each need and area, darker the more services there are; empty where there is none."""
    width, height = LEFT + CELL * len(needs) + 110, TOP + CELL * len(rows) + 4
    columns = Markup("").join(
        Markup('<text transform="translate({} {}) rotate(-50)" font-size="11">{}</text>').format(
            LEFT + CELL * at + CELL // 2 + 2, TOP - 8, name
        )
        for at, name in enumerate(needs.values())
    )
    lines = Markup("").join(_row(row, at, needs) for at, row in enumerate(rows))
    return Markup(
        '<svg class="hr-coverage" role="img" aria-label="{}" width="{w}" height="{h}" viewBox="0 0 {w} {h}" '
        'fill="currentColor">{}{}</svg>'
    ).format("Needs and areas; the table below says the same in numbers", columns, lines, w=width, h=height)


def _row(row: Row, at: int, needs: dict[str, str]) -> Markup:
    y = TOP + CELL * at
    squares = Markup("").join(_square(LEFT + CELL * place, y, row.counts[need]) for place, need in enumerate(needs))
    return (
        Markup('<text x="{}" y="{}" text-anchor="end" font-size="12">{}</text>').format(LEFT - 8, y + 15, row.name)
        + squares
    )


def _square(x: int, y: int, count: int) -> Markup:
    shape = Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="3" ').format(x + 1, y + 1, CELL - 3, CELL - 3)
    if not count:
        return shape + Markup('fill="none" stroke="currentColor" stroke-dasharray="2 2"/>')
    return shape + Markup('opacity="{}"/>').format(round(0.25 + 0.75 * min(count, 10) / 10, 2))
