"""Which questions are asked, in what order, and the words that the check page says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from .languages import N_, Language
from .life_changes import life_data
from .model import Question, Records
from .model.rule import PERIODS
from .rules import screen
from .rules.export import rule_trees

FIRST = ("place", "people")  # every other question is about them
LAST = ("status",)  # the question that frightens people waits until nothing else is open
WEIGHT = {"now": 3, "soon": 2, "usual": 1}  # of a service, by its urgency
# How often an answer settles something, where it is not 10. Found by asking made-up families: the answer to "blind"
# hardly ever does, while income and the programs received settle most.
SETTLES = {"receives": 13, "income": 13, "disabled": 6, "blind": 4}

SELF = "self"  # the person who answers, as a relation

PERIOD_LABELS = {
    "hour": N_("Each hour"),
    "week": N_("Each week"),
    "two-weeks": N_("Every two weeks"),
    "half-month": N_("Twice a month"),
    "month": N_("Each month"),
    "year": N_("Each year"),
}
PERSON_LABELS = {
    SELF: N_("You"),
    "spouse": N_("Husband or wife"),
    "partner": N_("Partner"),
    "child": N_("Child"),
    "grandchild": N_("Grandchild"),
    "parent": N_("Parent"),
    "other-relative": N_("Relative"),
    "not-related": N_("Other person"),
}


def next_question(
    data: dict[str, Any], facts: dict[str, Any], needs: Sequence[str], skip: Collection[str] = ()
) -> str | None:
    """The open question that decides most services of the needs (all, when none is chosen), or None.

    `data` is the screening data; `skip` names questions not to come back to.
    """
    return next_of(data, screen(data, facts, of_needs(data, needs))["services"], needs, skip)


def next_of(
    data: Mapping[str, Any], screened: Mapping[str, Any], needs: Sequence[str], skip: Collection[str] = ()
) -> str | None:
    """The same, for services that are screened already."""
    weights = {key: weight for key, weight in open_questions(data, screened, needs).items() if key not in skip}
    for key in FIRST:
        if key in weights:
            return key
    main = [key for key in weights if key not in LAST] or list(weights)
    return max(main, key=weights.__getitem__, default=None)  # of equals, the first


def open_questions(data: Mapping[str, Any], screened: Mapping[str, Any], needs: Sequence[str]) -> dict[str, int]:
    """How much each open question decides, in the order of asking.

    What is open at the doors of a service is open at the service too, so the services of the needs are enough.
    """
    found: dict[str, int] = {}
    for service in of_needs(data, needs):
        for key in screened[service]["open"]:
            found[key] = found.get(key, 0) + WEIGHT[data["services"][service]["urgency"]] * SETTLES.get(key, 10)
    return {key: found[key] for key in data["questions"] if key in found}


def of_needs(data: Mapping[str, Any], needs: Sequence[str]) -> list[str]:
    """Services with a rule that answer one of the needs; all, when none is chosen."""
    return [key for key in data["order"] if not needs or set(needs) & set(data["services"][key]["needs"])]


def check_data(records: Records, language: Language) -> dict[str, Any]:
    """Everything that the check page says which stands in data, in one language."""
    questions = {key: _question(records, language, key, asked) for key, asked in records.questions.items()}
    return {
        "language": language.code,
        "needs": [
            {
                "id": key,
                "name": records.text(language.code, f"need/{key}", ("name",), need.name)[0],
                "icon": need.icon,
                "sensitive": need.sensitive,
            }
            for key, need in records.needs.items()
        ],
        "questions": list(questions.values()),
        "relations": [
            {"id": key, "label": label, "person": language.t(PERSON_LABELS[key])}
            for key, label in _labels(questions, "people", {SELF: language.t(PERSON_LABELS[SELF])}).items()
        ],
        "periods": [{"id": key, "label": language.t(PERIOD_LABELS[key])} for key in PERIODS],
        "receives": _receives(records, language, _options(questions, "receives")),
        "situations": _options(questions, "situations"),
        "income_kinds": _options(questions, "income"),
        "expense_kinds": _options(questions, "expenses"),
        "statuses": _options(questions, "status"),
        "life": life_data(records, language),
        "states": list(_labels(questions, "place", {}).items()),
    }


def _question(records: Records, language: Language, key: str, asked: Question) -> dict[str, Any]:
    """One question with its texts."""

    def text(path: tuple[str | int, ...], english: str | None) -> str | None:
        return english and records.text(language.code, f"question/{key}", path, english)[0]

    return {
        "id": key,
        "ask": text(("ask",), asked.ask),
        "why": text(("why",), asked.why),
        "hint": text(("hint",), asked.hint),
        "group": asked.group,
        "ages": list(asked.ages) if asked.ages else None,
        "find_out": text(("find_out",), asked.find_out),
        "choices": [
            {
                "value": choice.value,
                "label": text(("choices", index, "label"), choice.label),
                "hint": text(("choices", index, "hint"), choice.hint),
            }
            for index, choice in enumerate(asked.choices)
        ],
    }


def _options(questions: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The choices of a question, as a list of the page."""
    choices = questions[key]["choices"] if key in questions else []
    return [{"id": choice["value"], "label": choice["label"], "hint": choice["hint"]} for choice in choices]


