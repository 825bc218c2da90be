"""`check --host` says how near a site is to the limits of a host, before they bite."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from edits import directory, write_services

from generators.cli import main
from generators.hosts import HOSTS, MB, Host, Limit, Size, advice, estimated, host_lines, measured
from generators.pipeline import gather


def size(**values: int) -> Size:
    return Size(**{"files": 10, "site": 10, "folder": 10, "file": 10, **values}, largest="plan.json", measured=True)


def warned(host: str, **values: int) -> list[str]:
    return [line for is_near, line in host_lines(host, size(**values)) if is_near]


def test_limits_are_named_when_near_and_when_passed() -> None:
    assert warned("cloudflare-pages") == []
    assert "soon too many" in warned("cloudflare-pages", files=16_001)[0]
    assert "20,000 files" in warned("cloudflare-pages", files=20_001)[0]
    assert "it will be refused" in warned("cloudflare-pages", files=20_001)[0]
    assert "a site for each state" in warned("cloudflare-pages", files=20_001)[0]
    assert "26 MB in one file (plan.json)" in warned("cloudflare-pages", file=26 * MB)[0]
    assert warned("github-pages", site=1025 * MB) and not warned("github-pages", files=1_000_000)
    assert warned("gitlab-pages", files=200_001) and warned("netlify", folder=54_001)


def test_every_limit_says_where_it_is_from() -> None:
    for host in HOSTS.values():
        assert host.limits and all(limit.source.startswith("https://") for limit in host.limits)


def test_the_estimate_is_near_what_a_site_takes(site: Path, today: datetime.date) -> None:
    records, _ = gather(Path("resources"), today)
    assert records is not None
    guessed, real = estimated(records), measured(site)
    assert 0.6 < guessed.files / real.files < 1.7
    assert 0.4 < guessed.site / real.site < 2.5


def test_the_command_measures_or_estimates(small: Path, tmp_path: Path) -> None:
    words = ["check", "--resources", str(small), "--today", "2026-11-21", "--host", "cloudflare-pages"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0 and "about" in result.stderr and "that fits" in result.stderr
    (tmp_path / "index.html").write_text("x", "utf-8")
    result = CliRunner().invoke(main, [*words, "--out", str(tmp_path)])
    assert result.exit_code == 0 and "This site has 1 files" in result.stderr
    assert CliRunner().invoke(main, [*words, "--out", str(tmp_path / "none")]).exit_code == 2
    assert CliRunner().invoke(main, ["check", "--host", "floppy"]).exit_code == 2


def test_a_site_too_large_is_told_which_lines_make_it_fit(
    small: Path, tmp_path: Path, today: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    resources = directory(small, tmp_path / "resources")
    write_services(resources, range(200, 600))

    def told(most: int, settings: str = "") -> str:
        (resources / "site.yaml").write_text((small / "site.yaml").read_text("utf-8") + settings, "utf-8")
        records, problems = gather(resources, today)
        assert records is not None, problems
        limit = Limit("files", most, "https://example.org/")
        monkeypatch.setitem(HOSTS, "cloudflare-pages", Host("Small Host", (limit,)))
        size = estimated(records)
        lines = list(advice(records, "cloudflare", size))
        assert ("it will be refused" in lines[0]) == (size.files > most)
        return "\n".join(line.strip() for line in lines[1:])

    records, _ = gather(resources, today)
    assert records is not None
    now = estimated(records).files
    assert told(now) == ""
    assert "(then it has about" in told(now - 1)
    assert "\nfold: organizations\nWhere" in told(now - 1)
    folded = "fold: organizations\n"
    less = int(told(now - 1).partition("about ")[2].partition(" files")[0].replace(",", ""))
    assert less < now - 500
    assert "\nfold: organizations\napi: off\nWhere" in told(less - 1)
    assert "\napi: off\nWhere" in told(less - 1, folded) and "fold" not in told(less - 1, folded)
    assert "languages: [en]" in told(less - 500)
    assert "No setting makes it small enough" in told(10)
