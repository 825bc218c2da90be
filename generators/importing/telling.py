"""What a service is, costs and asks for, in words: rows to texts and the few fields that words leave no doubt of."""

from __future__ import annotations

import re

from . import clean
from .draft import LINE, TEXT, Draft
from .hours import day_in
from .needs import documents_of
from .pieces import bare, compact
from .place import Target
from .rows import Cells, Row
from .tongues import languages_of


def tell_words(draft: Draft, cells: Cells, eligibility: list[Row], groups: list[str]) -> None:
    """The texts of the row: what it is, who it is for, how to apply."""
    seen: list[str] = []
    other = clean.line(cells.take("alternate_name"), seen)
    names = [
        part.strip() for part in re.split(r"[;|]", other) if part.strip() and part.strip() != draft.fields.get("name")
    ]
    if names and all(len(part) <= LINE for part in names):
        draft.fields["also_called"] = list(dict.fromkeys(names))
    elif other:
        draft.keep("alternate_name", other)
    draft.told("also_called", seen)
    draft.text("description", cells.take("description"))
    rows = [Cells(one) for one in eligibility]
    who = [
        cells.take("eligibility_description"),
        *(one.take("eligibility", "eligibility_description") for one in rows),
        ", ".join(dict.fromkeys(groups)),
    ]
    if rest := compact((one.row, one.left()) for one in rows):
        draft.keep("eligibility", rest)
    draft.text("who_for", "\n".join(dict.fromkeys(part for part in who if part)))
    draft.line("takes", cells.take("wait_time"), "Wait")
    steps = clean.plain(cells.take("application_process"), seen)
    if steps and len(steps) <= LINE and "\n" not in steps:
        draft.fields["steps"] = [{"do": steps}]
    elif steps:
        lines = [part.strip(" -*\u2022") for part in steps.split("\n") if part.strip(" -*\u2022")]
        if len(lines) > 1 and all(len(part) <= LINE for part in lines):
            draft.fields["steps"] = [{"do": part} for part in lines]
        elif len(steps) + 14 <= TEXT:
            draft.paragraphs.append(f"How to apply: {steps}")
        else:
            draft.too_long("application_process", steps)
    for name in ("more", "alert"):
        if more := clean.plain(cells.take(name), seen):
            draft.paragraphs.append(more)


def tell_description(draft: Draft) -> None:
    """A short text is the summary; of a longer one the first sentence, and the rest goes on below."""
    text = draft.fields.pop("description", "")
    if text and len(text) <= LINE and "\n" not in text:
        draft.fields["summary"], text = text, ""
    elif text:
        head = re.match(r"^[^\n]{20,300}?[.!?](?=\s)", text)
        if head:
            draft.fields["summary"], text = head[0], text[head.end() :].strip()
    whole = ""
    for part in [text, *draft.paragraphs]:
        joined = f"{whole}\n\n{part}".strip()
        if len(joined) <= TEXT:
            whole = joined
        else:
            draft.too_long("description", part)
    if whole:
        draft.fields["description"] = whole


def tell_cost(draft: Draft, cells: Cells, options: list[Row], target: Target) -> None:
    """What it costs in words; `fees` only where the words leave no doubt. Blank is unknown, not free."""
    parts = [clean.line(cells.take("fees_description"), [])]
    for one in options:
        own = Cells(one)
        if (last := day_in(one.cells.get("valid_to", ""))) and last < target.today.isoformat():
            draft.note("dropped", "cost", f"a price that ended on {last}: kept in `imported`", one.place)
            draft.keep("cost_option", compact([(one, bare(one))]))
            continue
        amount = " ".join(
            filter(None, (own.take("amount"), own.take("currency").upper(), own.take("amount_description")))
        )
        parts.append(": ".join(filter(None, (clean.line(own.take("option"), []), clean.line(amount, [])))))
        if rest := compact([(one, own.left())]):
            draft.keep("cost_option", rest)
    text = ". ".join(part.rstrip(".") for part in dict.fromkeys(parts) if part)
    if not text:
        return
    draft.line("cost", text, "Cost")
    low = text.lower().strip(" .")
    if re.match(r"^(free|free of charge|no (fee|fees|cost|charge)|there is no (fee|cost|charge))$", low):
        draft.fields["fees"] = "free"
        draft.note("inferred", "fees", f"free, from \u201c{text[:60]}\u201d")
    elif "sliding" in low:
        draft.fields["fees"] = "sliding"
        draft.note("inferred", "fees", f"sliding, from \u201c{text[:60]}\u201d")


