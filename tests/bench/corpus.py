"""A made-up directory of any size for tests and benchmarks: seeded, so that every run makes the same services.

`python tests/bench/corpus.py OUT COUNT [--list]` writes a resources folder: the shared files of `resources/`, and
COUNT services in the counties of some states, each with 90 words of description, hours, papers and, one in four, a
rule. `--list` writes one file a county with a list of services in place of one file a service. Words are those of the
shipped records and a long tail of made-up ones (a family name, a street, a neighborhood), drawn as they are in
English: the common ones often, most hardly ever.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ("needs", "questions", "documents", "urgent", "barriers", "presets", "errands")
STATES = ("pa", "oh", "tx", "ca", "ks", "fl", "ny", "wa", "mn", "ga")
COUNTIES = 8  # in a state
PRIVATE = "support"  # the need whose services must not tell
TAIL = 14_000  # words that are made up
DESCRIPTION = 90  # words
ONSETS = "b bl br c ch cl cr d dr f fl fr g gl gr h j k kl l m n p pl pr qu r s sh sk sl sm sn sp st str".split()
ONSETS += "t th tr v w wh y z".split()
VOWELS = "a e i o u ai ea ee ie oa oo ou".split()
CODAS = [
    "",
    "",
    "b",
    "ck",
    "d",
    "ff",
    "g",
    "ll",
    "m",
    "n",
    "nd",
    "ng",
    "nt",
    "p",
    "r",
    "rk",
    "rt",
    "ss",
    "st",
    "t",
    "x",
]
KINDS = ("Center", "Pantry", "Clinic", "House", "Program", "Network", "Shelter", "Services", "Project", "Mission")
RULES: tuple[dict[str, Any], ...] = (
    {"income": {"at_most": {"share": 1.85, "of": "poverty-guideline"}}},
    {"anyone": {"age": {"from": 60}}},
    {
        "any": [
            {"receives": {"any_of": ["snap", "medicaid"]}},
            {"income": {"at_most": {"share": 2.0, "of": "poverty-guideline"}}},
        ]
    },
    {"anyone": {"age": {"under": 19}}},
)


def tail(chance: random.Random) -> list[str]:
    """Made-up words, each once."""
    found: dict[str, None] = {}
    while len(found) < TAIL:
        parts = chance.choice((1, 2, 2, 2, 3))
        word = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(parts))
        if len(word) > 3:
            found[word] = None
    return list(found)


def common() -> list[str]:
    """The words of the shipped records, the most used first."""
    counts: dict[str, int] = {}
    for path in sorted((ROOT / "resources" / "us" / "services").glob("*.yaml")):
        if path.name.endswith(".es.yaml"):
            continue
        for word in re.findall(r"[a-z]{2,}", path.read_text("utf-8").lower()):
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: (-counts[word], word))


def services(count: int, seed: int = 7) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Area ("pa/county-3"), id and record of each service."""
    chance = random.Random(seed)
    words = common() + tail(chance)
    weights = [1 / (rank + 3) ** 1.05 for rank in range(len(words))]
    total = 0.0
    sums = [total := total + weight for weight in weights]
    needs = [
        line[:-1]
        for line in (ROOT / "resources/needs.yaml").read_text("utf-8").splitlines()
        if re.match(r"\w[\w-]*:$", line) and line[:-1] != PRIVATE
    ]
    papers = [
        line[:-1]
        for line in (ROOT / "resources/documents.yaml").read_text("utf-8").splitlines()
        if re.match(r"\w[\w-]*:$", line)
    ]
    for number in range(count):

        def say(how_many: int) -> str:
            return " ".join(chance.choices(words, cum_weights=sums, k=how_many))

        area = f"{STATES[number % len(STATES)]}/county-{number // len(STATES) % COUNTIES + 1}"
        place = chance.choice(words[-TAIL:]).title()
        name = f"{place} {say(1).title()} {chance.choice(KINDS)}"
        record: dict[str, Any] = {
            "name": name,
            "organization": f"organization-{number % max(1, count // 8)}",
            "needs": chance.sample(needs, chance.choice((1, 1, 2, 3))),
            "summary": f"{say(11).capitalize()}.",
            "description": f"{say(DESCRIPTION).capitalize()}.",
            "who_for": f"{say(14).capitalize()}.",
            "you_get": f"{say(16).capitalize()}.",
            "cost": chance.choice(("Free.", "Free.", "A small fee.", "It depends on your income.")),
            "apply": {"phone": {"text": "Call and ask.", "number": f"1-800-555-{number % 10000:04}"}},
            "bring": [{"document": paper} for paper in chance.sample(papers, chance.choice((0, 1, 2, 3)))],
            "bring_note": "Bring what you have.",
            "takes": "One visit.",
            "next": "They call you back.",
            "hours": chance.choice(("Monday to Friday, 9 to 5", "Tuesday 1 to 4", "Every day, all day")),
            "address": f"{number % 900 + 1} {place} Street",
            "steps": [{"do": f"{say(6).capitalize()}", "takes": "10 minutes"}, {"do": "Ask what comes next"}],
            "synonyms": [say(1), say(2)],
            "sourced": {"from": "https://www.usa.gov/benefits", "as_of": "2026-01"},
        }
        if number % 4 == 0:
            record["rule"] = RULES[number // 4 % len(RULES)]
        yield area, f"service-{number:05}", record


def yaml_lines(record: dict[str, Any], indent: str = "") -> str:
    """The record as YAML, a line a field: what stands after the colon is JSON, which YAML reads too."""
    return "".join(f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in record.items())


def write(out: Path, count: int, in_lists: bool = False) -> None:
    """A whole resources folder."""
    out.mkdir(parents=True, exist_ok=True)
    source = ROOT / "resources"
    for name in SHARED:
        if (source / f"{name}.yaml").exists():
            shutil.copy(source / f"{name}.yaml", out)
    site = (source / "site.yaml").read_text("utf-8")
    (out / "site.yaml").write_text(re.sub(r"languages: .*", "languages: [en]", site), "utf-8")
    for folder in ("services", "figures", "organizations"):
        shutil.copytree(
            source / "us" / folder, out / "us" / folder, ignore=shutil.ignore_patterns("*.es.yaml"), dirs_exist_ok=True
        )
    shutil.copy(source / "us" / "area.yaml", out / "us")
    for state in STATES:
        (out / "us" / state).mkdir(parents=True, exist_ok=True)
        shutil.copy(source / "us" / state / "area.yaml", out / "us" / state)
        for county in range(1, COUNTIES + 1):
            folder = out / "us" / state / f"county-{county}"
            (folder / "services").mkdir(parents=True, exist_ok=True)
            (folder / "area.yaml").write_text(f"name: Made-up county {county}\nlevel: county\n", "utf-8")
    organizations = {"name": "", "sourced": {"from": "https://www.usa.gov/benefits", "as_of": "2026-01"}}
    for number in range(max(1, count // 8)):
        record = {**organizations, "name": f"Made-up organization {number}"}
        (out / "us" / "organizations" / f"organization-{number}.yaml").write_text(yaml_lines(record), "utf-8")
    lists: dict[str, list[str]] = {}
    for area, id_, record in services(count):
        if in_lists:
            lists.setdefault(area, []).append(f"{id_}:\n{yaml_lines(record, '  ')}")
        else:
            (out / "us" / area / "services" / f"{id_}.yaml").write_text(yaml_lines(record), "utf-8")
    for area, parts in lists.items():
        (out / "us" / area / "services.yaml").write_text("\n".join(parts), "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    write(given.out, given.count, given.list)
