"""The screening data: everything that both evaluators take, in one language, as one JSON dict."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from ..folded import address_of
from ..languages import Language, language
from ..model import Figure, Question, Records, Service, state_of
from ..model.reads import Note, note, note_all, reading
from ..room import room_of
from .answers import Json
from .doors import door_order, doors_between
from .figures import DATE
from .reasons import formats, words
from .sentences import figure_json, in_one_line, say

COUNTY_CODE = 5  # digits of a county's FIPS code
# The national programs that a screening always names, whatever a site says of them.
ALWAYS_THERE = frozenset((
    "snap", "wic", "medicaid", "chip", "school-meals", "head-start", "early-head-start", "csfp", "lifeline", "liheap",
    "ssi", "medicare-savings-program", "eitc", "child-tax-credit", "tanf",
))  # fmt: skip
YEARS_BACK = 2  # of figures that the page carries, so that a screening of last year still finds its limits


def screening_data(records: Records, language_code: str | Language, today: datetime.date) -> Json:
    """Services with their rules in the order of doors, the others, figures, ages of questions, and all words."""
    speech = language_code if isinstance(language_code, Language) else language(language_code)
    services = ruled(records, speech, today)
    common = common_data(records, speech, today)
    return {
        "language": common.pop("language"),
        "as_of": common.pop("as_of"),
        "services": services,
        "order": list(services),
        "others": {id_: other(records, speech, id_) for id_ in without_rule(records)},
        **common,
    }


def common_data(records: Records, speech: Language, today: datetime.date) -> Json:
    """What it says whatever services there are: figures, ages of questions, and all words."""
    return {
        "language": speech.code,
        "as_of": today.isoformat(),
        "figures": {id_: _figure(records, speech, id_, figure, today) for id_, figure in records.figures.items()},
        "questions": {id_: _asked_of(question) for id_, question in records.questions.items()},
        "words": words(speech),
        "formats": formats(speech),
    }


def ruled(records: Records, speech: Language, today: datetime.date) -> dict[str, Json]:
    """The services with a rule, in the order of doors; equal rules are one object, and equal parts of them."""
    trees = rule_trees(records)
    doors = doors_between({id_: trees[id_] for id_, one in _there(records).items() if one.rule})
    order = door_order(doors)
    plain = dict(trees.items())
    rows = records.lasting.rows(
        records,
        f"with a rule/{speech.code}",
        order,
        lambda id_: _service(records, speech, id_, plain[id_]),
    )
    known: dict[Any, Any] = {}
    equal: dict[int, Json] = {}  # by the tree
    services = {}
    for id_, row in rows.items():
        rule = row["rule"] or plain[id_]
        if id(rule) not in equal:
            equal[id(rule)] = shared(rule, known)
        services[id_] = {
            **row["common"],
            "for": row["for"],
            "rule": equal[id(rule)],
            "doors": doors[id_],
            "also_needed": row["also_needed"],
        }
    figures = {id_: _figure(records, speech, id_, figure, today) for id_, figure in records.figures.items()}
    names = names_in(records, speech)
    sentences: dict[int, tuple[str, set[Note]]] = {}  # of a rule, by the one object that stands for equal rules

    def sentence_of(id_: str) -> str:
        rule = services[id_]["rule"]
        if id(rule) not in sentences:
            with reading() as notes:
                sentences[id(rule)] = in_one_line(say(rule, speech, figures, today, names), speech), notes
        note(("record", "item", f"service/{id_}"))
        note_all(sentences[id(rule)][1])
        return sentences[id(rule)][0]

    told = f"sentences/{speech.code}/{today.isoformat()}"
    said = records.lasting.rows(records, told, order, sentence_of)
    for id_, sentence in said.items():
        services[id_]["sentence"] = sentence
    return records.lasting.follows(services, rows, said, trees)


def _there(records: Records) -> dict[str, Service]:
    """The services that a screening names."""
    return {id_: one for id_, one in records.services.items() if one.status != "closed" or id_ in ALWAYS_THERE}


def rule_trees(records: Records) -> Mapping[str, Json]:
    """The rule of each service that has one, in the form that evaluators take; equal rules are one object. To read."""
    trees: Mapping[str, Json] = records.each(("rules as trees",), lambda: _rule_trees(records))
    return trees


def _rule_trees(records: Records) -> dict[str, Json]:
    known: dict[str, Json] = {}
    trees: dict[int, Json] = {}  # by the rule: nearly all equal rules are one object
    found = {}
    for id_, one in records.services.items():
        if rule := one.rule:
            if id(rule) not in trees:
                tree = rule.to_json()
                trees[id(rule)] = known.setdefault(repr(tree), tree)
            found[id_] = trees[id(rule)]
    return found


def _asked_of(question: Question) -> Json:
    """Of whom a question is asked: ages, whether a small child must live along, what paying rent settles."""
    asked: Json = {}
    if question.ages:
        asked["ages"] = list(question.ages)
    if question.with_child_under is not None:
        asked["with_child_under"] = question.with_child_under
    paying = {choice.value: list(choice.not_when_paying) for choice in question.choices if choice.not_when_paying}
    if paying:
        asked["not_when_paying"] = paying
    return asked


def names_in(records: Records, speech: Language) -> Mapping[str, str]:
    """What services (by id) and states (by code) are called in a language."""
    found: Mapping[str, str] = records.each(("names in rules", speech.code), lambda: _names_in(records, speech))
    return found


def _names_in(records: Records, speech: Language) -> dict[str, str]:
    place = records.questions.get("place")
    states = {
        choice.value: records.text(speech.code, "question/place", ("choices", at, "label"), choice.label)[0]
        for at, choice in enumerate(place.choices if place else ())
    }
    services = {id_: service.name for id_, service in records.services.items()}
    if speech.code in records.translations:
        services = {
            id_: records.text(speech.code, f"service/{id_}", ("name",), name)[0] for id_, name in services.items()
        }
    return {**states, **services}


def _common(records: Records, speech: Language, id_: str, service: Service) -> Json:
    key = f"service/{id_}"
    room = room_of(service)
    state = state_of(records.placed[key].area)
    return {
        **({"state": state} if state else {}),
        **({"counties": counties} if (counties := _counties(records, id_)) else {}),
        **({"room": room, "instead": list(service.if_full)} if room else {}),
        "name": records.text(speech.code, key, ("name",), service.name)[0],
        "url": address_of(records, id_),
        "summary": records.text(speech.code, key, ("summary",), service.summary)[0],
        "needs": list(service.needs),
        "urgency": service.urgency,
        "effort": service.effort,
        "sensitive": service.sensitive,
        "alternatives": list(service.alternatives),
    }


def _counties(records: Records, id_: str) -> list[str]:
    """The counties that a service is for; none where it is for more, or the table of places knows none of them."""
    where = records.where.get(id_)
    if where is None or where.zips:
        return []
    is_known = bool(where.counties) or len(where.areas[0]) == COUNTY_CODE
    return list(where.names) if is_known else []


def _service(records: Records, speech: Language, id_: str, tree: Json) -> Json:
    """What depends on one service with a rule alone. The rule is left out where it has no words of its own here."""
    service = records.services[id_]
    rule = translated_rule(records, speech, id_, tree)
    also = [
        records.text(speech.code, f"service/{id_}", ("also_needed", place), text)[0]
        for place, text in enumerate(service.also_needed)
    ]
    return {
        "common": _common(records, speech, id_, service),
        "for": service.rule_for,
        "rule": rule if rule != tree else None,
        "also_needed": also,
    }


def without_rule(records: Records) -> list[str]:
    """The ids of the services without a rule that a screening names."""

    def is_one(id_: str) -> bool:
        service = records.services[id_]
        return service.rule is None and (service.status != "closed" or id_ in ALWAYS_THERE)

    found = records.lasting.rows(records, "without a rule", records.services, is_one)
    return [id_ for id_, is_there in found.items() if is_there]


def other(records: Records, speech: Language, id_: str) -> Json:
    """A service without a rule."""
    service = records.services[id_]
    phone = next((phone.number for phone in service.phones if phone.kind == "call"), None)
    return {**_common(records, speech, id_, service), "phone": phone}


def place_of(records: Records, id_: str) -> tuple[str, list[str]]:
    """The state and the counties that a service is for; "" and none where it is for more."""
    return state_of(records.placed[f"service/{id_}"].area) or "", _counties(records, id_)


def _figure(records: Records, speech: Language, id_: str, figure: Figure, today: datetime.date) -> Json:
    name = records.text(speech.code, f"figure/{id_}", ("name",), figure.name)[0]
    shape = figure_json(figure)
    return {**shape, "name": name, "rows": recent(shape["rows"], f"{today.year - YEARS_BACK}{today.isoformat()[4:]}")}


def recent(rows: Json, day: str) -> Json:
    """Rows without those that had ended before a day; places and sizes stay."""
    kept: Json = {}
    begun = [date for date in rows if DATE.fullmatch(date) and date <= day]
    for key, value in rows.items():
        if isinstance(value, dict):
            kept[key] = recent(value, day)
        elif not begun or key >= max(begun):
            kept[key] = value
    return kept


def shared(value: Any, known: dict[Any, Any]) -> Any:
    """Equal parts of rules as one and the same object: the evaluator works out the same object only once."""
    return _with_key(value, known)[0]


def _with_key(value: Any, known: dict[Any, Any]) -> tuple[Any, Any]:
    """The same, and what only its equals have: each part is looked at once, however deep it lies."""
    if isinstance(value, dict):
        inner = {key: _with_key(one, known) for key, one in value.items()}
        own = tuple([(key, its) for key, (_, its) in inner.items()])
        if own not in known:
            known[own] = {key: one for key, (one, _) in inner.items()}
        return known[own], id(known[own])
    if isinstance(value, list):
        some = [_with_key(one, known) for one in value]
        return [one for one, _ in some], tuple([its for _, its in some])
    return value, (type(value), value)


def translated_rule(
    records: Records, speech: Language, id_: str, rule: Json, in_english: Callable[[str], str] = str
) -> Json:
    """The rule with its own sentences (`because`) in the language; what stands in English goes through `in_english`."""

    def walk(value: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(value, dict):
            return {key: walk(inner, (*path, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [walk(inner, (*path, place)) for place, inner in enumerate(value)]
        if path[-1] == "because":
            text, code = records.text(speech.code, f"service/{id_}", path, value)
            return text if code == speech.code else in_english(text)
        return value

    result: Json = walk(rule, ("rule",))
    return result
