"""The reference of rule conditions for maintainers, made from the vocabulary itself."""

from __future__ import annotations

import inspect
import io
import json
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from ..model import rule as model
from ..model.rule import Rule
from ..rules import names_in, say
from ..rules.export import rule_trees
from ..rules.sentences import figure_json
from . import eligibility
from .page import Page
from .view import View

Json = dict[str, Any]

# One line for each condition of which the data has no rule.
EXAMPLES: dict[str, Any] = {
    "all": [{"age": {"from": 60}}, {"veteran": True}],
    "any": [{"pregnant": True}, {"age": {"under": 5}}],
    "not": {"student": True},
    "anyone": {"age": {"under": 19}},
    "count": {"at_least": 2, "who": {"age": {"under": 19}}},
    "maybe": {"because": "Each state sets its own limit.", "if": {"age": {"under": 19}}},
    "age": {"from": 60},
    "relation": ["self", "spouse"],
    "gave_birth": 6,
    "caretaker": 19,
    "hours": {"from": 20},
    "status": ["citizen", "refugee-or-asylee"],
    "resident_years": 5,
    "place": {"states": ["NY"]},
    "income": {"at_most": {"share": 1.3, "of": "poverty-guideline"}},
    "savings": {"at_most": 3000},
    "expense": {"any_of": ["heating", "electricity"]},
    "receives": {"any_of": ["snap"]},
    "situation": {"any_of": ["eviction-notice"]},
    "dates": {"from": "2027-01-01"},
    "figure": {"is_yes": "school-meals-universal"},
}
HEADINGS = {"inner nodes": "Words that join others"}  # for a group whose name needs more
YES = True  # the example of every condition that is a plain yes or no
PATTERNS = {  # what a text of the schema is called
    r"^[A-Z]{2}$": "the two letters of a state",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "the id of a figure",
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": "a day of the year, as 10-01",
}
TYPES = {"boolean": "true or false", "integer": "a whole number", "number": "a number", "string": "text"}
SECTION = re.compile(r"^\s*# (the .+|inner nodes)$", re.MULTILINE)


@dataclass(frozen=True)
class Key:
    """One word inside a condition."""

    word: str
    shape: str  # what may stand behind it
    means: Markup
    default: str  # empty: must be there


@dataclass(frozen=True)
class Entry:
    """One condition of the vocabulary."""

    word: str
    group: str  # inner nodes, the person, the household, the program
    shape: str
    means: Markup
    keys: list[Key]
    parts: list[tuple[str, Markup, list[Key]]]  # word, meaning and keys of what stands inside: at_most, deductions
    example: str  # YAML
    origin: str | None  # the service whose rule the example is from
    said: Markup  # the example as the page says it
    used: int  # services whose rules use it


def vocabulary(view: View) -> Page:
    """The page at maintain/vocabulary/."""
    view = view.at("maintain/vocabulary/")
    entries = list(conditions(view))
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(HEADINGS.get(entry.group, f"About {entry.group}"), []).append(entry)
    return Page(
        path=view.path,
        language=view.language.code,
        title="The words of a rule",
        html=view.render("vocabulary.html.j2", groups=groups, count=len(entries)),
        kind="maintain",
        description="Every condition that a rule may use: shape, meaning, an example, and how a page says it.",
    )


def conditions(view: View) -> Iterator[Entry]:
    """Every word of the vocabulary, in its order."""
    schema = Rule.model_json_schema(by_alias=True)
    parts = schema["$defs"]
    comments = _comments()
    names = names_in(view.records, view.language)
    figures = {id_: figure_json(figure) for id_, figure in view.records.figures.items()}
    used_by = _used_by(view)
    for name, field in Rule.model_fields.items():
        word = field.alias or name
        node = parts["Rule"]["properties"][word]
        inner = _reference(node)
        example, origin, used = _example(word, used_by.get(word, []))
        said = say({word: example}, view.language, figures, view.today, names)
        yield Entry(
            word=word,
            group=_groups()[name],
            shape=_shape(node),
            means=_sentence(comments.get(("Rule", name)) or (parts[inner].get("description", "") if inner else "")),
            keys=_keys(parts, inner, comments) if inner else [],
            parts=_inside(parts, inner, comments) if inner else [],
            example=as_yaml({word: example}),
            origin=origin,
            said=eligibility.as_list(said),
            used=used,
        )


def as_yaml(value: Any) -> str:
    """A piece of a rule in one line of YAML."""
    if isinstance(value, dict) and len(value) == 1 and not isinstance(next(iter(value.values())), dict | list):
        ((key, inner),) = value.items()
        return f"{key}: {_flow(inner)}"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items())
    return _flow(value)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(inner) for inner in value) + "]"
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", value) and value.lower() not in _NOT_PLAIN:
        return value
    return json.dumps(value, ensure_ascii=False)


_NOT_PLAIN = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


Use = tuple[int, str, Any]  # of a word in one rule: length of its shortest value, the service, the value


def _used_by(view: View) -> dict[str, list[Use]]:
    """Where rules use each word."""
    found: dict[str, dict[str, Use]] = {}
    for key, tree in rule_trees(view.records).items():
        for word, value in _nodes(tree):
            use, there = (_length(value), key, value), found.setdefault(word, {})
            there[key] = min(there.get(key, use), use, key=lambda one: one[0])
    return {word: list(uses.values()) for word, uses in found.items()}


