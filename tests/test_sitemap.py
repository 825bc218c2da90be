"""The sitemap names a page and its twins."""

from __future__ import annotations

from generators.sitemap import MOST, entries

HOME = "https://example.org/help/"
LANGUAGES = ("en", "es")


def test_pages_name_their_twins_and_themselves() -> None:
    given = [HOME + path for path in ("", "essay/", "maintain/", "es/", "es/essay/")]
    twins = (("en", HOME + "essay/"), ("es", HOME + "es/essay/"), ("x-default", HOME + "essay/"))
    found = entries(given, HOME, LANGUAGES)
    assert [entry.address for entry in found] == given
    assert found[1].twins == found[4].twins == twins
    assert found[0].twins[1] == ("es", HOME + "es/")
    assert found[2].twins == ()


def test_a_sitemap_stays_small_enough_for_its_readers() -> None:
    long = "a" * 1000
    few, many = (
        [f"{HOME}{code}{number}{long}/" for number in range(count) for code in ("", "es/")]
        for count in (5, MOST // 4000)
    )
    assert all(entry.twins for entry in entries(few, HOME, LANGUAGES))
    assert not any(entry.twins for entry in entries(many, HOME, LANGUAGES))


def test_one_language_has_no_twins() -> None:
    assert entries([HOME, HOME + "es/"], HOME, ("en",))[0].twins == ()
