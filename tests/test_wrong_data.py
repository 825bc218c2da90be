"""Wrong data and the exact report it must give lie together in one file per case, in `tests/wrong_data/`.

A case is laid over the small made-up site: `---- file NAME` writes a file (`latin-1` behind the name: in that
encoding), `---- edit NAME` replaces `old => new` lines in one, `---- delete NAME` removes one, `---- report` is what
`check` must say.
"""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest

from generators.pipeline import gather
from generators.problems import report

CASES = sorted((Path(__file__).parent / "wrong_data").glob("*.txt"))


def sections(text: str) -> list[tuple[str, str]]:
    """Heading and body of each part of a case; what stands before the first heading says what the case shows."""
    parts = ("\n" + text).split("\n---- ")[1:]
    return [(heading, body) for heading, _, body in (part.partition("\n") for part in parts)]


def lay(case: str, folder: Path) -> str:
    """Writes the files of a case and gives the report that is expected."""
    expected = ""
    for heading, body in sections(case):
        what, _, rest = heading.partition(" ")
        name, _, encoding = rest.partition(" ")
        path = folder / name
        if what == "report":
            expected = body
        elif what == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((body + "\n").encode(encoding or "utf-8"))
        elif what == "edit":
            text = path.read_text("utf-8")
            for change in body.strip("\n").split("\n"):
                old, _, new = change.partition(" => ")
                assert old in text, f"{name} has no {old!r}"
                text = text.replace(old, new.replace("\\n", "\n"), 1)
            path.write_text(text, "utf-8")
        elif what == "delete":
            path.unlink()
    return expected.strip("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_report(case: Path, small: Path, tmp_path: Path, today: datetime.date, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(small, tmp_path / "resources")
    monkeypatch.chdir(tmp_path)
    gather(Path("resources"), today, tmp_path / "cache")  # which remembers that all was sound
    expected = lay(case.read_text("utf-8"), tmp_path / "resources")
    for cache in (None, tmp_path / "cache", tmp_path / "cache"):
        records, problems = gather(Path("resources"), today, cache)
        assert report(problems) == expected
        assert (records is None) == any(not problem.reminder for problem in problems)


def test_small_site_is_sound(small: Path, today: datetime.date) -> None:
    records, problems = gather(small, today)
    assert records is not None
    assert [str(problem) for problem in problems if not problem.reminder] == []