def _example(word: str, used: list[Use]) -> tuple[Any, str | None, int]:
    """The shortest one that a shipped rule has, with its service, and how many services use the word."""
    _, key, value = min(used, key=lambda one: one[:2], default=(0, None, EXAMPLES.get(word, YES)))
    return value, key, len(used)


def _length(value: Any) -> int:
    return len(json.dumps(value))


def _nodes(tree: Json) -> Iterator[tuple[str, Any]]:
    """Word and value of every node of a rule."""
    ((word, value),) = tree.items()
    yield word, value
    below = {"count": lambda: [value["who"]], "maybe": lambda: [value["if"]]}
    inner = below[word]() if word in below else value if word in ("all", "any") else [value] if word in _ONE else []
    for rule in inner:
        yield from _nodes(rule)


_ONE = ("not", "anyone")


# what the source says


def _comments() -> dict[tuple[str, str], str]:
    """(class, field) -> the comment behind the field."""
    found: dict[tuple[str, str], str] = {}
    owner = field = ""
    for token in tokenize.generate_tokens(io.StringIO(inspect.getsource(model)).readline):
        if token.type == tokenize.NAME and token.line.startswith("class "):
            owner = token.line.split()[1].split("(")[0].rstrip(":")
        elif token.type == tokenize.NAME and token.start[1] == 4 and token.line[token.end[1]] == ":":
            field = token.string
        elif token.type == tokenize.COMMENT and token.line.strip() != token.string.strip():
            found[(owner, field)] = token.string.lstrip("# ")
    return found


def _groups() -> dict[str, str]:
    """Field of `Rule` -> the comment above its group."""
    source = inspect.getsource(Rule)
    starts = [(match.start(), match[1]) for match in SECTION.finditer(source)]
    found = {}
    for name in Rule.model_fields:
        at = source.index(f"\n    {name}:")
        found[name] = [title for start, title in starts if start < at][-1]
    return found


def _sentence(text: str) -> Markup:
    """A comment or docstring as a sentence."""
    return _coded(text[:1].upper() + text[1:] + ("" if text.endswith(".") or not text else "."))


def _coded(text: str) -> Markup:
    """What stands between backticks is code."""
    parts = text.split("`")
    return Markup("").join(Markup("<code>{}</code>" if at % 2 else "{}").format(part) for at, part in enumerate(parts))


# what the schema says


def _keys(parts: Json, name: str, comments: dict[tuple[str, str], str]) -> list[Key]:
    """The words inside a shape."""
    needed = parts[name].get("required", ())
    fields = {field: name_ for name_, field in _aliases(name).items()}
    return [
        Key(
            word=word,
            shape=_shape(node),
            means=_coded(comments.get((name, fields.get(word, word)), "")),
            default="" if word in needed else _default(node),
        )
        for word, node in parts[name]["properties"].items()
    ]


def _inside(parts: Json, name: str, comments: dict[tuple[str, str], str]) -> list[tuple[str, Markup, list[Key]]]:
    """The shapes inside a shape: `at_most` and `deductions` of an income."""
    found = []
    for word, node in parts[name]["properties"].items():
        inner = _reference(node)
        if inner and inner != "Rule":
            found.append((word, _sentence(parts[inner].get("description", "")), _keys(parts, inner, comments)))
    return found


def _aliases(name: str) -> dict[str, str]:
    """Field -> its word in YAML."""
    shape = getattr(model, name)
    return {field: info.alias or field for field, info in shape.model_fields.items()}


def _reference(node: Json) -> str | None:
    """The name of the shape that stands here; none where it is a rule or a plain value."""
    for option in node.get("anyOf", [node]):
        if "$ref" in option and not option["$ref"].endswith("/Rule"):
            return str(option["$ref"]).rpartition("/")[2]
    return None


def _default(node: Json) -> str:
    value = node.get("default")
    if value is None or value == []:
        return "left out"
    return as_yaml(round(value, 3) if isinstance(value, float) else value)


def _shape(node: Json) -> str:
    """What may stand behind a word, in words."""
    options = [option for option in node.get("anyOf", [node]) if option.get("type") != "null"]
    return ", or ".join(_option(option) for option in options)


def _option(option: Json) -> str:
    if "$ref" in option:
        return "a rule" if option["$ref"].endswith("/Rule") else "the words below"
    if "const" in option:
        return str(option["const"])
    if "enum" in option:
        return "one of " + ", ".join(str(value) for value in option["enum"])
    if option.get("type") == "array":
        return "a list of rules" if "$ref" in option["items"] else f"a list of: {_option(option['items'])}"
    if option.get("format") == "date":
        return "a day, as 2027-01-01"
    if "pattern" in option:
        return PATTERNS[option["pattern"]]
    return TYPES[option["type"]] + _range(option)


def _range(option: Json) -> str:
    low, high = option.get("minimum"), option.get("maximum")
    if high is not None:
        return f" from {low or 0} to {high}"
    return f", {low} or more" if low is not None else ""
