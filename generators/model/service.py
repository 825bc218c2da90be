"""A service: one thing one organization offers that a person can go and get."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from .hours import Schedule
from .place import Location, Phone, Serves
from .rule import Rule, Shape
from .values import Access, Id, Language, Line, MonthOrDay, Text, Url

ForWhom = Literal[
    "anyone", "families", "children", "youth", "seniors", "women", "men", "veterans", "disability", "immigrants",
    "homeless", "lgbtq", "pregnant", "after-prison",
]  # fmt: skip
Reach = Literal["walk-in", "appointment", "phone", "online", "mail", "home-visit"]
Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=200)]


class Way(Shape):
    """One way to apply or to start."""

    text: Text | None = None
    url: Url | None = None
    number: Annotated[str, Field(max_length=40)] | None = None
    address: Text | None = None


class Apply(Shape):
    """How to apply."""

    online: Way | None = None
    phone: Way | None = None
    in_person: Way | None = None
    mail: Way | None = None


class Paper(Shape):
    """A document that a service asks for."""

    document: Id
    note: Line | None = None  # what it is for here


class Step(Shape):
    """One action of the plan, in the order in which a person does it."""

    do: Line  # starts with a verb
    tip: Line | None = None
    takes: Line | None = None  # "20 minutes", "one visit"
    after_days: Annotated[int, Field(ge=0, le=730)] | None = None  # follow up so many days after the start
    errand: Id | None = None  # steps of two services with the same errand are done once for both


class Sourced(Shape):
    """The official page or publication the facts were taken from, and the date of what we know from it."""

    from_: Url = Field(alias="from")
    as_of: MonthOrDay


class Permission(Shape):
    """How a person lets somebody else speak, or lets an office tell somebody something."""

    text: Text
    url: Url | None = None  # the official page of the form, or about it
    form: Line | None = None  # what the office calls its form: SSA-1696
    sourced: Sourced | None = None  # where these words were read


class Dates(Shape):
    """What comes when, counted from the day on which a person asks."""

    interview_days: Annotated[int, Field(ge=1, le=90)] | None = None  # nobody has set an interview by now: ask
    decision_days: Annotated[int, Field(ge=1, le=730)] | None = None  # the office must answer by then
    renewal_months: Annotated[int, Field(ge=1, le=60)] | None = None  # the shortest time for which people get it
    note: Line | None = None  # what differs from person to person
    sourced: Sourced  # the law or the official page


class Verified(Shape):
    """Who checked the record with the organization, when, and how."""

    date: datetime.date
    by: Line
    how: Literal["phone", "visit", "email", "website"]


class Example(Shape):
    """A household and the outcome that the rule must give; run by the build and in the browser."""

    name: Line
    facts: dict[str, Any]  # the facts of design section 5; people without an id are p1, p2 ...
    outcome: Literal["likely", "maybe", "unlikely"]
    who: tuple[str, ...] | None = None
    open: tuple[str, ...] | None = None


class Asked(Shape):
    """What is asked at the door; what nobody knows is left out, and the page says to call first."""

    id: bool | None = None
    referral: bool | None = None
    appointment: bool | None = None
    proof_of_address: bool | None = None
    proof_of_income: bool | None = None
    social_security_number: bool | None = None


class Imported(Shape):
    """Where a record came from, for the next import of the same source; fields that we have no place for."""

    source: Id  # florida-legal
    id: Annotated[str, Field(min_length=1, max_length=300)]  # the record's id in the source
    extra: dict[str, str] = {}  # columns that no field takes, as they were


class Service(Shape):
    """Everything that a caller would ask about one service.

    Of an imported service only the name must be known: `WRITTEN` in `validate/written.py` holds what others must say.
    """

    name: Line
    organization: Id = ""
    kind: Literal["program", "hotline", "finder", "office", "service", "shelter", "pantry", "clinic"] = "service"
    needs: tuple[Id, ...] = ()  # the first is the main one
    also_called: tuple[Line, ...] = ()
    summary: Line = ""  # what it is, in one sentence
    description: Text | None = None
    who_for: Text = ""  # who it is for, in words; the rule adds its own
    for_whom: tuple[ForWhom, ...] = ()  # to narrow down a search
    you_get: Text = ""
    cost: Line = ""
    fees: Literal["free", "sliding", "some"] | None = None  # to narrow down a search; unknown is not free
    apply: Apply = Apply()
    reach: tuple[Reach, ...] = ()  # the ways in, where `apply` does not say it
    asks: Asked = Asked()
    bring: tuple[Paper, ...] = ()
    bring_note: Line | None = None  # "Nothing. Just call." where no paper is asked
    takes: Text = ""  # how long it takes
    next: Text = ""  # what happens next
    dates: Dates | None = None  # what a calendar can count
    renewal: Text | None = None
    if_told_no: Text | None = None
    languages: Line | None = None
    spoken: tuple[Language, ...] = ()  # languages that staff speak, to narrow down a search
    interpreter: bool | None = None  # free, for other languages
    accessibility: Text | None = None
    access: tuple[Access, ...] = ()
    hours: Line | None = None
    schedule: Schedule | None = None  # of the phone, or of all doors that have none of their own
    phones: tuple[Phone, ...] = ()
    website: Url | None = None
    email: Email | None = None
    address: Text | None = None
    locations: tuple[Location, ...] = ()
    serves: Serves | None = None
    address_confidential: bool = False
    steps: tuple[Step, ...] = ()
    status: Literal["open", "waitlist", "full", "closed"] = "open"  # closed: for good
    closed_until: datetime.date | None = None  # for a while
    if_full: tuple[Id, ...] = ()
    alternatives: tuple[Id, ...] = ()  # what else to try
    was_called: tuple[Id, ...] = ()  # ids it had before: their addresses lead here
    local_form_of: Id | None = None
    urgency: Literal["now", "soon", "usual"] = "usual"
    effort: Literal["call", "form", "papers"] | None = None  # to start: a call, a form, with papers
    sensitive: bool = False  # its pages start in discreet mode
    discreet: Line | None = None  # the neutral title of its page, where it is sensitive
    synonyms: tuple[Line, ...] = ()  # what people type
    for_helpers: Text | None = None
    representative: Permission | None = None  # how somebody else may apply and speak for the person
    release: Permission | None = None  # how the office may talk about the person to a helper
    rule: Rule | None = None
    rule_for: Literal["household", "person"] = "household"
    also_needed: tuple[Line, ...] = ()  # what cannot be asked, as plain sentences
    examples: tuple[Example, ...] = ()
    sourced: Sourced | None = None
    verified: Verified | None = None
    imported: Imported | None = None


class Organization(Shape):
    """Who runs a service and answers the phone."""

    name: Line
    summary: Line | None = None
    description: Text | None = None
    also_called: tuple[Line, ...] = ()
    website: Url | None = None
    email: Email | None = None
    phones: tuple[Phone, ...] = ()
    sensitive: bool = False  # its page starts in discreet mode
    discreet: Line | None = None  # the neutral title of its page
    locations: tuple[Location, ...] = ()  # its own doors; those of its services stand there
    was_called: tuple[Id, ...] = ()
    sourced: Sourced | None = None
    verified: Verified | None = None
    imported: Imported | None = None
