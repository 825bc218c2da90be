"""Screening data in parts: a family gets all that is for its place, and every door of it, in both languages."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import find_corpus
import pytest
from playwright.sync_api import Page
from test_questionnaire_browser import modules

from generators.joints import json_of
from generators.languages import language
from generators.pages.screening import screening_files
from generators.pipeline import gather
from generators.rules import by_place, screening_data
from generators.rules.about_place import plain

STATES = ("KS", "MN", "OH")
COUNTIES = ("Allen", "Barton", "Finney", "Saint Louis", "St. Clair", "Doña Ana", "Wyandotte")
RUN = """async ([url, cases]) => {
  const { partsFor, putTogether } = await import(url);
  return cases.map(([parts, facts, isWide]) => {
    const names = partsFor(parts[""], facts, isWide);
    const data = putTogether(parts[""], names.map((name) => parts[name]));
    return [names, data.order, Object.keys(data.services).sort(), Object.keys(data.others).sort()];
  });
}"""


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the few services were many."""
    monkeypatch.setattr(by_place, "SPLIT_FROM", 5)
    monkeypatch.setattr(by_place, "IN_A_PART", 4)


def made_up(chance: random.Random) -> dict[str, Any]:
    """Services of the nation, of states and of counties, with doors among those before them."""
    data: dict[str, Any] = {"services": {}, "order": [], "others": {}, "figures": {}}
    for number in range(60):
        one: dict[str, Any] = {}
        if chance.random() < 0.8:
            one["state"] = chance.choice(STATES)
            if chance.random() < 0.7:
                one["counties"] = chance.sample(COUNTIES, chance.choice((1, 1, 1, 2, 5)))
        if chance.random() < 0.4:
            data["others"][f"other-{number}"] = one
        else:
            doors = chance.sample(data["order"], min(len(data["order"]), chance.choice((0, 0, 0, 1, 2))))
            data["services"][f"rule-{number}"] = {**one, "doors": doors}
            data["order"].append(f"rule-{number}")
    return data


def is_for(one: dict[str, Any], state: str, county: str | None) -> bool:
    own = "counties" not in one or county is None or plain(county) in map(plain, one["counties"])
    return "state" not in one or (one["state"] == state and own)


def names_for(nation: dict[str, Any], state: str, county: str | None) -> list[str]:
    firsts = nation["parts"].get(state)
    if firsts is None:
        return []
    own = range(1, len(firsts) + 1) if county is None else [by_place.part_of(plain(county), firsts)]
    return [f"{state.lower()}-{number}" for number in [0, *(number for number in own if number)]]


@pytest.mark.parametrize("seed", range(40))
def test_each_place_has_all_that_is_for_it(seed: int) -> None:
    data = made_up(random.Random(seed))
    parts = dict(by_place.parts_of(data))
    everything = {id_ for part in parts.values() for kind in ("services", "others") for id_ in part[kind]}
    assert everything == {*data["services"], *data["others"]}
    for state in (*STATES, "TX"):
        for county in (None, *COUNTIES, "St Louis County"):
            got = by_place.put_together(parts[""], (parts[name] for name in names_for(parts[""], state, county)))
            for kind in ("services", "others"):
                wanted = {id_ for id_, one in data[kind].items() if is_for(one, state, county)}
                assert wanted <= set(got[kind])
                assert all(got[kind][id_] == data[kind][id_] for id_ in got[kind])
            assert sorted(got["order"]) == sorted(got["services"])
            for at, id_ in enumerate(got["order"]):
                assert set(got["services"][id_]["doors"]) <= set(got["order"][:at])


def test_what_is_for_another_place_stays_away() -> None:
    """But for doors."""
    data = made_up(random.Random(1))
    parts = dict(by_place.parts_of(data))
    assert len(parts) > 6
    got = by_place.put_together(parts[""], (parts[name] for name in names_for(parts[""], "KS", "Allen")))
    assert {one.get("state", "KS") for one in got["others"].values()} == {"KS"}
    kansas = [id_ for id_, one in data["others"].items() if one.get("state", "KS") == "KS"]
    assert len(got["others"]) < len(kansas)
    assert len(got["services"]) < len(data["services"])


def test_few_services_stay_in_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_place, "SPLIT_FROM", 61)
    data = made_up(random.Random(2))
    assert list(by_place.parts_of(data)) == [("", data)]


def test_the_browser_puts_the_same_together(phone: Page, serve: Callable[[Path], str]) -> None:
    cases, wanted = [], []
    for seed in range(20):
        parts = dict(by_place.parts_of(made_up(random.Random(seed))))
        for state in (*STATES, "TX", "not-sure"):
            for county in ("rather-not", "St Louis County", *COUNTIES):
                for is_wide in (False, True):
                    known = None if county == "rather-not" or is_wide else county
                    states = sorted(parts[""]["parts"]) if state == "not-sure" else [state]
                    names = [
                        name
                        for one in states
                        for name in names_for(parts[""], one, None if state == "not-sure" else known)
                    ]
                    got = by_place.put_together(parts[""], (parts[name] for name in names))
                    cases.append([parts, {"place": {"state": state, "county": county}}, is_wide])
                    wanted.append([names, got["order"], sorted(got["services"]), sorted(got["others"])])
        cases.append([parts, {}, False])
        nation = parts[""]
        wanted.append([[], nation["order"], sorted(nation["services"]), sorted(nation["others"])])
    assert phone.evaluate(RUN, [modules(phone, serve) + "check/by-place.mjs", cases]) == wanted


def test_the_site_has_the_same_parts(tmp_path: Path, today: datetime.date) -> None:
    """It makes them file by file, and not from the data in one piece."""
    find_corpus.write(tmp_path / "resources")
    records, problems = gather(tmp_path / "resources", today)
    assert records is not None, problems
    for code in records.site.languages:
        told = language(code)
        files = {name: part.make() for name, part in screening_files(records, told, today)}
        whole = dict(by_place.parts_of(screening_data(records, told, today)))
        assert len(whole) > 2
        names = {key: f"screening/{code}/{key}.json" if key else f"screening.{code}.json" for key in whole}
        assert {key: json.loads(json_of(files[name])) for key, name in names.items()} == json.loads(json.dumps(whole))
        assert files.keys() == set(names.values())
