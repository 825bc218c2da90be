"""The settings of the site: a colour that people can read, and a logo that is a picture and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..colour import LEAST, darker, on_paper
from ..load import Source
from ..model import SiteSettings
from ..problems import Problem
from .files import Kept

DEMONSTRATION = "Handrail"  # the name in the settings that everybody starts with
LARGEST_LOGO = 100_000  # bytes: it is on every page
_PNG = b"\x89PNG\r\n\x1a\n"
_NOT_IN_A_PICTURE = (
    (re.compile(r"<\s*(?:\w+:)?script", re.I), "a script"),
    (re.compile(r"\son\w+\s*=", re.I), "a script"),
    (re.compile(r"javascript:", re.I), "a script"),
    (
        re.compile(r"<\s*(?:\w+:)?(?:foreignobject|iframe|embed|object|handler|set|animate)\b", re.I),
        "more than a picture",
    ),
    (re.compile(r"<!(?:doctype|entity)", re.I), "a document type"),
    (re.compile(r"<\?xml-stylesheet", re.I), "a style sheet from elsewhere"),
    (re.compile(r"""(?:href|src)\s*=\s*["']?(?!\s*#)""", re.I), "a link"),
    (re.compile(r"@import|url\(\s*[\"']?(?!#)", re.I), "a link"),
    (re.compile(r"&#", re.I), "hidden letters"),
)


def settings_problems(source: Source, site: SiteSettings, folder: str) -> Iterator[Problem]:
    """What is wrong with the colour and the logo."""
    if site.colour is not None and (found := on_paper(site.colour)) < LEAST:
        text = (
            f"this colour is too light to read: its contrast with the page is {found:.1f} to 1, and people need "
            f'{LEAST} to 1. The same colour, darker: "{darker(site.colour)}".'
        )
        yield Problem(source.path, source.line(("colour",)), text)
    if site.logo is not None and (text := _logo_problem(Path(folder, site.logo))):
        yield Problem(source.path, source.line(("logo",)), text)


def demonstration_reminders(kept: Iterable[Kept], site: SiteSettings) -> Iterator[Problem]:
    """Settings in other languages that still name the demonstration, where the site has a name of its own."""
    for item in kept:
        twin = item.source.data if item.kind == "site" and item.language != "en" else None
        if site.name != DEMONSTRATION and isinstance(twin, dict) and twin.get("name") == DEMONSTRATION:
            text = (
                f'these pages still carry the name of the demonstration, "{DEMONSTRATION}". '
                "Write your own texts here, or delete this file."
            )
            yield Problem(item.source.path, item.source.line(("name",)), text, reminder=True)


def _logo_problem(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError:
        return f"there is no file {path.as_posix()}. Put your logo there, or delete this line."
    if len(content) > LARGEST_LOGO:
        return f"this logo is too large: {len(content):,} bytes, at most {LARGEST_LOGO:,}. Every page shows it."
    if path.suffix == ".png":
        return "" if content.startswith(_PNG) else "this file is no PNG picture. Save the logo again as PNG or SVG."
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return "this SVG file is not saved as UTF-8. Save it again, or use a PNG."
    if "<svg" not in text:
        return "this file is no SVG picture. Save the logo again as SVG or PNG."
    for pattern, what in _NOT_IN_A_PICTURE:
        if pattern.search(text):
            return f"{what} stands in this SVG file. Save it as a plain SVG, or use a PNG."
    return ""
