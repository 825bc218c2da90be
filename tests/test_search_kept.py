"""The search after edits of words: to the letter what one from nothing is, though only what an edit reaches is made."""

from __future__ import annotations

import marshal
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generators.model import Lasting
from generators.search.index import Found, Index, from_parts
from generators.search.kept import keep_index, last_index
from generators.search.numbers import FEW, numbered
from generators.search.parts import parts
from generators.search.texts import FIELDS

SERVICES = 200
EDITS = 2000 if os.environ.get("HANDRAIL_LONG") else 100
WORDS = [f"{first}{second}" for first in "abcdefghij" for second in ("food", "rent", "住", "ayuda", "-1")]
OFTEN = [1 / (place + 1) for place in range(len(WORDS))]  # some words are said much more than others

Services = dict[str, Found]


def made_up(chance: random.Random) -> Found:
    """What a service is found by."""
    most = {"name": 5, "synonyms": 4, "needs": 2, "summary": 12, "body": 60}
    terms = {field: chance.choices(WORDS, OFTEN, k=chance.randrange(most.get(field, 3) + 1)) for field in FIELDS}
    called = [" ".join(terms["name"]), *terms["synonyms"]]
    return terms, [phrase for phrase in dict.fromkeys(called) if phrase]


def edits(services: Services, chance: random.Random) -> Iterator[str]:
    """Edits one service after the other, and says how."""

    def edited(change: Callable[[list[str]], object], field: str = "body") -> None:
        key = chance.choice(sorted(services))
        terms, called = services[key]
        terms = {**terms, field: list(terms[field])}
        change(terms[field])
        services[key] = terms, called

    def renamed() -> None:
        key = chance.choice(sorted(services))
        terms, called = services[key]
        name = chance.choices(WORDS, k=chance.randrange(1, 5))
        services[key] = {**terms, "name": name}, [" ".join(name), *called[1:]]

    def replace(words: list[str]) -> None:
        if words:
            words[chance.randrange(len(words))] = chance.choice(WORDS)

    ways: dict[str, Callable[[], object]] = {
        "other words": lambda: edited(replace),
        "longer": lambda: edited(lambda words: words.extend(chance.choices(WORDS, OFTEN, k=chance.randrange(1, 9)))),
        "shorter": lambda: edited(lambda words: words[5:].clear() or words.__delitem__(slice(chance.randrange(9)))),
        "a new word": lambda: edited(lambda words: words.append(f"new{chance.randrange(10**6)}")),
        "a word gone": lambda: edited(lambda words: [words.remove(word) for word in words if word.startswith("new")]),
        "a summary": lambda: edited(replace, "summary"),
        "a longer summary": lambda: edited(lambda words: words.append(chance.choice(WORDS)), "summary"),
        "the same word again": lambda: edited(lambda words: words.extend(words[:1])),
        "another name": renamed,
        "a new service": lambda: services.update({f"new-{chance.randrange(10**6)}": made_up(chance)}),
        "a service gone": lambda: services.pop(chance.choice(sorted(services))),
        "many": lambda: [services.update({key: made_up(chance)}) for key in chance.sample(sorted(services), 20)],
    }
    while True:
        way = chance.choice(list(ways))
        ways[way]()
        yield way


def marks(services: Services) -> dict[str, bytes]:
    return {key: repr(found).encode() for key, found in services.items()}


def files(index: Index) -> dict[str, Any]:
    return dict(parts(index, {}))


def from_nothing(services: Services) -> Index:
    return Index().changed(marks(services), services.__getitem__)


def some_services(chance: random.Random, count: int = SERVICES) -> Services:
    return {f"service-{number}": made_up(chance) for number in range(count)}


