"""Links of random families and random damage: what goes in comes out, and nothing that comes out is nonsense."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lengths import so_many
from playwright.sync_api import Browser, Page
from whole_plan import whole_plan

from generators.model.rule import EXPENSE_KINDS, INCOME_KINDS, PERIODS, RELATIONS, SITUATIONS, STATUSES
from generators.rules import check_facts
from generators.rules.facts import STATES

Json = dict[str, Any]
SLOW = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=so_many(50, 300)
)
UNSAID = st.sampled_from(["not-sure", "rather-not"])
FLAGS = "pregnant breastfeeding disabled blind student veteran foster former_foster shares_food wants_help".split()
PROGRAMS = ["snap", "wic", "medicaid", "ssi", "housing-voucher", "veterans-pension", "pa-snap", "food-box-2"]
COUNTIES = ["Los Angeles", "Doña Ana", "St. Mary's", "Prince of Wales-Hyder Census Area", "Fond du Lac", "O’Brien"]


# What the questionnaire can write


def unsaid_or(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(value, value, value, UNSAID)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries({}, optional=fields)


def whole(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


DOLLARS = st.one_of(whole(5000), st.integers(0, 10_000_000).map(lambda cents: cents / 100), st.just(100_000_000))
YES_NO = unsaid_or(st.booleans())
PLACE = some(
    state=unsaid_or(st.sampled_from(sorted(STATES))),
    zip=unsaid_or(st.from_regex(r"[0-9]{5}", fullmatch=True)),
    county=unsaid_or(st.sampled_from(COUNTIES)),
)


@st.composite
def families(draw: st.DrawFn) -> Json:
    """Facts without a mistake."""
    size = draw(st.integers(0, 5))
    ids = [f"p{place}" for place in range(1, size + 1)]
    facts: Json = draw(some(place=unsaid_or(PLACE), savings=unsaid_or(DOLLARS)))
    if size:
        facts["people"] = [draw(people(place, ids)) for place in range(size)]
    row = rows(ids)
    for key, kinds in (("incomes", INCOME_KINDS), ("expenses", EXPENSE_KINDS)):
        if draw(st.booleans()):
            facts[key] = draw(unsaid_or(st.lists(row(kinds, key == "expenses"), max_size=4)))
    for key, names in (("receives", PROGRAMS), ("situations", list(SITUATIONS))):
        if draw(st.booleans()):
            facts[key] = draw(unsaid_or(some(**{name: YES_NO for name in names})))
    assert check_facts(facts) == []
    return facts


@st.composite
def people(draw: st.DrawFn, place: int, ids: list[str]) -> Json:
    others = st.sampled_from([None, *(id_ for id_ in ids if id_ != ids[place])])
    relations = ["self", "spouse", *(one for one in RELATIONS if one not in ("self", "spouse"))]
    one: Json = draw(
        some(
            relation=st.just(relations[place]) if place < 2 else st.sampled_from(relations[2:]),
            age=unsaid_or(whole(120)),
            babies_expected=unsaid_or(whole(9)),
            months_since_birth=unsaid_or(st.one_of(st.none(), whole(30))),
            hours_per_week=unsaid_or(st.sampled_from([0, 20, 37.5, 168])),
            status=unsaid_or(st.sampled_from(STATUSES)),
            status_years=unsaid_or(whole(40)),
            spouse=unsaid_or(others),
            tax_dependent_of=unsaid_or(others),
            **{flag: YES_NO for flag in FLAGS},
        )
    )
    return {"id": ids[place], **one}


def rows(ids: list[str]) -> Any:
    def row(kinds: tuple[str, ...], pays: bool) -> st.SearchStrategy[Json]:
        fixed = {"kind": st.sampled_from(kinds), "per": st.sampled_from(PERIODS)}
        whose = {"person": st.sampled_from(ids)} if ids else {}
        one = st.fixed_dictionaries(
            {**fixed, "amount": unsaid_or(DOLLARS)}, optional={**whose, "hours": unsaid_or(whole(168))}
        )
        two = st.fixed_dictionaries({**fixed, "amount_low": whole(100), "amount_high": st.integers(100, 9000)})
        paid = st.fixed_dictionaries({"kind": st.sampled_from(kinds), "pays": YES_NO})
        return st.one_of(one, two, paid) if pays else st.one_of(one, two)

    return row


DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2140, 1, 1)).map(str)
KINDS = "apply interview decision renewal letter appeal".split()
BARRIERS = "ride paper phone answer child-care language cost fear health time other".split()


@st.composite
def plans(draw: st.DrawFn, known: Json) -> Json:
    ids = draw(st.lists(st.sampled_from(sorted(known["services"])), unique=True, min_size=1, max_size=8))
    steps = [f"{id_}/{place}" for id_ in ids for place in range(len(known["services"][id_]["steps"]))]
    papers = ["paper/" + paper["id"] for id_ in ids for paper in known["services"][id_]["documents"]]
    letters = [f"{id_}/{kind}" for id_ in ids for kind in KINDS]

    def for_each(keys: list[str], values: st.SearchStrategy[Any]) -> Json:
        return draw(st.dictionaries(st.sampled_from(keys), values, max_size=6)) if keys else {}

    return {
        "services": ids,
        "done": for_each(steps + papers, st.just(True)),
        "owners": for_each(steps, st.sampled_from(["me", "helper", "agency"])),
        "due": {**for_each(steps, DAYS), **for_each(papers, DAYS), **for_each(letters, DAYS)},
        "status": for_each(ids, st.sampled_from(["asked", "waiting", "yes", "no", "stopped"])),
        "helped": for_each(ids, st.sampled_from(["met", "partly", "no"])),
        "barriers": for_each(ids, st.sampled_from(BARRIERS)),
        "since": draw(st.none() | DAYS),
        "review": draw(st.none() | DAYS),
        "moved": draw(st.booleans()),
    }


# The browser


@pytest.fixture(scope="module")
def known(site: Path) -> Json:
    found: Json = whole_plan(site)
    return found


@pytest.fixture(scope="module")
def link(browser: Browser, site_url: str, known: Json) -> Iterator[Page]:
    """A page with `encode`, `decode` and `seal(text)`, which puts the right mark on any text."""
    page = browser.new_page()
    page.goto(site_url + "about/")
    page.evaluate(
        """([root, known]) => Promise.all(["link", "text"].map((name) => import(root + name + ".mjs"))).then(
             ([link, text]) => Object.assign(window, {
               encode: (state, choices) => link.encode(state, Object.assign({ known, made: "2026-11" }, choices)),
               decode: (fragment) => link.decode(fragment, known),
               seal: (body) => "#" + body + "/" + text.markOf(body),
             }))""",
        [site_url + "assets/handrail/share/", known],
    )
    yield page
    page.close()


def round_trip(page: Page, state: Json, choices: Json) -> tuple[str, Json]:
    made = page.evaluate(
        "([state, choices]) => { const text = encode(state, choices); return [text, decode(text)]; }", [state, choices]
    )
    return made[0], made[1]


@SLOW
@given(data=st.data())
def test_what_goes_in_comes_out(link: Page, known: Json, data: st.DataObject) -> None:
    plan, facts = data.draw(plans(known)), data.draw(families())
    needs = data.draw(st.lists(st.sampled_from([*known["needs"], *known["sensitive_needs"]]), unique=True, max_size=4))
    state = {"plan": {**plan, "goal": "secret", "team": [], "log": []}, "facts": facts, "needs": needs}
    choices = {"answers": True, "private": True, "days": True, "note": "Call me", "oldAfter": "2027-01-31"}
    text, found = round_trip(link, state, choices)
    if len(text) > 2048:
        assert found["problems"] == ["long"]
        return
    assert (found["problems"], found["missing"]) == ([], [])
    assert found["plan"] == {**plan, "note": "Call me"}
    assert found["facts"] == facts
    assert (found["needs"], found["made"], found["oldAfter"]) == (needs, "2026-11", "2027-01-31")


@SLOW
@given(data=st.data())
def test_nothing_private_goes_in_unless_chosen(link: Page, known: Json, data: st.DataObject) -> None:
    state = {
        "plan": data.draw(plans(known)),
        "facts": data.draw(families()),
        "needs": data.draw(st.lists(st.sampled_from([*known["needs"], *known["sensitive_needs"]]), unique=True)),
    }
    answers = data.draw(st.booleans())
    _, found = round_trip(link, state, {"answers": answers})
    if found["problems"] == ["long"]:
        return
    assert not found["isPrivate"]
    assert [id_ for id_ in found["plan"]["services"] if known["services"][id_]["sensitive"]] == []
    assert "status" not in str(found["facts"]) and "fleeing-abuse" not in str(found["facts"])
    assert not {"fear", "health"} & set(found["plan"]["barriers"].values())
    if not answers:
        assert (found["facts"], found["needs"], found["plan"]["barriers"]) == ({}, [], {})


PIECES = "/ , . : - _ % %41 %E0%A4%A 0 1 9 00 x a N R Z p1 __proto__ constructor v00 1p5 99999 é \u202e \n".split(" ")


@SLOW
@given(data=st.data())
def test_damage_gives_nothing_or_sense(link: Page, known: Json, data: st.DataObject) -> None:
    """A text that was changed anywhere, but carries the right mark all the same."""
    state = {"plan": data.draw(plans(known)), "facts": data.draw(families()), "needs": []}
    text, _ = round_trip(link, state, {"answers": True, "private": True, "days": True, "note": "Call me"})
    body = text[1:].rpartition("/")[0]
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(body)))
        gone = data.draw(st.integers(0, 3))
        body = body[:place] + data.draw(st.sampled_from(PIECES)) + body[place + gone :]
    found = link.evaluate("body => decode(seal(body))", body)
    if found["problems"]:
        assert (found["plan"], found["facts"], found["needs"]) == (None, {}, [])
        return
    assert check_facts(found["facts"]) == []
    plan, services = found["plan"], known["services"]
    assert set(plan["services"]) <= set(services) and len(set(plan["services"])) == len(plan["services"])
    for table in ("owners", "due", "done"):
        for key in plan[table]:
            id_, _, place = key.partition("/")
            is_own_day = table == "due" and place in KINDS
            assert id_ == "paper" or id_ in plan["services"]
            assert id_ == "paper" or is_own_day or int(place) < len(services[id_]["steps"])


@SLOW
@given(st.text(max_size=60), st.sampled_from(["#", "#p1", "#p1/", "#p1/2611/", "#p2/", "#p"]))
def test_no_text_is_taken_for_a_link(link: Page, text: str, start: str) -> None:
    assert len(link.evaluate("text => decode(text).problems", start + text)) == 1


def test_every_cut_is_noticed(link: Page) -> None:
    state = {"plan": {"services": ["snap", "wic"], "done": {"snap/0": True}, "owners": {}, "due": {}}, "facts": {}}
    state["plan"].update(status={}, helped={}, barriers={})
    state["needs"] = []
    text, found = round_trip(link, state, {})
    assert found["plan"]["services"] == ["snap", "wic"]
    for end in range(len(text)):
        assert link.evaluate("text => decode(text).problems", text[:end]) == ["damaged"]


def test_people_are_counted_anew_and_rows_of_the_gone_are_left_out(link: Page) -> None:
    plan: Json = {"services": ["snap"], "done": {}, "owners": {}, "due": {}, "status": {}, "helped": {}, "barriers": {}}
    facts = {
        "people": [{"id": "p2", "relation": "self"}, {"id": "p7", "relation": "child", "tax_dependent_of": "p2"}],
        "incomes": [{"person": "p7", "kind": "ssi", "amount": 5, "per": "month"}, {"person": "p3", "kind": "ssi"}],
    }
    _, found = round_trip(link, {"plan": plan, "facts": facts, "needs": []}, {"answers": True})
    assert found["facts"] == {
        "people": [{"id": "p1", "relation": "self"}, {"id": "p2", "relation": "child", "tax_dependent_of": "p1"}],
        "incomes": [{"person": "p2", "kind": "ssi", "amount": 5, "per": "month"}],
    }


def test_a_usual_plan_is_under_300_letters(link: Page, known: Json) -> None:
    """Any five services that stand beside each other by name, each with a tick, an owner and a day; a host of 45."""
    host = len("https://handrail.a-county-nonprofit.example/x") + len("es/plan/")
    ids = sorted(id_ for id_, service in known["services"].items() if not service["sensitive"])
    lengths = []
    for start in range(len(ids) - 4):
        five = ids[start : start + 5]
        plan = {
            "services": five,
            "done": {f"{id_}/0": True for id_ in five},
            "owners": {f"{id_}/1": "helper" for id_ in five},
            "due": {f"{id_}/1": "2026-12-01" for id_ in five},
            **{"status": {}, "helped": {}, "barriers": {}, "since": "2026-11-21", "review": "2026-12-20"},
        }
        text, _ = round_trip(link, {"plan": plan, "facts": {}, "needs": []}, {})
        lengths.append(host + len(text))
    assert host == 53 and max(lengths) < 300
