"""Columns that say of others that they are private: `PhysicalAddressIsPrivate`, `Phone1IsPrivate`, `confidential`."""

from __future__ import annotations

import re

from .names import spaced

_FLAG = re.compile(
    r"^(?P<what>(?:(?:physical|mailing|mail|postal|other|site|location|street)_)?address\d?|location|site|"
    r"phone_?\d?(?:_number)?|fax|email|(?:main|primary|other)_contact|contact|senior_worker)_(?:is_)?"
    r"(?:private|confidential)$"
)
YES = ("true", "t", "yes", "y", "1", "x")
_NO = ("", "no", "n", "false", "f", "0", "none", "public", "not confidential", "open", "n/a", "na")
_UNSAID = re.compile(r"(?i)^\W*(?:(?:street|site|physical|our)\s+)?(?:address|location)?\W*(?:is\W+)?(?:kept\W+)?"
                     r"(?:confidential|undisclosed|withheld|not disclosed|not published|private)\b")  # fmt: skip


def is_said(text: str) -> bool:
    """Whether a cell of a column for what is confidential says so: anything but a no, to be on the safe side."""
    return text.strip().lower() not in _NO


def is_withheld(street: str) -> bool:
    """Whether the street says that it is not told: `Confidential`, `Address withheld`."""
    return bool(_UNSAID.match(street))


def without_private(cells: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The cells of a row by their headings without those that another column calls private, and what was left out.

    Of a private place the cells stay, marked as confidential: who takes texts that say the address away must know it.
    """
    names = {column: spaced(column) for column in cells}
    flags = [match["what"] for column, name in names.items() if (match := _FLAG.match(name)) and is_said(cells[column])]
    if not flags:
        return cells, []
    kept = dict(cells)
    told = []
    for what in flags:
        stem = re.sub(r"_?(address\d?|number)$", "", what)
        place = stem in ("", "physical", "site", "location", "street")
        for column, name in names.items():
            own = name == stem or name.startswith(f"{stem}_")
            if own and not place and not _FLAG.match(name):
                kept.pop(column, None)
        told.append(what)
        if place:
            kept["confidential"] = "yes"
    return kept, told
