"""Icons of mkdocs-material: drawn by the style sheet where templates name them, as inline SVG where the data does.

So a page of which there may be 20,000 names its icons in a few letters.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

PLAIN = "material/account-group"  # on pages that should say nothing at a glance
FOLDER = files("material") / "templates" / ".icons"
# Those that templates name, and the class that the style sheet draws each for.
DRAWN = {
    name: f"hr-i-{name.rpartition('/')[2]}"
    for name in (
        "material/account-voice",
        "material/arrow-down",
        "material/chevron-down",
        "material/clipboard-check-outline",
        "material/email-alert-outline",
        "material/email-outline",
        "material/format-list-checks",
        "material/magnify",
        "material/message-text-outline",
        "material/monitor",
        "material/open-in-new",
        "material/phone",
        "material/printer",
        "material/translate",
        "material/walk",
    )
}
# A mask takes the colour of the words beside it, as inline SVG does.
STYLE = (
    "i.hr-icon{display:inline-block;background:currentColor;-webkit-mask:var(--drawn) center/contain no-repeat;"
    "mask:var(--drawn) center/contain no-repeat;-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "@media (forced-colors:active){i.hr-icon{forced-color-adjust:none;background:CanvasText}}"
)


def with_icons(html: str) -> str:
    """The page with its icons as inline SVG, for one that must be drawn soon: to a browser each drawing of a style
    sheet is a document of its own, which takes it longer than some lines of text.
    """
    for name, css in DRAWN.items():
        html = html.replace(f'<i class="hr-icon {css}"></i>', _inline(name))
    return html


def exists(name: str) -> bool:
    """True if the sets have an icon of this name: material/food-apple."""
    return FOLDER.joinpath(f"{name}.svg").is_file()


@cache
def icon(name: str) -> Markup:
    """The drawing, hidden from screen readers: the words beside it say the same."""
    if name in DRAWN:
        return Markup('<i class="hr-icon {}"></i>').format(DRAWN[name])
    return Markup(_inline(name))


@cache
def icon_styles() -> str:
    """The rules that draw icons; the style sheet of a kind of page keeps those that its templates name."""
    return STYLE + "".join(f'.{css}{{--drawn:url("{_address(name)}")}}' for name, css in DRAWN.items())


@cache
def _inline(name: str) -> str:
    return _svg(name).replace("<svg ", '<svg class="hr-icon" aria-hidden="true" focusable="false" ', 1)


def _svg(name: str) -> str:
    svg = FOLDER.joinpath(f"{name}.svg").read_text(encoding="utf-8")
    return re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL).strip()


def _address(name: str) -> str:
    svg = _svg(name).replace('"', "'")
    return "data:image/svg+xml," + svg.replace("%", "%25").replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
