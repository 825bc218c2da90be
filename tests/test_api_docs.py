"""The page about the data for others: its commands work and its places are in the site."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner
from conftest import ROOT

from generators.cli import main
from generators.model import SiteSettings

PAGE = (ROOT / "docs/maintain/api.md").read_text("utf-8")


def test_each_place_on_the_page_is_in_the_site(site: Path) -> None:
    places = re.findall(r"`/(api/[^`]*)`", PAGE)
    assert len(places) == 4
    assert all((site / place.removesuffix("/")).exists() for place in places)


def test_each_command_on_the_page_works(small: Path, tmp_path: Path) -> None:
    commands = re.findall(r"^    python -m generators (export .+)$", PAGE, re.M)
    assert len(commands) == 3
    for command in commands:
        words = command.split()
        words[1] = str(tmp_path / words[1])
        assert CliRunner().invoke(main, [*words, "--resources", str(small)]).exit_code == 0
        assert any(Path(words[1]).iterdir())


def test_the_settings_on_the_page_are_settings() -> None:
    assert {"api", "data_license", "data_namespace"} <= set(SiteSettings.model_fields)
    for name in re.findall(r"^- `(\w+)`: ", PAGE, re.M):
        assert name in SiteSettings.model_fields


def test_about_leads_there(site: Path) -> None:
    assert "maintain/api/" in (site / "about/index.html").read_text("utf-8")
    assert "maintain/api/" in (site / "es/about/index.html").read_text("utf-8")
