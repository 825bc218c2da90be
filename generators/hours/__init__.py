"""When a door or a phone is open: the data of a schedule, the clock of its time zone, what holds now, and the words."""

from .clock import clock_data, known_zones
from .data import door_data, hours_data, needs_zone, schedule_data, service_clock, zone_of, zones_of
from .now import Now, open_any, open_now
from .words import is_monthly, summary_of, summary_of_service

__all__ = [
    "Now",
    "clock_data",
    "door_data",
    "hours_data",
    "is_monthly",
    "known_zones",
    "needs_zone",
    "open_any",
    "open_now",
    "schedule_data",
    "service_clock",
    "summary_of",
    "summary_of_service",
    "zone_of",
    "zones_of",
]
