"""The plan's data: what the browser is told of every service."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from conftest import ROOT, TODAY

from generators.languages import Language, language
from generators.load import load
from generators.model import Document, Letter, Need, Organization, Records, Service, SiteSettings
from generators.plan import doors, plan_data
from generators.validate import validate

NEEDS = {"food": "Food", "utilities": "Heat, light, phone and internet", "housing": "A place to stay"}
ESSENTIAL = {
    "kind": "program",
    "organization": "office",
    "needs": ["food"],
    "summary": "A made-up service.",
    "who_for": "Families.",
    "you_get": "Help.",
    "cost": "Free.",
    "apply": {},
    "takes": "Ten days.",
    "next": "They call you.",
    "steps": [{"do": "Call"}],
    "sourced": {"from": "https://example.org/", "as_of": "2026-01"},
}
PROOF = {"document": "proof-of-income", "note": "The last 30 days"}
MADE_UP: dict[str, dict[str, Any]] = {
    "groceries": {
        "name": "Grocery Card (GC)",
        "needs": ["food"],
        "summary": "Money for food on a card.",
        "you_get": "A card for the store.",
        "synonyms": ["food stamps", "ebt", "snap card"],
        "urgency": "soon",
        "effort": "papers",
        "apply": {
            "online": {"url": "https://example.org/apply/"},
            "phone": {"number": "412-555-0125 ext. 7"},
            "in_person": {"url": "https://example.org/offices"},
        },
        "website": "https://example.org/apply",
        "bring": [{"document": "photo-id"}, PROOF],
        "steps": [
            {"do": "Send the form", "takes": "30 minutes", "errand": "send-form"},
            {"do": "Answer their call", "tip": "Answer unknown numbers", "after_days": 10},
        ],
        "rule": {"any": [{"age": {"from": 60}}, {"receives": {"any_of": ["unemployment"]}}]},
    },
    "babies": {
        "name": "Baby Food",
        "urgency": "usual",
        "effort": "form",
        "summary": "Milk and food for mothers and small children.",
        "synonyms": ["formula", "baby formula"],
        "phones": [{"number": "412-555-0126"}, {"number": "412-555-0127", "kind": "fax"}],
        "bring": [PROOF, {"document": "photo-id"}],
        "rule": {
            "all": [{"any": [{"receives": {"any_of": ["groceries"]}}, {"not": {"receives": {"any_of": ["rent"]}}}]}]
        },
    },
    "heat": {
        "name": "Home Energy Help",
        "needs": ["utilities"],
        "summary": "Help to pay for heat in winter.",
        "synonyms": ["light bill", "electric bill", "heating"],
        "effort": "call",
        "phones": [{"number": "412-555-0128", "label": "Energy desk"}],
        "bring": [PROOF],
        "steps": [{"do": "Call the energy desk", "after_days": 3}],
    },
    "rent": {
        "name": "Emergency Rent Fund",
        "needs": ["housing"],
        "summary": "A payment to a landlord so that a family can stay.",
        "synonyms": ["rent help", "eviction", "back rent"],
        "effort": "papers",
        "bring": [PROOF],
    },
    "market": {
        "name": "Market Money",
        "organization": "stall",
        "website": "https://example.org/market",
        "effort": "papers",
        "steps": [{"do": "Send the form", "errand": "send-form"}],
    },
    "helpline": {
        "name": "Helpline",
        "needs": ["food", "housing"],
        "summary": "A person who knows where to turn.",
        "synonyms": ["someone to talk to"],
        "urgency": "now",
        "effort": "call",
        "phones": [{"number": "211"}, {"number": "898211", "kind": "text", "text_word": "HELP"}],
    },
    "shelter": {
        "name": "Quiet House",
        "needs": ["housing"],
        "summary": "A safe bed.",
        "synonyms": ["abuse", "safe house"],
        "sensitive": True,
        "effort": "call",
        "phones": [{"number": "1-800-555-0199"}],
    },
}
SPANISH = {
    "service/groceries": {
        ("summary",): "Dinero para comida en una tarjeta.",
        ("synonyms", 0): "estampillas de comida",
        ("synonyms", 1): "cupones",
        ("synonyms", 2): "alimentos",
        ("synonyms", 3): "tarjeta de comida",
        ("steps", 0, "do"): "Envíe el formulario",
    },
    "need/food": {("name",): "Comida"},
}


def made_up(**changes: dict[str, Any]) -> Records:
    """Records of a few made-up services; `changes` by id replaces fields."""
    services = {
        key: Service.model_validate({**ESSENTIAL, **fields, **changes.get(key, {})}) for key, fields in MADE_UP.items()
    }
    office = {"name": "The Office", "phones": [{"number": "412-555-0100"}], "sourced": ESSENTIAL["sourced"]}
    return Records(
        site=SiteSettings.model_validate(
            {
                "name": "Small Site",
                "tagline": "For tests.",
                "run_by": "The tests",
                "stuck": ["helpline"],
                "emergency": [],
            }
        ),
        needs={
            key: Need.model_validate({"name": name, "icon": "material/food", "summary": "A need."})
            for key, name in NEEDS.items()
        },
        questions={},
        documents={
            "photo-id": Document.model_validate(
                {
                    "name": "Photo ID",
                    "asks_for": [["proof-of-income"]],
                    "cost": "A fee.",
                    "fee_waiver": "Ask to drop it.",
                    "without": "Bring a friend.",
                    "takes": "Two weeks",
                    "url": "https://example.org/id",
                    "services": ["helpline", "gone"],
                }
            ),
            "proof-of-income": Document.model_validate(
                {"name": "Proof of income", "any_of": ["Pay stubs", "A letter"], "how_to_get": "Ask your boss."}
            ),
        },
        urgent={},
        areas={},
        organizations={
            "office": Organization.model_validate(office),
            "stall": Organization.model_validate({"name": "The Stall", "sourced": ESSENTIAL["sourced"]}),
        },
        services=services,
        figures={},
        placed={},
        doorways={},
        translations={"es": {key: dict(fields) for key, fields in SPANISH.items()}},
    )


@pytest.fixture(scope="module")
def english() -> Language:
    return language("en")


def test_a_service_carries_what_a_plan_needs(english: Language) -> None:
    service = plan_data(made_up(), english)["services"]["groceries"]
    assert service["name"] == "Grocery Card (GC)"
    assert service["url"] == "services/groceries/"
    assert service["organization"] == "The Office"
    assert service["steps"] == [
        {"do": "Send the form", "tip": None, "takes": "30 minutes", "after_days": None, "errand": "send-form"},
        {
            "do": "Answer their call",
            "tip": "Answer unknown numbers",
            "takes": "10 to 30 minutes",
            "after_days": 10,
            "errand": None,
        },
    ]
    assert service["documents"] == [
        {"id": "photo-id", "note": None},
        {"id": "proof-of-income", "note": "The last 30 days"},
    ]


def test_numbers_are_links_with_their_extension(english: Language) -> None:
    services = plan_data(made_up(), english)["services"]
    assert [phone["href"] for phone in services["groceries"]["phones"]] == ["tel:+14125550125;ext=7"]
    assert [phone["href"] for phone in services["helpline"]["phones"]] == ["tel:211", "sms:898211"]
    assert services["helpline"]["phones"][1]["label"] == "Text the word HELP"
    assert services["heat"]["phones"][0]["label"] == "Energy desk"


def test_a_fax_is_no_number_to_call(english: Language) -> None:
    phones = plan_data(made_up(), english)["services"]["babies"]["phones"]
    assert [phone["number"] for phone in phones] == ["412-555-0126"]


def test_a_service_without_a_number_has_its_organizations(english: Language) -> None:
    phones = plan_data(made_up(), english)["services"]["rent"]["phones"]
    assert [phone["href"] for phone in phones] == ["tel:+14125550100"]


def test_each_link_comes_once(english: Language) -> None:
    links = plan_data(made_up(), english)["services"]["groceries"]["links"]
    assert [link["url"] for link in links] == ["https://example.org/apply/", "https://example.org/offices"]


def test_doors_are_the_services_that_a_rule_accepts() -> None:
    services = made_up().services
    assert doors(services["babies"], services) == ["groceries"]  # `not: receives` is no door
    assert doors(services["groceries"], services) == []  # unemployment is no service here
    assert doors(services["heat"], services) == []  # no rule


def test_whom_to_call_when_stuck_and_who_runs_the_site(english: Language) -> None:
    data = plan_data(made_up(), english)
    assert data["stuck"] == [{"name": "Helpline", "number": "211", "href": "tel:211", "url": "services/helpline/"}]
    assert data["site"] == {"name": "Small Site", "run_by": "The tests"}


def test_another_language_falls_back_and_says_so() -> None:
    services = plan_data(made_up(), language("es"))["services"]
    assert services["groceries"]["steps"][0]["do"] == "Envíe el formulario"
    assert services["groceries"]["steps"][1]["do"] == "Answer their call"
    assert [services[key]["language"] for key in ("groceries", "heat")] == ["es", "en"]


def test_a_document_says_how_it_is_had(english: Language) -> None:
    document = plan_data(made_up(), english)["documents"]["photo-id"]
    assert document["asks_for"] == [["proof-of-income"]] and document["services"] == ["helpline"]
    assert (document["cost"], document["without"], document["url"]) == (
        "A fee.",
        "Bring a friend.",
        "https://example.org/id",
    )


def test_only_who_gives_a_service_at_its_own_door_is_an_office(english: Language) -> None:
    services = plan_data(made_up(rent={"kind": "service"}), english)["services"]
    assert (services["rent"]["office"], services["heat"]["office"]) == ("office", None)


def test_dates_and_days_to_appeal(english: Language) -> None:
    days = {"decision_days": 30, "note": "Or 7.", "sourced": ESSENTIAL["sourced"]}
    records = made_up(groceries={"dates": days})
    last_days = [{"label": "Appeal", "days": 60, "mail_days": 5}, {"label": "Keep it", "days": 10, "keeps": True}]
    kind = {
        "name": "Groceries",
        "services": ["groceries", "heat"],
        "last_days": last_days,
        "reasons": ["Why?"],
        "helpers": ["helpline"],
        "letter": ["I appeal."],
        "sources": [ESSENTIAL["sourced"]],
    }
    records = dataclasses.replace(records, letters={"groceries": Letter.model_validate(kind)})
    services = plan_data(records, english)["services"]
    assert services["groceries"]["dates"] == {
        "interview_days": None,
        "decision_days": 30,
        "renewal_months": None,
        "note": "Or 7.",
    }
    assert services["heat"]["dates"] is None
    assert services["groceries"]["appeal_days"] == 65
    assert services["heat"]["appeal_days"] is None  # the letter is not about that service alone


def test_every_step_of_the_site_says_how_long_it_takes_and_what_comes_after() -> None:
    """In both languages that are whole; a follow-up call has a time of its own, where the record gives none."""
    records, problems = validate(load(ROOT / "resources")[0], TODAY, "shipped")
    assert records is not None, problems
    for code in ("en", "es"):
        services = plan_data(records, language(code))["services"]
        assert [(key, step["do"]) for key, one in services.items() for step in one["steps"] if not step["takes"]] == []
        assert [key for key, one in services.items() if not one["next"]] == []
    call = next(step for step in services["snap"]["steps"] if step["after_days"])
    assert call["takes"] == "de 10 a 30 minutos"
