"""The questions of each need as FHIR R4 Questionnaires. Nothing in them is required: every question may be skipped.

A question's id is its `linkId`. People are a group that repeats; a question about one person stands inside it and is
on only at the ages at which we ask it. Other languages stand in FHIR's translation extension.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..languages import Language, language
from ..model import Records
from ..questionnaire import asked_for, check_data, named_for
from ..rules.said_words import FLAG_WORDS
from .ids import Ids

Json = dict[str, Any]
TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
OPTIONS_OF = {"receives": "receives", "situations": "situation", "expenses": "expense"}  # question -> word of a rule
LISTS = {"receives": "receives", "situations": "situations", "expenses": "expense_kinds", "income": "income_kinds"}
NUMBERS = ("hours",)  # questions of a person that take a whole number
IN_WORDS = ("tax-dependents",)  # and those that take words


class Told:
    """The words of the questionnaire in every language of the site."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.languages = [language(code) for code in ("en", *(one for one in records.site.languages if one != "en"))]
        self.data = [check_data(records, told) for told in self.languages]
        self.questions = [{one["id"]: one for one in data["questions"]} for data in self.data]

    def text(self, name: str, texts: list[str]) -> Json:
        """`text` and, beside it, `_text` with the other languages; `texts` in the order of the languages."""
        others = [
            {
                "url": TRANSLATION,
                "extension": [{"url": "lang", "valueCode": told.code}, {"url": "content", "valueString": other}],
            }
            for told, other in zip(self.languages[1:], texts[1:], strict=True)
            if other != texts[0]
        ]
        return {name: texts[0], f"_{name}": {"extension": others}} if others else {name: texts[0]}

    def ask(self, key: str) -> Json:
        """The words of a question: of a person in short where we have them, else as we ask it."""
        if (flag := FLAG_WORDS.get(key.replace("-", "_"))) is not None:
            return self.text("text", [told.t(flag[0]) for told in self.languages])
        return self.text("text", [questions[key]["ask"] for questions in self.questions])

    def options(self, lists: list[list[Json]], only: set[str] | None = None) -> list[Json]:
        """`answerOption` of choices, each list in one language; choices are `{id or value, label}`."""
        found = []
        for choices in zip(*lists, strict=True):
            code = choices[0].get("id", choices[0].get("value"))
            if only is None or code in only:
                display = self.text("display", [choice["label"] for choice in choices])
                found.append({"valueCoding": {"code": code, **display}})
        return found


def questionnaires(records: Records, today: datetime.date) -> Iterator[tuple[str, Json]]:
    """Need and its Questionnaire, for every need whose rules ask something."""
    told, ids = Told(records), Ids(replace(records, services={}, organizations={}))
    for need in records.needs:
        asked = asked_for(records, need)
        if asked:
            yield need, _questionnaire(told, records, ids, need, asked, today)


def _questionnaire(told: Told, records: Records, ids: Ids, need: str, asked: list[str], today: datetime.date) -> Json:
    names = [records.text(one.code, f"need/{need}", ("name",), records.needs[need].name)[0] for one in told.languages]
    return {
        "resourceType": "Questionnaire",
        "id": need,
        "language": "en",
        "url": f"urn:uuid:{ids.of(f'questionnaire/{need}')}",
        "version": today.isoformat(),
        "name": "Handrail" + "".join(part.capitalize() for part in re.split(r"\W+", need)),
        **told.text("title", names),
        "status": "active",
        "date": today.isoformat(),
        "publisher": records.site.run_by,
        "item": list(_items(told, records, need, asked)),
    }


def _items(told: Told, records: Records, need: str, asked: list[str]) -> Iterator[Json]:
    """The items in the order of asking; those about a person inside the group of people."""
    of_person = [key for key in asked if records.questions[key].group == "person"]
    if of_person and "people" not in asked:
        asked = ["people", *asked]
    for key in asked:
        if key in of_person:
            continue
        item = {"linkId": key, **told.ask(key)}
        if key == "people":
            yield {**item, "type": "group", "repeats": True, "item": list(_person(told, records, asked, of_person))}
        elif key in OPTIONS_OF:
            only = named_for(records, need, OPTIONS_OF[key])
            options = told.options([data[LISTS[key]] for data in told.data], only or None)
            yield {**item, "type": "choice", "repeats": True, "answerOption": options}
        elif key == "income":
            yield {**item, "type": "group", "repeats": True, "item": list(_income(told))}
        elif records.questions[key].choices:
            yield {**item, "type": "choice", "answerOption": _choices(told, key)}
        else:
            yield {**item, "type": "decimal"}


def _person(told: Told, records: Records, asked: list[str], of_person: list[str]) -> Iterator[Json]:
    """Who the person is and how old, and what else is asked about one person."""
    words = _words(told, lambda one: (one.t("Who is it?"), one.t("Age in years")))
    relations = told.options([data["relations"] for data in told.data])
    yield {"linkId": "people.relation", **words[0], "type": "choice", "answerOption": relations}
    yield {"linkId": "people.age", **words[1], "type": "integer"}
    for key in of_person:
        question = records.questions[key]
        item: Json = {"linkId": key, **told.ask(key), "type": "boolean"}
        if question.choices:
            item |= {"type": "choice", "answerOption": _choices(told, key)}
        elif key in NUMBERS:
            item["type"] = "integer"
        elif key in IN_WORDS:
            item["type"] = "string"
        if key == "babies-expected" and "pregnant" in asked:
            item["enableWhen"] = [{"question": "pregnant", "operator": "=", "answerBoolean": True}]
        elif question.ages:
            first, last = question.ages
            item["enableWhen"] = [
                {"question": "people.age", "operator": ">=", "answerInteger": first},
                {"question": "people.age", "operator": "<=", "answerInteger": last},
            ]
            item["enableBehavior"] = "all"
        yield item


def _income(told: Told) -> Iterator[Json]:
    words = _words(told, lambda one: (one.t("What kind of money?"), one.t("How much?"), one.t("How often?")))
    kinds = told.options([data["income_kinds"] for data in told.data])
    periods = told.options([data["periods"] for data in told.data])
    yield {"linkId": "income.kind", **words[0], "type": "choice", "answerOption": kinds}
    yield {"linkId": "income.amount", **words[1], "type": "decimal"}
    yield {"linkId": "income.per", **words[2], "type": "choice", "answerOption": periods}


def _choices(told: Told, key: str) -> list[Json]:
    return told.options([questions[key]["choices"] for questions in told.questions])


def _words(told: Told, say: Any) -> list[Json]:
    """Some texts in all languages; `say` gives them in one."""

    def texts(one: Language) -> list[str]:
        return list(say(one))

    return [told.text("text", list(row)) for row in zip(*map(texts, told.languages), strict=True)]
