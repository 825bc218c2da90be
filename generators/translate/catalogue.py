"""The text of a catalogue with new translations in it; the other messages stay as they stand in the file."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

from babel.messages.pofile import read_po, write_po

from ..languages import Language
from .entries import Entry
from .formats import empty_catalog, po_header


def with_messages(text: str, told: Language, new: Mapping[Entry, tuple[str, ...]]) -> str:
    """The catalogue `text` (empty for a new one) with translations put in place, or at its end."""
    text = text or po_header(told)
    blocks = [block for block in re.split(r"\n[ \t]*\n", text.strip("\n")) if block.strip()]
    places = {id_: place for place, block in enumerate(blocks) for id_ in [_id(block)] if id_}
    for entry, forms in new.items():
        block = _block(told, entry, forms)
        if entry.english[0] in places:
            blocks[places[entry.english[0]]] = block
        else:
            blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def _id(block: str) -> str | None:
    """The message of one block; the header has none."""
    catalog = read_po(io.BytesIO(block.encode("utf-8")))
    return next((m.id if isinstance(m.id, str) else m.id[0] for m in catalog if m.id), None)


def _block(told: Language, entry: Entry, forms: tuple[str, ...]) -> str:
    catalog = empty_catalog(told)
    plural = len(entry.english) > 1
    catalog.add(
        entry.english if plural else entry.english[0], forms if plural else forms[0], auto_comments=entry.used_in
    )
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True)
    return buffer.getvalue().decode("utf-8").strip("\n")
