"""The commands of `python -m generators`. Results on stdout, words on stderr."""

from __future__ import annotations

import datetime
import json
import sys
import time
from pathlib import Path
from typing import Any, TextIO

import click
from rich.console import Console

from .api.command import FORMATS, export_files
from .examples import with_ids
from .hosts import HOSTS, SHORT, advice, estimated, measured
from .impact import impact
from .linkcheck import check_links
from .memory import FORGETFUL, Memory
from .model import Records
from .pipeline import gather, screening
from .plain.parts import MOST
from .plain.telling import told
from .problems import report
from .processes import nothing_to_collect
from .reports import due_problems, reports
from .rules import check_facts, screen
from .starting import new, schema
from .translate import translate

words = Console(stderr=True, highlight=False, soft_wrap=True)


resources_option = click.option(
    "--resources",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("resources"),
    show_default=True,
    help="The folder with the YAML files.",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="Build as if it were this day (default: the clock).",
)
out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="The folder for the finished site.",
)


skip_bad_option = click.option(
    "--skip-bad", is_flag=True, help="Leave out records with problems, list them, and publish the rest."
)
fewer_pages_option = click.option(
    "--fewer-pages", is_flag=True, help="It is right that the new site has far fewer pages than the old one."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Handrail: from YAML about services to a site with a questionnaire and a plan on paper.

    Exit codes: 0 done (reminders too), 1 problems in the data, 2 wrong use.
    """


main.add_command(translate)


@main.command()
@resources_option
@out_option
@today_option
@skip_bad_option
@fewer_pages_option
def build(resources: Path, out: Path, today: datetime.datetime | None, skip_bad: bool, fewer_pages: bool) -> None:
    """Build the whole site, in every language, into a folder.

    With a problem in the data nothing is published: the old site stays as it is. With --skip-bad the records that
    are wrong are left out and listed; files that all pages need, such as needs.yaml, can never be left out.
    """
    _build(resources, out, _day(today), skip_bad, fewer_pages)


def _build(
    resources: Path,
    out: Path,
    today: datetime.date,
    skip_bad: bool = False,
    fewer_pages: bool = False,
    memory: Memory = FORGETFUL,
) -> None:
    from mkdocs.exceptions import Abort, MkDocsException

    from .publish import CannotPublish, publish

    started = time.monotonic()
    try:
        with words.status("Building the site ..."):
            pages = publish(
                resources,
                out,
                today,
                skip_bad=skip_bad,
                fewer_pages=fewer_pages,
                say=lambda text: words.print(text),
                memory=memory,
            )
    except CannotPublish as error:
        words.print(str(error), markup=False)
        raise SystemExit(1) from None
    except Abort:
        words.print("Nothing was published. " + (f"The site in {out} stays as it was." if out.exists() else ""))
        raise SystemExit(1) from None
    except MkDocsException as error:
        words.print(str(error), markup=False)
        raise SystemExit(1) from None
    words.print(f"{pages} pages in {out} ({time.monotonic() - started:.1f} s).", markup=False)


@main.command()
@resources_option
@out_option
@today_option
@click.option("--port", default=8000, show_default=True, help="The port on this computer.")
def serve(resources: Path, out: Path, today: datetime.datetime | None, port: int) -> None:
    """Build, show the site on this computer, and build again when a file changes."""
    from .serve import serve_site

    memory = Memory()

    def build_again() -> None:
        _build(resources, out, _day(today), memory=memory)

    build_again()
    serve_site(out, [resources, Path("docs")], port, build_again, memory.rest, words.print)


@main.command()
@resources_option
@today_option
@click.option(
    "--host",
    type=click.Choice(sorted({*HOSTS, *SHORT})),
    default=None,
    help="Say how near the site is to the limits of this host.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="With --host: measure this finished site. Without it the size is estimated from the data.",
)
@click.option("--links", is_flag=True, help="Ask every website that the data names whether its page is still there.")
@click.option("--plain", is_flag=True, help="List every text that is hard to read, with each long sentence.")
def check(
    resources: Path, today: datetime.datetime | None, host: str | None, out: Path | None, links: bool, plain: bool
) -> None:
    """Look over the data and say what to mend, all at once, each with its file and line."""
    with words.status("Reading ..."), nothing_to_collect():
        records, problems = gather(resources, _day(today))
    rest = ""
    if records is not None:
        overdue, rest = due_problems(records, _day(today), resources.as_posix())
        problems = [*problems, *overdue]
        if links:
            problems += check_links(
                records, _day(today), resources.as_posix(), lambda text: words.print(text, markup=False)
            )
    elif links:
        words.print("The links can be looked at once the data is mended.")
    if problems:
        click.echo(report(problems))
    if rest:
        click.echo(rest)
    wrong = sum(not problem.reminder for problem in problems)
    reminders = len(problems) - wrong
    words.print(f"{wrong} to mend, {reminders} reminders.", markup=False)
    if wrong:
        words.print(
            "`build` publishes nothing until they are mended; `build --skip-bad` leaves them out and lists them."
        )
    if records is not None:
        words.print(f"{len(records.services)} services, {len(records.needs)} needs.", markup=False)
        if plain:
            click.echo("\n".join(told(records, resources.as_posix(), everything=True)))
        elif len(records.services) <= MOST:
            words.print("\n".join(told(records, resources.as_posix())), markup=False)
    if host:
        if out is not None and not out.is_dir():
            raise click.UsageError(f"there is no site in {out}. Build it first, or leave out --out.")
        size = measured(out) if out is not None else estimated(records) if records is not None else None
        if size is None:
            words.print("The size cannot be estimated before the data is mended.")
        else:
            for line in advice(records, host, size):
                words.print(line, markup=False)
    raise SystemExit(1 if wrong else 0)


@main.command("screen")
@click.argument("facts", type=click.File("r", encoding="utf-8"))
@resources_option
@today_option
def screen_command(facts: TextIO, resources: Path, today: datetime.datetime | None) -> None:
    """Screen one household, or a list of them, from a JSON file (`-` for standard input).

    Prints one object, or a list in the same order: each service's outcome, for whom, why, and what is still open.
    """
    try:
        given = json.load(facts)
    except (ValueError, RecursionError) as error:
        words.print(f"this is not JSON: {error}", markup=False)
        raise SystemExit(2) from None
    households = [with_ids(item) for item in (given if isinstance(given, list) else [given])]
    wrong = [
        f"household {index + 1}: {mistake}" if isinstance(given, list) else mistake
        for index, household in enumerate(households)
        for mistake in check_facts(household)
    ]
    if wrong:
        words.print("\n".join(wrong), markup=False)
        raise SystemExit(2)
    day = _day(today)
    records = _sound(resources, day)
    data = screening(records, day)
    results = [screen(data, {"as_of": day.isoformat(), **household}) for household in households]
    json.dump(results if isinstance(given, list) else results[0], sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


@main.command("impact")
@click.argument("old", type=click.Path(path_type=Path, file_okay=False, exists=True))
@resources_option
@today_option
def impact_command(old: Path, resources: Path, today: datetime.datetime | None) -> None:
    """Compare the data with an older copy of it, in the folder OLD.

    Prints which sample families change outcome, which questions no rule uses, which rules nobody comes to, which
    services only the page of a need leads to, and which states have no service of their own for a need.
    """
    day = _day(today)
    both = []
    for folder in (old, resources):
        with words.status(f"Reading {folder} ..."):
            records = _sound(folder, day)
        both.append((records, screening(records, day)))
    with words.status("Screening the sample families ..."):
        found = impact(both[0][1], both[1][1], both[1][0])
    for title, lines in (
        ("Outcomes that change", found.changed),
        ("Questions that no rule uses", found.unused_questions),
        ("Rules that nobody comes to", found.never),
        ("Services that only the page of a need leads to", found.unreached),
        ("Needs, and states without a service of their own", found.empty),
    ):
        click.echo("\n".join([f"{title}: {len(lines)}", *(f"  {line}" for line in lines)]))


@main.command("export")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", type=click.Choice(FORMATS), default="hsds", show_default=True, help="What to write.")
@click.option("--private", is_flag=True, help="With the notes for helpers and unread columns: not for the web.")
@resources_option
@today_option
def export_command(out: Path, format: str, private: bool, resources: Path, today: datetime.datetime | None) -> None:
    """Write the data for others into the folder OUT, without building the site.

    hsds: Open Referral, as JSON files and as a package of tables. csv: one table for a spreadsheet. hsds-uk: the
    British form of Open Referral. The folder must be new or empty.
    """
    if out.exists() and any(out.iterdir()):
        words.print(f"{out} is not empty. Name a new folder.", markup=False)
        raise SystemExit(2)
    day = _day(today)
    records = _sound(resources, day)
    count = 0
    for path, data in export_files(records, day, format, private):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)
        count += 1
    words.print(f"{count} files in {out}.", markup=False)


@main.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.option("--into", required=True, help="The area, by its folder: us/fl or us/pa/allegheny.")
@click.option("--name", default=None, help="What to remember this source by (default: its file name).")
@click.option("--mapping", type=click.Path(path_type=Path, dir_okay=False), help="Which column is what.")
@click.option("--page", default="", help="The web page that the data is from; pages then say so.")
@click.option("--report", "report_file", type=click.Path(path_type=Path, dir_okay=False), help="CSV or JSON.")
@click.option("--list", "listed", is_flag=True, help="One file for all new services, instead of one each.")
@click.option("--gone", type=click.Choice(["list", "close"]), default="list", show_default=True)
@click.option("--bring-back", is_flag=True, help="Also what was deleted here by hand.")
@click.option("--all", "everything", is_flag=True, help="Show every line.")
@click.option("--write", is_flag=True, help="Write the files. Without it nothing is changed.")
@resources_option
@today_option
def import_command(
    source: Path, into: str, name: str | None, resources: Path, today: datetime.datetime | None, **options: Any
) -> None:
    """Bring in a spreadsheet or HSDS data from SOURCE: a file, a folder or a ZIP.

    Shows what would change, and what became of every row. With --write the records are written as YAML.
    """
    from .importing.command import run

    day = _day(today)
    raise SystemExit(
        run(source, into, name, resources, day, click.echo, lambda text: words.print(text, markup=False), **options)
    )


main.add_command(new)
main.add_command(schema)


def _sound(resources: Path, day: datetime.date) -> Records:
    """The records; with a problem in the data the command ends here and names all of them."""
    records, problems = gather(resources, day)
    if records is None:
        words.print(report(problems), markup=False)
        raise SystemExit(1)
    return records


def _day(today: datetime.datetime | None) -> datetime.date:
    """The day given, or the clock's: the only place that asks it."""
    return today.date() if today else datetime.date.today()


main.add_command(reports(_day))
