"""The gaps of the data as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Records
from ..pages.coverage import Row, needs_of


def as_text(records: Records, rows: Sequence[Row]) -> str:
    """Areas with the needs for which nothing of their own is listed."""
    names = needs_of(records)
    lines = [f"{len(rows)} areas, {len(names)} needs"]
    bare = [row.name for row in rows if not row.services]
    for row in (row for row in rows if row.services):
        gaps = [names[need] for need, count in row.counts.items() if not count]
        lines += [
            "",
            f"{row.name} ({row.area}): {row.services} services, {len(names) - len(gaps)} of {len(names)} needs",
        ]
        lines += [f"  nothing of its own: {', '.join(gaps)}"] if gaps else []
    lines += ["", f"no service of its own: {', '.join(bare)}"] if bare else []
    return "\n".join(lines)
