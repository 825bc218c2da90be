"""Ages, income, service in the military and immigration columns to a rule; what no rule can say, to plain sentences."""

from __future__ import annotations

import re
from typing import Any

from . import clean
from .rows import Cells

_STATUS = (
    (re.compile(r"(?i)^(united states|u\.?s\.?) citizen|^citizen"), "citizen"),
    (re.compile(r"(?i)lawful permanent|^lpr\b|green card holder|^permanent resident"), "permanent-resident"),
    (re.compile(r"(?i)^(asylee|refugee)"), "refugee-or-asylee"),
    (re.compile(r"(?i)cuban|haitian|compact of free|^cofa"), "cuban-haitian-or-cofa"),
)
_NO_LIMIT_FROM = 99  # an upper age of 99, 200 or 999 stands for "none"
_YES = ("true", "t", "yes", "y", "1")
_NO = ("false", "f", "no", "n", "0")


def ages(low: str, high: str, found: list[str]) -> dict[str, int] | None:
    """`from` and `under` of two age cells; blank is unknown, not free."""
    made: dict[str, int] = {}
    first, last = _whole(low, "lowest age", found), _whole(high, "highest age", found)
    if last is not None and last >= _NO_LIMIT_FROM:
        found.append(f"a highest age of {last} stands for none")
        last = None
    if first is not None and first >= _NO_LIMIT_FROM:
        found.append(f"a lowest age of {first} cannot be meant")
        first = None
    if first is not None and last is not None and first > last:
        found.append(f"ages from {first} to {last} cannot be meant")
        return None
    if first:
        made["from"] = first
    if last is not None:
        made["under"] = last + 1
    return made or None


def _whole(text: str, what: str, found: list[str]) -> int | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        found.append(f"no {what}: {text[:30]}")
        return None
    if not 0 <= value < 10_000 or value % 1:  # nor "nan" and "inf", which are numbers too
        found.append(f"no {what} in whole years: {text[:30]}")
        return None
    return int(value)


def rule_of(cells: Cells, texts: str, figures: bool, found: list[tuple[str, str]]) -> dict[str, Any]:
    """`rule`, `rule_for`, `also_needed`; `found` gets (kind, text) of what was made of which column."""
    every: list[dict[str, Any]] = []
    also: list[str] = []
    said: list[str] = []
    if age := ages(cells.take("minimum_age"), cells.take("maximum_age"), said):
        every.append({"age": age})
        found.append(("inferred", f"a rule from the ages: {age}"))
    found += [("warned", text) for text in said]
    veteran = cells.take("require_veteran").lower()
    if veteran in _YES:
        every.append({"veteran": True})
        found.append(("inferred", "a rule: veterans, from the column that asks for one"))
        if military := clean.line(cells.take("military_status"), []):
            also.append(f"Military service: {military}."[:300])
    elif veteran not in ("", *_NO):
        cells.taken.discard("require_veteran")
    if statuses := clean.line(cells.row.cells.get("immigration_status", ""), []):
        _status(cells, statuses, every, also, found)
    personal = bool(every)
    limit = cells.row.cells.get("income_percent", "")
    if limit:
        _income(cells, limit, texts, figures, every, also, found)
    made: dict[str, Any] = {}
    if every:
        made["rule"] = every[0] if len(every) == 1 else {"all": every}
        if personal:
            made["rule_for"] = "person"
    if also:
        made["also_needed"] = also
    return made


def _income(
    cells: Cells,
    limit: str,
    texts: str,
    figures: bool,
    every: list[dict[str, Any]],
    also: list[str],
    found: list[tuple[str, str]],
) -> None:
    match = re.match(r"^(\d{1,3}(?:\.\d+)?)\s*%?", limit.strip())
    percent = float(match[1]) if match else 0
    if not 30 <= percent <= 500 or not figures:
        if limit.lower() not in _NO:
            found.append(("warned", f"an income limit that is no percent of the poverty guideline: {limit[:40]}"))
        return
    cells.take("income_percent")
    if re.search(r"(?i)income (limit|guideline)|\d+ ?% of|exception", texts):
        also.append(f"An income limit, most often {percent:g}% of the federal poverty guideline. Ask about exceptions.")
        found.append(
            ("inferred", f"{percent:g}% of the poverty guideline as a sentence: the text speaks of other limits")
        )
        return
    every.append({"income": {"at_most": {"share": round(percent / 100, 4), "of": "poverty-guideline"}}})
    found.append(("inferred", f"a rule: income at most {percent:g}% of the poverty guideline"))


def _status(
    cells: Cells,
    statuses: str,
    every: list[dict[str, Any]],
    also: list[str],
    found: list[tuple[str, str]],
) -> None:
    listed = [part.strip() for part in statuses.split(";") if part.strip()]
    if any(part.lower() == "not eligible" for part in listed) or listed == ["false"]:
        return  # who is not eligible elsewhere may come: no condition
    ours = list(dict.fromkeys(name for part in listed for looks, name in _STATUS if looks.search(part)))
    others = [part for part in listed if not any(looks.search(part) for looks, _ in _STATUS)]
    if ours:
        every.append({"status": ours})
        found.append(("inferred", f"a rule from the immigration column: {', '.join(ours)}"))
    if others:
        text = f"{'They also take' if ours else 'They take'} people with these papers or cases: {'; '.join(others)}."
        if len(text) > 300:
            text = f"They list {len(listed)} kinds of immigration status. Ask if yours is one."
            found.append(("warned", "the immigration statuses are too many for one line: kept in `imported`"))
        else:
            cells.take("immigration_status")
        also.append(text)
    else:
        cells.take("immigration_status")
