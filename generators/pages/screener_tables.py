"""The look-up tables of a paper screener: limits as rows that a person reads off, by place and size of family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..languages import N_
from ..rules import Line, Places
from ..rules.figures import OUTSIDE_CONTIGUOUS
from .view import View

FEW = 9  # groups of states that fit below each other; more become a table by state
SPREAD = 8  # dollars that "first person and each more" may be under the limit of any size
SILENT = {  # why a place has no dollars
    "no-limit": N_("No income limit: %(places)s."),
    "not-offered": N_("Not this way in: %(places)s. Look at the other tables and lines."),
    "no-row": N_("We have no number for: %(places)s. Ask there."),
    "past": N_("We do not have this year's number for: %(places)s. Ask there."),
    "place": N_("We have no number for: %(places)s. Ask there."),
}
SHORT = {"no-limit": N_("no limit"), "not-offered": "–"}
BOTH = N_("Income before and after deductions must both fit.")


@dataclass(frozen=True)
class Rows:
    """One limit as rows: a place, and its dollars by size."""

    line: Line
    notes: tuple[str, ...]  # who and what counts, where it was not said just above
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    silent: tuple[str, ...]  # sentences about places without dollars

    @property
    def is_single(self) -> bool:
        """One size only: the person alone, or the couple."""
        return len(self.line.sizes) == 1


@dataclass(frozen=True)
class ByState:
    """Limits that differ in most states: a row for each state, a column for each limit."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[tuple[int, int] | str, ...]], ...]  # code, state, (first, each more) or a word


@dataclass(frozen=True)
class Tables:
    """All limits of a service."""

    lines: tuple[Rows, ...]
    by_state: ByState | None
    both: str  # said where the same income is tested twice


def tables_of(view: View, lines: Sequence[Line]) -> Tables:
    """The tables of a service from its limits."""
    large = [line for line in lines if len(line.known) > FEW and _linear(line)]
    before: tuple[str, ...] = ()
    small = []
    for line in lines:
        if line not in large:
            notes = () if line.counting == before else line.counting
            before = line.counting
            small.append(_rows(view, line, notes))
    units = [(line.incomes[0].get("of"), bool(line.incomes[0].get("deductions"))) for line in lines if line.is_firm]
    both = any((unit, True) in units and (unit, False) in units for unit, _ in units)
    said = {note for rows in small for note in rows.notes}
    return Tables(tuple(small), _by_state(view, large, said) if large else None, view.language.t(BOTH) if both else "")


def label(line: Line) -> str:
    """For whom a limit is: `Pregnant`; what is compared where nothing else is said."""
    return line.beside or line.what


def where(view: View, states: Sequence[str]) -> str:
    """States as people look for them: all, the 48 states and DC, one name, or codes."""
    names = dict(view.parts["check"]["states"])
    contiguous = [code for code in names if code not in OUTSIDE_CONTIGUOUS]
    if len(states) == len(names):
        return view.language.t("Everywhere")
    if set(states) == set(contiguous):
        return view.language.t("48 states and DC")
    return names[states[0]] if len(states) == 1 else view.language.commas(sorted(states))


def _rows(view: View, line: Line, notes: tuple[str, ...]) -> Rows:
    known = line.known
    if len(known) <= FEW:
        known = tuple(sorted(known, key=lambda places: -len(places.states)))
    return Rows(
        line=line,
        notes=notes,
        rows=tuple((where(view, places.states), places.dollars) for places in known),
        silent=tuple(
            view.language.t(SILENT[places.says], places=where(view, places.states))
            for places in line.places
            if places.says
        ),
    )


def _linear(line: Line) -> bool:
    """May every size be said as the first person and so much for each more?"""
    return all(_first_and_more(places) is not None for places in line.known)


def _first_and_more(places: Places) -> tuple[int, int] | None:
    """(first, each more), never above a limit and at most a few dollars under it."""
    dollars = [value for value in places.dollars if value is not None]
    if len(dollars) != len(places.dollars):
        return None
    more = (dollars[-1] - dollars[0]) // max(1, len(dollars) - 1)
    under = [value - dollars[0] - more * count for count, value in enumerate(dollars)]
    return (dollars[0], more) if all(0 <= gap <= SPREAD for gap in under) else None


def _by_state(view: View, lines: Sequence[Line], said: set[str]) -> ByState:
    cells: dict[str, list[tuple[int, int] | str]] = {}
    names = dict(view.parts["check"]["states"])
    for line in lines:
        of = {state: places for places in line.places for state in places.states}
        for state in names:
            places = of.get(state)
            cell = _first_and_more(places) if places and places.dollars else None
            word = SHORT.get(places.says, N_("?")) if places else "–"
            cells.setdefault(state, []).append(cell or view.language.t(word))
    notes = tuple(dict.fromkeys(note for line in lines for note in line.counting if note not in said))
    rows = tuple(
        (code, names[code], tuple(row)) for code, row in cells.items() if any(type(cell) is tuple for cell in row)
    )
    return ByState(tuple(lines), notes, rows)
