"""What `python -m generators import` says and does."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from .ids import slug
from .opening import CannotRead
from .report import as_table, entries, in_words
from .run import guess, prepare
from .writing import write as write_files


def run(
    source: Path,
    into: str,
    name: str | None,
    resources: Path,
    today: datetime.date,
    result: Callable[[str], None],
    words: Callable[[str], None],
    mapping: Path | None,
    page: str,
    report_file: Path | None,
    listed: bool,
    gone: str,
    bring_back: bool,
    everything: bool,
    write: bool,
) -> int:
    """0 done, 2 wrong use. `result` takes what goes to stdout, `words` the rest."""
    known = slug(name or source.name.split(".")[0], 60)
    try:
        if mapping is not None and not mapping.exists():
            mapping.write_text(guess(source), "utf-8")
            words(f"A first mapping is in {mapping}. Look it over, then import again with it.")
            return 0
        found = prepare(source, resources, into.strip("/"), known, today, mapping, listed, gone, bring_back, page)
    except CannotRead as error:
        words(str(error))
        return 2
    except OSError as error:
        words(f"{error.filename or source}: {error.strerror}.")
        return 2
    result(in_words(found.made, found.plan, everything))
    if report_file is not None:
        report_file.write_text(as_table(report_file.name, entries(found.made, found.plan)), "utf-8")
        words(f"Every line of the report is in {report_file}.")
    if not write:
        words("Nothing was written. To write it, add --write.")
        return 0
    try:
        written = write_files(found.plan, resources, known, gone)
    except OSError as error:
        words(f"{error.filename}: {error.strerror}. What was written so far stays; import again to go on.")
        return 2
    words(f"{len(written)} files written. Now look them over: python -m generators check")
    return 0
