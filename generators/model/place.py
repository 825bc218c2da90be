"""Where a service is and how to reach it: phones, doors to walk through, the counties and ZIP codes it is for."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .hours import Schedule
from .rule import Shape
from .values import Access, Id, Line, State, Text, Zip


class Phone(Shape):
    """A number people can call or text."""

    number: Annotated[str, Field(min_length=3, max_length=40)]  # as people say it: 1-800-221-5689
    label: Line | None = None  # what the number is for, when there are several
    kind: Literal["call", "text", "tty", "fax"] = "call"
    text_word: Annotated[str, Field(max_length=30)] | None = None  # with `kind: text`: the word to send
    hours: Line | None = None


class Location(Shape):
    """A door to walk through."""

    id: Id | None = None  # the same door keeps its id from one import to the next
    name: Line | None = None  # "North Side office"; where it is not the organization's
    street: Line | None = None  # "123 Main Street, 2nd floor"
    city: Line | None = None
    state: State | None = None
    zip: Zip | None = None
    directions: Text | None = None  # the entrance, the bus
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    phones: tuple[Phone, ...] = ()
    access: tuple[Access, ...] = ()
    accessibility: Text | None = None
    schedule: Schedule | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Location:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("write both `latitude` and `longitude`, or neither")
        return self


class Serves(Shape):
    """Who may come, by where they live, where that is not simply the area of the folder."""

    counties: tuple[Line, ...] = ()  # of the state of the folder, by name: [Allegheny, Butler]
    zips: tuple[Zip, ...] = ()
    note: Line | None = None
