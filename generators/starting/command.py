"""The questions of `new area`, `new service` and `new organization`; every answer can be an option instead."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel, ValidationError

from ..importing.here import records_here
from ..importing.ids import slug
from ..load import load, load_text
from ..model import Area, Organization, Service
from ..options import resources_option
from ..phones import phone_problem
from ..problems import did_you_mean
from ..validate.discreet import telling_word
from .texts import area_text, organization_text, service_text

LEVELS = {2: "state", 3: "county"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def new() -> None:
    """Start a new area, service or organization: a few questions, then a file to go on with.

    Every question has an option of its own; what is given is not asked.
    """


@new.command()
@click.argument("area")
@click.option("--name", help="What people who live there call it.")
@resources_option
def area(area: str, name: str | None, resources: Path) -> None:
    """Start an area, by its folder: us/pa or us/pa/allegheny."""
    folder = area.strip("/")
    if not re.fullmatch(r"us(/[a-z]{2}(/[a-z0-9]+(-[a-z0-9]+)*)?)?", folder):
        raise click.UsageError("An area is a folder such as us/pa or us/pa/allegheny: small letters, digits, dashes.")
    parent = folder.rsplit("/", 1)[0]
    if parent != folder and not (resources / parent / "area.yaml").exists():
        raise click.UsageError(f"There is no area {parent} yet. Start it first: python -m generators new area {parent}")
    path = _free(resources / folder / "area.yaml")
    suggested = folder.rsplit("/", 1)[-1].replace("-", " ").title() + (" County" if folder.count("/") == 2 else "")
    given = name or click.prompt("What do people call it?", default=suggested)
    _write(path, area_text(given, LEVELS.get(folder.count("/") + 1, "nation")), Area, resources)
    click.echo(f"Next: python -m generators new organization {folder}")


@new.command()
@click.argument("area")
@click.option("--name", help="What people call it.")
@click.option("--id", "id_", help="Its id, the name of the file (default: made from the name).")
@click.option("--summary", help="What it does, in one sentence.")
@click.option("--page", help="Its web page, which you read.")
@click.option("--phone", help="Its number; empty if it has none.")
@click.option("--as-of", help="The month or day on which you read it: 2026-11.")
@resources_option
def organization(area: str, resources: Path, id_: str | None, **given: str | None) -> None:
    """Start an organization in an area."""
    folder = _area(resources, area)
    asked = _Asked(given)
    name = asked("name", "What is it called?")
    path = _free(resources / folder / "organizations" / f"{_id(resources, 'organization', id_ or slug(name))}.yaml")
    asked("summary", "What does it do, in one sentence?")
    asked("page", "Its web page (https://...)", _page)
    asked("phone", "Its phone number (empty if none)", _phone, default="")
    asked("as_of", "The month in which you read this, such as 2026-11", _month)
    _write(path, organization_text(asked.given), Organization, resources)
    click.echo(f"Next: python -m generators new service {folder} --organization {path.stem}")


@new.command()
@click.argument("area")
@click.option("--name", help="What people call it.")
@click.option("--id", "id_", help="Its id, the address of its page (default: made from the name).")
@click.option("--organization", help="Who runs it, by id.")
@click.option("--needs", help="Needs by id, the main one first: food,money")
@click.option("--summary", help="What it is, in one short sentence.")
@click.option("--who-for", help="Who it is for.")
@click.option("--you-get", help="What a person gets.")
@click.option("--cost", help="What it costs.")
@click.option("--phone", help="The number to call; empty if there is none.")
@click.option("--page", help="Its web page, which you read.")
@click.option("--how", help="How to start, in one sentence.")
@click.option("--bring", help="What to bring.")
@click.option("--takes", help="How long it takes.")
@click.option("--next", help="What happens then.")
@click.option("--steps", help="What a person does, in order, with a semicolon between.")
@click.option("--discreet", help="For a private need: a neutral title of the page.")
@click.option("--as-of", help="The month or day on which you read it: 2026-11.")
@resources_option
def service(area: str, resources: Path, id_: str | None, **given: str | None) -> None:
    """Start a service in an area."""
    folder = _area(resources, area)
    sources, _ = load(resources)
    needs: dict[str, Any] = next((source.data for source in sources if source.name == "needs.yaml"), {})
    runs = sorted({one.id for one in records_here(sources) if one.kind == "organization"})
    asked = _Asked(given)
    name = asked("name", "What is it called?")
    asked("organization", "Who runs it (id)?", _known(runs, "organization", f"new organization {folder}"))
    chosen = asked("needs", f"Which needs ({', '.join(needs)})?", _needs(list(needs)))
    if any(needs[need].get("sensitive") for need in chosen[:1]):
        asked("discreet", "This need is private. A neutral title for the page, such as Support line", _neutral)
        asked.given["sensitive"] = True
        id_ = id_ or click.prompt("A neutral id for its address", default=slug(str(asked.given["discreet"])))
        _neutral(str(id_))
    path = _free(resources / folder / "services" / f"{_id(resources, 'service', id_ or slug(name))}.yaml")
    asked("summary", "What is it, in one short sentence?")
    asked("who_for", "Who is it for?")
    asked("you_get", "What does a person get?")
    asked("cost", "What does it cost?")
    asked("phone", "The number to call (empty if none)", _phone, default="")
    asked("page", "Its web page (https://...)", _page)
    asked("how", "How does one start? One sentence")
    asked("bring", "What should people bring?", default="Nothing. Just call.")
    asked("takes", "How long does it take?")
    asked("next", "What happens then?")
    asked("steps", "What does a person do, in order? A semicolon between the steps", _steps)
    asked("as_of", "The month in which you read this, such as 2026-11", _month)
    _write(path, service_text(asked.given), Service, resources)
    click.echo("Next: open the file and add hours, papers and languages. All fields: docs/maintain/add-a-service.md")


class _Asked:
    """Answers from options, else from the person; a wrong one is asked again, or refused where it was an option."""

    def __init__(self, given: dict[str, str | None]) -> None:
        self.given: dict[str, Any] = {}
        self._options = given

    def __call__(
        self, name: str, question: str, read: Callable[[str], Any] = lambda text: text, default: str | None = None
    ) -> Any:
        option = self._options.get(name)
        if option is not None:
            try:
                self.given[name] = read(option.strip())
            except click.BadParameter as error:
                raise click.UsageError(f"--{name.replace('_', '-')}: {error.message}") from None
        else:
            text = click.prompt(question, default=default, value_proc=lambda answer: read(str(answer).strip()))
            self.given[name] = text
        if self.given[name] == "" and default != "":
            raise click.UsageError(f"--{name.replace('_', '-')} may not be empty.")
        return self.given[name]


def _area(resources: Path, area: str) -> str:
    folder = area.strip("/")
    if not (resources / folder / "area.yaml").exists():
        raise click.UsageError(f"There is no area {folder}. Start it: python -m generators new area {folder}")
    return folder


def _id(resources: Path, kind: str, id_: str) -> str:
    """An id that is well formed and free on the whole site."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_) or len(id_) > 60:
        raise click.UsageError(f'"{id_}" cannot be an id: small letters, digits and single dashes. Give one with --id.')
    taken = {one.id: one.name for one in records_here(load(resources)[0]) if one.kind == kind}
    if id_ in taken:
        raise click.UsageError(f'The {kind} "{id_}" is already in {taken[id_]}. Give another id with --id.')
    return id_


