"""Rules in words, doors in order, and the screening data."""

from __future__ import annotations

import datetime
import re
from typing import Any

from test_rules import CASES, TABLE, data_of, screening

from generators.languages import language
from generators.model import Rule
from generators.rules import say, screen
from generators.rules.doors import door_order
from generators.rules.export import recent
from generators.rules.reasons import Reasoner
from generators.rules.said_words import COUNTED_WORDS, FLAG_WORDS, WORDS
from generators.rules.sentences import in_one_line
from generators.rules.templates import COUNTED, TEMPLATES

TODAY = datetime.date(2026, 11, 21)
FIGURES = {id_: {"until": None, **figure} for id_, figure in TABLE["figures"].items()}
NEVER = ("you qualify", "eligible", "anonymous", "this is safe", "immigration", "need not report", "caseload")


def lines(rule: dict[str, Any], **more: Any) -> list[Any]:
    """The lines as nested lists of texts."""

    def plain(said: Any) -> Any:
        return [said["text"], [plain(item) for item in said["items"]]] if said["items"] else said["text"]

    return [plain(said) for said in say(rule, language("en"), FIGURES, TODAY, **more)]


def test_a_rule_in_words() -> None:
    limit = {"share": 1.85, "of": "poverty-guideline"}
    rule = {
        "all": [
            {"any": [{"age": {"under": 5}}, {"pregnant": True}]},
            {"income": {"at_most": limit, "new_limits": "07-01", "rounding": "up"}},
        ]
    }
    income = (
        "Your income is at or under 185% of the poverty guideline (for 3 people: $4,317 a month, until June 30, 2027)"
    )
    assert lines(rule) == [["One of these is enough:", ["Younger than 5", "Pregnant"]], income]
    said = say(rule, language("en"), FIGURES, TODAY)
    assert in_one_line(said, language("en")) == f"Younger than 5 or pregnant; {income[0].lower()}{income[1:]}"


def test_a_limit_that_differs_by_state() -> None:
    rule = {"income": {"of": "person", "at_most": {"share": "adult-share", "of": "poverty-guideline"}}}
    assert lines(rule) == ["The person's own income is at or under the limit of your state"]
    (line,) = lines(rule, state="OH")
    assert line == (
        "The person's own income is at or under 138% of the poverty guideline"
        " (for 1 person: $1,840 a month, until December 31, 2026)"
    )


def test_every_rule_of_the_table_can_be_said() -> None:
    for case in CASES:
        rule = Rule.model_validate(case["rule"])
        for code in ("en", "es"):
            said = say(rule, language(code), FIGURES, TODAY, {"snap": "SNAP", "OH": "Ohio"})
            assert said and all(line["text"] for line in said)
            assert "%(" not in str(said)


def test_no_forbidden_words_and_no_amounts() -> None:
    texts = [*TEMPLATES.values(), *WORDS.values()]
    texts += [text for pair in [*COUNTED.values(), *COUNTED_WORDS.values(), *FLAG_WORDS.values()] for text in pair]
    for text in texts:
        assert not any(word in text.lower() for word in NEVER), text
        assert not re.search(r"[0-9$]", re.sub(r"%\(\w+\)s|Section 8", "", text)), text


def test_reasons_never_say_forbidden_words() -> None:
    for case in CASES:
        for reason in screen(data_of(case), case["facts"])["services"]["it"]["reasons"]:
            assert not any(word in reason["text"].lower() for word in NEVER)


def test_money_dates_and_shares_are_written_as_the_language_writes_them() -> None:
    for code in ("en", "es"):
        speech = language(code)
        words = Reasoner(screening({}, code))
        for dollars in (0, 7, 999, 1000, 2166.6666, 1234567.5, 99.999):
            assert words.money(dollars) == speech.money(round(dollars, 2))
        for share in (0.5, 1.3, 1.385, 2):
            assert words.percent(share) == speech.percent(share)
        for month in range(1, 13):
            day = datetime.date(2027, month, 5)
            assert words.date(day.isoformat()) == speech.date(day)


def test_doors_come_first_and_a_ring_does_not_hang() -> None:
    assert door_order({"a": ["b", "c"], "b": ["c"], "c": [], "d": []}) == ["c", "b", "a", "d"]
    assert sorted(door_order({"a": ["b"], "b": ["a"]})) == ["a", "b"]


def test_rows_that_ended_long_ago_are_left_out() -> None:
    rows = {"OH": {"2010-01-01": 1, "2024-01-01": 2, "2026-01-01": 3}, "TX": {"1": {"2010-01-01": 1}}}
    kept = {"OH": {"2024-01-01": 2, "2026-01-01": 3}, "TX": {"1": {"2010-01-01": 1}}}
    assert recent(rows, "2024-11-21") == kept
