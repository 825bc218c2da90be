"""The sitemap names a page and its twins."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from generators.sitemap import entries, robots, sitemaps

HOME = "https://example.org/help/"
LANGUAGES = ("en", "es")
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_pages_name_their_twins_and_themselves() -> None:
    given = [HOME + path for path in ("", "essay/", "maintain/", "es/", "es/essay/")]
    twins = (("en", HOME + "essay/"), ("es", HOME + "es/essay/"), ("x-default", HOME + "essay/"))
    found = entries(given, HOME, LANGUAGES)
    assert [entry.address for entry in found] == given
    assert found[1].twins == found[4].twins == twins
    assert found[0].twins[1] == ("es", HOME + "es/")
    assert found[2].twins == ()


def test_a_large_sitemap_stands_in_parts_that_its_readers_take(monkeypatch: pytest.MonkeyPatch) -> None:
    given = entries([f"{HOME}{code}{number}&/" for number in range(5) for code in ("", "es/")], HOME, LANGUAGES)
    ((name, whole),) = sitemaps(given, HOME, "2026-11-21")
    assert name == "sitemap.xml" and whole.count("<url>") == 10 and f"<loc>{HOME}es/4&amp;/</loc>" in whole
    assert list(sitemaps([], HOME, "2026-11-21")) == []
    monkeypatch.setattr("generators.sitemap.MOST_ADDRESSES", 4)
    files = dict(sitemaps(given, HOME, "2026-11-21"))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    root = ElementTree.fromstring(files["sitemap.xml"])
    assert root.tag == f"{SPACE}sitemapindex"
    assert [loc.text for loc in root.iter(f"{SPACE}loc")] == [HOME + name for name in list(files)[1:]]
    told = [loc.text for part in list(files)[1:] for loc in ElementTree.fromstring(files[part]).iter(f"{SPACE}loc")]
    assert told == [entry.address for entry in given]
    assert [files[part].count("<url>") for part in list(files)[1:]] == [4, 4, 2]
    assert all(files[part].count("hreflang") == 3 * files[part].count("<url>") for part in list(files)[1:])
    monkeypatch.setattr("generators.sitemap.MOST", 1)
    assert len(dict(sitemaps(given, HOME, "2026-11-21"))) == 11


def test_robots_name_the_sitemap() -> None:
    assert robots(HOME).splitlines()[-1] == f"Sitemap: {HOME}sitemap.xml"


def test_one_language_has_no_twins() -> None:
    assert entries([HOME, HOME + "es/"], HOME, ("en",))[0].twins == ()
