"""The questions of each need in FHIR R4: what the standard requires, links that exist, ages, other languages."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from conftest import ROOT

from generators import pipeline
from generators.api import api_files
from generators.api.fhir import TRANSLATION, questionnaires
from generators.model import Records
from generators.questionnaire import asked_for

TYPES = {"group", "display", "boolean", "decimal", "integer", "string", "choice"}
ANSWERS = {"boolean": "answerBoolean", "integer": "answerInteger"}
TOP = {
    "resourceType",
    "id",
    "language",
    "url",
    "version",
    "name",
    "title",
    "_title",
    "status",
    "date",
    "publisher",
    "item",
}
OF_ITEM = {
    "linkId", "text", "_text", "type", "repeats", "answerOption", "enableWhen", "enableBehavior", "item",
}  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Records:
    records, _ = pipeline.gather(ROOT / "resources", datetime.date(2026, 11, 21))
    assert records is not None
    return records


@pytest.fixture(scope="module")
def forms(shipped: Records) -> dict[str, Any]:
    return dict(questionnaires(shipped, datetime.date(2026, 11, 21)))


def items(found: list[Any]) -> Iterator[Any]:
    for item in found:
        yield item
        yield from items(item.get("item", []))


def test_each_need_that_asks_has_a_questionnaire(shipped: Records, forms: dict[str, Any]) -> None:
    assert list(forms) == [need for need in shipped.needs if asked_for(shipped, need)]
    assert len(forms) > 10
    for need, form in forms.items():
        assert set(asked_for(shipped, need)) <= {item["linkId"] for item in items(form["item"])}


def test_each_is_a_resource_as_r4_wants_it(forms: dict[str, Any]) -> None:
    for need, form in forms.items():
        assert set(form) <= TOP
        assert (form["resourceType"], form["status"], form["id"]) == ("Questionnaire", "active", need)
        assert re.fullmatch(r"[A-Za-z0-9\-.]{1,64}", form["id"])
        assert re.fullmatch(r"[A-Z]([A-Za-z0-9_]){0,254}", form["name"])
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", form["url"])
        seen: dict[str, Any] = {}
        for item in items(form["item"]):
            assert set(item) <= OF_ITEM
            assert item["linkId"] not in seen  # linkId is unique in a questionnaire
            assert item["type"] in TYPES and item["text"].strip()
            assert bool(item.get("item")) == (item["type"] == "group")  # que-1
            assert ("answerOption" in item) == (item["type"] == "choice")  # que-5: only where choices make sense
            codes = [option["valueCoding"]["code"] for option in item.get("answerOption", [])]
            assert len(codes) == len(set(codes))
            assert codes or item["type"] != "choice"
            when = item.get("enableWhen", [])
            assert len(when) < 2 or item["enableBehavior"] == "all"  # que-12
            for one in when:
                asked = seen[one["question"]]  # it comes before
                assert one["operator"] in ("=", ">=", "<=")
                assert set(one) == {"question", "operator", ANSWERS[asked["type"]]}
            seen[item["linkId"]] = item


def test_ages_decide(shipped: Records, forms: dict[str, Any]) -> None:
    asked = {item["linkId"]: item for item in items(forms["food"]["item"])}
    first, last = shipped.questions["pregnant"].ages or (0, 0)
    assert asked["pregnant"]["enableWhen"] == [
        {"question": "people.age", "operator": ">=", "answerInteger": first},
        {"question": "people.age", "operator": "<=", "answerInteger": last},
    ]
    assert "enableWhen" not in asked["disabled"]


def test_other_languages_stand_beside_the_english(forms: dict[str, Any]) -> None:
    place = next(item for item in forms["food"]["item"] if item["linkId"] == "place")
    told = place["_text"]["extension"]
    assert all(one["url"] == TRANSLATION for one in told)
    (spanish,) = [one for one in told if one["extension"][0] == {"url": "lang", "valueCode": "es"}]
    assert spanish["extension"][1]["valueString"] not in ("", place["text"])
    assert forms["food"]["title"] == "Food"


def test_files_and_their_list(shipped: Records, today: datetime.date) -> None:
    one = dict(list(shipped.services.items())[:12])
    files = dict(api_files(replace(shipped, services=one), today))
    listing = json.loads(files["api/fhir/Questionnaire/index.json"])["questionnaires"]
    assert listing
    for entry in listing:
        assert json.loads(files[f"api/fhir/Questionnaire/{entry['file']}"])["title"] == entry["title"]
