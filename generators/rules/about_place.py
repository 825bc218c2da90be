"""Conditions about the place and the day: where the family lives, what the state offers, when a program runs."""

from __future__ import annotations

import re
import unicodedata

from .about_people import missing_figure, place_questions
from .answers import Json, Scene, if_unasked, is_unknown, said, state_of
from .figures import look_up
from .findings import Finding
from .reasons import Reason, Reasoner

SUFFIX = re.compile(r"(county|parish|borough|municipio|censusarea)$")


def _finding(scene: Scene, condition: str, value: bool | None, text: str, open_: list[str] | None = None) -> Finding:
    reason: Reason = {"condition": condition, "holds": value, "text": text}
    return Finding(value, [reason], open_ or [])


def place(scene: Scene, rule: Json) -> Finding:
    """The state, and the county where the rule names counties (`Allegheny`, or `Allegheny, PA`)."""
    value, open_ = _in_states(scene, rule), place_questions(scene)
    if value is not False and rule.get("counties"):
        inside, unasked = _in_counties(scene, rule["counties"])
        value = False if inside is False else (None if value is None else inside)
        open_ = open_ + unasked
    key = {True: "place-holds", False: "place-fails", None: "place-open"}[value]
    return _finding(scene, "place", value, Reasoner(scene.data).fill(key), open_[:1] if value is None else [])


def _in_states(scene: Scene, rule: Json) -> bool | None:
    state = state_of(scene)
    if not rule.get("states") and not rule.get("not_states"):
        return True
    if is_unknown(state):
        return None
    return (not rule.get("states") or state in rule["states"]) and state not in rule.get("not_states", [])


def _in_counties(scene: Scene, counties: list[str]) -> tuple[bool | None, list[str]]:
    place = said(scene.facts, "place")
    if not isinstance(place, dict):
        return None, if_unasked(scene.facts, "place", "place")
    county = said(place, "county")
    if not isinstance(county, str) or is_unknown(county):
        return None, if_unasked(place, "county", "place")
    here = state_of(scene)
    fitting = [
        listed.partition(",")[2].strip() for listed in counties if plain(listed.partition(",")[0]) == plain(county)
    ]
    if any(state in ("", here) for state in fitting):
        return True, []
    return (None if fitting and is_unknown(here) else False), []


def plain(county: str) -> str:
    """A county's name without accents, blanks, capitals and its kind: the lists of the land spell them differently."""
    letters = re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", county).lower())
    return SUFFIX.sub("", re.sub(r"^saint", "st", letters))


def figure(scene: Scene, rule: Json) -> Finding:
    """What a yes-or-no table says of the place; `offered` holds where the table has any limit."""
    word = next(word for word in ("is_yes", "is_no", "offered") if word in rule)
    words = Reasoner(scene.data)
    found = look_up(scene, rule[word])
    name = (scene.data.get("figures", {}).get(rule[word]) or {}).get("name", rule[word])
    says = None if found.missing else _says(word, found.value)
    value = None if says is None else says == (word != "is_no")
    if value is None:
        key, open_ = missing_figure(scene, found.missing)
        text = words.fill("place-open" if key == "place-open" else "figure-open")
    else:
        text, open_ = words.fill("figure-holds" if says else "figure-fails", name=name), []
    reason: Reason = {"condition": "figure", "holds": value, "text": text, "figure": rule[word]}
    if found.until:
        reason["until"] = found.until
    return Finding(value, [reason], open_)


def _says(word: str, value: object) -> bool | None:
    if value is False or value == "not-offered":
        return False
    if word == "offered" or value is True:
        return True
    return None


def dates(scene: Scene, rule: Json) -> Finding:
    """From the first day up to and with the last."""
    words = Reasoner(scene.data)
    if "from" in rule and scene.as_of < rule["from"]:
        return _finding(scene, "dates", False, words.fill("dates-early", date=words.date(rule["from"])))
    if "until" in rule and scene.as_of > rule["until"]:
        return _finding(scene, "dates", False, words.fill("dates-late", date=words.date(rule["until"])))
    return _finding(scene, "dates", True, words.fill("dates-holds"))
