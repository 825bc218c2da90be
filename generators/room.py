"""Whether a service has room for one more, in a word that pages and browser modules share."""

from __future__ import annotations

from .model import Service


def room_of(service: Service) -> str:
    """`""`: yes, or nobody knows; `waitlist`, `full`, `closed` for good, or the day on which it plans to open again."""
    if service.status != "closed" and service.closed_until:
        return service.closed_until.isoformat()
    return "" if service.status == "open" else service.status
