"""What a service is about and for which area: categories, needs, counties, status."""

from __future__ import annotations

import re
from typing import Any

from . import clean
from .draft import LINE, Draft
from .gathering import Gathered
from .needs import first_word, needs_of
from .pieces import compact
from .place import Target
from .rows import Book, Cells, Row
from .states import state_named
from .terms import names_of

_CLOSED = ("inactive", "defunct", "closed", "permanently closed", "ended", "discontinued")
_OPEN = ("", "active", "open", "current", "published", "operational")


def areas_of(draft: Draft, cells: Cells, rows: list[Row], target: Target) -> None:
    """Counties by name, ZIP codes, and other areas in words."""
    texts = re.split(r"[;|]", cells.take("areas"))
    for one in rows:
        own = Cells(one)
        texts.append(own.take("name", "service_area", "description") or own.take("extent"))
        if rest := compact([(one, own.left())]):
            draft.keep("service_area", rest)
    counties, zips, notes = [], [], []
    for text in (clean.line(text, []) for text in texts):
        if county := re.match(r"^(.{2,40}?) (?:County|Parish)(?:, [A-Z]{2})?$", text):
            counties.append(county[1])
        elif re.match(r"^\d{5}(\s*,\s*\d{5})*$", text):
            zips += re.findall(r"\d{5}", text)
        elif text and not _whole_area(text, target):
            notes.append(text)
    serves: dict[str, Any] = {}
    if counties and target.state:
        serves["counties"] = list(dict.fromkeys(counties))
    elif counties:
        notes.insert(0, ", ".join(f"{county} County" for county in dict.fromkeys(counties)))
    if zips:
        serves["zips"] = list(dict.fromkeys(zips))
    note = "; ".join(dict.fromkeys(notes))
    if note and len(note) <= LINE:
        serves["note"] = note
    elif note:
        draft.paragraphs.append(f"Area: {note}")
    if serves:
        draft.fields["serves"] = serves


def _whole_area(text: str, target: Target) -> bool:
    """Words for the whole of the area that the folder stands for."""
    low = text.lower().strip(" .")
    if low in ("statewide", "state") or state_named(text):
        return bool(target.state) and (not state_named(text) or state_named(text) == target.state)
    return low in ("nationwide", "national", "united states", "usa")


def topics_of(draft: Draft, cells: Cells, found: Gathered, book: Book, rows: list[Row]) -> list[str]:
    """Names of categories, for the needs."""
    names = names_of(draft, found, book, rows)
    own = [cells.row.cells.get(column, "") for column in ("keywords", "keywords_more", "program")]
    if terms := cells.take("topics"):
        draft.note("dropped", "topics", "names of a taxonomy tell the needs, but are not kept: others may own them")
        own.append(terms)
    return [*names, *(part for text in own for part in re.split(r"[;|\[\]']", clean.line(text, [])) if part.strip())]


def needs_for(draft: Draft, cells: Cells, topics: list[str], found: Gathered, target: Target) -> None:
    """Needs and kind by words. Only a name or a short list of topics makes a service sensitive."""
    owner = found.organizations.get(cells.row.cells.get("organization_id", ""))
    runs = owner.cells.get("name", "") if owner is not None else ""
    name = " ".join([str(draft.fields.get("name", "")), *draft.fields.get("also_called", [])])
    short = "; ".join(topics) if len(topics) <= 3 else ""
    texts = [
        ("its name", name),
        ("its categories", "; ".join(topics)),
        ("its description", clean.line(cells.row.cells.get("description", ""), [])),
    ]
    needs, told = needs_of(target.words, texts)
    more, told_more = needs_of(target.words, [("who runs it", runs)])
    if set(more) - set(needs) and len(needs) < 4:
        needs, told = (
            [*needs, *(need for need in more[:2] if need not in needs)],
            "; ".join(filter(None, (told, told_more))),
        )
    needs = [need for need in needs if need in target.needs]
    private = [need for need in first_word(target.words.needs, f"{name}; {short}") if need in target.sensitive]
    if not private and not needs_of(target.words, texts[:2])[0]:
        private = [need for need in needs[:1] if need in target.sensitive]
    if private:
        needs = list(dict.fromkeys([*private[:1], *needs]))
        draft.fields["sensitive"] = True
        draft.fields["discreet"] = "Support service"
        draft.note("inferred", "sensitive", "its pages start in discreet mode, under a neutral id and title")
    else:
        needs = [need for need in needs if need not in target.sensitive] + [n for n in needs if n in target.sensitive]
        if needs and needs[0] in target.sensitive:
            needs = []
    if needs:
        draft.fields["needs"] = needs
        draft.note("inferred", "needs", told or "from its name")
    kinds = first_word(target.words.kinds, str(draft.fields.get("name", "")))
    for kind in kinds:
        draft.fields["kind"] = kind
        draft.note("inferred", "kind", f"{kind}, from its name")
        break


def status_of(draft: Draft, cells: Cells) -> None:
    status = clean.line(cells.take("status"), []).lower()
    if status in _CLOSED:
        draft.fields["status"] = "closed"
    elif status in ("waitlist", "wait list", "waiting list"):
        draft.fields["status"] = "waitlist"
    elif status in ("temporarily closed", "temporarily inactive", "on hold", "paused", "suspended"):
        draft.paragraphs.insert(0, "Closed for now, says the list that this is from. Call before you go.")
        draft.note(
            "warned", "status", f"\u201c{status}\u201d: the page says so. If you know the day, write closed_until"
        )
        draft.keep("status", status)
    elif status == "full":
        draft.fields["status"] = "full"
    elif status not in _OPEN:
        draft.note(
            "warned", "status", f"nobody knows what the status \u201c{status[:40]}\u201d means: kept in `imported`"
        )
        draft.keep("status", status)
