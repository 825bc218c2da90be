"""Whom to call to check a record, on which number, and what to ask: as lines, as a table, as reminders."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..api.sheet import safe
from ..fresh import Due, due
from ..languages import language
from ..model import Records, Service
from ..problems import Problem

MANY = 20  # reminders that `check` prints one by one
NOT_KNOWN = "not known"
COLUMNS = (
    "id", "name", "organization", "area", "phone", "website", "email", "last looked at", "why now", "file", "hours",
    "who it is for", "what to bring", "cost", "room", "closed until", "still right? (yes or no)", "what changed",
    "checked by", "checked on",
)  # fmt: skip


@dataclass(frozen=True)
class DueLine:
    """One service to call."""

    id: str
    name: str
    organization: str
    area: str
    numbers: tuple[str, ...]
    website: str
    email: str
    last: str  # when somebody last looked, in words
    why: str  # why it is due, in words
    file: str  # where to write the check
    asked: tuple[tuple[str, str], ...]  # what to ask, and what the page says now


def due_lines(records: Records, today: datetime.date, folder: str, area: str = "") -> list[DueLine]:
    """A line for each service that is due in an area, what is longest past its time first."""
    return [_line(records, one, folder) for one in due(records, today, area)]


def _line(records: Records, one: Due, folder: str) -> DueLine:
    service = records.services[one.id]
    placed = records.placed[f"service/{one.id}"]
    organization = records.organizations.get(service.organization)
    phones = [phone for phone in service.phones if phone.kind != "fax"] or list(
        organization.phones if organization else ()
    )
    numbers = [f"{phone.number} ({phone.label})" if phone.label else phone.number for phone in phones]
    ways = (service.apply.phone, service.apply.in_person)
    numbers += [way.number for way in ways if way and way.number and not any(way.number in known for known in numbers)]
    last, why = _words(service, one)
    return DueLine(
        id=one.id,
        name=service.name,
        organization=organization.name if organization else "",
        area=placed.area,
        numbers=tuple(numbers),
        website=service.website or (organization.website if organization else None) or "",
        email=service.email or (organization.email if organization else None) or "",
        last=last,
        why=why,
        file=f"{folder}/{placed.path}",
        asked=tuple(_asked(records, service)),
    )


def _words(service: Service, one: Due) -> tuple[str, str]:
    if one.look is None:
        return "never", "nobody has checked it, and no official page is named"
    said = language("en").date(one.look.day) if one.look.is_check or len(service.sourced.as_of) == 10 else ""  # type: ignore[union-attr]
    day = said or language("en").month(one.look.day)
    months = "month" if one.look.months == 1 else f"{one.look.months} months"
    if service.verified:
        return f"{day}, by {service.verified.by}", f"a {service.kind} is checked every {months}"
    return f"never called; from an official page of {day}", f"what a page says of a {service.kind} holds {months}"


def _asked(records: Records, service: Service) -> Iterator[tuple[str, str]]:
    """What to ask, with what stands on the page."""
    room = f"closed until {service.closed_until}" if service.closed_until else service.status
    papers = [records.documents[paper.document].name for paper in service.bring if paper.document in records.documents]
    yield "Is this still your number, and do you still offer this?", service.summary or service.name
    yield "When are you open?", service.hours or ("see the file" if service.schedule else NOT_KNOWN)
    if service.address or service.locations:
        yield (
            "Are you still at this place?",
            service.address
            or "; ".join(", ".join(part for part in (door.street, door.city) if part) for door in service.locations),
        )
    yield "Who can come?", service.who_for or NOT_KNOWN
    yield "What should people bring?", ", ".join(papers) or service.bring_note or NOT_KNOWN
    yield "What does it cost?", service.cost or service.fees or NOT_KNOWN
    yield "Do you have room now? Is there a waiting list?", room
    yield "Is there anything that people should know?", ""


def as_text(lines: Sequence[DueLine], today: datetime.date) -> str:
    """The call sheet for a terminal or a plain printer."""
    head = f"Call sheet of {language('en').date(today)}: {len(lines)} to call"
    return "\n".join([head, "=" * len(head), *(part for at, line in enumerate(lines) for part in _entry(at, line))])


def _entry(at: int, line: DueLine) -> Iterator[str]:
    yield ""
    yield f"{at + 1}. {line.name}" + (f" - {line.organization}" if line.organization not in ("", line.name) else "")
    yield f"   Call:  {' or '.join(line.numbers) or line.email or line.website or 'no number is known'}"
    yield f"   Last:  {line.last} ({line.why})"
    for question, known in line.asked:
        yield f"   [ ] {question}" + (f" We say: {known}" if known else " ______________")
    yield f"   Then write in {line.file}:"
    yield "       verified: {date: ____-__-__, by: your name, how: phone}"


def as_csv(lines: Iterable[DueLine], records: Records) -> str:
    """The same as a table, in which no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        service = records.services[line.id]
        known = dict(line.asked)
        row = (
            line.id, line.name, line.organization, line.area, "; ".join(line.numbers), line.website, line.email,
            line.last, line.why, line.file, known["When are you open?"], known["Who can come?"],
            known["What should people bring?"], known["What does it cost?"], service.status,
            service.closed_until or "", "", "", "", "",
        )  # fmt: skip
        writer.writerow([safe(cell) for cell in row])
    return text.getvalue()


def due_problems(records: Records, today: datetime.date, folder: str) -> tuple[list[Problem], str]:
    """What `check` says of what is due: the first as reminders, and a line that counts the others."""
    lines = due_lines(records, today, folder)
    found = [
        Problem(
            line.file,
            records.placed[f"service/{line.id}"].line(()),
            f"{line.name} is due for a check: {line.why}. Last: {line.last}.",
            reminder=True,
        )
        for line in lines[:MANY]
    ]
    rest = len(lines) - len(found)
    return found, f"and {rest:,} more to check: python -m generators report due" if rest else ""