@pytest.mark.parametrize("few", [0, FEW])
@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edit_all_is_as_if_made_from_nothing(seed: int, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generators.search.numbers.FEW", few)
    chance = random.Random(seed)
    services = some_services(chance)
    index, done = from_nothing(services), Counter[str]()
    for way in edits(services, chance):
        asked: list[str] = []

        def find(key: str, asked: list[str] = asked) -> Found:
            asked.append(key)
            return services[key]

        index = index.changed(marks(services), find)
        assert len(asked) < SERVICES / 3, way  # of those that were not edited nobody asks again
        assert files(index) == files(from_nothing(services)), way
        index = from_parts(iter([marshal.loads(marshal.dumps(part)) for part in index.parts()]))
        done[way] += 1
        if done.total() == EDITS:
            break
    assert len(done) == 12


def test_nothing_left_and_then_something() -> None:
    services = some_services(random.Random(3), 5)
    index = from_nothing(services).changed({}, services.__getitem__)
    assert files(index) == files(Index())
    assert files(index.changed(marks(services), services.__getitem__)) == files(from_nothing(services))


def test_the_same_services_make_the_same_index() -> None:
    services = some_services(random.Random(4))
    index = from_nothing(services)
    assert index.changed(marks(services), services.__getitem__) is index
    turned = dict(reversed(services.items()))
    assert files(from_nothing(turned)) == files(index)


def test_a_directory_that_outgrows_two_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(9)
    services = some_services(chance, 60)
    index = from_nothing(services)
    expected = files(from_nothing({**services, "one-more": services["service-1"]}))
    monkeypatch.setattr("generators.search.index.MOST_IN_TWO", len(index.keys))
    more = {**services, **{f"more-{number}": made_up(chance) for number in range(60)}}
    larger = index.changed(marks(more), more.__getitem__)
    assert (index.kind, larger.kind) == ("H", "I")
    assert files(larger) == files(from_nothing(more))
    services["one-more"] = services["service-1"]
    assert files(larger.changed(marks(services), services.__getitem__)) == expected


@pytest.mark.parametrize("count", [0, 1, 2, 1000, FEW, FEW + 1])
def test_a_number_is_that_of_one_service_with_its_length(count: int) -> None:
    lengths = {f"service-{number}": number % 37 for number in range(count)}
    keys, rows = numbered(lengths)
    assert sorted(filter(None, keys)) == sorted(lengths)
    told = [length for length, places in zip(rows[::2], rows[1::2], strict=True) for _ in range(places)]
    assert all(lengths[key] == told[number] for number, key in enumerate(keys) if key)
    assert count <= len(keys) <= 1.5 * count


def test_among_few_services_a_longer_text_moves_none() -> None:
    lengths = {f"service-{number}": number % 37 for number in range(FEW)}
    assert numbered({**lengths, "service-9": 40})[0] == numbered(lengths)[0]


def test_a_longer_text_moves_few() -> None:
    chance = random.Random(5)
    lengths = {f"service-{number}": int(chance.gauss(80, 4)) for number in range(5000)}
    keys = numbered(lengths)[0]
    moved = []
    for key in chance.sample(sorted(lengths), 60):
        now = numbered({**lengths, key: lengths[key] + 1})[0]
        place = {each: number for number, each in enumerate(now)}
        moved.append(sum(place[each] != number for number, each in enumerate(keys) if each))
    assert sorted(moved)[30] < 20


def lasting(path: Path, settings: bytes = b"these") -> Lasting:
    return Lasting(path / "made.bin", settings)


def test_it_is_kept_for_the_next_build(tmp_path: Path) -> None:
    index = from_nothing(some_services(random.Random(6), 40))
    keep_index(lasting(tmp_path), "en", index)
    assert files(last_index(lasting(tmp_path), "en")) == files(index)
    assert last_index(lasting(tmp_path), "es") == Index()
    assert last_index(lasting(tmp_path, b"others"), "en") == Index()
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for damaged in (whole[:-9], whole[:9], b"", whole[:200] + b"?" + whole[201:]):
        path.write_bytes(damaged)
        assert last_index(lasting(tmp_path), "en") == Index()


def test_a_process_that_builds_again_without_a_cache_has_it_in_memory() -> None:
    index = from_nothing(some_services(random.Random(7), 40))
    own = Lasting(keeps_all=True)
    keep_index(own, "en", index)
    assert last_index(own, "en") is index


def test_without_a_cache_nothing_is_kept() -> None:
    own = Lasting()
    keep_index(own, "en", from_nothing(some_services(random.Random(8), 4)))
    assert last_index(own, "en") == Index()
