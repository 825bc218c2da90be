"""Text of a CSV file to rows; a row whose columns are shifted by an unquoted comma is mended, or named."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

_ID = re.compile(r"^\S*$")
_NUMBER = re.compile(r"^-?\d*\.?\d*$")
_DAY = re.compile(r"^$|\d")
_LINK = re.compile(r"^$|^(?![-\d.]+$)[^\s]+\.[^\s]+$|^n/?a$", re.I)
_MAIL = re.compile(r"^$|^[^\s@]+@[^\s@]+([;,/ ]+[^\s@]+@[^\s@]+)*$|^n/?a$", re.I)
_YES_NO = re.compile(r"^(|true|false|yes|no|0|1|y|n|t|f)$", re.I)
_STANDS_ALONE = re.compile(
    r"^(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|https?://\S+|www\.\S+|\S+@\S+)$", re.I
)  # no half of a text

FEW = 4  # columns; with fewer, a line of a text looks like a row too easily
MOST = 100  # lines of one row, where a lost one is looked for
TYPES = (  # how a column ends -> what its cells look like
    (re.compile(r"(^|_)(id|uuid)$"), _ID),
    (re.compile(r"(^|_)(latitude|longitude|lat|lng|lon|minimum_age|maximum_age|min_age|max_age)$"), _NUMBER),
    (re.compile(r"(^|_)(url|website)$"), _LINK),
    (re.compile(r"(^|_)email$"), _MAIL),
    (re.compile(r"(^|_)(date|last_modified|valid_from|valid_to|dtstart)$"), _DAY),
    (re.compile(r"(^|_)(require_veteran|confidential|closed|is_\w+)$"), _YES_NO),
    (re.compile(r"^(service_)?status$"), re.compile(r"^[\w -]{0,40}$")),
    (re.compile(r"(^|_)(zip|zip_code|postal_code)$"), re.compile(r"^[\w -]{0,12}$")),
)


@dataclass(frozen=True)
class Raw:
    """A row as it stands in a file; `fault` says why it cannot be read, `mended` what was done to it."""

    line: int
    cells: dict[str, str]
    fault: str = ""
    mended: str = ""


def rows_of(text: str, tabs: bool = False) -> tuple[list[str], list[Raw]]:
    """The columns, and every row that is not blank. Lines are counted as an editor does."""
    csv.field_size_limit(10_000_000)
    text = text.replace("\0", "")
    first = text.split("\n", 1)[0]
    mark = "\t" if tabs or first.count("\t") > first.count(",") else ";" if first.count(";") > first.count(",") else ","
    lines = list(io.StringIO(text, newline=""))
    columns: list[str] = []
    found: list[Raw] = []
    done = 0  # lines that were read
    reader = csv.reader(iter(lines), delimiter=mark)
    begin = 0  # the line with which the reader began
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return columns, found
        except csv.Error as error:
            found.append(Raw(done + 1, {}, f"this row cannot be read: {error}"))
            done = begin + reader.line_num
            continue
        start, done = done, begin + reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if not columns:
            columns = [cell.strip() for cell in cells]
            while columns and not columns[-1]:
                columns.pop()
            continue
        if done - start > 1 and _swallowed(columns, lines, range(start + 1, done), mark):
            found.append(_unquoted(columns, lines[start], mark, start + 1))
            begin = done = start + 1
            reader = csv.reader(iter(lines[begin:]), delimiter=mark)
            continue
        found.append(_raw(columns, cells, start + 1))


def _swallowed(columns: list[str], lines: list[str], inside: range, mark: str) -> bool:
    """A whole row begins at a line inside a cell: a quote was opened before it and not closed."""
    for number in inside:
        if len(columns) < FEW or mark not in lines[number]:
            continue
        cells = next(csv.reader(lines[number : number + MOST], delimiter=mark))
        if len(cells) == len(columns) and cells[0].strip():
            wrong = _wrong(columns, cells)
            if 0 not in wrong and len(wrong) * FEW <= len(columns):
                return True
    return False


def _unquoted(columns: list[str], line: str, mark: str, number: int) -> Raw:
    """The row of a quote that was not closed, read without its quotes."""
    cells = next(csv.reader([line], delimiter=mark, quoting=csv.QUOTE_NONE))
    row = _raw(columns, [cell.replace('"', "") for cell in cells], number)
    text = "a quotation mark was opened and not closed"
    if row.fault:
        return Raw(number, row.cells, f"{text}, and its cells do not fit their columns")
    return Raw(number, row.cells, mended=f"{text}: read without it")


def _raw(columns: list[str], as_read: list[str], line: int) -> Raw:
    cells = [cell.strip() for cell in as_read]
    most = len(cells) - len(columns)
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    least = len(cells) - len(columns)
    odd = len(_wrong(columns, cells))
    if least > 0 or (most > 0 and odd):
        for extra in range(most, max(least, 1) - 1, -1):
            whole = [cell.strip() for cell in as_read[: len(columns) + extra]]
            mended = _joined(columns, whole, as_read, extra)
            if mended is not None and (least > 0 or len(_wrong(columns, mended[1])) < odd):
                at, joined = mended
                text = f"a comma in `{columns[at]}` was not in quotes, which shifted {extra + 1} cells: joined again"
                return Raw(line, _named(columns, joined), mended=text)
        if least > 0:
            text = f"this row has {len(as_read)} cells, the table {len(columns)}: perhaps a comma is not in quotes"
            return Raw(line, dict(zip(columns, cells, strict=False)), text)
    if len(cells) < len(columns) and _wrong(columns, cells):
        text = f"this row has {len(cells)} cells, the table {len(columns)} columns, and they do not fit"
        return Raw(line, dict(zip(columns, cells, strict=False)), text)
    if _far_off(columns, cells):
        return Raw(line, _named(columns, cells), "the cells of this row do not stand in their columns")
    return Raw(line, _named(columns, cells))


def _named(columns: list[str], cells: list[str]) -> dict[str, str]:
    return {name: cell for name, cell in zip(columns, cells, strict=False) if cell and name}


def _normal(column: str) -> str:
    return re.sub(r"\W+", "_", column.strip().lower()).strip("_")


def _wrong(columns: list[str], cells: list[str]) -> list[int]:
    """Places whose cell cannot be what the column is for."""
    found = []
    for index, (column, cell) in enumerate(zip(columns, cells, strict=False)):
        name = _normal(column)
        if any(ends.search(name) and not looks.search(cell) for ends, looks in TYPES):
            found.append(index)
    return found


def _far_off(columns: list[str], cells: list[str]) -> bool:
    """Words where a coordinate or an id of another row stands: the cells are shifted, not only one of them odd."""
    places = [
        index
        for index in _wrong(columns, cells)
        if re.search(r"(^|_)(latitude|longitude|id|uuid)$", _normal(columns[index]))
        and re.search(r"[A-Za-z]{3,}.* " if "tude" in columns[index].lower() else r"(\w+\W+){3}", cells[index])
    ]
    return bool(places)


def _joined(columns: list[str], cells: list[str], as_read: list[str], extra: int) -> tuple[int, list[str]] | None:
    """The one way to join neighbours again after which the cells fit their columns; None where there are several.

    Of several, the one counts whose later parts go on like a sentence: with a blank after the comma.
    """
    found = []
    for at in range(len(columns)):
        parts = cells[at : at + extra + 1]
        if not all(parts) or any(_STANDS_ALONE.match(part) for part in parts):
            continue
        joined = [*cells[:at], ", ".join(parts), *cells[at + extra + 1 :]]
        found.append((len(_wrong(columns, joined)), at, joined))
    least = min((wrong for wrong, _, _ in found), default=2)
    fitting = [(at, joined) for wrong, at, joined in found if wrong == least <= 1]
    if len(fitting) > 1:
        flows = [all(part[:1] == " " for part in as_read[at + 1 : at + extra + 1]) for at, _ in fitting]
        fitting = [one for one, flowing in zip(fitting, flows, strict=True) if flowing]
    return fitting[0] if len(fitting) == 1 else None
