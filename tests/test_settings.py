"""One short file makes the site a nonprofit's own: colour, logo, address; wrong ones are refused with a way out."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from playwright.sync_api import Browser

from generators.colour import LEAST, accent_css, contrast, on_paper
from generators.model import SiteSettings
from generators.pipeline import gather
from generators.problems import report
from generators.publish import publish

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#a04000"/></svg>'


@pytest.fixture
def data(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(small, tmp_path / "resources")
    monkeypatch.chdir(tmp_path)
    return Path("resources")


def add(data: Path, lines: str) -> None:
    with (data / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(lines)


def problems(data: Path, today: datetime.date) -> str:
    return report(problem for problem in gather(data, today)[1] if not problem.reminder)


def test_a_colour_that_nobody_can_read_is_refused_with_a_darker_one(data: Path, today: datetime.date) -> None:
    add(data, 'colour: "#ffcc00"\n')
    said = problems(data, today)
    assert said.startswith("resources/site.yaml:7: this colour is too light to read: its contrast with the page is 1.")
    darker = said.partition('darker: "')[2][:7]
    assert on_paper(darker) >= LEAST


@pytest.mark.parametrize("colour", ["red", '"#abc"', '"#12345g"', '"url(x)"', '"#0b5d57;x"'])
def test_what_is_no_colour_is_refused(colour: str, data: Path, today: datetime.date) -> None:
    add(data, f"colour: {colour}\n")
    assert 'Write a colour as "#0b5d57", in quotes.' in problems(data, today)


@pytest.mark.parametrize("colour", ["#0b5d57", "#000000", "#8a1538", "#1d4ed8", "#4b0082", "#006b00"])
def test_words_can_be_read_in_every_light(colour: str) -> None:
    css = accent_css(colour)
    day, night = css.split("@media screen and (prefers")
    for text, paper in ((day, "#fdfaf5"), (night, "#16191a")):
        values = dict(pair.split(":") for pair in text.partition(":root{")[2].partition("}")[0].split(";"))
        assert contrast(values["--accent"], paper) >= LEAST
        assert contrast(values["--on-accent"], values["--accent"]) >= LEAST
        assert contrast(values["--on-accent"], values["--accent-deep"]) >= LEAST
        assert contrast(values["--accent-deep"], values["--accent-soft"]) >= LEAST


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a script"),
        ('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "a script"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><a href="javas&#99;ript:alert(1)"/></svg>', "a link"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/x.png"/></svg>', "a link"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>', "more than a picture"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "a document type"),
        ("<p>no picture</p>", "no SVG picture"),
        ("", "no SVG picture"),
        ("<svg>" + " " * 100_001, "too large"),
    ],
)
def test_a_logo_is_a_picture_and_nothing_else(text: str, why: str, data: Path, today: datetime.date) -> None:
    add(data, "logo: logo.svg\n")
    (data / "logo.svg").write_text(text, "utf-8")
    assert why in problems(data, today)


@pytest.mark.parametrize("name", ["../logo.svg", "/etc/passwd", "logo.html", "Logo.svg", "http://x/y.svg"])
def test_a_logo_lies_beside_the_settings(name: str, data: Path, today: datetime.date) -> None:
    add(data, f'logo: "{name}"\n')
    assert "beside site.yaml" in problems(data, today)


def test_a_missing_logo_and_a_false_png_are_named(data: Path, today: datetime.date) -> None:
    add(data, "logo: logo.png\n")
    assert "there is no file resources/logo.png" in problems(data, today)
    (data / "logo.png").write_text(SVG, "utf-8")
    assert "no PNG picture" in problems(data, today)


def test_the_site_wears_them(
    data: Path, tmp_path: Path, today: datetime.date, browser: Browser, serve: Callable[[Path], str]
) -> None:
    shutil.copy(ROOT / "tests/small/site.yaml", data / "site.yaml")
    add(data, 'colour: "#8a1538"\nlogo: logo.svg\narea: Made-up County\nsite_url: "https://example.org/help"\n')
    add(data, 'repository: "https://example.org/r/edit/main/"\n')
    (data / "logo.svg").write_text(SVG, "utf-8")
    assert problems(data, today) == ""
    publish(data, tmp_path / "site", today)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(serve(tmp_path / "site") + "about/")
    logo = page.locator(".hr-brand img")
    assert logo.evaluate("img => img.complete && img.naturalWidth > 0")
    assert logo.bounding_box()["height"] == 36  # type: ignore[index]
    link = page.locator("main a").first
    assert link.evaluate("a => getComputedStyle(a).color") == "rgb(138, 21, 56)"
    assert "Made-up County" in page.locator("main").inner_text()
    assert page.locator('link[rel="canonical"]').get_attribute("href") == "https://example.org/help/about/"
    sitemap = ElementTree.fromstring((tmp_path / "site/sitemap.xml").read_text("utf-8"))
    listed = {entry.findtext(f"{MAP}loc"): entry for entry in sitemap}
    pantry = listed["https://example.org/help/services/pantry/"]
    twins = [(link.get("hreflang"), link.get("href")) for link in pantry.iter(f"{LINK}link")]
    assert (twins[0], twins[-1][0]) == (("en", "https://example.org/help/services/pantry/"), "x-default")
    assert ("es", "https://example.org/help/es/services/pantry/") in twins
    assert len(listed) == len(sitemap) and None not in listed
    context.close()
    assert wrong == []


def test_a_translation_that_still_names_the_demonstration_is_told(data: Path, today: datetime.date) -> None:
    (data / "site.es.yaml").write_text("tagline: Una frase.\nname: Handrail\n", "utf-8")
    said = [str(problem) for problem in gather(data, today)[1] if "demonstration" in problem.text]
    assert len(said) == 1 and said[0].startswith("resources/site.es.yaml:2: reminder: these pages still carry the name")
    (data / "site.es.yaml").write_text("name: Mi sitio\n", "utf-8")
    assert not any("demonstration" in problem.text for problem in gather(data, today)[1])


def test_the_page_about_the_settings_names_each_of_them_and_no_other() -> None:
    page = (ROOT / "docs/maintain/settings.md").read_text("utf-8")
    named = re.findall(r"^\| `(\w+)` \|", page, re.M)
    assert sorted(named) == sorted(SiteSettings.model_fields)
