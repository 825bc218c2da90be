"""A made-up directory, and one edit of it after another: of every kind of record, and of files themselves."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

AREAS = {"pa": ("state", "Pennsylvania"), "pa/allegheny": ("county", "Allegheny County"), "oh": ("state", "Ohio")}
SERVICE = """name: Made-up help {number}
organization: org-{owner}
needs: [{needs}]
summary: Some help, number {number}.
who_for: People nearby.
you_get: Help.
cost: Free.
apply: {{in_person: {{text: Come in., address: "{number} Main Street"}}}}
takes: One visit.
next: They call you.
phones: [{{number: 412-555-{number:04}}}]
steps: [{{do: Call and ask}}]
alternatives: [{other}]
sourced: {{from: "https://example.org/{number}", as_of: "2026-01"}}
"""
RULE = """rule_for: person
rule: {{any: [{{age: {{from: {age}}}}}, {{receives: {{any_of: [food-stamps]}}}}]}}
"""
OFFICE = """name: Made-up Office {owner}
phones: [{{number: 412-556-000{owner}}}]
sourced: {{from: "https://example.org/", as_of: "2026-01"}}
"""
SPANISH = "name: Ayuda inventada {number}\nsummary: Ayuda {number}.\n"


def directory(small: Path, folder: Path) -> Path:
    """The small site with areas, organizations and a dozen services more, one of the areas with a list."""
    shutil.copytree(small, folder)
    for path, (level, name) in AREAS.items():
        where = folder / "us" / path
        (where / "services").mkdir(parents=True)
        (where / "area.yaml").write_text(f"name: {name}\nlevel: {level}\n", "utf-8")
    for owner in range(3):
        (folder / f"us/organizations/org-{owner}.yaml").write_text(OFFICE.format(owner=owner), "utf-8")
    for number in range(12):
        write_service(folder, number)
    listed = "\n".join(
        f"- id: listed-{number}\n" + "".join(f"  {line}\n" for line in _service(number).splitlines())
        for number in (20, 21)
    )
    (folder / "us/oh/services.yaml").write_text(listed, "utf-8")
    shutil.rmtree(folder / "us/oh/services")
    return folder


def _service(number: int, owner: int | None = None) -> str:
    needs = ("food", "money", "food, money")[number % 3]
    text = SERVICE.format(number=number, owner=number % 3 if owner is None else owner, needs=needs, other="pantry")
    return text + (RULE.format(age=number % 100 + 20) if number % 4 == 0 else "")


def write_services(resources: Path, numbers: Iterable[int]) -> None:
    """Services with these numbers; every fourth would have a rule about age, and is left out."""
    for number in numbers:
        if number % 4:
            write_service(resources, number)


def write_service(folder: Path, number: int, owner: int | None = None) -> None:
    """One service in one of the areas, some with a translation."""
    where = folder / "us" / ("", "pa", "pa/allegheny")[number % 3] / "services"
    (where / f"help-{number}.yaml").write_text(_service(number, owner), "utf-8")
    if number % 2:
        (where / f"help-{number}.es.yaml").write_text(SPANISH.format(number=number), "utf-8")


def edits(folder: Path, seed: int) -> Iterator[tuple[str, Callable[[], None]]]:
    """What is edited, and the edit. Each must be made before the next is asked for."""
    dice = random.Random(seed)
    kinds = list(_kinds(folder, dice))
    while True:
        dice.shuffle(kinds)
        yield from kinds


def _kinds(folder: Path, dice: random.Random) -> Iterator[tuple[str, Callable[[], None]]]:
    count = iter(range(100, 10_000))

    def services() -> list[Path]:
        return sorted(path for path in folder.rglob("services/help-*.yaml") if ".es." not in path.name)

    def change(pattern: str, new: str, paths: Callable[[], list[Path]] = services) -> Callable[[], None]:
        """A field of a record, or one more where it has none."""

        def edit() -> None:
            path = dice.choice(paths())
            text, line = path.read_text("utf-8"), new.replace("@", str(next(count)))
            found = re.subn(pattern, line, text, count=1, flags=re.MULTILINE)
            path.write_text(found[0] if found[1] else f"{text}{line}\n", "utf-8")

        return edit

    def one(name: str) -> Callable[[], list[Path]]:
        return lambda: [folder / name]

    def spanish() -> list[Path]:
        return sorted(folder.rglob("help-*.es.yaml"))

    def beside_public() -> list[Path]:
        """Services of the two organizations that run one of the list too: these keep a public one."""
        return [path for path in services() if "\norganization: org-1\n" not in path.read_text("utf-8")]

    for name in ("name", "summary", "who_for", "cost", "takes", "you_get"):
        yield f"{name} of a service", change(rf"^{name}: .*", f"{name}: Changed words @")
    yield "phone of a service", change(r"412-555-\d+", "412-555-0@")
    yield "synonyms of a service", change(r"^synonyms: .*", "synonyms: [thing @]")
    yield "steps of a service", change(r"^steps: .*", "steps: [{do: Ask for number @}, {do: Go there}]")
    yield "papers of a service", change(r"^bring: .*", "bring: [{document: photo-id, note: 'Number @'}]")
    yield "needs of a service", change(r"^needs: .*", "needs: [money, food]")
    yield "owner of a service", change(r"^organization: .*", "organization: org-2")
    yield "others to try", change(r"^alternatives: .*", "alternatives: [helpline, pantry]")
    private = r"^sensitive: .*(?:\ndiscreet: .*)?", "sensitive: true\ndiscreet: Support line"
    yield "a private service", change(*private, beside_public)
    yield "a waiting list", change(r"^status: .*", "status: waitlist")
    yield "a service that is closed for good", change(r"^status: .*", "status: closed")
    yield "a service that is open again", change(r"^status: .*", "status: open")
    yield "an older name", change(r"^was_called: .*", "was_called: [older-@]")
    yield (
        "a rule",
        change(
            r"^rule_for: .*\nrule: .*",
            "rule_for: person\nrule: {any: [{age: {from: 61}}, {income: {at_most: {amount: @}}}]}",
        ),
    )
    yield "a remark", change(r"\A(?:# .*\n)*name:", "# remark @\nname:")
    yield "a record in a list", change(r"summary: .*", "summary: Changed in the list @.", one("us/oh/services.yaml"))
    yield "a remark in a list", change(r"\A", "# remark @\n", one("us/oh/services.yaml"))
    yield (
        "name of an organization",
        change(r"^name: .*", "name: Office @", one("us/organizations/org-1.yaml")),
    )
    yield "a private organization", change(*private, one("us/organizations/org-0.yaml"))
    yield "number in an emergency", change(r"412-555-\d+", "412-555-0@", one("us/services/helpline.yaml"))
    yield "door to another service", change(r"^name: .*", "name: Food Stamps @", one("us/services/food-stamps.yaml"))
    yield "translation", change(r"^name: .*", "name: Nombre @", spanish)
    yield "name of an area", change(r"^name: .*", "name: Allegheny @ County", one("us/pa/allegheny/area.yaml"))
    yield "name of a need", change(r"name: .*", "name: Need number @", one("needs.yaml"))
    yield "a figure", change(r"\b16\d{3}\b", "16@", one("us/figures/poverty-guideline.yaml"))
    yield "the site", change(r"^tagline: .*", "tagline: Tagline @", one("site.yaml"))

    def rename() -> None:
        path = dice.choice(services())
        path.rename(path.with_name(f"help-{next(count)}.yaml"))
        twin = path.with_name(f"{path.stem}.es.yaml")
        twin.unlink(missing_ok=True)

    def remove() -> None:
        path = dice.choice(services())
        path.unlink()
        path.with_name(f"{path.stem}.es.yaml").unlink(missing_ok=True)

    def translate() -> None:
        for path in dice.sample(services(), 3):
            number = path.stem.removeprefix("help-")
            path.with_name(f"{path.stem}.es.yaml").write_text(SPANISH.format(number=number), "utf-8")

    yield "a service with another name", rename
    yield "a service less", remove
    yield "a service more", lambda: write_service(folder, next(count))
    yield "some translations more", translate
    yield "a translation less", lambda: dice.choice(spanish()).unlink()