def _labels(questions: Mapping[str, Any], key: str, before: dict[str, str]) -> dict[str, str]:
    """The choices of a question by value, after some others."""
    return {**before, **{option["id"]: option["label"] for option in _options(questions, key)}}


def _receives(records: Records, language: Language, options: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every program that a rule asks about: those of the question first, then others by the name of their service.

    A program that the page left out would stay open for ever.
    """
    known = {option["id"] for option in options}
    for key in sorted(programs(records) - known):
        if service := records.services.get(key):
            label = records.text(language.code, f"service/{key}", ("name",), service.name)[0]
            options.append({"id": key, "label": label, "hint": None})
    return options


def programs(records: Records) -> set[str]:
    """Every program that some rule asks about in `receives`."""
    found: set[str] = set()

    def look(node: Any) -> None:
        if isinstance(node, dict):
            if isinstance(named := node.get("receives"), dict):
                found.update(named["any_of"])
            for inner in node.values():
                look(inner)
        elif isinstance(node, list | tuple):
            for inner in node:
                look(inner)

    for tree in {id(tree): tree for tree in rule_trees(records).values()}.values():
        look(tree)
    return found


# The questions that a condition looks at; every other condition has a question of its own name.
LOOKS_AT = {
    "age": ("people",),
    "relation": ("people",),
    "caretaker": ("people",),
    "count": ("people",),
    "babies_expected": ("babies-expected",),
    "gave_birth": ("recent-birth",),
    "former_foster": ("former-foster",),
    "figure": ("place",),
    "income": ("place", "people", "income"),
    "savings": ("place", "people", "savings"),
    "expense": ("expenses",),
    "situation": ("situations",),
    "dates": (),
}
HOLDING = ("all", "any", "not", "anyone", "maybe", "if")  # words that hold conditions and ask nothing themselves
BESIDE = ("because",)
OF_UNIT = {  # how an income is counted, and the questions that tell who belongs to it
    "unborn_count": ("pregnant", "babies-expected"),
    "deductions": ("expenses", "disabled", "blind"),
    "couple_at_most": ("married",),
    "couple": ("married",),
    "tax": ("married", "tax-dependents"),
    "food": ("married", "shares-food"),
}


def asked_for(records: Records, need: str) -> list[str]:
    """The questions that the rules of a need's services look at, in the order of asking; a door is only asked about."""
    found: set[str] = set()
    for word, value in _conditions(records, need):
        found.update(LOOKS_AT.get(word, (word.replace("_", "-"),)))
        if word in ("income", "savings"):
            for key in (*(key for key in value if value[key]), value.get("of")):
                found.update(OF_UNIT.get(key, ()))
    return [key for key in records.questions if key in found]


def named_for(records: Records, need: str, word: str) -> set[str]:
    """What the `receives`, `situation` or `expense` conditions of a need's services name."""
    return {name for each, value in _conditions(records, need) if each == word for name in value["any_of"]}


def needs_of_rules(records: Records) -> Mapping[str, list[str]]:
    """The needs of each service with a rule."""
    found: Mapping[str, list[str]] = records.each(
        ("needs of rules",), lambda: {id_: list(records.services[id_].needs) for id_ in rule_trees(records)}
    )
    return found


def _conditions(records: Records, need: str) -> Iterator[tuple[str, Any]]:
    """Every condition in the rules of a need's services, at all depths: its word and its value."""

    def look(node: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(node, list | tuple):
            for inner in node:
                yield from look(inner)
        elif isinstance(node, dict):
            for word, value in node.items():
                if word in HOLDING:
                    yield from look(value)
                elif word not in BESIDE:
                    yield word, value
                    if word == "count":
                        yield from look(value["who"])

    all_trees = dict(rule_trees(records).items())
    trees = {id(all_trees[id_]): all_trees[id_] for id_, its in needs_of_rules(records).items() if need in its}
    for tree in trees.values():
        yield from look(tree)
