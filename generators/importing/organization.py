"""An organization row and all that belongs to it to a record."""

from __future__ import annotations

from . import clean
from .draft import LINE, Draft
from .gathering import Gathered, swallowed
from .hidden import say_nothing
from .pieces import bare, compact, phones_of
from .place import Target
from .reaching import KEPT, below, door
from .rows import USED, Book, Cells, Row
from .service import dates_of


def organization_draft(id_: str, found: Gathered, book: Book, target: Target) -> Draft:
    """The record of one organization; every row that went into it is settled."""
    row = found.organizations[id_]
    draft = Draft(f"organization {id_}", row)
    cells = Cells(row)
    book.settle(row, USED)

    def rows(table: str, kind: str = "organization", key: str = id_) -> list[Row]:
        mine = found.under(kind, key, table)
        for one in mine:
            book.settle(one, USED)
        return mine

    seen: list[str] = []
    cells.take("confidential")
    if name := clean.name(cells.take("name"), seen):
        draft.fields["name"] = name
    other = clean.line(cells.take("alternate_name"), seen)
    if other and len(other) <= LINE:
        draft.fields["also_called"] = [other]
    elif other:
        draft.keep("alternate_name", other)
    draft.text("description", cells.take("description"))
    text = draft.fields.get("description", "")
    if text and len(text) <= LINE and "\n" not in text:
        draft.fields["summary"] = draft.fields.pop("description")
    if link := clean.link(cells.take("website", "url"), seen):
        draft.fields["website"] = link
    if mail := clean.email(cells.take("email"), seen):
        draft.fields["email"] = mail
    phones = rows("phone")
    for contact in found.under("organization", id_, "contact"):
        phones = [*phones, *rows("phone", "contact", contact.cells.get("id", "\0"))]
    made, left = phones_of(list(dict.fromkeys(phones)), seen)
    draft.told("", seen)
    if made:
        draft.fields["phones"] = made
    if rest := compact(left):
        draft.keep("phone", rest)
    doors = []
    open_to_all = []
    secret = []
    for location in found.org_doors[id_]:
        one, hidden = door(draft, location, None, found, book, target)
        if hidden:
            draft.note("dropped", "locations", "a confidential address: it is not imported at all")
            swallowed(found, book, "location", location)
            secret.append(location)
            continue
        open_to_all.append(location)
        if one:
            doors.append(one)
    if doors:
        draft.fields["locations"] = doors
    dates_of(draft, cells, rows("metadata"), target)
    for table in (*KEPT, "attribute", "service_area", "schedule", "holiday", "language", "accessibility",
                  "eligibility", "required_document", "cost_option", "interpretation"):  # fmt: skip
        if table != "metadata" and (rest := compact((one, bare(one)) for one in rows(table))):
            draft.keep(table, rest)
    for program in found.programs.values():
        if program.cells.get("organization_id") == id_:
            book.settle(program, USED)
            draft.keep("program", compact([(program, bare(program))]))
    for column, rest in cells.left().items():
        draft.keep(column, rest)
    below(draft, found, book, "organization", id_)
    for location in open_to_all:
        below(draft, found, book, "location", location)
    say_nothing(draft, found, secret)
    return draft
