"""Records that many services share: site settings, needs, questions, documents, urgent doors, areas, figures."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from .hours import TimeZone
from .place import Phone
from .rule import ExpenseKind, Shape
from .service import Sourced
from .values import Id, Language, Line, MonthOrDay, Text, Url

UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
LETTER_BLANKS = ("date", "what", "case")  # the date of the notice, what happened, the case number


def _blanks() -> str:
    return ", ".join(f"%({name})s" for name in LETTER_BLANKS)


class Admin(Shape):
    """The editing form at /admin/ and where it saves: a repository that holds `resources/`."""

    backend: Literal["github", "gitlab", "git-gateway"]
    repo: Annotated[str, Field(pattern=r"^[\w.-]+(/[\w.-]+)+$")] | None = None  # OWNER/NAME
    branch: Annotated[str, Field(pattern=r"^[\w./-]+$")] = "main"
    sign_in: Url | None = None  # the server that signs people in to GitHub, where it is not Netlify
    app_id: Annotated[str, Field(pattern=r"^[0-9a-zA-Z]+$")] | None = None  # of the application on GitLab
    local: bool = False  # also for files on this computer, with decap-server

    @model_validator(mode="after")
    def _says_where(self) -> Admin:
        if self.backend != "git-gateway" and self.repo is None:
            raise ValueError("`admin` needs `repo`: OWNER/NAME of the repository with your data")
        if self.backend == "gitlab" and self.app_id is None:
            raise ValueError("`admin` with GitLab needs `app_id`: see docs/maintain/admin.md")
        return self


class SiteSettings(Shape):
    """`resources/site.yaml`: who runs the site and for whom."""

    name: Line
    tagline: Line
    run_by: Line
    run_by_url: Url | None = None
    contact_email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    contact_phone: Annotated[str, Field(max_length=40)] | None = None  # whom to call about a mistake
    repository: Url | None = None  # where the YAML is edited, up to and with /edit/main/
    site_url: Url | None = None  # where the site will stand: gives it a sitemap and canonical addresses
    area: Line | None = None  # whom it serves, in words: Allegheny County, Pennsylvania
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None  # of links and buttons
    logo: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(svg|png)$")] | None = None  # a file beside site.yaml
    languages: tuple[Language, ...] = ("en",)
    api: Literal["pages", "single", "off"] | None = None  # the data for others; left out: by the number of services
    fold: Literal["organizations"] | None = None  # services stand on the pages of who runs them, to save files
    data_license: Line | None = None  # what others may do with the data: CC BY 4.0
    data_namespace: Annotated[str, Field(pattern=UUID)] | None = None  # keeps its ids when the site's name changes
    admin: Admin | None = None  # the editing form at /admin/; left out: there is none
    stuck: tuple[Id, ...]  # services to name at every dead end: [call-211]
    emergency: tuple[Id, ...]  # services whose numbers stand on every page: [call-911, lifeline-988]


class Need(Shape):
    """What a person comes with. In `resources/needs.yaml`, under its id, in the order of the tiles."""

    name: Line
    icon: Annotated[str, Field(pattern=r"^[a-z0-9]+(/[a-z0-9-]+)+$")]  # in mkdocs-material: material/food-apple
    summary: Line
    synonyms: tuple[Line, ...] = ()
    sensitive: bool = False  # its page starts in discreet mode, and answers about it are not stored
    discreet: Line | None = None  # the neutral title of its page


class Urgent(Shape):
    """A door for tonight. In `resources/urgent.yaml`, under its id, in the order of the home page."""

    name: Line  # "I have no place to sleep tonight"
    icon: Annotated[str, Field(pattern=r"^[a-z0-9]+(/[a-z0-9-]+)+$")]
    do: Line  # what to do first, in one sentence
    services: tuple[Id, ...] = Field(min_length=1)  # the first number is the one tap
    need: Id


BARRIERS = (  # the ids that the plan of a family can hold
    "ride",
    "paper",
    "phone",
    "answer",
    "child-care",
    "language",
    "cost",
    "fear",
    "health",
    "time",
    "other",
)


class Barrier(Shape):
    """What stands in the way of a service. In `resources/barriers.yaml`, under its id, in the order of the list."""

    name: Line  # "No ride"
    try_: tuple[Line, ...] = Field(alias="try", min_length=1)  # what may help, one thing a line
    services: tuple[Id, ...] = ()  # that may help with it


class Choice(Shape):
    """One possible answer."""

    value: str
    label: Line
    hint: Line | None = None
    not_when_paying: tuple[ExpenseKind, ...] = ()  # of a situation: unasked, it reads as no for who pays one of these


class Question(Shape):
    """One thing asked, written once. In `resources/questions.yaml`, under its id, in the order of asking."""

    ask: Line  # the legend, and the h1
    why: Line  # why we ask
    hint: Text | None = None
    group: Literal["place", "people", "person", "money", "receives", "situations"]
    choices: tuple[Choice, ...] = ()
    ages: tuple[int, int] | None = None  # of a person: asked only from the first up to and with the second year
    with_child_under: Annotated[int, Field(ge=1, le=18)] | None = None  # asked only where such a child lives along
    find_out: Line | None = None  # who can tell you


class Document(Shape):
    """A paper that a step asks for. In `resources/documents.yaml`, under its id."""

    name: Line
    any_of: tuple[Line, ...] = ()  # papers that will do
    how_to_get: Text | None = None
    asks_for: tuple[tuple[Id, ...], ...] = ()  # who gives it asks for one document of each line
    cost: Line | None = None
    fee_waiver: Line | None = None  # how to pay less or nothing
    without: Text | None = None  # what to do with none of the papers that are asked for
    takes: Line | None = None
    url: Url | None = None  # the official page where to ask for it
    services: tuple[Id, ...] = ()  # services that help to get it
    sourced: Sourced | None = None


class LastDay(Shape):
    """One day by which something must be asked, counted from the date that the letter's kind asks for."""

    label: Line  # "Last day to ask for a fair hearing"
    days: Annotated[int, Field(ge=0, le=400)]  # calendar days; where places differ, the shortest that is safe
    mail_days: Annotated[int, Field(ge=0, le=10)] = 0  # that the office adds for the mail
    keeps: bool = False  # who asks by this day keeps the help until it is decided
    pays_back: bool = False  # and may have to pay it back
    varies: bool = False  # states, agencies or companies set it
    note: Line | None = None


