"""The doors of a service on its page: address, maps, phones, hours, and what is asked there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from babel import Locale
from markupsafe import Markup

from ..languages import N_
from ..model import Location, Service
from .hours import Hours, hours_of
from .told import Told
from .view import View

MAPS = (  # links only: nothing of them is in the page
    ("OpenStreetMap", "https://www.openstreetmap.org/search?query="),
    ("Google Maps", "https://www.google.com/maps/search/?api=1&query="),
    ("Apple Maps", "https://maps.apple.com/?q="),
)
ACCESS: Mapping[str, str] = {
    "wheelchair": N_("You can get in with a wheelchair"),
    "sign-language": N_("Sign language"),
    "tty": N_("TTY phone"),
    "large-print": N_("Large print"),
    "braille": N_("Braille"),
    "step-free-toilet": N_("A toilet without steps"),
    "quiet": N_("A quiet place to wait"),
}
ASKED: Mapping[str, tuple[str, str]] = {  # asked for, not asked for
    "id": (N_("Bring an ID."), N_("No ID needed.")),
    "referral": (N_("You need a referral: somebody must send you."), N_("No referral needed.")),
    "appointment": (N_("Make an appointment first."), N_("No appointment needed.")),
    "proof_of_address": (N_("Bring a paper that shows where you live."), N_("No proof of address needed.")),
    "proof_of_income": (N_("Bring a paper that shows your income."), N_("No proof of income needed.")),
    "social_security_number": (
        N_("They ask for a Social Security number."),
        N_("No Social Security number needed."),
    ),
}


@dataclass(frozen=True)
class Door:
    """One place to walk in, ready for the page."""

    place: int  # in `locations`
    record: Location
    name: Markup
    address: tuple[str, ...]  # lines
    maps: tuple[tuple[str, str], ...]  # name of the app, link
    hours: Hours | None
    is_private: bool  # nobody may read where it is
    access: Markup  # what helps people to get in


def doors_of(view: View, told: Told, is_private: bool | None = None) -> list[Door]:
    """The doors of a service or an organization; of a private address no street and no map.

    Left out, the service says whether its address is private.
    """
    private = told.record.address_confidential if is_private is None else is_private
    doors: tuple[Location, ...] = told.record.locations
    return [_door(view, told, place, door, len(doors), private) for place, door in enumerate(doors)]


def _door(view: View, told: Told, place: int, door: Location, count: int, confidential: bool) -> Door:
    if door.name:
        name = told.text("locations", place, "name")
    elif door.city and not confidential:
        name = Markup("{}").format(door.city)
    else:
        name = view.t("Place %(number)s", number=place + 1) if count > 1 else view.t("The place")
    return Door(
        place=place,
        record=door,
        name=name,
        address=() if confidential else address_lines(door),
        maps=() if confidential else maps_of(door),
        hours=hours_of(view, told, door, ("locations", place, "schedule")),
        is_private=confidential,
        access=access_of(view, door.access),
    )


def address_lines(door: Location) -> tuple[str, ...]:
    """`123 Main Street`, `Pittsburgh, PA 15212`."""
    region = " ".join(part for part in (door.state, door.zip) if part)
    town = ", ".join(part for part in (door.city, region) if part)
    return tuple(line for line in (door.street, town) if line)


def maps_of(door: Location) -> tuple[tuple[str, str], ...]:
    """The address in several map apps; nothing without a street and its town or ZIP code."""
    if not door.street or not (door.city or door.zip):
        return ()
    address = quote(", ".join(address_lines(door)), safe="")
    return tuple((name, start + address) for name, start in MAPS)


def asked_of(view: View, service: Service) -> list[Markup]:
    """What is asked at the door and what is not; the last line says to call where something is not known.

    [] where nothing is known and there is no door to stand at.
    """
    known = [(name, getattr(service.asks, name)) for name in ASKED]
    lines = [view.t(ASKED[name][0 if answer else 1]) for name, answer in known if answer is not None]
    if not lines:
        return [view.t("Call first: ask what to bring.")] if service.locations and not service.bring else []
    if any(answer is None for _, answer in known):
        lines.append(view.t("Call first and ask what else to bring."))
    return lines


def access_of(view: View, names: tuple[str, ...]) -> Markup:
    """`You can get in with a wheelchair, Braille`."""
    return Markup(view.language.formats["list"][0]).join(view.t(ACCESS[name]) for name in names)


def spoken_of(view: View, service: Service) -> str:
    """The languages that staff speak, by name: `Spanish, Vietnamese`."""
    if not service.spoken:
        return ""
    names = Locale.parse(view.language.locale.language).languages
    return view.language.commas(str(names.get(code, code)) for code in service.spoken)
