"""What an import did, or would do: in words for a person, and as a table with a line for every row."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from .convert import Records
from .planning import Change, Plan
from .rows import MERGED, REFUSED, USED

SHOWN = 12  # lines of each kind on the terminal
COLUMNS = ("what", "table", "place", "record", "file", "field", "text")


def in_words(made: Records, plan: Plan, everything: bool) -> str:
    """For the terminal: what changes, what there is to look at, and the totals."""
    most = 10**9 if everything else SHOWN
    lines = [f"This looks like {made.package.dialect}."]
    for what, words in (
        ("new", "New"),
        ("changed", "Changed"),
        ("gone", "Gone from the source, still here"),
        ("deleted", "Deleted here by hand, so left away (--bring-back brings them)"),
    ):
        lines += _some(f"{words}:", [_said(change) for change in plan.of(what)], most)
    lines.append(f"The same as before: {len(plan.of('same'))}")
    conflicts = [f"{change.name}: {field}" for change in plan.changes for field in change.conflicts]
    lines += _some("Conflicts (changed by hand and in the source: what you wrote stays):", conflicts, most)
    hands = sum(bool(change.kept) for change in plan.changes)
    if hands:
        lines.append(f"Records with fields that you changed by hand, which stay: {hands}")
    for kind, words in (
        ("dropped", "Left out"),
        ("warned", "To look at"),
        ("inferred", "Made from other fields"),
        ("repaired", "Repaired"),
    ):
        notes = [(note.field, note.text, note.record) for note in made.notes if note.kind == kind]
        lines += _alike(f"{words}:", notes, everything)
    refused = [(row.table, why, row.place) for row, why in made.package.book.refused()]
    lines += _alike("Rows not imported:", refused, everything)
    lines += ["", *totals_table(made)]
    return "\n".join(lines)


def _some(title: str, lines: list[str], most: int) -> list[str]:
    if not lines:
        return []
    more = [f"  ... and {len(lines) - most} more (all of them: --all, or --report FILE)"] if len(lines) > most else []
    return [f"{title} {len(lines)}", *(f"  {line}" for line in lines[:most]), *more]


def _alike(title: str, notes: list[tuple[str, str, str]], everything: bool) -> list[str]:
    """Notes of the same kind as one line with their number and the first of them, the most frequent first."""
    if everything:
        return _some(
            title, [f"{record}{f' ({field})' if field else ''}: {text}" for field, text, record in notes], 10**9
        )
    kinds: dict[tuple[str, str], list[str]] = {}
    for field, text, record in notes:
        kinds.setdefault((field, _kind(text)), []).append(f"{text} ({record})")
    lines = [
        f"{len(found):>6} {f'{field}: ' if field else ''}{found[0]}"
        for (field, _), found in sorted(kinds.items(), key=lambda item: -len(item[1]))
    ]
    found = _some(title, lines, SHOWN)
    return [f"{title} {len(notes)}", *found[1:]] if found else []


def _kind(text: str) -> str:
    """What a note is about, without the values that it names."""
    words = re.sub(r"\u201c.*?\u201d|\S*\d\S*", "", text.split(":")[0])
    return " ".join(words.split()[:5])


def _said(change: Change) -> str:
    fields = f": {', '.join(change.taken)}" if change.taken else ""
    return f"{change.name}{fields}"


def totals_table(made: Records) -> list[str]:
    """Rows read, used, merged and not imported, table by table; the sums match."""
    totals = made.package.book.totals()
    whole: Counter[str] = Counter()
    for count in totals.values():
        whole.update(count)
    assert whole["read"] == len(made.package.book.rows)
    rows = [*sorted(totals.items()), ("all", whole)]
    lines = [f"{'Rows of':22}{'read':>8}{'used':>8}{'merged':>8}{'not imported':>14}"]
    for table, count in rows:
        lines.append(f"{table:22}{count['read']:>8}{count[USED]:>8}{count[MERGED]:>8}{count[REFUSED]:>14}")
    return lines


def entries(made: Records, plan: Plan) -> Iterator[dict[str, str]]:
    """A line for every change, conflict, note and row."""
    for change in plan.changes:
        yield _entry(what=change.what, record=change.key, file=change.name, text=", ".join(change.taken))
        for field in change.conflicts:
            yield _entry(what="conflict", record=change.key, file=change.name, field=field, text="what you wrote stays")
        for field in change.kept:
            yield _entry(what="by hand", record=change.key, file=change.name, field=field, text="what you wrote stays")
    for note in made.notes:
        yield _entry(what=note.kind, place=note.place, record=note.record, field=note.field, text=note.text)
    for row in made.package.book.rows:
        fate, why = made.package.book.fates[row]
        what = f"row {'not imported' if fate == REFUSED else fate}"
        yield _entry(what=what, table=row.table, place=row.place, record=row.cells.get("id", ""), text=why)


def _entry(**given: str) -> dict[str, str]:
    return {column: given.get(column, "") for column in COLUMNS}


def as_table(name: str, lines: Iterable[dict[str, str]]) -> str:
    """JSON where the name says so, else CSV that a spreadsheet opens without running anything."""
    if name.lower().endswith(".json"):
        return json.dumps(list(lines), ensure_ascii=False, indent=1) + "\n"
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for line in lines:
        table.writerow([_calm(line[column]) for column in COLUMNS])
    return out.getvalue()


def _calm(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