class Letter(Shape):
    """A kind of letter that people get. In `resources/letters.yaml`, under its id, in the order of the list."""

    name: Line
    counted_from: Literal["notice", "discharge", "bill"] = "notice"
    services: tuple[Id, ...] = ()  # what the letter is about
    last_days: tuple[LastDay, ...] = Field(min_length=1)
    reasons: tuple[Line, ...] = Field(min_length=1)  # what to check
    helpers: tuple[Id, ...] = Field(min_length=1)  # services that help for free
    letter: tuple[Text, ...] = Field(min_length=1)  # paragraphs; blanks as %(date)s
    sources: tuple[Sourced, ...] = Field(min_length=1)

    @field_validator("letter")
    @classmethod
    def _blanks_are_known(cls, letter: tuple[str, ...]) -> tuple[str, ...]:
        for paragraph in letter:
            for blank in re.findall(r"%\(?(\w*)\)?", paragraph):
                if f"%({blank})s" not in paragraph or blank not in LETTER_BLANKS:
                    raise ValueError(f'no blank of a letter is called "{blank}". It can be: {_blanks()}')
        return letter


class Area(Shape):
    """`area.yaml` in the folder of an area: what it is called and whom it names at a dead end."""

    name: Line
    level: Literal["nation", "state", "county", "place"]
    stuck: tuple[Id, ...] = ()
    time_zone: TimeZone | None = None  # where the whole area has one: America/New_York


class Doorway(Shape):
    """Where to apply for one national program in one state, as its own page says it."""

    name: Line  # the state's own name for it: CalFresh
    url: Url | None = None  # the official portal or page to apply
    phone: Annotated[str, Field(max_length=40)] | None = None
    form: Url | None = None  # the paper form
    note: Line | None = None
    sourced: Sourced


class Source(Shape):
    """Where a figure was published."""

    title: Line
    url: Url


class Figure(Shape):
    """An amount set by somebody else, as dated rows.

    `rows[place][date]` or `rows[place][size][date]`; a place is a state code, `contiguous` (48 states and DC) or
    `everywhere`. Values are numbers, true or false, `no-limit` or `not-offered`. A row holds from its date to the next.
    """

    name: Line
    unit: Literal["share", "dollars a month", "dollars a year", "dollars", "years", "yes or no", "people"]
    standing: bool = False  # holds until changed by law
    until: datetime.date | None = None  # the last day for which the last row is known to hold
    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: MonthOrDay  # when we took it
    note: Line | None = None
    rows: dict[str, dict[str, FigureValue | dict[str, FigureValue]]] = Field(min_length=1)

    @model_validator(mode="after")
    def _until_or_standing(self) -> Figure:
        if self.standing == (self.until is not None):
            raise ValueError("a figure is either `standing: true` (until a law changes) or says `until:` with a date")
        return self


FigureValue = float | bool | Literal["no-limit", "not-offered"]
Figure.model_rebuild()
__all__ = [
    "BARRIERS",
    "Admin",
    "Area",
    "Barrier",
    "Choice",
    "Document",
    "Doorway",
    "Figure",
    "LastDay",
    "Letter",
    "Need",
    "Phone",
    "Question",
    "SiteSettings",
    "Source",
    "Urgent",
]
