"""What the site knows that an import needs: its needs, papers, figures, and the area to import into."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from ..model import state_of
from .needs import Words


@dataclass(frozen=True)
class Target:
    """Where records go and what they may refer to."""

    source: str  # florida-legal
    area: str = "us"
    today: datetime.date = datetime.date(2000, 1, 1)
    needs: frozenset[str] = frozenset()
    sensitive: frozenset[str] = frozenset()  # needs
    documents: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()  # folders with an area.yaml
    zoned: frozenset[str] = frozenset()  # areas that have one time zone
    words: Words = field(default_factory=Words)
    page: str = ""  # the address of the page that the data was taken from

    @property
    def state(self) -> str:
        """The state of the area: FL; empty for the nation."""
        return state_of(self.area) or ""
