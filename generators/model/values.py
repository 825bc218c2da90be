"""The plain values that records are made of: ids, lines of text, links, days."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, Field(min_length=1, max_length=300)]  # plain text, one line
Text = Annotated[str, Field(min_length=1, max_length=3000)]  # plain text; an empty line starts a paragraph
Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
MonthOrDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
State = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Zip = Annotated[str, Field(pattern=r"^[0-9]{5}$")]
Access = Literal["wheelchair", "sign-language", "tty", "large-print", "braille", "step-free-toilet", "quiet"]
