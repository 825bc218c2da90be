"""A service: one thing one organization offers that a person can go and get."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from .rule import Rule, Shape

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=300)]  # plain text, one line
Text = Annotated[str, Field(min_length=1, max_length=3000)]  # plain text; an empty line starts a paragraph
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
MonthOrDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class Phone(Shape):
    """A number people can call or text."""

    number: Annotated[str, Field(min_length=3, max_length=40)]  # as people say it: 1-800-221-5689
    label: Line | None = None  # what the number is for, when there are several
    kind: Literal["call", "text", "tty", "fax"] = "call"
    text_word: Annotated[str, Field(max_length=30)] | None = None  # with `kind: text`: the word to send
    hours: Line | None = None


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


class Permission(Shape):
    """How a person lets somebody else speak, or lets an office tell somebody something."""

    text: Text
    url: Url | None = None  # the official page of the form, or about it
    form: Line | None = None  # what the office calls its form: SSA-1696


class Sourced(Shape):
    """The official page or publication the facts were taken from, and the date of what we know from it."""

    from_: Url = Field(alias="from")
    as_of: MonthOrDay


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


class Service(Shape):
    """Everything that a caller would ask about one service."""

    name: Line
    organization: Id
    kind: Literal["program", "hotline", "finder", "office", "service"] = "service"
    needs: tuple[Id, ...] = Field(min_length=1)  # the first is the main one
    also_called: tuple[Line, ...] = ()
    summary: Line  # what it is, in one sentence
    description: Text | None = None
    who_for: Text  # who it is for, in words; the rule adds its own
    you_get: Text
    cost: Line
    apply: Apply
    bring: tuple[Paper, ...] = ()
    bring_note: Line | None = None  # "Nothing. Just call." where no paper is asked
    takes: Text  # how long it takes
    next: Text  # what happens next
    dates: Dates | None = None  # what a calendar can count
    renewal: Text | None = None
    if_told_no: Text | None = None
    languages: Line | None = None
    accessibility: Text | None = None
    hours: Line | None = None
    phones: tuple[Phone, ...] = ()
    website: Url | None = None
    address: Text | None = None
    address_confidential: bool = False
    steps: tuple[Step, ...] = Field(min_length=1)
    status: Literal["open", "waitlist", "full"] = "open"
    closed_until: datetime.date | None = None
    if_full: tuple[Id, ...] = ()
    alternatives: tuple[Id, ...] = ()  # what else to try
    local_form_of: Id | None = None
    urgency: Literal["now", "soon", "usual"] = "usual"
    effort: Literal["call", "form", "papers"] = "form"  # how hard it is to start: a call, a form, a form with papers
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
    sourced: Sourced
    verified: Verified | None = None


class Organization(Shape):
    """Who runs a service and answers the phone."""

    name: Line
    summary: Line | None = None
    website: Url | None = None
    phones: tuple[Phone, ...] = ()
    sensitive: bool = False  # its page starts in discreet mode
    discreet: Line | None = None  # the neutral title of its page
    sourced: Sourced
