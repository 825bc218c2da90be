"""Who can get it, in words made from the rule: for pages that are read without a script.

Amounts are those of the day the site was built, in whole dollars, for a family of three in the 48 states and DC, with
their last day; where a limit differs by state and no state is given, the words say so instead.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NotRequired, TypedDict

from ..languages import Language
from ..model import Figure, Rule
from .answers import Json, Scene, is_number
from .limits import limit_for, resolve
from .reasons import Reasoner, fill, formats, words
from .said_words import COUNTED_WORDS, FLAG_WORDS, WORDS
from .templates import TEMPLATES

SIZES = {"person": 1, "couple": 2}  # the family in the example; three for every other unit
OTHER_SIZE = 3
MOST_KINDS = 3  # more than these are not listed
LONGEST = 200  # letters of the one line for a card
CENT = 0.005
AND = WORDS["and"]
SOME_STATE = "PA"  # one of the 48, for tables that are the same in all of them


class Said(TypedDict):
    """One line, and the lines below it (`items` is empty for a plain condition)."""

    text: str
    items: list[Said]
    group: NotRequired[str]  # any, all, not: what the items are


@dataclass(frozen=True)
class Teller:
    """What the words are made with."""

    language: Language
    scene: Scene
    words: Reasoner
    names: Mapping[str, str]  # of programs and states
    state: str | None

    def word(self, key: str, **values: Any) -> str:
        """A message of this file, filled."""
        return self.language.t(WORDS[key], **values)

    def counted(self, key: str, count: int, **values: Any) -> str:
        """A message with a count."""
        one, many = COUNTED_WORDS[key]
        return self.language.n(one, many, count, **values)


def say(
    rule: Rule | Json,
    language: Language,
    figures: Mapping[str, Figure] | Mapping[str, Json],
    today: datetime.date,
    names: Mapping[str, str] | None = None,
    state: str | None = None,
) -> list[Said]:
    """The conditions of a rule as nested lines; all of the first level must hold.

    `names`: what programs (by id) and states (by code) are called; `state`: the state whose limits are told.
    """
    tree = rule.to_json() if isinstance(rule, Rule) else rule
    said = _said(teller_of(language, figures, today, names, state), tree)
    return [said] if said.get("group") != "all" else said["items"]


def teller_of(
    language: Language,
    figures: Mapping[str, Figure] | Mapping[str, Json],
    today: datetime.date,
    names: Mapping[str, str] | None = None,
    state: str | None = None,
) -> Teller:
    """What the words of a rule are made with."""
    rows = {id_: figure_json(figure) if isinstance(figure, Figure) else figure for id_, figure in figures.items()}
    data: Json = {"figures": rows, "words": words(language), "formats": formats(language), "questions": {}}
    scene = Scene(data, {"place": {"state": state or SOME_STATE}}, today.isoformat(), None, {})
    return Teller(language, scene, Reasoner(data), names or {}, state)


def figure_json(figure: Figure) -> Json:
    """A figure in the form that the evaluators take."""
    return {
        "name": figure.name,
        "unit": figure.unit,
        "until": figure.until.isoformat() if figure.until else None,
        "rows": figure.model_dump(mode="json")["rows"],
        "source": {"title": figure.sources[0].title, "url": figure.sources[0].url},
    }


def said_of(teller: Teller, rule: Json) -> Said:
    """One condition as a line."""
    return _said(teller, rule)


def in_one_line(said: list[Said], language: Language) -> str:
    """The lines as one, for a card: `Pregnant or younger than 5; your income is ...`.

    What is only perhaps so is left out where something else is sure. What grows too long ends in "and more"; where even
    the start is too long to read there is no line.
    """
    parts = [_flat(line, language) for line in said]
    line = parts[0] if parts else ""
    if len(line) > LONGEST:
        return ""
    more = WORDS["more"]
    for part in parts[1:]:
        longer = language.semicolons([line, *_later([part])])
        if len(longer) > LONGEST:
            return language.semicolons([line, language.t(more)])
        line = longer
    return line


def _flat(said: Said, language: Language) -> str:
    if not said["items"]:
        return said["text"]
    sure = [item for item in said["items"] if item.get("group") != "maybe"] or said["items"]
    parts = [_flat(item, language) for item in sure]
    if said.get("group") == "any" and len(parts) > 1:
        first = language.commas([parts[0], *_later(parts[1:-1])])
        return fill(language.t(TEMPLATES["or"]), {"first": first, "last": _later(parts)[-1]})
    inner = parts[0]
    for part in _later(parts[1:]):
        inner = language.t(AND, first=inner, last=part)
    return inner if said.get("group") in ("all", "any", "maybe") else f"{said['text']} {_later([inner])[0]}"


def _later(parts: list[str]) -> list[str]:
    """Parts that do not stand first start with a small letter."""
    return [part[:1].lower() + part[1:] for part in parts]


def _said(teller: Teller, rule: Json) -> Said:
    ((word, value),) = rule.items()
    if word in FLAG_WORDS:
        return _line(teller.language.t(FLAG_WORDS[word][0 if value else 1]))
    return TELLERS[word](teller, value)


def _line(text: str) -> Said:
    return {"text": text, "items": []}


def _group(teller: Teller, word: str, items: list[Said], text: str | None = None) -> Said:
    """A heading with lines below it; a group of the same kind inside it is taken apart."""
    flat: list[Said] = []
    for item in items:
        flat += item["items"] if item.get("group") == word and word in ("all", "any") else [item]
    if len(flat) == 1 and word in ("all", "any"):
        return flat[0]
    return {"text": text or teller.word(word), "items": flat, "group": word}


def _several(word: str) -> Callable[[Teller, list[Json]], Said]:
    return lambda teller, rules: _group(teller, word, [_said(teller, rule) for rule in rules])


def _not(teller: Teller, rule: Json) -> Said:
    ((word, value),) = rule.items()
    if word in FLAG_WORDS:
        return _said(teller, {word: not value})
    return _group(teller, "not", [_said(teller, rule)])


def _anyone(teller: Teller, rule: Json) -> Said:
    return _group(teller, "anyone", [_said(teller, rule)])


def _count(teller: Teller, count: Json) -> Said:
    heading = teller.counted("count", count.get("at_least", 1))
    return _group(teller, "count", [_said(teller, count["who"])], heading)


def _maybe(teller: Teller, maybe: Json) -> Said:
    inner = _said(teller, maybe["if"])
    return _group(teller, "maybe", [inner], teller.word("maybe", because=maybe["because"]))


def _age(teller: Teller, age: Json) -> Said:
    bounds = {bound: resolve(teller.scene, age[bound]).value for bound in ("from", "under") if bound in age}
    if not all(is_number(bound) for bound in bounds.values()) or _differs(teller, *age.values()):
        return _line(teller.word("age-by-state"))
    years = {bound: teller.words.number(value) for bound, value in bounds.items()}
    if len(years) == 2:
        return _line(teller.word("age-both", **{"from": years["from"], "under": years["under"]}))
    return _line(
        teller.word("age-from", age=years["from"]) if "from" in years else teller.word("age-under", age=years["under"])
    )


def _differs(teller: Teller, *values: Any) -> bool:
    """Whether a figure is not the same in the 48 states and DC, and no state is given."""
    if teller.state:
        return False
    tables = [
        teller.scene.data["figures"].get(value, {"rows": {}})["rows"] for value in values if isinstance(value, str)
    ]
    return any(set(rows) - {"everywhere", "contiguous", "AK", "HI"} for rows in tables)


def _relation(teller: Teller, relations: list[str]) -> Said:
    names = [teller.words.fill(f"relation-{name}") for name in relations]
    return _line(teller.word("relation", things=teller.words.either(names)))


def _gave_birth(teller: Teller, months: int) -> Said:
    return _line(teller.counted("gave-birth", months))


def _caretaker(teller: Teller, under: int) -> Said:
    return _line(teller.word("caretaker", age=under))


def _hours(teller: Teller, hours: Json) -> Said:
    if hours.get("under", 2) <= 1:
        return _line(teller.word("hours-none"))
    lines = [_line(teller.word(f"hours-{bound}", hours=teller.words.number(hours[bound]))) for bound in hours]
    return _group(teller, "all", lines)


def _status(teller: Teller, _listed: list[str]) -> Said:
    return _line(teller.word("status"))


def _resident_years(teller: Teller, years: int) -> Said:
    return _line(teller.word("resident-years", years=years))


def _place(teller: Teller, place: Json) -> Said:
    def named(codes: list[str]) -> str:
        return teller.words.either([teller.names.get(code, code) for code in codes])

    if place.get("counties"):
        return _line(teller.word("place", places=teller.words.either(place["counties"])))
    if place.get("states"):
        return _line(teller.word("place", places=named(place["states"])))
    return _line(teller.word("place-not", places=named(place.get("not_states", []))))


def whose_income(teller: Teller, income: Json) -> str:
    """What is compared with the limit: `Your income`, `The person's own income after deductions` ..."""
    after = "-net" if income.get("deductions") else ""
    whose = "couple" if income.get("of") == "couple" else ("person" if income.get("of") == "person" else "family")
    what = teller.word(f"income-{whose}{after}")
    kinds = [teller.words.fill(f"kind-{kind}") for kind in income.get("only", [])]
    if 0 < len(kinds) <= MOST_KINDS:
        return teller.word("income-from", what=what, kinds=teller.words.either(kinds))
    return what


def _income(teller: Teller, income: Json) -> Said:
    limit = income["at_most"]
    what = whose_income(teller, income)
    size = SIZES.get(income.get("of", "household"), OTHER_SIZE)
    values = [limit.get("share"), limit.get("amount"), limit.get("each_more")]
    if limit.get("of") == "state-median-income":
        values.append("state-median-income")
    found = limit_for(teller.scene, income, size)
    if found.says or _differs(teller, *values):
        return _line(teller.word("income-by-state", what=what))
    share = resolve(teller.scene, limit.get("share")).value
    money = teller.words.money(math.floor(found.dollars + CENT))
    comma = teller.language.formats["list"][0]
    until = comma + teller.words.fill("until", date=teller.words.date(found.until)) if found.until else ""
    if is_number(share):
        name = teller.word(limit["of"], share=teller.words.percent(share))
        return _line(teller.counted("income-share", size, what=what, share=name, limit=money, until=until))
    return _line(teller.counted("income-amount", size, what=what, limit=money, until=until))


def _savings(teller: Teller, savings: Json) -> Said:
    limit = resolve(teller.scene, savings["at_most"]).value
    if not is_number(limit) or _differs(teller, savings["at_most"]):
        return _line(teller.word("savings-by-state"))
    return _line(teller.word("savings", limit=teller.words.money(limit)))


def _expense(teller: Teller, expense: Json) -> Said:
    names = [teller.words.fill(f"expense-{kind}") for kind in expense["any_of"]]
    return _line(teller.word("expense", things=teller.words.either(names)))


def _receives(teller: Teller, receives: Json) -> Said:
    known = teller.words.words
    names = [known.get(f"program-{id_}") or teller.names.get(id_, id_) for id_ in receives["any_of"]]
    return _line(teller.word("receives", programs=teller.words.either(names)))


def _situation(teller: Teller, situation: Json) -> Said:
    names = [teller.words.fill(f"situation-{name}") for name in situation["any_of"]]
    return _line(teller.word("situation", things=teller.words.either(names)))


def _dates(teller: Teller, dates: Json) -> Said:
    lines = [_line(teller.word(f"dates-{bound}", date=teller.words.date(dates[bound]))) for bound in dates]
    return _group(teller, "all", lines)


def _figure(teller: Teller, figure: Json) -> Said:
    ((word, id_),) = figure.items()
    name = (teller.scene.data["figures"].get(id_) or {}).get("name", id_)
    return _line(teller.word("figure-no" if word == "is_no" else "figure-yes", name=name))


TELLERS: dict[str, Callable[[Teller, Any], Said]] = {
    "all": _several("all"),
    "any": _several("any"),
    "not": _not,
    "anyone": _anyone,
    "count": _count,
    "maybe": _maybe,
    "age": _age,
    "relation": _relation,
    "gave_birth": _gave_birth,
    "caretaker": _caretaker,
    "hours": _hours,
    "status": _status,
    "resident_years": _resident_years,
    "place": _place,
    "income": _income,
    "savings": _savings,
    "expense": _expense,
    "receives": _receives,
    "situation": _situation,
    "dates": _dates,
    "figure": _figure,
}
