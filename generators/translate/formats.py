"""The files that translators' tools read: `.po`, and a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from ..languages import PLURAL_RULES, Language, plural_examples
from .checks import PLACE
from .entries import Entry

COLUMNS = ("where", "form", "english", "translation", "note")
RISKY = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula
LIST_NOTE = "Words that people type to find this, one a line. Write those of your language; there may be more or fewer."


class Unreadable(Exception):
    """The file cannot be read; the message says why, for a person."""


@dataclass(frozen=True)
class Told:
    """One translation as it came back."""

    context: str
    english: str  # of a plural, the form for one
    forms: tuple[str, ...]


def as_po(entries: Iterable[Entry], told: Language) -> bytes:
    """One `.po` with everything; texts of the data say in `msgctxt` where they stand."""
    catalog = empty_catalog(told)
    for entry in entries:
        id_ = entry.english[0] if len(entry.english) == 1 else entry.english
        string = entry.told[0] if len(entry.told) == 1 and isinstance(id_, str) else entry.told
        empty = "" if isinstance(id_, str) else tuple("" for _ in plural_examples(told.code))
        notes = [*entry.used_in, *_notes(entry, told)]
        catalog.add(id_, string or empty, auto_comments=notes, context=entry.context or None)
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True)
    return po_header(told).encode("utf-8") + b"\n" + buffer.getvalue()


def empty_catalog(told: Language) -> Catalog:
    """A catalogue without a message, which knows how many forms a plural has."""
    return read_po(io.BytesIO(po_header(told).encode("utf-8")))


def po_header(told: Language, reviewed_by: str = "") -> str:
    """The head of a catalogue."""
    lines = [
        f"Project-Id-Version: Handrail\\nLanguage: {told.code}\\nMIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8\\nContent-Transfer-Encoding: 8bit",
        f"Plural-Forms: {PLURAL_RULES[told.code]}\\nX-Reviewed-By: {reviewed_by}".rstrip(),
    ]
    values = "\n".join(f'"{line}\\n"' for part in lines for line in part.split("\\n"))
    return f'# What the site says in {told.name}.\nmsgid ""\nmsgstr ""\n{values}\n'


def from_po(content: bytes) -> list[Told]:
    """What stands in a `.po`; unsure (`fuzzy`) and empty translations are left out."""
    try:
        catalog = read_po(io.BytesIO(content), abort_invalid=True)
    except Exception as error:
        raise Unreadable(f"this is not a .po file: {error}") from None
    found = []
    for message in catalog:
        if message.id and not message.fuzzy:
            english = message.id if isinstance(message.id, str) else message.id[0]
            forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            if any(forms):
                found.append(Told(message.context or "", english, forms))
    return found


def as_csv(entries: Iterable[Entry], told: Language) -> bytes:
    """A table for a spreadsheet: a row for each text, or for each form of a plural. Nothing in it is a formula."""
    buffer = io.StringIO()
    table = csv.writer(buffer, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for entry in entries:
        note = " ".join(_notes(entry, told))
        if len(entry.english) == 1:
            row = (entry.context, "", entry.english[0], entry.told[0] if entry.told else "", note)
            table.writerow([_cell(text) for text in row])
            continue
        for index, numbers in enumerate(plural_examples(told.code)):
            text = entry.told[index] if index < len(entry.told) else ""
            row = (entry.context, str(index), "\n".join(entry.english), text, f"For {numbers}. {note}".strip())
            table.writerow([_cell(text) for text in row])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def from_csv(content: bytes) -> list[Told]:
    """What stands in a table that `as_csv` began."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("this table is not saved as UTF-8. Save it again as CSV UTF-8.") from None
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows or tuple(cell.strip().lower() for cell in rows[0][:4]) != COLUMNS[:4]:
        raise Unreadable(f"the first row must be: {', '.join(COLUMNS)}.")
    forms: dict[tuple[str, str], dict[int, str]] = {}
    for row in rows[1:]:
        if not any(row):
            continue
        where, form, english, told = (_text(cell) for cell in (*row, "", "", "", "")[:4])
        plural = form.strip().isdecimal()
        key = (where.strip(), english.split("\n")[0] if plural else english)
        forms.setdefault(key, {})[int(form) if plural else 0] = told
    return [
        Told(where, english, tuple(found.get(index, "") for index in range(max(found) + 1)))
        for (where, english), found in forms.items()
        if any(text.strip() for text in found.values())
    ]


def _notes(entry: Entry, told: Language) -> list[str]:
    places = sorted({place for text in entry.english for place in PLACE.findall(text)})
    notes = [f"Keep: {', '.join(places)}"] if places else []
    return [*notes, LIST_NOTE] if entry.is_list else notes


def _cell(text: str) -> str:
    """A text that would be a formula is kept as text by a quotation mark before it, as spreadsheets do."""
    return f"'{text}" if text.lstrip("'").startswith(RISKY) else text


def _text(cell: str) -> str:
    cell = cell.replace("\r\n", "\n")
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(RISKY) else cell
