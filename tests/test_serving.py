"""A county's lists hold what lies elsewhere and names the county, apart from what lies there."""

from __future__ import annotations

from pathlib import Path

import pytest
from edits import directory
from test_cache import state
from test_warm import fill, plain_shell  # noqa: F401  (a fixture)


@pytest.fixture
def resources(small: Path, tmp_path: Path) -> Path:
    """A county without services of its own, beside one whose service `help-2` names both."""
    found = directory(small, tmp_path / "resources")
    (found / "us/pa/butler").mkdir()
    (found / "us/pa/butler/area.yaml").write_text("name: Butler County\nlevel: county\n", "utf-8")
    names(found, "Allegheny, Butler")
    return found


def names(resources: Path, counties: str) -> None:
    path = resources / "us/pa/allegheny/services/help-5.yaml"
    text = path.read_text("utf-8").partition("serves:")[0]
    path.write_text(text + (f"serves: {{counties: [{counties}]}}\n" if counties else ""), "utf-8")


def test_a_county_without_services_of_its_own_has_a_page_of_those_that_name_it(resources: Path, tmp_path: Path) -> None:
    fill(resources, tmp_path / "site", None, None)
    butler = (tmp_path / "site/needs/food/pa/butler/index.html").read_text("utf-8")
    named = butler.partition("Also for people in Butler County")[2].partition("For the whole country")[0]
    assert "Made-up help 5" in named.partition("For all of Pennsylvania")[0]
    assert butler.count("<article") == 1
    assert "needs/food/pa/butler/" in (tmp_path / "site/areas/pa/butler/index.html").read_text("utf-8")
    assert "areas/pa/butler/" in (tmp_path / "site/areas/pa/index.html").read_text("utf-8")
    own = (tmp_path / "site/needs/food/pa/allegheny/index.html").read_text("utf-8")
    assert "Made-up help 5" in own.partition("For all of Pennsylvania")[0] and "Also for people" not in own


def test_after_an_edit_of_the_counties_the_lists_are_as_if_made_from_nothing(resources: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    fill(resources, tmp_path / "site-0", None, cache)
    for number, counties in enumerate(("", "Butler", "Allegheny"), 1):
        names(resources, counties)
        fill(resources, tmp_path / f"site-{number}", tmp_path / f"site-{number - 1}", cache)
        fill(resources, tmp_path / f"cold-{number}", None, None)
        assert state(tmp_path / f"site-{number}") == state(tmp_path / f"cold-{number}"), counties
