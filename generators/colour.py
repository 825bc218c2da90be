"""One colour of a nonprofit becomes the accent of its site, readable by day, by night and on paper."""

from __future__ import annotations

LEAST = 4.5  # contrast of text that people can read
_PAPERS = ("#fdfaf5", "#f4ece0")  # what links stand on by day
_NIGHT = "#16191a"


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white), as the web's guidelines count it."""
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def on_paper(colour: str) -> float:
    """The least contrast of a colour with what it stands on by day."""
    return min(contrast(colour, paper) for paper in _PAPERS)


def darker(colour: str) -> str:
    """The nearest darker colour that can be read by day."""
    return next(mixed for step in range(101) if on_paper(mixed := mix(colour, "#000000", step / 100)) >= LEAST)


def mix(one: str, other: str, share: float) -> str:
    """So much of the other colour in the first."""
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(_rgb(one), _rgb(other), strict=True))


def accent_css(colour: str) -> str:
    """The custom properties of the style sheet, for day and night; on paper everything stays black."""
    soft = next(c for step in range(88, 101) if contrast(c := mix(colour, "#ffffff", step / 100), colour) >= LEAST)
    night = next(c for step in range(101) if contrast(c := mix(colour, "#ffffff", step / 100), _NIGHT) >= 8)
    day = _properties(colour, mix(colour, "#000000", 0.3), soft, "#ffffff")
    dark = _properties(night, mix(night, "#ffffff", 0.35), mix(_NIGHT, colour, 0.2), mix(_NIGHT, colour, 0.1))
    return f"@media screen{{:root{{{day}}}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _properties(accent: str, deep: str, soft: str, on: str) -> str:
    return f"--accent:{accent};--accent-deep:{deep};--accent-soft:{soft};--on-accent:{on}"


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _light(colour: str) -> float:
    parts = [part / 255 for part in _rgb(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
