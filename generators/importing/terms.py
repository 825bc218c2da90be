"""Terms of a taxonomy on a service: their names for the needs, what may be kept of them, and what may not."""

from __future__ import annotations

import re

from . import clean
from .draft import Draft
from .gathering import Gathered
from .names import table_named
from .pieces import compact
from .rows import USED, Book, Cells, Row

_AIRS = re.compile(r"^[A-Z]{1,2}(-\d{4}(\.\d{4}(-\d{3}(\.\d{2,3})?)?)?)?$")


def names_of(draft: Draft, found: Gathered, book: Book, rows: list[Row]) -> list[str]:
    """Names of categories. Codes are kept; names of the 211 taxonomy, which others own, are not."""
    names, kept, more = [], [], []
    vocabularies: list[str] = []
    for one in rows:
        cells = Cells(one)
        said = one.cells.get("detail", "") or one.cells.get("value", "")
        term = found.terms.get(one.cells.get("taxonomy_term_id", "")) or found.terms.get(one.cells.get("detail", ""))
        code, name, vocabulary = one.cells.get("taxonomy_term_id", ""), said, ""
        if term is not None:
            parent = found.vocabularies.get(term.cells.get("taxonomy_id", ""))
            for used in filter(None, (term, parent)):
                book.settle(used, USED)
                used.read.update(("code", "name"))
            code = term.cells.get("code") or term.cells.get("id", "")
            name, vocabulary = term.cells.get("name", name), term.cells.get("taxonomy", "")
            vocabulary = vocabulary or (parent.cells.get("name", "") if parent is not None else "")
        names.append(clean.line(name, []))
        if re.search(r"(?i)airs|211|infoline", vocabulary) or _AIRS.match(code):
            kept.append(code)
            for used in filter(None, (one, term)):
                used.read.update(used.cells)
            continue
        kept.append(code if not name or name == code else f"{code} {name}".strip())
        if name == said:
            cells.take("detail", "value")
        for column in ("link_type", "link_entity"):  # "service", where it is a service anyway
            if table_named(one.cells.get(column, "")):
                cells.take(column)
        more.append((one, cells.left()))
        if term is not None:
            term.read.add("taxonomy")
        if vocabulary and vocabulary not in vocabularies:
            vocabularies.append(vocabulary)
    draft.keep("vocabulary", "; ".join(vocabularies))
    if kept:
        draft.keep("taxonomy", "; ".join(dict.fromkeys(filter(None, kept))))
    draft.keep("attribute", compact(more))
    return names


def groups_of(draft: Draft, found: Gathered, book: Book, eligibility: list[Row]) -> list[str]:
    """In HSDS 2, who may come is said by terms that are tied to a row of eligibility."""
    rows = [term for one in eligibility for term in found.under("eligibility", one.cells.get("id", ""), "attribute")]
    for one in rows:
        book.settle(one, USED)
    return [name for name in names_of(draft, found, book, rows) if name]
