"""A service row and all that belongs to it to a record."""

from __future__ import annotations

from . import clean
from .draft import Draft
from .gathering import Gathered, in_units
from .hidden import hide_shelters, take_away
from .hours import day_in
from .pieces import bare, compact
from .place import Target
from .reaching import KEPT, below, doors_of, hours_of, reach
from .rows import USED, Book, Cells, Row
from .telling import tell_access, tell_cost, tell_description, tell_languages, tell_papers, tell_words
from .terms import groups_of
from .topics import areas_of, needs_for, status_of, topics_of
from .who import rule_of


def service_draft(id_: str, found: Gathered, book: Book, target: Target) -> Draft:
    """The record of one service; every row that went into it is settled."""
    row = found.services[id_]
    draft = Draft(f"service {id_}", row)
    cells = Cells(row)
    book.settle(row, USED)

    def rows(table: str, *more: tuple[str, str]) -> list[Row]:
        mine = [one for kind, key in (("service", id_), *more) for one in found.under(kind, key, table)]
        for one in mine:
            book.settle(one, USED)
        return mine

    seen: list[str] = []
    cells.take("organization_name")
    if name := clean.name(cells.take("name"), seen):
        draft.fields["name"] = name
    draft.told("name", seen)
    groups = groups_of(draft, found, book, rows("eligibility"))
    tell_words(draft, cells, rows("eligibility"), groups)
    reach(draft, cells, id_, found, rows)
    doors_of(draft, cells, id_, found, book, target)
    hours_of(draft, cells, rows, target)
    tell_cost(draft, cells, rows("cost_option"), target)
    only = [("location", place) for place, _ in found.doors[id_]] if len(found.doors[id_]) == 1 else []
    tell_languages(draft, cells, rows("language", *only), rows("interpretation"))
    tell_papers(draft, rows("required_document"), target)
    tell_access(draft, rows("accessibility"))
    areas_of(draft, cells, rows("service_area"), target)
    topics = topics_of(draft, cells, found, book, rows("attribute"))
    needs_for(draft, cells, topics, found, target)
    status_of(draft, cells)
    who_of(draft, cells, target)
    dates_of(draft, cells, rows("metadata"), target)
    program_of(draft, cells, found, book)
    for table in KEPT:
        if table != "metadata" and (left := compact((one, bare(one)) for one in in_units(found, book, rows(table)))):
            draft.keep(table, left)
    tell_description(draft)
    for column, text in cells.left().items():
        draft.keep(column, text)
    below(draft, found, book, "service", id_)
    places = [location for location, _ in found.doors[id_]]
    for location, sal in found.doors[id_]:
        below(draft, found, book, "location", location)
        if sal is not None and "id" in sal.cells:
            below(draft, found, book, "service_at_location", sal.cells["id"])
    hide_shelters(draft)
    take_away(draft, found, places)
    return draft


def who_of(draft: Draft, cells: Cells, target: Target) -> None:
    told: list[tuple[str, str]] = []
    texts = " ".join(cells.row.cells.get(name, "") for name in ("description", "more", "eligibility_description"))
    figures = {"poverty-guideline", "poverty-guideline-each-more"} <= target.figures
    for name, value in rule_of(cells, texts, figures, told).items():
        draft.fields[name] = value
    for kind, text in told:
        draft.note(kind, "rule", text)


def dates_of(draft: Draft, cells: Cells, metadata: list[Row], target: Target) -> None:
    """The last day on which the source says it knew; never a day of checking of ours."""
    days = [day_in(cells.row.cells.get(name, "")) for name in ("assured_date", "last_modified", "scraped")]
    days += [day_in(one.cells.get("last_action_date", "")) for one in metadata]
    last = max((day for day in days if day and day <= target.today.isoformat()), default=None)
    if last and target.page:
        draft.fields["sourced"] = {"from": target.page, "as_of": last}
    if text := compact((one, bare(one)) for one in metadata):
        draft.keep("metadata", text)


def program_of(draft: Draft, cells: Cells, found: Gathered, book: Book) -> None:
    program = found.programs.get(cells.row.cells.get("program_id", ""))
    if program is not None:
        book.settle(program, USED)
        draft.keep("program", compact([(program, bare(program))]))
