"""How to reach a service: phones, links, its doors with their own hours and access."""

from __future__ import annotations

import re
from typing import Any

from ..model import Location
from . import clean
from .doors import place
from .draft import Draft
from .gathering import Gathered, swallowed
from .hours import from_words
from .numbers import numbers
from .pieces import bare, compact, phones_of, schedule_of
from .place import Target
from .private import is_said, is_withheld
from .rows import USED, Book, Cells, Row
from .telling import access_of

KEPT = ("funding", "contact", "capacity", "identifier", "url", "metadata", "payment", "unit")  # tables without a field


def reach(draft: Draft, cells: Cells, id_: str, found: Gathered, rows: Any) -> None:
    """Phones, web address, e-mail; those of contacts too, under their title."""
    seen: list[str] = []
    if link := clean.link(cells.take("url"), seen):
        draft.fields["website"] = link
    draft.told("website", seen)
    seen = []
    if mail := clean.email(cells.take("email"), seen):
        draft.fields["email"] = mail
    draft.told("email", seen)
    doors = found.doors[id_] if len(found.doors[id_]) == 1 else []  # of several doors, each has its own phones
    phones = rows("phone", *(("service_at_location", sal.cells["id"]) for _, sal in doors if sal and "id" in sal.cells))
    for contact in found.under("service", id_, "contact"):
        phones += rows("phone", ("contact", contact.cells.get("id", "\0")))
    seen = []
    made, left = phones_of(list(dict.fromkeys(phones)), seen)
    draft.told("phones", seen)
    if made:
        draft.fields["phones"] = made
    if text := compact(left):
        draft.keep("phone", text)


def doors_of(draft: Draft, cells: Cells, id_: str, found: Gathered, book: Book, target: Target) -> None:
    """The doors of the service with their own phones, hours and access."""
    doors = []
    hidden = is_said(cells.take("confidential"))
    for location, sal in found.doors[id_]:
        made, confidential = door(draft, location, sal, found, book, target, id_)
        hidden = hidden or confidential
        if made:
            doors.append(made)
    if hidden:
        draft.fields["address_confidential"] = True
    if doors:
        draft.fields["locations"] = doors


def door(
    draft: Draft, location: str, sal: Row | None, found: Gathered, book: Book, target: Target, service: str = ""
) -> tuple[dict[str, Any], bool]:
    """One door, and whether its address is confidential."""
    row = found.locations[location]
    book.settle(row, USED)

    def rows(table: str) -> list[Row]:
        mine = list(found.under("location", location, table))
        mine += found.under("door", f"{service}@{location}", table)
        if sal is not None and "id" in sal.cells and (table != "phone" or len(found.doors[service]) > 1):
            mine += found.under("service_at_location", sal.cells["id"], table)
        for one in mine:
            book.settle(one, USED)
        return mine

    first = found.users[location] <= 1 or not _told(found, location)
    seen: list[str] = []
    made, left, letters = place(row, rows("address"), seen)
    made["id"] = made.get("id") or "door"
    phones, phones_left = phones_of(rows("phone"), seen)
    if phones:
        made["phones"] = phones
    said: list[str] = []
    schedule, hours_left = schedule_of(rows("schedule"), rows("holiday"), target.today, seen, said)
    if schedule:
        made["schedule"] = schedule
    access, words, left["location accessibility"] = access_of(rows("accessibility"))
    if access:
        made["access"] = access
    if words:
        made["accessibility"] = words
    if first:
        draft.told("locations", seen, place=row.place)
    if said:
        left["location hours"] = " | ".join(said)
    for table in (*KEPT, "language", "service_area", "attribute"):
        if text := compact((one, bare(one)) for one in rows(table)):
            left[f"location {table}"] = text
    for name, rest in (("location phone", phones_left), ("location schedule", hours_left)):
        if text := compact(rest):
            left[name] = text
    if sal is not None and (text := compact([(sal, bare(sal))])):
        left["service at location"] = text
    addresses = rows("address")
    hidden = any(is_said(one.cells.get("confidential", "")) for one in (row, *addresses))
    hidden = hidden or any(is_withheld(one.cells.get(name, "")) for one in addresses for name in ("address_1", "full"))
    hidden = hidden or row.cells.get("location_type", "").lower() == "confidential"
    if hidden:
        for one in (row, *found.under("location", location, "address")):
            one.read.update(one.cells)
    else:
        for name, text in left.items():
            draft.keep(name, text)
        for text in letters:
            if f"Mailing address: {text}" not in draft.paragraphs:
                draft.paragraphs.append(f"Mailing address: {text}")
    known = {phone["number"] for phone in draft.fields.get("phones", [])}
    made["phones"] = [phone for phone in made.get("phones", []) if phone["number"] not in known]
    made = {name: made[name] for name in Location.model_fields if made.get(name)}
    return (made if made.keys() - {"id"} else {}), hidden


def _told(found: Gathered, location: str) -> bool:
    """Whether the repairs of a shared location were told already; they are told once."""
    done = found.users[location] < 0
    if not done:
        found.users[location] = -found.users[location]
    return done


def hours_of(draft: Draft, cells: Cells, rows: Any, target: Target) -> None:
    """Rows of hours, or hours in words where every word is understood; else the words as they are."""
    seen: list[str] = []
    said: list[str] = []
    schedule, left = schedule_of(rows("schedule"), rows("holiday"), target.today, seen, said)
    words = clean.line(cells.take("hours_text"), seen)
    if words and not re.search(r"[A-Za-z]", words) and (likely := numbers(words, "", "", "", [])):
        draft.note("warned", "hours", f"a phone number where hours stand: {words[:40]}")
        if not any(one["number"] == likely[0]["number"] for one in draft.fields.get("phones", [])):
            draft.keep("hours_text", words)
        words = ""
    read = from_words(words) if words and not schedule else None
    if read:
        schedule = {"open": read}
        draft.note("inferred", "schedule", f"from the words: {words[:80]}")
    elif words:
        said.insert(0, words)
    draft.told("schedule", seen)
    if schedule:
        draft.fields["schedule"] = schedule
    if text := compact(left):
        draft.keep("schedule", text)
    if said:
        draft.line("hours", " ".join(said), "Hours")


def below(draft: Draft, found: Gathered, book: Book, kind: str, id_: str) -> None:
    """Keeps as text whatever is still left below a thing."""
    for table, rows in swallowed(found, book, kind, id_).items():
        if text := compact((row, bare(row)) for row in rows):
            draft.keep(table, text)
