"""`python -m generators report due|coverage`."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import click

from ..model import Records
from ..options import resources_option
from ..pages.callsheet import callsheet
from ..pages.coverage import coverage_rows
from ..pipeline import gather
from ..problems import report
from . import coverage, due

today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="As if it were this day (default: the clock)."
)
out_file = click.Path(path_type=Path, dir_okay=False)


def reports(day: Callable[[datetime.datetime | None], datetime.date]) -> click.Group:
    """The commands; `day` gives the day that was asked for, or that of the clock."""

    @click.group("report", context_settings={"help_option_names": ["-h", "--help"]})
    def group() -> None:
        """What to do next: whom to call, and where nothing is listed."""

    @group.command("due")
    @click.option("--area", default="", help="Only this area and those inside it: us/pa.")
    @click.option("--csv", "csv_file", type=out_file, help="Write a table for a spreadsheet too.")
    @click.option("--out", type=out_file, help="Write a page to print too.")
    @resources_option
    @today_option
    def due_command(
        area: str, csv_file: Path | None, out: Path | None, resources: Path, today: datetime.datetime | None
    ) -> None:
        """Print a call sheet: whom to call, the number, and what to ask."""
        when = day(today)
        records = _records(resources, when)
        area = area.strip("/")
        if area and area not in records.areas:
            raise click.UsageError(f'no area is called "{area}". There are: {", ".join(sorted(records.areas))}.')
        lines = due.due_lines(records, when, resources.as_posix(), area)
        click.echo(due.as_text(lines, when))
        if csv_file:
            csv_file.write_text(due.as_csv(lines, records), encoding="utf-8-sig", newline="")
            click.echo(f"{len(lines)} rows in {csv_file}.", err=True)
        if out:
            out.write_text(callsheet(lines, when), encoding="utf-8")
            click.echo(f"{len(lines)} to call in {out}. Open it in a browser and print it.", err=True)

    @group.command("coverage")
    @resources_option
    @today_option
    def coverage_command(resources: Path, today: datetime.datetime | None) -> None:
        """Print for which needs each area has no service of its own; with a picture at /maintain/coverage/."""
        records = _records(resources, day(today))
        click.echo(coverage.as_text(records, coverage_rows(records)))

    return group


def _records(resources: Path, today: datetime.date) -> Records:
    records, problems = gather(resources, today)
    if records is None:
        click.echo(report(problem for problem in problems if not problem.reminder), err=True)
        raise SystemExit(1)
    return records
