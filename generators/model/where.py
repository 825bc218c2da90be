"""Where a service can be had, worked out from its folder, its doors and whom it serves, with the place table."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]  # latitude, longitude in degrees


@dataclass(frozen=True)
class Where:
    """The place of one service; counties and states by their FIPS codes ("42003", "42")."""

    areas: tuple[str, ...] = ("us",)  # whose people it is for: counties, or one state, or "us"
    counties: tuple[str, ...] = ()  # where only people of these may come, or of the ZIP codes; none: all of the areas
    zips: tuple[str, ...] = ()
    doors: tuple[Point, ...] = ()  # to measure distances to; none for a confidential address
    names: tuple[str, ...] = ()  # of the counties, to be found by


def state_of(area: str) -> str | None:
    """The state of an area's folder: us/pa/allegheny -> PA; None for the nation."""
    parts = area.split("/")
    return parts[1].upper() if len(parts) > 1 else None
