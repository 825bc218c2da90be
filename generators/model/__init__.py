"""Frozen records: what the rest of the house works with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from . import brief
from .hours import Change, Opening, Schedule, Season
from .lasting import Lasting
from .lazily import Lazily
from .marks import mark, mark_of
from .place import Location, Phone, Serves
from .preset import LifeChange, Preset
from .reads import Note, Watched, note, reading, unnoted
from .rule import Rule
from .service import (
    Apply,
    Asked,
    Dates,
    Example,
    Imported,
    Organization,
    Paper,
    Permission,
    Service,
    Sourced,
    Step,
    Verified,
    Way,
)
from .shared import (
    BARRIERS,
    Admin,
    Area,
    Barrier,
    Choice,
    Document,
    Doorway,
    Figure,
    LastDay,
    Letter,
    Need,
    Question,
    SiteSettings,
    Source,
    Urgent,
)
from .where import Where, state_of

__all__ = [
    "BARRIERS",
    "Admin",
    "Apply",
    "Asked",
    "Change",
    "Imported",
    "Lasting",
    "Location",
    "Opening",
    "Schedule",
    "Season",
    "Serves",
    "Area",
    "Barrier",
    "Choice",
    "Dates",
    "Document",
    "Doorway",
    "Example",
    "Figure",
    "LastDay",
    "Letter",
    "LifeChange",
    "Need",
    "Organization",
    "Paper",
    "Permission",
    "Phone",
    "Placed",
    "Preset",
    "Question",
    "Records",
    "Rule",
    "Service",
    "SiteSettings",
    "Source",
    "Sourced",
    "Step",
    "Urgent",
    "Verified",
    "Watched",
    "Way",
    "Where",
    "mark",
    "mark_of",
    "note",
    "reading",
    "state_of",
    "watched",
]

# Lists that a translation may make as long as its language needs.
FREE_LISTS = frozenset(("synonyms", "also_called", "any_of"))


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a record was written."""

    path: str  # relative to the resources folder: us/services/snap.yaml
    area: str  # the folder of the area: us, us/pa, us/pa/allegheny
    line: Callable[[tuple[str | int, ...]], int] = lambda _: 1  # of a place in the record
    at: tuple[str | int, ...] = ()  # where the record stands in its file


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class Records:
    """Everything the data says, checked. Dicts keep the order of the files."""

    site: SiteSettings
    needs: dict[str, Need]
    questions: dict[str, Question]
    documents: dict[str, Document]
    urgent: dict[str, Urgent]
    areas: dict[str, Area]  # by folder
    organizations: dict[str, Organization]
    services: dict[str, Service]
    figures: dict[str, Figure]
    doorways: dict[str, dict[str, Doorway]]  # area (us/pa) -> program (snap) -> where to apply there
    placed: dict[str, Placed]  # by "service/snap", "need/food", "figure/..." and so on
    # language -> "service/snap" -> (field, index, ...) -> text; only what is translated
    translations: dict[str, dict[str, dict[tuple[str | int, ...], str]]]
    letters: dict[str, Letter] = field(default_factory=dict)  # kinds of letters that people get, in their order
    presets: dict[str, Preset] = field(default_factory=dict)  # starting plans for case managers, in their order
    barriers: dict[str, Barrier] = field(default_factory=dict)  # what stands in the way, in the order of the list
    where: dict[str, Where] = field(default_factory=dict)  # the place of each service, by id
    # What the files say of each service and organization, as a hash ("service/snap"); of all others together: ""
    marks: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    # Makes records small that nobody reads for a while; where it can, see `hollow.py`.
    let_go: Callable[[], None] = field(default=_nothing, repr=False, compare=False)
    # What has been worked out from the records, so that 20,000 pages do not work it out again; see `once`.
    known: dict[tuple[Any, ...], Any] = field(init=False, default_factory=dict, repr=False, compare=False)
    lasting: Lasting = field(default_factory=Lasting, repr=False, compare=False)  # what the last build made
    read: dict[tuple[Any, ...], set[Note]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def forget(self) -> None:
        """Lets go of what was worked out: a ring of references else keeps it until Python looks for garbage."""
        self.known.clear()
        self.read.clear()

    def once(self, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for these records. `key`: the name of the maker and all it depends on."""
        if key not in self.known:
            with reading() as notes:
                self.known[key] = make()
            self.read[key] = notes
        note(("once", key))
        return self.known[key]

    def each(self, key: tuple[Any, ...], make: Callable[[], Mapping[str, Any]]) -> Any:
        """The same for a mapping of plain data that is worked out in every build: who reads one entry of it depends on
        that entry alone.
        """
        if key not in self.known:
            with unnoted():
                made = make()
            self.known[key] = Watched(made, ("each", key))
        return self.known[key]

    def brief(self, kind: str) -> Mapping[str, Any]:
        """All services, or organizations, with the few fields that lists are made of (`FIELDS` in `brief.py`)."""
        note(("record", "item", f"{brief.KEY}{kind}"))
        if ("brief", kind) not in self.known:
            table: Any = self.services if kind == "service" else self.organizations
            raw = table.raw if isinstance(table, Watched) else table
            self.known["brief", kind] = Lazily(raw, lambda _, one: brief.Brief(kind, one))
        found: Mapping[str, Any] = self.known["brief", kind]
        return found

    def home(self, key: str) -> str:
        """The folder of the area that a record lies in, by its key: service/snap."""
        note(("record", "item", f"{brief.KEY}{key.partition('/')[0]}"))
        table: Any = self.placed
        placed = (table.raw if isinstance(table, Watched) else table).get(key)
        return placed.area if placed else "us"

    def homes(self) -> set[str]:
        """The folders of all areas that any record lies in."""
        for kind in brief.FIELDS:
            note(("record", "item", f"{brief.KEY}{kind}"))
        table: Any = self.placed
        return {placed.area for placed in (table.raw if isinstance(table, Watched) else table).values()}

    def listed(self, key: tuple[Any, ...], make: Callable[[], Mapping[str, Any]]) -> Any:
        """The same as `each`. What was worked out of brief records alone is taken from the last build."""
        if key not in self.known:
            with unnoted():
                made = self.lasting.listed(self, f"listed/{key!r}", make)
            self.known[key] = Watched(made, ("each", key))
        return self.known[key]

    def text(self, language: str, key: str, path: tuple[str | int, ...], english: str) -> tuple[str, str]:
        """The text of one field and the language it is in: the one asked for, or English where it is missing."""
        translated = self.translations.get(language, {}).get(key, {}).get(path)
        return (translated, language) if translated is not None else (english, "en")

    def texts(
        self, language: str, key: str, path: tuple[str | int, ...], english: Sequence[str]
    ) -> list[tuple[str, str]]:
        """A list of texts, each with its language; lists that may differ in length come whole in one language."""
        translated = self.translations.get(language, {}).get(key, {})
        count = len(path)
        own = {
            place[count]: text
            for place, text in translated.items()
            if len(place) == count + 1 and place[:count] == path
        }
        if path and path[-1] in FREE_LISTS and own:
            return [(own[index], language) for index in sorted(own)]
        return [(own[index], language) if index in own else (text, "en") for index, text in enumerate(english)]


def watched(records: Records, lasting: Lasting) -> Records:
    """The same records with what lasts; what is read of services and organizations is noted, see `reads.py`."""
    here = ("record",)
    told = {code: Watched(texts, here) for code, texts in records.translations.items()}
    return replace(
        records,
        lasting=lasting,
        services=cast(Any, Watched(records.services, here, "service/")),
        organizations=cast(Any, Watched(records.organizations, here, "organization/")),
        placed=cast(Any, Watched(records.placed, here)),
        where=cast(Any, Watched(records.where, here, "service/")),
        translations=cast(Any, told),
    )