def _free(path: Path) -> Path:
    if path.exists():
        raise click.UsageError(f"{path} is already there. It was not touched.")
    return path


def _write(path: Path, text: str, shape: type[BaseModel], resources: Path) -> None:
    """The file, when it would stand; it is never written over. Where `schema` was run, its editor learns of that."""
    schema = resources / "schema" / f"{shape.__name__.lower()}.schema.json"
    if schema.is_file():
        text = f"# yaml-language-server: $schema={Path(os.path.relpath(schema, path.parent)).as_posix()}\n{text}"
    source, problems = load_text(path.as_posix(), path.name, text.encode())
    try:
        shape.model_validate(source.data if source else {})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise click.UsageError(f"{where}: {first['msg']}. Nothing was written.") from None
    if problems:
        raise click.UsageError(f"{problems[0].text} Nothing was written.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    click.echo(f"Written: {path}")
    click.echo("Look it over: python -m generators check")


def _known(known: list[str], kind: str, how: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in known:
            raise click.BadParameter(
                f'no {kind} is called "{text}".{did_you_mean(text, known)} Start it: python -m generators {how}'
            )
        return text

    return read


def _needs(known: list[str]) -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        chosen = [part.strip() for part in re.split(r"[,; ]+", text) if part.strip()]
        for need in chosen:
            if need not in known:
                raise click.BadParameter(f'no need is called "{need}".{did_you_mean(need, known)}')
        if not chosen:
            raise click.BadParameter("name one at least.")
        return chosen

    return read


def _phone(text: str) -> str:
    if text and (problem := phone_problem(text)):
        raise click.BadParameter(problem)
    return text


def _page(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+\.[^\s<>\"]+", text):
        raise click.BadParameter('a web page starts with "https://" and has no blanks.')
    return text


def _month(text: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?", text):
        raise click.BadParameter("write it as 2026-11 or 2026-11-22.")
    return text


def _steps(text: str) -> list[str]:
    steps = [step.strip() for step in text.split(";") if step.strip()]
    if not steps:
        raise click.BadParameter("name one step at least.")
    return steps


def _neutral(text: str) -> str:
    if word := telling_word(text):
        raise click.BadParameter(f'"{word}" tells what the page is about. Others see this title and address.')
    return text