def tell_languages(draft: Draft, cells: Cells, rows: list[Row], interpreters: list[Row]) -> None:
    seen: list[str] = []
    own = [Cells(one) for one in rows]
    names, codes, sign = languages_of([one.take("name", "language", "code") for one in own], seen)
    said = clean.line(cells.take("interpretation_services"), seen)
    others = [Cells(one) for one in interpreters]
    through, _, _ = languages_of([one.take("name", "language") for one in others], seen)
    through = f"Interpreters: {through}" if through else ""
    draft.line("languages", ". ".join(part.rstrip(".") for part in (names, said, through) if part), "Languages")
    for one in own:
        _, known, _ = languages_of([one.row.cells.get("code", "")], [])
        if known:
            one.take("code")
        codes = list(dict.fromkeys([*codes, *known]))
    if codes:
        draft.fields["spoken"] = codes
    if sign:
        draft.fields["access"] = ["sign-language"]
    draft.told("languages", seen)
    if text := compact((one.row, one.left()) for one in (*own, *others)):
        draft.keep("language", text)


def tell_papers(draft: Draft, rows: list[Row], target: Target) -> None:
    """Papers by their ids where a line names nothing else; the words stay as a note."""
    notes, known = [], []
    for one in rows:
        cells = Cells(one)
        text = clean.line(cells.take("document"), [])
        papers = [paper for paper in documents_of(target.words, text) if paper in target.documents]
        if papers:
            known += papers
            draft.note("inferred", "bring", f"{', '.join(papers)} from \u201c{text}\u201d")
        if text and text.lower() not in ("none", "no documents"):
            notes.append(text)
        if rest := compact([(one, cells.left())]):
            draft.keep("required_document", rest)
    if known:
        draft.fields["bring"] = [{"document": paper} for paper in dict.fromkeys(known)]
    if notes:
        draft.line("bring_note", "; ".join(dict.fromkeys(notes)), "What to bring")


def access_of(rows: list[Row]) -> tuple[list[str], str, str]:
    """`access`, the words of accessibility rows, and what of them was not taken."""
    texts, left = [], []
    for one in rows:
        cells = Cells(one)
        parts = (cells.take("accessibility"), cells.take("description"), cells.take("details"))
        left.append((one, cells.left()))
        said = [part for part in parts if part]
        texts.append(clean.line(". ".join([*(part.rstrip(". ") for part in said[:-1]), *said[-1:]]), []))
    words = "\n".join(dict.fromkeys(text for text in texts if text))
    if len(words) > TEXT:
        left.append((rows[0], {"accessibility": words}))
        words = words[:TEXT]
    low = words.lower()
    found = []
    if "wheelchair" in low and not re.search(r"\b(no|not|without|in)[- ]?(\w+ )?(wheelchair|accessible)", low):
        found.append("wheelchair")
    if re.search(r"\b(tty|tdd)\b", low):
        found.append("tty")
    if "braille" in low:
        found.append("braille")
    return found, words, compact(left)


def tell_access(draft: Draft, rows: list[Row]) -> None:
    access, words, left = access_of(rows)
    draft.keep("accessibility", left)
    if access:
        draft.fields["access"] = [*draft.fields.get("access", []), *access]
    if words:
        draft.fields["accessibility"] = words
